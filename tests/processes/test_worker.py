"""The way of work to a real worker and back."""

from analysis.stored import loaded
from articles.models import Desk, Membership, Role, User
from review.actions.drafts import receive_draft
from review.actions.stories import open_story
from review.models import Analysis, Comparison, RunState, SentenceVectors
from tests.workers import Worker


def test_a_worker_reads_what_is_handed_in(worker: Worker) -> None:
    editor = User.objects.create_user("edda")
    desk = Desk.objects.create(name="City desk", slug="city")
    Membership.objects.create(user=editor, desk=desk, role=Role.EDITOR)
    story = open_story(by=editor, desk=desk, slug="dredging")
    body = "Edda Lowe, who chairs the harbour board of Saltmere, said on Tuesday that work would begin in March."

    draft = receive_draft(by=editor, story=story, headline="Board approves dredging", body=body)
    worker.finish()

    analysis = Analysis.objects.get(draft=draft)
    assert analysis.state == RunState.DONE
    assert "Edda Lowe" in [entity.name for entity in loaded(analysis.document or {}).entities]


def test_a_worker_reads_what_the_sentences_of_two_drafts_mean(worker: Worker) -> None:
    editor = User.objects.create_user("edda")
    desk = Desk.objects.create(name="City desk", slug="city")
    Membership.objects.create(user=editor, desk=desk, role=Role.EDITOR)
    story = open_story(by=editor, desk=desk, slug="hotel-fire")
    for headline, body in (("Fire", "Nobody was killed in the fire."), ("Blaze", "There were no deaths in the blaze.")):
        receive_draft(by=editor, story=story, headline=headline, body=body)

    worker.finish()

    comparison = Comparison.objects.get()
    assert comparison.state == RunState.DONE
    assert SentenceVectors.objects.count() == 2
    assert [1, 1] in [[i, j] for i, j, _ in comparison.alignment]
