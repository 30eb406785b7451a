"""Deciding on a finding: it lands on the next one, or says why not and keeps what was typed."""

from datetime import UTC, datetime

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Desk, Role, User
from review.actions.resolutions import dismiss, mark_to_fix
from review.models import Finding, Reason, Resolution, ResolutionKind, Scope
from tests.factories import DeskFactory, member
from tests.review.drafts import Pair


@pytest.fixture
def finding(pair: Pair) -> Finding:
    return pair.found("Monday", "Friday", message="The days differ.")


def decide(
    client: Client, act: str, finding: Finding, *, query: str = "", headers: dict[str, str] | None = None, **typed: str
) -> HttpResponse:
    response: HttpResponse = client.post(f"{reverse(act, args=[finding.pk])}?{query}", typed, headers=headers)  # type: ignore[assignment]
    return response


def test_a_dismissal_keeps_its_reason_note_and_scope(client: Client, finding: Finding, editor: User) -> None:
    decide(client, "finding-dismiss", finding, reason="both_true", note="Two sailings", scope="passage")

    resolution = Resolution.objects.get()
    assert (resolution.reason, resolution.note, resolution.scope) == (Reason.BOTH_TRUE, "Two sailings", Scope.PASSAGE)
    assert resolution.by == editor


def test_a_dismissal_without_a_reason_is_impossible_and_keeps_the_note(client: Client, finding: Finding) -> None:
    response = decide(client, "finding-dismiss", finding, note="Two sailings")

    assert response.status_code == 422
    assert not Resolution.objects.exists()
    assert "Choose a reason" in response.content.decode()
    assert "Two sailings" in response.content.decode()


def test_a_finding_cannot_be_accepted_without_saying_why(client: Client, finding: Finding) -> None:
    response = decide(client, "finding-accept", finding, note="  ")

    assert response.status_code == 422
    assert not Resolution.objects.exists()


@pytest.mark.parametrize(
    ("act", "kind"), [("finding-to-fix", ResolutionKind.TO_FIX), ("finding-accept", ResolutionKind.ACCEPTED)]
)
def test_other_decisions_are_kept_as_well(client: Client, finding: Finding, act: str, kind: ResolutionKind) -> None:
    decide(client, act, finding, note="As agreed with the writer")

    assert Resolution.objects.get().kind == kind


def test_a_decision_can_be_taken_back(client: Client, finding: Finding, editor: User) -> None:
    dismissed = dismiss(by=editor, finding=finding, reason=Reason.WRONG, seen=None)

    decide(client, "finding-reopen", finding, seen=str(dismissed.pk))

    assert Resolution.objects.latest("id").kind == ResolutionKind.REOPENED


def test_after_deciding_one_lands_on_the_finding_that_the_card_named(
    client: Client, pair: Pair, finding: Finding
) -> None:
    following = pair.found("Ines", "Inez")
    page = client.get(reverse("review", args=[pair.story.pk]), {"finding": finding.pk}).content.decode()
    landing = f"a={pair.left.pk}&amp;b={pair.right.pk}&amp;finding={following.pk}"
    assert f"{reverse('finding-to-fix', args=[finding.pk])}?{landing}" in page

    response = decide(client, "finding-to-fix", finding, query=landing.replace("&amp;", "&"))

    assert response.status_code == 302
    decision = Resolution.objects.get()
    assert response["Location"].endswith(f"finding={following.pk}&decided={decision.pk}")


def test_what_is_to_be_fixed_is_not_landed_on_again(client: Client, pair: Pair, finding: Finding, editor: User) -> None:
    mark_to_fix(by=editor, finding=pair.found("Ines", "Inez"), seen=None)

    page = client.get(reverse("review", args=[pair.story.pk]), {"finding": finding.pk}).content.decode()

    assert f'{reverse("finding-to-fix", args=[finding.pk])}?a={pair.left.pk}&amp;b={pair.right.pk}"' in page


def test_with_htmx_the_next_card_and_list_come_back_alone(client: Client, pair: Pair, finding: Finding) -> None:
    following = pair.found("Ines", "Inez")

    response = client.post(
        f"{reverse('finding-to-fix', args=[finding.pk])}?finding={following.pk}",
        headers={"HX-Request": "true", "HX-Target": "findings"},
        follow=True,
    )

    fragment = response.content.decode()
    assert "Marked to fix" in fragment
    assert f'data-finding="{following.pk}"' in fragment
    assert "<html" not in fragment


def test_a_decision_made_meanwhile_is_not_overridden_and_nothing_typed_is_lost(
    client: Client, finding: Finding, desk: Desk
) -> None:
    colleague = member(desk, Role.EDITOR, first_name="Ottoline", last_name="Faster")
    mark_to_fix(by=colleague, finding=finding, seen=None)

    response = decide(client, "finding-dismiss", finding, reason="wrong", note="It was a typo", seen="")

    page = response.content.decode()
    assert response.status_code == 409
    assert Resolution.objects.get().kind == ResolutionKind.TO_FIX
    assert "Ottoline Faster was faster" in page
    assert "It was a typo" in page


def test_a_note_is_kept_even_when_the_finding_is_settled_by_now(client: Client, finding: Finding, desk: Desk) -> None:
    dismiss(by=member(desk, Role.EDITOR), finding=finding, reason=Reason.KNOWN, seen=None)

    response = decide(client, "finding-to-fix", finding, note="Ask the port", seen="")

    assert response.status_code == 409
    assert "Your note is kept: “Ask the port”" in response.content.decode()


def test_after_a_refusal_the_same_decision_can_be_made_knowingly(client: Client, finding: Finding, desk: Desk) -> None:
    first = mark_to_fix(by=member(desk, Role.EDITOR), finding=finding, seen=None)
    refused = decide(client, "finding-dismiss", finding, reason="wrong", seen="").content.decode()
    dismissal = refused.split(reverse("finding-dismiss", args=[finding.pk]))[1].split("</form>")[0]
    assert f'name="seen" value="{first.pk}"' in dismissal

    decide(client, "finding-dismiss", finding, reason="wrong", seen=str(first.pk))

    assert Resolution.objects.latest("id").kind == ResolutionKind.DISMISSED


def test_a_reporter_is_refused_in_words(client: Client, finding: Finding, desk: Desk) -> None:
    client.force_login(member(desk, Role.REPORTER))

    response = decide(client, "finding-to-fix", finding)

    assert response.status_code == 409
    assert "can decide on findings" in response.content.decode()
    assert not Resolution.objects.exists()


def test_nobody_outside_the_desk_can_decide(client: Client, finding: Finding) -> None:
    client.force_login(member(DeskFactory.create(), Role.CHIEF))

    assert decide(client, "finding-to-fix", finding).status_code == 404
    assert not Resolution.objects.exists()


def test_a_link_cannot_decide(client: Client, finding: Finding) -> None:
    assert client.get(reverse("finding-to-fix", args=[finding.pk])).status_code == 405


def test_a_dismissal_until_a_day_holds_to_its_end(client: Client, finding: Finding) -> None:
    decide(client, "finding-dismiss", finding, reason="known", until="2126-07-03")

    assert Resolution.objects.get().last_day == "3 July 2126"


def test_the_day_of_a_dismissal_is_told_and_ends_by_the_desks_clock(client: Client, finding: Finding) -> None:
    Desk.objects.update(time_zone="Pacific/Auckland")

    decide(client, "finding-dismiss", finding, reason="known", until="2126-07-03")

    resolution = Resolution.objects.get()
    assert resolution.until == datetime(2126, 7, 3, 12, tzinfo=UTC)  # midnight in Auckland
    assert resolution.last_day == "3 July 2126"


def test_a_dismissal_until_a_day_that_is_over_is_not_saved_and_says_so(client: Client, finding: Finding) -> None:
    response = decide(client, "finding-dismiss", finding, reason="known", until="2026-01-02")

    assert response.status_code == 422
    assert "That day is over." in response.content.decode()


def test_the_last_word_can_be_taken_back_on_its_card(client: Client, finding: Finding, editor: User) -> None:
    to_fix = mark_to_fix(by=editor, finding=finding, seen=None)

    response = client.post(reverse("finding-take-back", args=[finding.pk]), {"seen": to_fix.pk}, follow=True)

    assert "Taken back: what stood before stands again." in response.content.decode()
    assert Resolution.objects.latest("pk").kind == ResolutionKind.REOPENED


def test_what_was_decided_since_is_not_taken_back_unseen(client: Client, finding: Finding, editor: User) -> None:
    mark_to_fix(by=editor, finding=finding, seen=None)

    response = client.post(reverse("finding-take-back", args=[finding.pk]), {"seen": ""})

    assert response.status_code == 409
    assert "were faster yourself" in response.content.decode()
