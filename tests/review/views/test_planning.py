"""The plan of a story, as it is typed in and shown."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Desk, Priority, Role, Story
from tests.factories import DeskFactory, StoryFactory, member

NOON = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def story(db: None, client: Client) -> Story:
    """On a desk in New York, where an editor is logged in."""
    desk = DeskFactory.create(time_zone="America/New_York")
    client.force_login(member(desk, Role.EDITOR))
    return StoryFactory.create(desk=desk)


def address(story: Story) -> str:
    return reverse("plan", args=[story.pk])


def shown(client: Client, story: Story) -> dict[str, str]:
    """The page's form with what stands in it, hidden fields and all."""
    form = client.get(address(story)).context["form"]
    fields = {field.html_name: field.value() for field in form} | {f"initial-{f.name}": f.value() for f in form}
    return {name: "" if value is None else str(value) for name, value in fields.items()}


def test_a_deadline_is_typed_on_the_desks_clock(client: Client, story: Story) -> None:
    client.post(address(story), shown(client, story) | {"deadline_at": "2026-07-01T08:00"})

    story.refresh_from_db()
    assert story.deadline_at == NOON


def test_a_deadline_is_shown_on_the_desks_clock_with_its_name(client: Client, story: Story) -> None:
    Story.objects.update(deadline_at=NOON)

    page = client.get(address(story)).content.decode()

    assert 'value="2026-07-01T08:00"' in page
    assert "On the desk’s clock, E" in page


def test_what_somebody_else_changed_meanwhile_is_not_undone(client: Client, story: Story) -> None:
    form = shown(client, story)
    Story.objects.update(deadline_at=NOON)

    client.post(address(story), form | {"priority": str(Priority.FLASH.value)})

    story.refresh_from_db()
    assert (story.priority, story.deadline_at) == (Priority.FLASH, NOON)


def test_only_the_desks_people_can_look_after_it(client: Client, story: Story) -> None:
    stranger = member(DeskFactory.create())

    response = client.post(address(story), shown(client, story) | {"assignee": str(stranger.pk)})

    assert response.status_code == 422
    assert Story.objects.get().assignee is None


def test_a_time_that_is_none_is_refused_and_kept_on_the_page(client: Client, story: Story) -> None:
    response = client.post(address(story), shown(client, story) | {"deadline_at": "tomorrow", "handover_note": "Wait."})

    assert response.status_code == 422
    assert "Wait." in response.content.decode()


def test_a_reporter_reads_the_plan_and_is_told_who_makes_it(client: Client, story: Story) -> None:
    Story.objects.update(deadline_at=NOON)
    client.force_login(member(Desk.objects.get()))

    page = client.get(address(story)).content.decode()

    assert ", 08:00 EDT" in page
    assert "Only an editor or a chief" in page
    assert "Save the plan" not in page


def test_a_reporter_cannot_save_a_plan(client: Client, story: Story) -> None:
    client.force_login(member(Desk.objects.get()))

    response = client.post(address(story), {"priority": "1", "initial-priority": "3"})

    assert response.status_code == 409
    assert Story.objects.get().priority == Priority.ROUTINE
