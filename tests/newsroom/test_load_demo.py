"""The demo newsroom in the database: two desks, people who can log in, and stories to work on."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.http import HttpRequest

from articles.audit import first_broken
from articles.models import AuditEvent, Desk, Draft, Priority, Role, Story, User
from newsroom.demo.people import CHIEF, EDITOR, PASSWORD, PEOPLE
from newsroom.demo.stories import demo_newsroom
from review.models import Analysis, RunState

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(rows_of_the_file: None) -> str:
    said = StringIO()
    call_command("load_demo", stdout=said)
    return said.getvalue()


def test_every_story_is_handed_in_and_waits_for_the_workers(loaded: str) -> None:
    assert loaded == f"Added {len(demo_newsroom().stories)} stories of the demo newsroom.\n"
    assert Draft.objects.count() == sum(len(story.drafts) for story in demo_newsroom().stories)
    assert set(Analysis.objects.values_list("state", flat=True)) == {RunState.WAITING}


def test_revision_in_the_demo_takes_the_place_of_what_it_revises(loaded: str) -> None:
    labels = [draft.label for draft in Story.objects.get(slug="quay-flood-wall").drafts.current()]

    assert labels == ["B2", "A3"]


def test_editor_and_chief_are_on_both_desks(loaded: str) -> None:
    for person in (EDITOR, CHIEF):
        assert User.objects.get(username=person.username).desks.count() == Desk.objects.count() == 2


def test_everybody_can_log_in(loaded: str) -> None:
    assert all(authenticate(HttpRequest(), username=person.username, password=PASSWORD) for person in PEOPLE)


def test_chief_may_sign_every_story_since_the_chief_wrote_none(loaded: str) -> None:
    chief = User.objects.get(username=CHIEF.username)

    assert chief.memberships.filter(role=Role.CHIEF).count() == 2
    assert not Draft.objects.filter(handed_in_by=chief).exists()
    assert not Draft.objects.filter(written_by=chief).exists()


def test_loading_again_changes_nothing(loaded: str) -> None:
    before = (User.objects.count(), Draft.objects.count(), AuditEvent.objects.count())

    call_command("load_demo", stdout=StringIO())

    assert (User.objects.count(), Draft.objects.count(), AuditEvent.objects.count()) == before


def test_demo_is_recorded_like_everything_else(loaded: str) -> None:
    assert all(story.audit_events.exists() and first_broken(story) is None for story in Story.objects.all())


def test_a_demo_story_is_planned_for_whom_it_names(loaded: str) -> None:
    story = Story.objects.get(slug="quay-flood-wall")

    assert (story.assignee, story.priority) == (User.objects.get(username=EDITOR.username), Priority.URGENT)
    assert "calls back" in story.handover_note
