"""Who is told what: only what is new or worse, nobody of their own act, nobody outside the desk."""

from collections.abc import Iterable

import pytest
from django.utils.timezone import now

from analysis.findings import Severity
from articles.models import Draft, Role, User
from review.actions.decisions import approve, hold, kill, send_back
from review.actions.resolutions import dismiss
from review.models import Alert, AlertKind, LastLooked, Reason
from review.standing import standings
from tests.factories import DeskFactory, found, member
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long."
LONGER_WALL = "The wall is 50 metres long."
WIRE = "According to the wire, the wall is 50 metres long."


def told(kind: AlertKind) -> set[User]:
    return {alert.recipient for alert in Alert.objects.filter(kind=kind).select_related("recipient")}


def messages_to(person: User, kind: AlertKind = AlertKind.FLAGGED) -> list[Iterable[str]]:
    """The findings of each alert, in the order of writing."""
    return [sorted(alert.findings) for alert in Alert.objects.filter(recipient=person, kind=kind).order_by("id")]


def test_writer_and_chiefs_hear_of_a_flagged_draft(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found()]

    newsroom.read_in(WALL)

    assert told(AlertKind.FLAGGED) == {newsroom.reporter, newsroom.chief}


def test_many_findings_make_one_alert_a_person(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(fingerprint=f"finding-{n}") for n in range(200)]

    newsroom.read_in(WALL)

    assert Alert.objects.filter(kind=AlertKind.FLAGGED).count() == 2


def test_draft_is_told_once_with_what_it_has_alone_and_against_all_others(newsroom: Newsroom) -> None:
    newsroom.read_in(WALL)
    newsroom.read_in(LONGER_WALL)
    newsroom.alone[WIRE] = [found(fingerprint="alone")]
    newsroom.between[frozenset({WALL, WIRE})] = [found(fingerprint="against A")]
    newsroom.between[frozenset({LONGER_WALL, WIRE})] = [found(fingerprint="against B")]

    newsroom.read_in(WIRE)

    assert messages_to(newsroom.chief) == [["against A", "against B", "alone"]]


def test_finding_below_the_desks_threshold_is_told_to_nobody(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(severity=Severity.MINOR)]

    newsroom.read_in(WALL)

    assert told(AlertKind.FLAGGED) == set()


def test_desk_sets_the_threshold(newsroom: Newsroom) -> None:
    newsroom.desk.alert_threshold = "minor"
    newsroom.desk.save()
    newsroom.alone[WALL] = [found(severity=Severity.MINOR)]

    newsroom.read_in(WALL)

    assert newsroom.reporter in told(AlertKind.FLAGGED)


def test_later_draft_tells_only_what_is_new(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(fingerprint="old")]
    newsroom.alone[LONGER_WALL] = [found(fingerprint="old"), found(fingerprint="new")]
    draft = newsroom.read_in(WALL)

    newsroom.read_in(LONGER_WALL, revises=draft)

    assert messages_to(newsroom.chief) == [["old"], ["new"]]


def test_later_draft_without_news_tells_nothing(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = newsroom.alone[LONGER_WALL] = [found()]
    draft = newsroom.read_in(WALL)

    newsroom.read_in(LONGER_WALL, revises=draft)

    assert len(messages_to(newsroom.chief)) == 1


def test_finding_that_rose_in_severity_is_told_again(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(severity=Severity.MAJOR)]
    newsroom.alone[LONGER_WALL] = [found(severity=Severity.BLOCKER)]
    draft = newsroom.read_in(WALL)

    newsroom.read_in(LONGER_WALL, revises=draft)

    assert len(messages_to(newsroom.reporter)) == 2


def test_finding_that_the_person_could_see_when_they_last_looked_is_not_told(newsroom: Newsroom) -> None:
    newsroom.between[frozenset({WALL, WIRE})] = [found(severity=Severity.MINOR)]
    wall = newsroom.read_in(WALL)
    newsroom.read_in(WIRE)
    LastLooked.objects.create(user=newsroom.chief, story=newsroom.story, at=now())
    newsroom.desk.alert_threshold = "minor"
    newsroom.desk.save()

    newsroom.read_in(LONGER_WALL, revises=wall)

    assert messages_to(newsroom.chief) == []


def test_dismissed_finding_is_told_of_no_later_draft(newsroom: Newsroom) -> None:
    newsroom.desk.alert_threshold = "blocker"
    newsroom.desk.save()
    newsroom.alone[WALL] = [found(severity=Severity.MAJOR)]
    newsroom.alone[LONGER_WALL] = [found(severity=Severity.BLOCKER)]
    draft = newsroom.read_in(WALL)
    dismiss(by=newsroom.editor, finding=standings(newsroom.story)[0].finding, reason=Reason.WRONG, seen=None)

    newsroom.read_in(LONGER_WALL, revises=draft)

    assert told(AlertKind.FLAGGED) == set()


def test_nobody_who_left_the_desk_or_was_deactivated_is_told(newsroom: Newsroom) -> None:
    gone, outsider = member(newsroom.desk, Role.CHIEF, is_active=False), member(DeskFactory.create(), Role.CHIEF)
    newsroom.alone[WALL] = [found()]
    newsroom.hand_in(WALL)
    newsroom.reporter.memberships.all().delete()

    newsroom.work()

    assert told(AlertKind.FLAGGED) == {newsroom.chief}
    assert not Alert.objects.filter(recipient__in=[gone, outsider]).exists()


def test_chief_who_is_reporter_elsewhere_is_told_once(newsroom: Newsroom) -> None:
    other = DeskFactory.create()
    other.memberships.create(user=newsroom.chief, role=Role.REPORTER)
    newsroom.alone[WALL] = [found()]

    newsroom.read_in(WALL)

    assert len(messages_to(newsroom.chief)) == 1


def test_clean_draft_awaits_the_signature_of_chiefs_who_wrote_none_of_it(newsroom: Newsroom) -> None:
    writing_chief = member(newsroom.desk, Role.CHIEF)

    newsroom.read_in(WALL, by=writing_chief)

    assert told(AlertKind.AWAITING) == {newsroom.chief}


def test_chief_elsewhere_who_reports_here_is_asked_for_no_signature(newsroom: Newsroom) -> None:
    elsewhere = member(DeskFactory.create(), Role.CHIEF)
    newsroom.desk.memberships.create(user=elsewhere, role=Role.REPORTER)

    newsroom.read_in(WALL)

    assert told(AlertKind.AWAITING) == {newsroom.chief}


def asked_to_sign() -> list[str]:
    asked = Alert.objects.filter(kind=AlertKind.AWAITING).order_by("id")
    return [alert.draft.label for alert in asked if alert.draft]


def test_signature_is_asked_for_once_a_story_however_many_versions_are_ready(newsroom: Newsroom) -> None:
    newsroom.read_in(WALL)

    newsroom.read_in(WIRE)

    assert asked_to_sign() == ["A1"]


def test_who_has_read_that_a_story_awaits_them_is_asked_for_the_next_draft(newsroom: Newsroom) -> None:
    first = newsroom.read_in(WALL)
    Alert.objects.update(read_at=now())

    newsroom.read_in("The wall is 45 metres long.", revises=first)

    assert asked_to_sign() == ["A1", "A2"]


def test_signature_is_asked_for_again_after_the_story_had_to_be_worked_on(newsroom: Newsroom) -> None:
    first = newsroom.read_in(WALL)
    send_back(by=newsroom.chief, draft=first, note="Measure again.")

    newsroom.read_in("The wall is 45 metres long.", revises=first)

    assert asked_to_sign() == ["A1", "A2"]


def test_approval_is_told_to_the_writer_and_not_to_who_signed(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(WALL)

    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    assert told(AlertKind.APPROVED) == {newsroom.reporter}


def test_first_of_two_signatures_is_told_to_nobody(newsroom: Newsroom) -> None:
    newsroom.desk.signatures_needed = 2
    newsroom.desk.save()
    draft = newsroom.read_in(WALL)

    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    assert told(AlertKind.APPROVED) == set()


def test_reasons_of_sending_back_and_of_holding_go_with_the_alert(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(WALL)

    send_back(by=newsroom.chief, draft=draft, note="Who measured it?")
    hold(by=newsroom.chief, story=newsroom.story, note="A lawyer called.")

    notes = Alert.objects.filter(recipient=newsroom.reporter, caused_by=newsroom.chief).values_list("kind", "note")
    assert set(notes) == {(AlertKind.SENT_BACK, "Who measured it?"), (AlertKind.HELD, "A lawyer called.")}


def test_end_of_a_story_is_told_to_its_writer_with_the_reason_and_not_to_who_ended_it(newsroom: Newsroom) -> None:
    newsroom.read_in(WALL)

    kill(by=newsroom.chief, story=newsroom.story, note="It never happened.")

    alert = Alert.objects.get(kind=AlertKind.KILLED)
    assert (alert.recipient, alert.note) == (newsroom.reporter, "It never happened.")


def approved(newsroom: Newsroom) -> Draft:
    draft = newsroom.read_in(WALL)
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)
    return draft


def test_stale_approval_is_told_to_the_chief(newsroom: Newsroom) -> None:
    newsroom.read_in(LONGER_WALL, revises=approved(newsroom))

    assert told(AlertKind.STALE) == {newsroom.chief}


def test_new_version_of_a_story_that_was_never_approved_makes_nothing_stale(newsroom: Newsroom) -> None:
    newsroom.read_in(LONGER_WALL, revises=newsroom.read_in(WALL))

    assert told(AlertKind.STALE) == set()


def test_conflict_after_approval_is_told_once_and_not_as_a_flag_too(newsroom: Newsroom) -> None:
    approved(newsroom)
    newsroom.between[frozenset({WALL, WIRE})] = [found()]

    newsroom.read_in(WIRE)

    assert told(AlertKind.NEW_CONFLICT) == {newsroom.chief, newsroom.reporter}
    assert told(AlertKind.FLAGGED) == set()


def test_act_that_fails_tells_nobody(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = newsroom.read_in(WALL)
    before = Alert.objects.count()
    monkeypatch.setattr("review.actions.decisions.alerts.tell", _break_after(Alert))

    with pytest.raises(RuntimeError):
        send_back(by=newsroom.chief, draft=draft, note="Who measured it?")

    assert Alert.objects.count() == before


def _break_after(alerts: type[Alert]) -> object:
    def tell(*_args: object, **_told: object) -> None:
        alerts.objects.create(
            recipient=User.objects.earliest("pk"),
            story=Draft.objects.get().story,
            kind=AlertKind.SENT_BACK,
            message_id="<one@backread.example>",
        )
        raise RuntimeError("the power went")

    return tell
