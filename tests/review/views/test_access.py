"""Who reaches what: every address of the app, walked by people who may not see the story behind it."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.timezone import now

from articles.models import Desk, Membership, Role, User
from review.actions.house import Entry, keep_entry
from review.models import Alert, AlertKind
from tests.factories import (
    AlertFactory,
    CallFactory,
    ClaimFactory,
    HouseEntryFactory,
    MembershipFactory,
    TokenFactory,
    UploadFactory,
    UserFactory,
    member,
)
from tests.review.drafts import Pair

_RESET = {f"password_reset{step}" for step in ("", "_done", "_confirm", "_complete")}
_DIRECTORY = {"directory", "directory-back"}
OPEN_TO_ALL = (
    {"login", "logout", "admin-login", "mfa_authenticate", "unsubscribe", "healthz", "readyz", "metrics"}
    | _RESET
    | _DIRECTORY
)
OF_NO_STORY = {
    "admin-password-change",
    "board", "desks", "hand-in", "hand-over", "mails", "mails-read", "preferences", "password_change",
    "password_change_done", "records", "records-export", "second-factor", "second-factor-set-up", "second-factor-off",
    "recovery-codes",
}  # fmt: skip
OF_STORY = (
    "story", "hand-in-to", "claims", "comments", "progress", "review", "company", "findings-dismiss",
    "findings-take-back", "compare", "read-again", "name-rule", "name-take-back", "sign-off", "history",
    "history-export", "plan", "uploads-confirm",
)  # fmt: skip
OF_DRAFT = ("pack", "leave-out", "take-in", "draft-withdraw", "draft-move")
OF_DESK = (
    "desk", "desk-invite", "try-examples", "house", "house-add", "house-take-in", "house-csv", "precision",
    "precision-tune", "connections", "token-make", "webhook-add",
)  # fmt: skip
OF_MEMBER = ("desk-member", "desk-invite-again", "desk-take-off")
OF_UPLOAD = ("upload", "upload-confirm", "upload-discard", "upload-again")
OF_FINDING = (
    "finding-dismiss", "finding-to-fix", "finding-accept", "finding-reopen", "finding-take-back", "finding-thread",
)  # fmt: skip
ONLY_BY_POST = {
    "claim-verdict", "claim-take-back", "comment", "try-examples",
    "upload-confirm", "uploads-confirm", "upload-discard", "upload-again", "compare", "finding-dismiss",
    "finding-to-fix",
    "findings-dismiss", "findings-take-back", "finding-accept", "finding-reopen", "finding-take-back", "name-rule",
    "name-take-back", "decide", "leave-out", "take-in", "try-again", "mails-read", "read-again", "desk-invite",
    "desk-invite-again", "desk-member", "desk-take-off", "house-take-in", "house-strike", "precision-tune",
    "token-make", "token-revoke", "webhook-add", "webhook-remove", "call-again", "second-factor-off", "recovery-codes",
}  # fmt: skip

RUN_BY_ADMINISTRATORS = {"desk", "desk-invite", "desk-member", "desk-invite-again", "desk-take-off"}


def names(patterns: list[URLPattern | URLResolver]) -> set[str]:
    """Every name but the administrator's, and the API's, which tests/review/api/test_doors.py walks."""
    found: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            found |= {str(pattern.name)} - {"api-nowhere"}
        elif pattern.namespace not in {"admin", "api"}:
            found |= names(pattern.url_patterns)
    return found


@pytest.fixture
def addresses(pair: Pair) -> dict[str, str]:
    """One address of each kind, all of one story."""
    upload = UploadFactory.create(story=pair.story, state="read", body="The wall.")
    finding = pair.found("Monday", "Friday")
    alert = AlertFactory.create(story=pair.story)
    claim = ClaimFactory.create(story=pair.story)
    membership = MembershipFactory.create(desk=pair.story.desk)
    entry = HouseEntryFactory.create(desk=pair.story.desk)
    call = CallFactory.create(webhook__desk=pair.story.desk, story=pair.story)
    return {
        **{name: reverse(name, args=[pair.story.pk]) for name in OF_STORY},
        **{name: reverse(name, args=[upload.pk]) for name in OF_UPLOAD},
        **{name: reverse(name, args=[finding.pk]) for name in OF_FINDING},
        **{name: reverse(name) for name in OF_NO_STORY},
        **{name: reverse(name, args=[claim.pk]) for name in ("claim-verdict", "claim-take-back")},
        "comment": reverse("comment", args=[claim.annotation_id]),
        **{name: reverse(name, args=[pair.story.desk.slug]) for name in OF_DESK},
        **{name: reverse(name, args=[membership.pk]) for name in OF_MEMBER},
        **{name: reverse(name, args=[entry.pk]) for name in ("house-entry", "house-strike")},
        "token-revoke": reverse("token-revoke", args=[TokenFactory.create(desk=pair.story.desk).pk]),
        "webhook-remove": reverse("webhook-remove", args=[call.webhook_id]),
        "call-again": reverse("call-again", args=[call.pk]),
        **{name: reverse(name, args=[pair.left.pk]) for name in OF_DRAFT},
        "decide": reverse("decide", args=[pair.story.pk, "hold"]),
        "export": reverse("export", args=[pair.left.pk, "csv"]),
        "try-again": reverse("try-again", kwargs={"comparison_id": pair.comparison.pk}),
        "mail": reverse("mail", args=[alert.pk]),
    }


def outsiders(desk: Desk) -> dict[str, User]:
    """All who have no business with the desk's stories."""
    former = member(desk, Role.CHIEF)
    Membership.objects.filter(user=former).delete()
    return {
        "on another desk": member(Desk.objects.create(name="Elsewhere", slug="elsewhere"), Role.CHIEF),
        "formerly on the desk": former,
        "administrator on no desk": UserFactory.create(is_staff=True, is_superuser=True),
    }


def test_every_address_is_walked(addresses: dict[str, str]) -> None:
    assert set(addresses) | OPEN_TO_ALL == names(get_resolver().url_patterns)


def test_nobody_reaches_anything_without_logging_in(addresses: dict[str, str], client: Client) -> None:
    client.logout()

    for address in addresses.values():
        assert client.get(address).headers["Location"].startswith(f"{reverse('login')}?next=")
        assert client.post(address).status_code == HTTPStatus.FORBIDDEN


def test_who_is_not_on_the_desk_finds_none_of_its_addresses(
    addresses: dict[str, str], desk: Desk, client: Client
) -> None:
    for who, person in outsiders(desk).items():
        Alert.objects.update(recipient=person)
        client.force_login(person)
        runs = RUN_BY_ADMINISTRATORS if person.is_superuser else set()
        for name in addresses.keys() - OF_NO_STORY - runs:
            ask = client.post if name in ONLY_BY_POST else client.get
            assert ask(addresses[name]).status_code == 404, f"{who}: {name}"


@pytest.mark.parametrize("name", sorted(ONLY_BY_POST))
def test_nothing_changes_by_following_a_link(addresses: dict[str, str], client: Client, name: str) -> None:
    assert client.get(addresses[name]).status_code == 405


def test_deactivated_person_is_logged_out_at_once(editor: User, client: Client) -> None:
    User.objects.filter(pk=editor.pk).update(is_active=False)

    assert client.get(reverse("board")).status_code == 302


def test_who_left_the_desk_reads_no_more_of_its_notifications(pair: Pair, editor: User, client: Client) -> None:
    AlertFactory.create(recipient=editor, story=pair.story, kind=AlertKind.HELD)
    Membership.objects.filter(user=editor).delete()

    page = client.get(reverse("mails")).content.decode()

    assert pair.story.slug not in page
    assert "unread" not in page


def test_administrator_on_no_desk_runs_its_people_and_settings_and_sees_no_more_of_it(
    pair: Pair, addresses: dict[str, str], client: Client
) -> None:
    HouseEntryFactory.create(desk=pair.story.desk, name="Wanda Secret")
    keep_entry(by=member(pair.story.desk, Role.EDITOR), desk=pair.story.desk, entry=Entry("Otto Secret", "PERSON"))
    client.force_login(UserFactory.create(is_staff=True, is_superuser=True))

    shown = client.get(addresses["desk"]).content.decode()
    settings = {"signatures_needed": "3", "alert_threshold": "major", "time_zone": ""}
    client.post(addresses["desk"], settings)

    pair.story.desk.refresh_from_db()
    assert pair.story.desk.signatures_needed == 3
    assert "You run this desk as an administrator" in shown
    assert "Invite somebody" in shown
    assert not [word for word in ("Secret", pair.story.slug, "House list</a>", "Precision</a>") if word in shown]


def test_administrator_invites_the_first_chief_of_a_desk(client: Client, db: None) -> None:
    desk = Desk.objects.create(name="New desk", slug="new")
    client.force_login(UserFactory.create(is_staff=True, is_superuser=True))
    typed = {"first_name": "Noor", "last_name": "New", "email": "noor@backread.example", "role": "chief"}

    client.post(reverse("desk-invite", args=["new"]), typed)

    assert str(desk.memberships.get()) == "Noor New, Desk chief on New desk"
    assert "New desk" in client.get(reverse("desks"), follow=True).content.decode()


def test_administrators_pages_show_no_copy(pair: Pair, client: Client) -> None:
    administrator = UserFactory.create(is_staff=True, is_superuser=True)
    client.force_login(administrator)

    shown = client.get(reverse("admin:index")).content.decode()

    assert not [word for word in ("draft", "story", "stories", "upload", "finding") if f"{word}/" in shown.lower()]


@pytest.mark.parametrize("next_page", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_log_in_leads_nowhere_else(db: None, client: Client, next_page: str) -> None:
    UserFactory.create(username="edda", can_log_in=True)
    form = {"username": "edda", "password": "second-pair-of-eyes", "next": next_page}

    assert client.post(reverse("login"), form).headers["Location"] == reverse("board")


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5_000, "-1", "one", "1\x00", "٣"])
def test_number_that_no_draft_has_is_no_error(pair: Pair, client: Client, number: str) -> None:
    for name in ("sign-off", "review"):
        answer = client.get(
            reverse(name, args=[pair.story.pk]), {"draft": number, "a": number, "finding": number, "claim": number}
        )
        assert answer.status_code in {200, 404}


def test_character_that_no_database_keeps_is_no_error(editor: User, client: Client) -> None:
    assert client.get(reverse("board"), {"desk": "city\x00"}).status_code == 200


def test_notification_of_a_story_stays_with_who_is_on_its_desk(pair: Pair, editor: User, client: Client) -> None:
    alert = AlertFactory.create(recipient=editor, story=pair.story, created_at=now() - timedelta(days=1))

    assert client.get(reverse("mail", args=[alert.pk])).status_code == 200
