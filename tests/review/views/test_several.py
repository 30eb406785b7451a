"""Dismissing many findings in one act, and undoing what was just decided."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Desk, Role, User
from review.actions.resolutions import mark_to_fix
from review.models import Finding, Reason, Resolution, ResolutionKind
from tests.factories import DeskFactory, StoryFactory, member
from tests.review.drafts import Pair


@pytest.fixture
def notes(pair: Pair) -> list[Finding]:
    return [
        pair.found("Monday", "Friday", severity="minor", message="The days differ."),
        pair.found("Ines", "Inez", severity="note", message="The names differ."),
    ]


@pytest.fixture
def blocker(pair: Pair) -> Finding:
    return pair.found("nine weeks", "nine weeks", severity="blocker", message="The weeks differ.")


def dismissed(client: Client, pair: Pair, findings: list[Finding], **typed: str) -> str:
    """The page that comes back."""
    chosen = {"finding": [finding.pk for finding in findings], "reason": "known", **typed}
    return client.post(reverse("findings-dismiss", args=[pair.story.pk]), chosen, follow=True).content.decode()


def undo(client: Client, page: str) -> str:
    """What the page's button sends."""
    form = re.search(r'action="([^"]*/findings/take-back/[^"]*)".*?</form>', page, re.DOTALL)
    assert form
    decided = re.findall(r'name="decided" value="(\d+)"', form[0])
    return client.post(form[1].replace("&amp;", "&"), {"decided": decided}, follow=True).content.decode()


def test_several_are_dismissed_with_one_reason(client: Client, pair: Pair, notes: list[Finding]) -> None:
    page = dismissed(client, pair, notes, note="Agreed with the wire.")

    assert "2 findings dismissed." in page
    assert set(Resolution.objects.values_list("reason", "note")) == {(Reason.KNOWN, "Agreed with the wire.")}


def test_a_blocker_is_left_and_says_why(client: Client, pair: Pair, notes: list[Finding], blocker: Finding) -> None:
    page = dismissed(client, pair, [*notes, blocker])

    assert "A blocker is never dismissed together with others" in page
    assert set(Resolution.objects.values_list("finding", flat=True)) == {finding.pk for finding in notes}


def test_only_what_is_no_blocker_can_be_chosen(
    client: Client, pair: Pair, notes: list[Finding], blocker: Finding
) -> None:
    page = client.get(reverse("review", args=[pair.story.pk])).content.decode()

    offered = re.findall(r'class="pick" name="finding" value="(\d+)"', page)
    assert set(offered) == {str(finding.pk) for finding in notes}


def test_what_was_decided_meanwhile_is_left(client: Client, pair: Pair, notes: list[Finding], desk: Desk) -> None:
    mark_to_fix(by=member(desk, Role.EDITOR), finding=notes[0], seen=None)
    dismissed(client, pair, notes)

    assert Resolution.objects.filter(finding=notes[1], kind=ResolutionKind.DISMISSED).exists()


@pytest.mark.parametrize(
    ("typed", "told"), [({"reason": ""}, "Choose a reason"), ({"finding": []}, "None is chosen yet")]
)
def test_without_reason_or_choice_nothing_is_dismissed_and_nothing_typed_is_lost(
    client: Client, pair: Pair, notes: list[Finding], typed: dict[str, object], told: str
) -> None:
    chosen = {"finding": [notes[0].pk], "reason": "known", "note": "Agreed", **typed}

    response = client.post(reverse("findings-dismiss", args=[pair.story.pk]), chosen)

    page = response.content.decode()
    assert response.status_code == 422
    assert told in page
    assert "Agreed" in page
    assert not Resolution.objects.exists()


def test_where_none_is_chosen_the_focus_is_on_the_first_box(
    client: Client, pair: Pair, notes: list[Finding], blocker: Finding
) -> None:
    address = reverse("findings-dismiss", args=[pair.story.pk])

    page = client.post(address, {"reason": "", "note": "Agreed"}).content.decode()

    (focused,) = re.findall(r"<input[^>]* autofocus[^>]*>", page)
    assert 'class="pick" name="finding"' in focused
    assert 'aria-describedby="none-chosen"' in focused


def test_the_findings_of_another_story_are_not_reached(client: Client, pair: Pair, desk: Desk) -> None:
    other = StoryFactory.create(desk=desk)
    finding = pair.found("Monday", "Friday", severity="note")

    response = client.post(reverse("findings-dismiss", args=[other.pk]), {"finding": finding.pk, "reason": "known"})

    assert not Resolution.objects.exists()
    assert response.status_code in {200, 422}


def test_a_reporter_is_offered_nothing_and_refused(
    client: Client, pair: Pair, notes: list[Finding], desk: Desk
) -> None:
    client.force_login(member(desk, Role.REPORTER))
    page = client.get(reverse("review", args=[pair.story.pk])).content.decode()
    assert "Dismiss several" not in page

    dismissed(client, pair, notes)

    assert not Resolution.objects.exists()


def test_nobody_outside_the_desk_reaches_it(client: Client, pair: Pair, notes: list[Finding]) -> None:
    client.force_login(member(DeskFactory.create(), Role.CHIEF))

    assert client.post(reverse("findings-dismiss", args=[pair.story.pk]), {}).status_code == 404


def test_all_of_them_are_undone_at_once(client: Client, pair: Pair, notes: list[Finding]) -> None:
    page = undo(client, dismissed(client, pair, notes))

    assert "2 findings taken back" in page
    assert "2 open findings" in page


def test_a_decision_that_was_just_made_can_be_undone(client: Client, pair: Pair, notes: list[Finding]) -> None:
    address = reverse("finding-to-fix", args=[notes[0].pk])
    page = client.post(f"{address}?finding={notes[1].pk}", {"seen": ""}, follow=True).content.decode()

    page = undo(client, page)

    assert "Taken back" in page
    assert "To fix by" not in page
    assert f'data-finding="{notes[0].pk}" data-family' in page


def test_undoing_leaves_what_somebody_else_decided_since(
    client: Client, pair: Pair, notes: list[Finding], desk: Desk, editor: User
) -> None:
    page = dismissed(client, pair, notes)
    mine = Resolution.objects.get(finding=notes[0])
    mark_to_fix(by=member(desk, Role.EDITOR, first_name="Ottoline"), finding=notes[0], seen=mine.pk)

    undo(client, page)

    assert notes[0].resolutions.latest("pk").kind == ResolutionKind.TO_FIX
