"""The main job from end to end, with the real readers and the real language model."""

from datetime import date

import pytest

from articles.models import Desk, Draft, Role, Story, StoryState, Upload, User
from review import tasks
from review.actions.decisions import approve
from review.actions.resolutions import dismiss, mark_to_fix
from review.actions.stories import open_story
from review.actions.uploads import confirm_upload, receive_upload
from review.models import Alert, AlertKind, Analysis, Comparison, Reason
from review.standing import ApprovalKind, approval_standing, standing_of, standings
from tests.factories import DeskFactory, member

HARBOUR = """Council to rebuild harbour wall

The council will rebuild the harbour wall in Marrow Bay for £4.2 million, Mayor Mira Okonjo said on Monday.
The wall was badly damaged in the storm of 2021. Work will start in May, the council said.
"""
FIXED = HARBOUR.replace("£4.2 million", "£5.8 million")
RIVAL = """Harbour wall in Marrow Bay to be rebuilt

Mayor Mira Okonjo said on Monday that the council would rebuild the harbour wall in Marrow Bay for £5.8 million.
The storm of 2021 badly damaged the wall. The council said that work would start in May.
"""

pytestmark = [pytest.mark.django_db, pytest.mark.long]


@pytest.fixture
def desk() -> Desk:
    return DeskFactory.create()


def handed_in(story: Story, text: str, *, by: User, revises: Draft | None = None) -> Draft:
    upload = receive_upload(by=by, story=story, filename="harbour.txt", content=text.encode())
    tasks.read_upload(upload.pk)
    read = Upload.objects.get(pk=upload.pk)
    draft = confirm_upload(
        by=by,
        upload=read,
        headline=read.headline,
        byline=str(by),
        dated=date(2026, 7, 1),
        source="",
        revises=revises,
        written_by=by,
    )
    for analysis in Analysis.objects.unfinished():
        tasks.analyse_draft(analysis.pk)
    for comparison in Comparison.objects.ready():
        tasks.compare_drafts(comparison.pk)
    return draft


def test_story_goes_from_two_files_to_a_signature_and_goes_stale(desk: Desk) -> None:
    reporter, rival = member(desk), member(desk)
    editor, chief = member(desk, Role.EDITOR), member(desk, Role.CHIEF)
    story = open_story(by=reporter, desk=desk, slug="harbour-wall")

    draft = handed_in(story, HARBOUR, by=reporter)
    handed_in(story, RIVAL, by=rival)
    figure = next(s.finding for s in standings(story) if s.finding.kind == "figure")
    assert {passage.exact for passage in figure.annotation.passages.all()} == {"£4.2 million", "£5.8 million"}
    assert Alert.objects.filter(recipient=chief, kind=AlertKind.FLAGGED).exists()

    mark_to_fix(by=editor, finding=figure, seen=None)
    revision = handed_in(story, FIXED, by=reporter, revises=draft)
    assert standing_of(figure).label == f"Fixed in {revision.label}"

    for standing in standings(story):
        dismiss(by=editor, finding=standing.finding, reason=Reason.BOTH_TRUE, seen=None)
    approve(by=chief, draft=revision, seen_sha256=revision.sha256)
    story.refresh_from_db()
    assert story.state == StoryState.APPROVED

    handed_in(story, FIXED.replace("in May", "in June"), by=reporter, revises=revision)
    story.refresh_from_db()
    assert approval_standing(story).kind == ApprovalKind.STALE
