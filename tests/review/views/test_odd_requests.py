"""Requests that no page of ours makes: no address fails at what nobody can mean."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from articles.models import Desk, Role, User
from review.alerting.unsubscribing import token_for
from tests.factories import ClaimFactory, StoryFactory, member
from tests.review.drafts import Pair
from tests.review.views.answers import ANSWERS, OPEN_TO_ALL
from tests.review.views.test_access import addresses

__all__ = ["addresses"]
Answered = tuple[str, int]  # what was asked, and the status


TOO_LARGE, ENDLESS, NUL, NO_ADDRESS, NEVER = "9" * 25, "9" * 5_000, "a\x00b", "//[", "9999-12-31T23:59"
ASKED = (
    "a", "b", "claim", "comparison", "decided", "decision", "desk", "draft", "edit", "end", "finding", "here", "kind",
    "layers", "name", "names", "next", "on", "order", "page", "paragraph", "reading", "severity", "sort", "speaker",
    "start", "state", "status", "time", "to", "what", "who", "with", "words",
)  # fmt: skip
SENT = (
    "aliases", "assignee", "back", "byline", "code", "dated", "deadline_at", "decided", "draft", "email",
    "embargo_until", "events", "finding", "first_name", "headline", "hour", "kind", "label", "locator", "loudness",
    "name", "note", "paragraph", "password", "priority", "reason", "revises", "role", "scope", "scopes", "seen",
    "seen_sha256", "slug", "source", "status", "stories", "text", "time_zone", "to", "until", "url", "username", "what",
    "words", "written_by",
)  # fmt: skip


@pytest.fixture
def chief(desk: Desk, client: Client) -> User:
    person = member(desk, Role.CHIEF)
    client.force_login(person)
    return person


def failing(answers: Iterator[Answered]) -> list[str]:
    """What was asked where the fault was ours; what the asking changed is undone."""
    found = []
    save = transaction.savepoint()
    for asked, status in answers:
        transaction.savepoint_rollback(save)
        save = transaction.savepoint()
        found += [asked] if status >= 500 else []
    return found


@pytest.mark.parametrize("odd", [TOO_LARGE, NUL])
def test_no_address_fails_at_what_its_parts_say(addresses: dict[str, str], chief: User, odd: str) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(chief)
    opened = {name: reverse(name) for name in ("login", "directory", "password_reset")} | addresses

    def asking() -> Iterator[Answered]:
        for name, address in opened.items():
            yield name, client.get(address, dict.fromkeys(ASKED, odd)).status_code
            yield (
                f"{name} by htmx",
                client.get(address, dict.fromkeys(ASKED, odd), headers={"HX-Request": "true"}).status_code,
            )

    assert failing(asking()) == []


@pytest.mark.parametrize("odd", [TOO_LARGE, ENDLESS, NUL, NEVER])
def test_no_form_fails_at_what_its_fields_say(addresses: dict[str, str], chief: User, odd: str) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(chief)

    def sending() -> Iterator[Answered]:
        for name, address in addresses.items():
            sound = ANSWERS[name].sends or {}
            yield name, client.post(address, dict.fromkeys(SENT, odd) | sound).status_code
            for field in sound:
                yield f"{name}, {field}", client.post(address, sound | {field: odd}).status_code

    assert failing(sending()) == []


@pytest.mark.parametrize("odd", [TOO_LARGE, NUL])
def test_no_form_of_a_stranger_fails(db: None, odd: str) -> None:
    client = Client(raise_request_exception=False)
    token = {"unsubscribe": [token_for(member(StoryFactory.create().desk, Role.EDITOR), None)]}
    token |= {"password_reset_confirm": ["MQ", "a-b"]}

    def sending() -> Iterator[Answered]:
        for name in OPEN_TO_ALL:
            yield name, client.post(reverse(name, args=token.get(name)), dict.fromkeys(SENT, odd)).status_code

    assert failing(sending()) == []


@pytest.mark.parametrize("address", [NO_ADDRESS, "http://[", "http://testserver/["])
def test_page_that_a_browser_names_wrongly_is_no_page(pair: Pair, client: Client, address: str) -> None:
    named = {"HX-Request": "true", "HX-Current-URL": address}
    claim = ClaimFactory.create(story=pair.story)

    followed = client.get(reverse("company", args=[pair.story.pk]), headers=named)
    refused = client.post(reverse("claim-verdict", args=[claim.pk]), {"status": "", "back": address})

    assert (followed.status_code, refused.status_code) == (200, 422)


def test_finding_is_dismissed_until_no_day_that_never_comes(pair: Pair, client: Client) -> None:
    finding = pair.found("Monday", "Friday")
    told = {"reason": "wrong", "scope": "story", "until": "9999-12-31"}

    answer = client.post(reverse("finding-dismiss", args=[finding.pk]), told)

    assert (answer.status_code, finding.annotation.story.resolutions.exists()) == (422, False)
    assert "Write a year from 1700 to 2199." in answer.content.decode()


@pytest.mark.parametrize("clock", ["America/New_York", "Pacific/Kiritimati"])
@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_deadline_lies_within_the_calendar_of_every_clock(
    desk: Desk, chief: User, client: Client, clock: str, moment: str
) -> None:
    story = StoryFactory.create(desk=desk)
    Desk.objects.update(time_zone=clock)

    answer = client.post(reverse("plan", args=[story.pk]), {"priority": 3, "deadline_at": moment})

    assert answer.status_code == 422
    assert "Write a year from 1700 to 2199." in answer.content.decode()
