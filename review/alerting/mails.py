"""An alert as a mail: what happened, the gravest findings with both quotes, and one link to the very place."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Prefetch
from django.template.loader import render_to_string

from analysis.findings import Kind
from articles.models import Story
from review.addresses import absolute, comments_address, finding_address, review_address, sign_off_address
from review.models import Alert, AlertKind, Finding, Passage
from review.screen.kinds import label
from review.standing import Standing, latest_findings, standings_of

TOP = 5  # findings told in a mail; the review screen has them all
LONGEST_QUOTE = 120  # characters; a mail carries no more of unpublished copy than the passage
_TO_SIGN = frozenset({AlertKind.AWAITING, AlertKind.STALE, AlertKind.APPROVED})


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """A finding as the mail tells it; quotes are the draft's label and its words, in the order of the message."""

    severity: str
    message: str
    quotes: tuple[tuple[str, str], ...]


def mail_of(alert: Alert) -> EmailMultiAlternatives:
    """The same alert is always the same message: its Message-ID was fixed when it was written."""
    found = _told(alert)
    context = {
        "alert": alert,
        "title": _title(alert, found),
        "findings": [_told_of(standing.finding) for standing in found[:TOP]],
        "more": max(0, len(alert.findings) - TOP),
        "link": absolute(_address(alert, found)),
        "because": _because(alert),
    }
    mail = EmailMultiAlternatives(
        subject=" ".join(f"{alert.story.slug}: {context['title']}".split()),
        body=render_to_string("mail/alert.txt", context),
        to=[alert.recipient.email],
        reply_to=[alert.caused_by.email] if alert.caused_by and alert.caused_by.email else None,
        headers=_headers(alert),
    )
    mail.attach_alternative(render_to_string("mail/alert.html", context), "text/html")
    return mail


def thread_of(story: Story) -> str:
    """The message that all mails of a story answer to, though it is never sent: so they make one thread."""
    return f"<story-{story.pk}@{urlsplit(settings.SITE_URL).hostname}>"


def _headers(alert: Alert) -> dict[str, str]:
    """Auto-Submitted (RFC 3834) keeps holiday notices from answering."""
    root = thread_of(alert.story)
    return {
        "Message-ID": alert.message_id,
        "In-Reply-To": root,
        "References": root,
        "Auto-Submitted": "auto-generated",
    }


def _title(alert: Alert, found: list[Standing]) -> str:
    """ "a draft was flagged, blocker" """
    kind = alert.get_kind_display()
    return f"{kind} ({found[0].finding.severity})" if found else kind


def _told(alert: Alert) -> list[Standing]:
    """The findings that the alert was written for, as they stand now: first of all in its own draft."""
    current = latest_findings().filter(annotation__story=alert.story, fingerprint__in=list(alert.findings))
    places = Prefetch("annotation__passages", Passage.objects.select_related("draft").defer("draft__text"))
    found = standings_of(current.prefetch_related(places))
    here = [standing for standing in found if alert.draft and standing.concerns(alert.draft)]
    once = {standing.finding.fingerprint: standing for standing in reversed([*here, *found])}
    return list(reversed(once.values()))


def _told_of(finding: Finding) -> ToldFinding:
    """With both quotes, unless the desk keeps its copy out of mails: then the kind alone, since messages quote too."""
    if not finding.annotation.story.desk.mails_quote:
        return ToldFinding(finding.severity, f"{label(Kind(finding.kind)).capitalize()}: see the review.", ())
    return ToldFinding(finding.severity, finding.message, _quotes(finding))


def _quotes(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Of a pair the first place in each draft; inside one draft its first two places."""
    places = list(finding.annotation.passages.all())
    if finding.comparison:
        places = list({place.draft_id: place for place in reversed(places)}.values())[::-1]
    return tuple(map(_labelled, places[:2]))


def _labelled(place: Passage) -> tuple[str, str]:
    words = place.exact
    return place.draft.label, f"{words[:LONGEST_QUOTE]}…" if len(words) > LONGEST_QUOTE else words


def _because(alert: Alert) -> str:
    """Why this person of all gets the mail, to be read after "because"."""
    person, story = alert.recipient, alert.story
    if alert.kind == AlertKind.MENTIONED:
        return "a comment calls you"
    if story.drafts.filter(written_by=person).exists():
        return "you wrote a draft of this story"
    if story.drafts.filter(handed_in_by=person).exists():
        return "you handed in a draft of this story"
    return f"you are a chief of the desk “{story.desk}”"


def _address(alert: Alert, found: list[Standing]) -> str:
    if found:
        return finding_address(found[0].finding)
    if alert.kind == AlertKind.MENTIONED:
        return comments_address(alert.story)
    if alert.kind in _TO_SIGN:
        return sign_off_address(alert.story)
    return review_address(alert.story, *([alert.draft] if alert.draft else []))
