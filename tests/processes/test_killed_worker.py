"""Workers die; drafts end analysed all the same, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.timezone import now

from articles.models import Desk, Draft, Membership, Role, Story, User
from review.actions.drafts import receive_draft
from review.actions.stories import open_story
from review.models import Analysis, RunState
from review.tasks import analyse_draft, sweep
from review.verbs import Verb
from tests.services import wait_until
from tests.workers import forget_work_of_the_dead, started_worker

pytestmark = pytest.mark.long
PARAGRAPH = (
    "The harbour board of Saltmere approved a £4.2 million dredging contract on Tuesday, its chair, Edda Lowe, said. "
    "“We have waited eleven years for this,” Lowe told reporters outside the old customs house. "
    "Work is due to begin in March and to last fourteen months, according to the board's engineers."
)
LONG = "\n".join(f"Part {number}. {PARAGRAPH}" for number in range(1, 201))  # some seconds of reading


@pytest.fixture
def story(transactional_db: None) -> Iterator[Story]:
    editor = User.objects.create_user("edda")
    desk = Desk.objects.create(name="City desk", slug="city")
    Membership.objects.create(user=editor, desk=desk, role=Role.EDITOR)
    yield open_story(by=editor, desk=desk, slug="dredging")
    forget_work_of_the_dead()


def handed_in(story: Story, body: str) -> Analysis:
    draft = receive_draft(by=story.opened_by, story=story, headline="Board approves dredging", body=body)
    return analysis_of(draft)


def analysis_of(draft: Draft) -> Analysis:
    return Analysis.objects.get(draft=draft)


def is_running(analysis: Analysis) -> bool:
    analysis.refresh_from_db(fields=["state"])
    return analysis.state == RunState.RUNNING


def is_over(analysis: Analysis) -> bool:
    analysis.refresh_from_db()
    return analysis.is_over


def test_a_draft_whose_worker_was_killed_in_the_middle_ends_analysed_once(story: Story, tmp_path: Path) -> None:
    with started_worker(tmp_path) as doomed:
        analysis = handed_in(story, LONG)
        wait_until(lambda: is_running(analysis), "The start of the analysis")
        doomed.kill()
    assert is_running(analysis), "It was killed too late to be in the middle."
    Analysis.objects.update(due_at=now())  # the dead worker's hold lapses, for which we need not wait

    sweep.delay()  # as the clock asks every ten seconds
    with started_worker(tmp_path):
        wait_until(lambda: is_over(analysis), "The end of the analysis")
    analyse_draft(analysis.pk)  # the broker delivers the dead worker's message again when its time is over

    assert (analysis.state, analysis.tries) == (RunState.DONE, 2)
    assert story.audit_events.filter(verb=Verb.ANALYSED_DRAFT).count() == 1
    assert Analysis.objects.filter(draft=analysis.draft).count() == 1


def test_work_asked_for_while_no_worker_lives_is_done_by_the_next(story: Story, tmp_path: Path) -> None:
    analysis = handed_in(story, PARAGRAPH)

    with started_worker(tmp_path):
        wait_until(lambda: is_over(analysis), "The end of the analysis")

    assert analysis.state == RunState.DONE


def test_a_worker_that_is_told_to_stop_gives_back_what_it_is_at(story: Story, tmp_path: Path) -> None:
    with started_worker(tmp_path) as leaving:
        analysis = handed_in(story, "\n".join(f"{part}. {LONG}" for part in range(40)))
        wait_until(lambda: is_running(analysis), "The start of the analysis")
        leaving.stop()
        given_back = Analysis.objects.get(pk=analysis.pk)

    with started_worker(tmp_path):  # nobody sweeps here: it is the message that comes back
        wait_until(lambda: is_running(analysis), "The start of the analysis by another worker")
        analysis.refresh_from_db()

    assert (given_back.state, given_back.tries) == (RunState.WAITING, 0)
    assert analysis.tries == 1
