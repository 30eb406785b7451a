"""Mails: what happened, the gravest findings with both quotes, and one link to the very place; or a day of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from articles.models import Role, Story, User
from review.addresses import absolute
from review.alerting.letters import ToldFinding, address_of, standings_told, told_in_mail
from review.alerting.unsubscribing import headers_for, link_for
from review.models import Alert, AlertKind
from review.standing import correction_of

TOP = 5  # findings told in a mail; the review screen has them all
TOP_OF_A_DAY = 3  # of each alert in a digest


@dataclass(frozen=True, slots=True)
class Told:
    """One alert, as a mail tells it."""

    alert: Alert
    title: str
    findings: tuple[ToldFinding, ...]
    more: int
    link: str
    note: str
    correction: str


def mail_of(alert: Alert) -> EmailMultiAlternatives:
    """The same alert is always the same message: its Message-ID was fixed when it was written."""
    told = _told(alert, top=TOP)
    kind = AlertKind(alert.kind)
    return _mail(
        "alert",
        to=alert.recipient,
        subject=f"{alert.story.slug}: {told.title}",
        context={"told": told, "because": _because(alert), "unsubscribe": link_for(alert.recipient, kind)},
        headers=_headers(alert) | headers_for(alert.recipient, kind),
        reply_to=alert.caused_by,
    )


def digest_of(alerts: Sequence[Alert]) -> EmailMultiAlternatives:
    """All of one batch to one person, story by story; the batch is the Message-ID."""
    person, told = alerts[0].recipient, [_told(alert, top=TOP_OF_A_DAY) for alert in alerts]
    stories = {one.alert.story: [each for each in told if each.alert.story_id == one.alert.story_id] for one in told}
    count = f"{len(stories)} {'story' if len(stories) == 1 else 'stories'}"
    return _mail(
        "digest",
        to=person,
        subject=f"Your day: {count}",
        context={"stories": stories, "count": count, "unsubscribe": link_for(person, None)},
        headers={"Message-ID": alerts[0].batch, "Auto-Submitted": "auto-generated"} | headers_for(person, None),
    )


def thread_of(story: Story) -> str:
    """The message that all mails of a story answer to, though it is never sent: so they make one thread."""
    return f"<story-{story.pk}@{urlsplit(settings.SITE_URL).hostname}>"


def _mail(
    template: str,
    *,
    to: User,
    subject: str,
    context: dict[str, object],
    headers: dict[str, str],
    reply_to: User | None = None,
) -> EmailMultiAlternatives:
    context = context | {"subject": " ".join(subject.split())}
    mail = EmailMultiAlternatives(
        subject=str(context["subject"]),
        body=render_to_string(f"mail/{template}.txt", context),
        to=[to.email],
        reply_to=[reply_to.email] if reply_to and reply_to.email else None,
        headers=headers,
    )
    mail.attach_alternative(render_to_string(f"mail/{template}.html", context), "text/html")
    return mail


def _headers(alert: Alert) -> dict[str, str]:
    """Auto-Submitted (RFC 3834) keeps holiday notices from answering."""
    root = thread_of(alert.story)
    return {
        "Message-ID": alert.message_id,
        "In-Reply-To": root,
        "References": root,
        "Auto-Submitted": "auto-generated",
    }


def _told(alert: Alert, *, top: int) -> Told:
    found = standings_told(alert)
    kind = alert.get_kind_display()
    may_quote = alert.story.desk.mails_quote
    return Told(
        alert,
        title=f"{kind} ({found[0].finding.severity})" if found else kind,
        findings=tuple(told_in_mail(standing.finding, may_quote=may_quote) for standing in found[:top]),
        more=max(0, len(alert.findings) - top),
        link=absolute(address_of(alert, found)),
        note=_note(alert),
        correction=_correction(alert),
    )


def _note(alert: Alert) -> str:
    """What the person wrote who caused it, who may have quoted the copy; what Backread says itself quotes none."""
    if alert.kind == AlertKind.CORRECTION or not alert.note:
        return ""
    may_quote = alert.story.desk.mails_quote or alert.caused_by is None or alert.kind == AlertKind.STALE
    return alert.note if may_quote else f"{alert.caused_by} left a note: read it in Backread."


def _correction(alert: Alert) -> str:
    """What was wrong in the copy that is out, while that is being corrected."""
    correction = correction_of(alert.story)
    if correction is None:
        return ""
    return correction.note if alert.story.desk.mails_quote else "what was wrong stands in Backread."


def _because(alert: Alert) -> str:
    """Why this person of all gets the mail, to be read after "because"."""
    person, story = alert.recipient, alert.story
    if alert.kind == AlertKind.MENTIONED:
        return "a comment calls you"
    if alert.kind == AlertKind.ASSIGNED:
        return "you look after this story now"
    if story.drafts.filter(written_by=person).exists():
        return "you wrote a draft of this story"
    if story.drafts.filter(handed_in_by=person).exists():
        return "you handed in a draft of this story"
    if person.is_on(story.desk, Role.LEGAL):
        return f"you read for legal on the desk “{story.desk}”"
    if person.is_on(story.desk, Role.CHIEF):
        return f"you are a chief of the desk “{story.desk}”"
    return f"you work on this story on the desk “{story.desk}”"
