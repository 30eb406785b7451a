"""Mails: what they say, and how each is sent at least once and never to the wrong person."""

import re
import smtplib
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils.timezone import now
from pytest_django import Settings

from analysis.findings import Severity
from analysis.spans import Span
from articles.models import Role, User
from review.actions.decisions import decide, send_back
from review.actions.planning import plan_story
from review.alerting.letters import LONGEST_QUOTE
from review.alerting.sending import send_alerts
from review.models import Alert, AlertKind, AlertState, DecisionKind, Delivery, Preference
from review.models.timing import LEASE, PAUSES
from tests.factories import AlertFactory, found, member
from tests.review.conftest import Newsroom
from tests.smtp import SmtpServer

WALL = "The wall is 40 metres long."
WIRE = "According to the wire, the wall is 50 metres long."


@pytest.fixture
def alert(newsroom: Newsroom) -> Alert:
    """Written to the chief: a draft was flagged."""
    newsroom.between[frozenset({WALL, WIRE})] = [found(message="One draft says 40 metres, the other <50>.")]
    newsroom.read_in(WALL)
    newsroom.read_in(WIRE)
    Alert.objects.exclude(recipient=newsroom.chief, draft__number=2).delete()
    return Alert.objects.get()


def sent() -> EmailMultiAlternatives:
    [message] = mail.outbox
    assert isinstance(message, EmailMultiAlternatives)
    return message


def test_subject_tells_the_story_and_the_worst_severity(alert: Alert) -> None:
    send_alerts()

    assert sent().subject == "harbour-wall: A draft was flagged (blocker)"


def test_mail_quotes_both_places_and_leads_to_the_very_one(alert: Alert, settings: Settings) -> None:
    settings.SITE_URL = "https://backread.example"

    send_alerts()

    [finding] = alert.story.comparisons.get().found.all()
    one, other = alert.story.drafts.all()
    assert "blocker: One draft says 40 metres, the other <50>." in sent().body
    assert sent().body.count(": “") == 2
    address = f"https://backread.example/stories/{alert.story_id}/review/?a={one.pk}&b={other.pk}&finding={finding.pk}"
    assert sent().body.count(address) == 1


def test_each_quote_bears_its_draft_in_the_order_of_the_message(alert: Alert) -> None:
    send_alerts()

    assert "  A1: “The”\n  B2: “Acc”\n" in sent().body


def test_quotes_are_those_of_the_flagged_draft_and_not_of_the_one_that_it_revises(newsroom: Newsroom) -> None:
    longer = f"{WALL} Nobody knows why."
    for text in (WALL, longer):
        newsroom.between[frozenset({text, WIRE})] = [found()]
    draft = newsroom.hand_in(WALL)
    newsroom.hand_in(WIRE)
    newsroom.read_in(longer, revises=draft)
    Alert.objects.exclude(recipient=newsroom.chief).delete()

    send_alerts()

    assert "  B2: “Acc”\n  A3: “The”\n" in sent().body


def test_mail_is_dated_with_the_offset_of_the_newsrooms_time_zone(alert: Alert) -> None:
    send_alerts()

    assert sent().message()["Date"].endswith("+0000")


def test_each_reads_the_true_reason_why_they_got_the_mail(newsroom: Newsroom, alert: Alert) -> None:
    Alert.objects.create(
        recipient=newsroom.reporter, story=newsroom.story, kind=alert.kind, message_id="<another@backread.example>"
    )

    send_alerts()

    reasons = {
        str(to): re.findall(r"because (.+)", str(message.body))[0] for message in mail.outbox for to in message.to
    }
    assert reasons == {
        newsroom.chief.email: f"you are a chief of the desk “{newsroom.desk}”.",
        newsroom.reporter.email: "you wrote a draft of this story.",
    }


def test_html_part_says_the_same_and_is_escaped(alert: Alert) -> None:
    send_alerts()

    [(html, kind)] = sent().alternatives
    assert kind == "text/html"
    assert "One draft says 40 metres, the other &lt;50&gt;." in str(html)


def test_mails_of_a_story_make_one_thread_and_answer_no_holiday_notice(newsroom: Newsroom, alert: Alert) -> None:
    send_back(by=member(newsroom.desk, Role.CHIEF), draft=alert.story.drafts.latest("number"), note="Measure again.")

    send_alerts()

    first, second = (message for message in mail.outbox if message.to == [newsroom.chief.email])
    assert first.extra_headers["Message-ID"] != second.extra_headers["Message-ID"]
    assert first.extra_headers["References"] == second.extra_headers["References"]
    assert first.extra_headers["In-Reply-To"] == first.extra_headers["References"]
    assert first.extra_headers["Auto-Submitted"] == "auto-generated"


def test_reply_goes_to_who_caused_it(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(WALL)
    Alert.objects.all().delete()

    send_back(by=newsroom.chief, draft=draft, note="Who measured it?")
    send_alerts()

    assert sent().reply_to == [newsroom.chief.email]
    assert "Who measured it?" in sent().body


def test_sent_alert_is_not_sent_again(alert: Alert) -> None:
    send_alerts()
    send_alerts()

    alert.refresh_from_db()
    assert len(mail.outbox) == 1
    assert alert.state == AlertState.SENT
    assert alert.sent_at is not None


def test_alert_that_another_worker_sends_is_left_to_it(alert: Alert) -> None:
    Alert.objects.update(next_try_at=now() + LEASE)

    send_alerts()

    assert mail.outbox == []


def test_alert_of_a_worker_that_died_goes_out_again_with_the_same_message_id(
    alert: Alert, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as dying:
        dying.setattr("review.alerting.posting.close", _die)
        with pytest.raises(SystemExit):
            send_alerts()
    Alert.objects.update(next_try_at=now() - timedelta(seconds=1))

    send_alerts()

    assert [message.extra_headers["Message-ID"] for message in mail.outbox] == [alert.message_id] * 2


def _die(*_told: object) -> None:
    raise SystemExit


def _refuse(_self: EmailMultiAlternatives) -> int:
    raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


def test_refused_mail_is_tried_again_after_growing_pauses_and_given_up_with_the_reason(
    alert: Alert, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EmailMultiAlternatives, "send", _refuse)
    pauses = []

    for _ in range(len(PAUSES) + 1):
        Alert.objects.update(next_try_at=now() - timedelta(seconds=1))
        send_alerts()
        alert.refresh_from_db()
        pauses.append(alert.next_try_at - now())

    assert pauses[: len(PAUSES)] == sorted(pauses[: len(PAUSES)])
    assert (alert.state, alert.reason) == (AlertState.FAILED, "Connection unexpectedly closed")


def test_refusal_of_one_mail_stops_no_other(newsroom: Newsroom, alert: Alert, monkeypatch: pytest.MonkeyPatch) -> None:
    Alert.objects.create(
        recipient=newsroom.reporter, story=newsroom.story, kind=alert.kind, message_id="<another@backread.example>"
    )
    send = EmailMultiAlternatives.send
    monkeypatch.setattr(
        EmailMultiAlternatives,
        "send",
        lambda self: _refuse(self) if self.to == [newsroom.chief.email] else send(self),
    )

    send_alerts()

    assert sent().to == [newsroom.reporter.email]


def test_alert_that_no_mail_can_carry_stops_no_other_and_is_given_up(newsroom: Newsroom, alert: Alert) -> None:
    AlertFactory.create(recipient=newsroom.reporter, story=newsroom.story, next_try_at=now())
    User.objects.filter(pk=newsroom.chief.pk).update(email="caro@backread.example\r\nBcc: everybody@elsewhere.example")

    for _ in range(len(PAUSES) + 1):
        Alert.objects.update(next_try_at=now() - timedelta(seconds=1))
        send_alerts()

    alert.refresh_from_db()
    assert alert.state == AlertState.FAILED
    assert sent().to == [newsroom.reporter.email]


def test_nobody_is_asked_by_mail_to_sign_what_awaits_no_signature(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(WALL)
    send_back(by=member(newsroom.desk, Role.CHIEF), draft=draft, note="Measure again.")

    send_alerts()

    asked = Alert.objects.get(kind=AlertKind.AWAITING, recipient=newsroom.chief)
    assert (asked.state, asked.reason) == (AlertState.DROPPED, "The story no longer awaits a signature.")


def test_who_left_the_desk_since_gets_no_mail(newsroom: Newsroom, alert: Alert) -> None:
    newsroom.chief.memberships.all().delete()

    send_alerts()

    alert.refresh_from_db()
    assert mail.outbox == []
    assert (alert.state, alert.reason) == (AlertState.DROPPED, "Caro Chief is no longer on the desk.")


def test_who_has_no_address_gets_no_mail_and_it_says_so(newsroom: Newsroom, alert: Alert) -> None:
    newsroom.chief.email = ""
    newsroom.chief.save()

    send_alerts()

    alert.refresh_from_db()
    assert alert.reason == "Caro Chief has no mail address."


def test_slug_line_with_a_line_end_forges_no_header(newsroom: Newsroom, alert: Alert) -> None:
    newsroom.story.slug = "harbour\r\nBcc: everybody@elsewhere.example"
    newsroom.story.save()

    send_alerts()

    assert sent().subject.startswith("harbour Bcc: everybody@elsewhere.example: ")
    assert "Bcc" not in sent().message()


def test_real_mail_server_receives_both_parts_and_the_fixed_message_id(alert: Alert, smtp_server: SmtpServer) -> None:
    send_alerts()

    [message] = smtp_server.received
    assert isinstance(message, EmailMessage)
    assert message["Message-ID"] == alert.message_id
    assert [part.get_content_type() for part in message.walk()][1:] == ["text/plain", "text/html"]


def test_mail_of_a_desk_that_forbids_quotes_tells_the_kind_and_none_of_the_words(
    newsroom: Newsroom, alert: Alert
) -> None:
    newsroom.desk.mails_quote = False
    newsroom.desk.save()

    send_alerts()

    [(html, _)] = sent().alternatives
    assert "* blocker: Figure: see the review." in sent().body
    assert not [part for part in (sent().body, str(html)) if "metres" in part or "“" in part.partition("because")[0]]


def test_mail_of_a_correction_is_labelled_so_with_what_was_wrong(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(WALL)
    for kind, by in (
        (DecisionKind.APPROVE, newsroom.chief),
        (DecisionKind.FILE, newsroom.editor),
        (DecisionKind.CORRECT, newsroom.editor),
    ):
        note = "It was 50 metres."
        decide(by=by, kind=kind, story=newsroom.story, draft=draft, note=note, seen_sha256=draft.sha256)
    newsroom.read_in("The wall is 50 metres long.", revises=draft)
    Alert.objects.exclude(kind=AlertKind.AWAITING, draft__number=2).delete()

    send_alerts()

    assert "Correction of what was filed: It was 50 metres." in sent().body


def test_chief_who_is_asked_to_sign_a_flagged_draft_hears_of_both_in_one_mail(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(severity=Severity.MAJOR, message="Who measured the wall?")]
    newsroom.read_in(WALL)

    send_alerts()

    [message] = [message for message in mail.outbox if message.to == [newsroom.chief.email]]
    assert message.subject == "harbour-wall: A story awaits your signature (major)"
    assert "major: Who measured the wall?" in str(message.body)
    assert f"/stories/{newsroom.story.pk}/sign-off/" in str(message.body)


def test_chief_who_wants_no_mail_of_what_awaits_them_still_hears_of_the_flagged_draft(newsroom: Newsroom) -> None:
    Preference.objects.create(user=newsroom.chief, kind=AlertKind.AWAITING, delivery=Delivery.NEVER)
    newsroom.alone[WALL] = [found(severity=Severity.MAJOR)]
    newsroom.read_in(WALL)

    send_alerts()

    [message] = [message for message in mail.outbox if message.to == [newsroom.chief.email]]
    assert message.subject == "harbour-wall: A draft was flagged (major)"


def test_what_was_found_is_told_also_where_the_story_awaits_no_signature_any_more(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(severity=Severity.MAJOR)]
    draft = newsroom.read_in(WALL)
    send_back(by=member(newsroom.desk, Role.CHIEF), draft=draft, note="Measure again.")

    send_alerts()

    subjects = [message.subject for message in mail.outbox if message.to == [newsroom.chief.email]]
    assert "harbour-wall: A draft was flagged (major)" in subjects


def test_note_that_may_quote_the_copy_stays_out_of_the_mails_of_a_desk_that_forbids_quotes(newsroom: Newsroom) -> None:
    newsroom.desk.mails_quote = False
    newsroom.desk.save()
    draft = newsroom.read_in(WALL)
    Alert.objects.all().delete()
    send_back(by=newsroom.chief, draft=draft, note="“The wall is 40 metres long”: says who?")

    send_alerts()

    [(html, _)] = sent().alternatives
    assert "Caro Chief left a note: read it in Backread." in sent().body
    assert not [part for part in (sent().body, str(html)) if "40 metres" in part]


def test_correction_quotes_nothing_where_the_desk_forbids_it(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(WALL)
    newsroom.desk.mails_quote = False
    newsroom.desk.save()
    for kind, by in (
        (DecisionKind.APPROVE, newsroom.chief),
        (DecisionKind.FILE, newsroom.editor),
        (DecisionKind.CORRECT, newsroom.editor),
    ):
        note = "It was not 40 metres."
        decide(by=by, kind=kind, story=newsroom.story, draft=draft, note=note, seen_sha256=draft.sha256)
    Alert.objects.exclude(kind=AlertKind.CORRECTION, recipient=newsroom.chief).delete()

    send_alerts()

    assert "Correction of what was filed: what was wrong stands in Backread." in sent().body
    assert "40 metres" not in sent().body


def test_who_is_given_a_story_is_told_with_the_note_and_its_giver_is_not(newsroom: Newsroom) -> None:
    plan_story(by=newsroom.editor, story=newsroom.story, assignee=newsroom.reporter, handover_note="Call the port.")
    plan_story(by=newsroom.editor, story=newsroom.story, assignee=newsroom.editor)

    send_alerts()

    assert sent().to == [newsroom.reporter.email]
    assert sent().subject == "harbour-wall: A story was given to you"
    assert "Call the port." in sent().body
    assert "because you look after this story now." in sent().body


def test_mail_carries_no_more_of_the_copy_than_the_quoted_words_and_cuts_long_ones(newsroom: Newsroom) -> None:
    long = f"{WALL} {'It was built of stone from the quarry. ' * 8}It leans."
    newsroom.alone[long] = [replace(found(message="Says who?"), a=(Span(0, len(long)),), b=())]
    newsroom.read_in(long)
    Alert.objects.exclude(kind=AlertKind.FLAGGED, recipient=newsroom.reporter).delete()

    send_alerts()

    [(html, _)] = sent().alternatives
    quoted = f"“{long[:LONGEST_QUOTE]}…”"
    assert quoted in sent().body
    assert not [part for part in (sent().body, str(html)) if "It leans." in part or long[: LONGEST_QUOTE + 1] in part]
