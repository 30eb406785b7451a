"""After an update of the checks: what older ones read is read anew, and nothing fails meanwhile."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from analysis.document import Claim, SourceClass
from analysis.versions import VERSIONS
from articles.models import Draft, Story, StoryState
from review import tasks
from review.actions.decisions import approve
from review.actions.runs import ask_comparison
from review.models import Analysis, ClaimSighting, Comparison, RunState
from review.standing import ApprovalKind, approval_standing, standings
from review.verbs import Verb
from tests.factories import found
from tests.review.conftest import Newsroom

OLDER = "reading 0, checks 0"
WALL = "The wall is 40 metres long."
WIRE = "According to the wire, the wall is 50 metres long."


@pytest.fixture
def drafts(newsroom: Newsroom) -> list[Draft]:
    """Two versions, read and compared by older checks, which kept what today's cannot load."""
    drafts = [newsroom.read_in(WALL), newsroom.read_in(WIRE)]
    Analysis.objects.update(versions=OLDER, document={"words": "in a shape of old"})
    Comparison.objects.update(versions=OLDER, alignment=[[70, 90, 0.9]])
    return drafts


def sweep(newsroom: Newsroom) -> None:
    tasks.sweep()
    newsroom.work()


def test_older_readings_and_comparisons_are_made_anew(newsroom: Newsroom, drafts: list[Draft]) -> None:
    newsroom.between[frozenset({WALL, WIRE})] = [found()]

    sweep(newsroom)

    assert [draft.analyses.filter(state=RunState.DONE).count() for draft in drafts] == [2, 2]
    assert [standing.finding.fingerprint for standing in standings(newsroom.story)] == ["wall-length"]
    assert newsroom.story.audit_events.filter(verb=Verb.READS_ANEW).count() == 1


def test_what_today_s_checks_read_is_left_alone(newsroom: Newsroom, drafts: list[Draft]) -> None:
    sweep(newsroom)
    sweep(newsroom)

    assert Analysis.objects.count() == 4
    assert newsroom.story.audit_events.filter(verb=Verb.READS_ANEW).count() == 1


def test_old_drafts_wait_while_workers_have_other_work(newsroom: Newsroom, drafts: list[Draft]) -> None:
    newsroom.hand_in("A third version.")

    tasks.sweep()

    assert drafts[0].analyses.count() == 1


@pytest.mark.parametrize("told", [{"state": StoryState.KILLED}, {"touched_at": now() - timedelta(days=60)}])
def test_stories_that_nobody_works_on_are_left_as_they_are(
    newsroom: Newsroom, drafts: list[Draft], told: dict[str, object]
) -> None:
    Story.objects.update(**told)

    tasks.sweep()

    assert drafts[0].analyses.count() == 1


def test_comparison_that_is_asked_for_has_both_drafts_read_anew_first(newsroom: Newsroom, drafts: list[Draft]) -> None:
    pair = ask_comparison(by=newsroom.editor, left=drafts[0], right=drafts[1])

    tasks.compare_drafts(pair.pk)
    newsroom.work()

    pair.refresh_from_db()
    assert (pair.state, pair.tries) == (RunState.DONE, 1)


def test_draft_that_is_read_anew_is_told_of_claims_once(
    newsroom: Newsroom, drafts: list[Draft], monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = Claim(0, len(WALL), 0.8, True, ("A figure.",), None, SourceClass.NONE)  # noqa: FBT003
    monkeypatch.setattr(
        "analysis.pipeline.annotate", lambda text, **_: replace(newsroom.annotate(text), claims=(claim,))
    )

    sweep(newsroom)
    Analysis.objects.filter(versions=VERSIONS).update(versions="reading 0, checks 1")
    sweep(newsroom)

    assert ClaimSighting.objects.filter(passage__draft=drafts[0]).count() == 1


def test_signature_outlives_the_update_and_hears_of_new_conflicts(newsroom: Newsroom, drafts: list[Draft]) -> None:
    approve(by=newsroom.chief, draft=drafts[0], seen_sha256=drafts[0].sha256)
    newsroom.between[frozenset({WALL, WIRE})] = [found()]

    sweep(newsroom)

    assert approval_standing(newsroom.story).kind == ApprovalKind.NEW_CONFLICT
    assert newsroom.story.decisions.get().versions == OLDER


@pytest.mark.parametrize("page", ["review", "sign-off", "history", "hand-in-to", "progress"])
def test_page_of_what_older_checks_read_opens(
    newsroom: Newsroom, drafts: list[Draft], client: Client, page: str
) -> None:
    client.force_login(newsroom.editor)

    assert client.get(reverse(page, args=[newsroom.story.pk]), follow=True).status_code == 200


def test_page_opens_while_only_one_of_two_drafts_is_read_anew(
    newsroom: Newsroom, drafts: list[Draft], client: Client
) -> None:
    tasks.sweep()
    for analysis in Analysis.objects.unfinished():
        tasks.analyse_draft(analysis.pk)
    client.force_login(newsroom.editor)

    assert client.get(reverse("review", args=[newsroom.story.pk])).status_code == 200
