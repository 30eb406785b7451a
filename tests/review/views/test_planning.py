"""The plan of a story, as it is typed in and shown."""

from datetime import UTC, datetime

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Desk, Priority, Role, Story, User
from tests.factories import DeskFactory, StoryFactory, member
from tests.review.conftest import Newsroom

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


@pytest.fixture
def shift(client: Client, newsroom: Newsroom) -> Newsroom:
    """The editor looks after the newsroom's story and another one, and is about to leave."""
    StoryFactory.create(desk=newsroom.desk, slug="pier")
    Story.objects.update(assignee=newsroom.editor, handover_note="As before.")
    client.force_login(newsroom.editor)
    return newsroom


def hand_over(client: Client, shift: Newsroom, to: User, *slugs: str, note: str = "") -> HttpResponse:
    ticked = [story.pk for story in Story.objects.filter(slug__in=slugs)]
    asked = {"stories": ticked, "to": to.pk, "note": note}
    response: HttpResponse = client.post(reverse("hand-over"), asked, follow=True)  # type: ignore[assignment]
    return response


def test_what_is_ticked_is_handed_over_with_one_note(client: Client, shift: Newsroom) -> None:
    page = hand_over(client, shift, shift.chief, "pier", note="Call the mayor.").content.decode()

    looked_after = {story.slug: (story.assignee, story.handover_note) for story in Story.objects.all()}
    assert looked_after == {
        "pier": (shift.chief, "Call the mayor."),
        "harbour-wall": (shift.editor, "As before."),
    }
    assert f"{shift.chief} looks after “pier” now." in page


def test_without_a_note_each_story_keeps_its_own(client: Client, shift: Newsroom) -> None:
    hand_over(client, shift, shift.chief, "pier")

    assert Story.objects.get(slug="pier").handover_note == "As before."


def test_a_story_on_another_desk_is_not_handed_to_who_is_not_on_it(client: Client, shift: Newsroom) -> None:
    other = StoryFactory.create(slug="elsewhere", assignee=shift.editor)
    other.desk.memberships.create(user=shift.editor, role=Role.EDITOR)

    page = hand_over(client, shift, shift.chief, "elsewhere", "pier").content.decode()

    assert "cannot look after its stories" in page
    assert Story.objects.get(slug="pier").assignee == shift.chief
    assert Story.objects.get(slug="elsewhere").assignee == shift.editor


def test_what_others_look_after_is_nobody_elses_to_hand_over(client: Client, shift: Newsroom) -> None:
    Story.objects.filter(slug="pier").update(assignee=shift.reporter)

    hand_over(client, shift, shift.chief, "pier")

    assert Story.objects.get(slug="pier").assignee == shift.reporter


def test_who_looks_after_nothing_is_told_so(client: Client, newsroom: Newsroom) -> None:
    client.force_login(newsroom.chief)

    assert "You look after no story." in client.get(reverse("hand-over")).content.decode()
