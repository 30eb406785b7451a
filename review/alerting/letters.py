"""What a mail tells of findings: the gravest, with both quotes where the desk lets mails quote."""

from dataclasses import dataclass

from django.db.models import Prefetch

from analysis.findings import Kind
from review.addresses import comments_address, finding_address, review_address, sign_off_address
from review.models import Alert, AlertKind, Comment, Finding, Passage
from review.screen.kinds import label
from review.standing import Standing, latest_findings, standings_of

LONGEST_QUOTE = 120  # characters; a mail carries no more of unpublished copy than the passage
_TO_SIGN = frozenset(
    {AlertKind.AWAITING, AlertKind.LEGAL_ASKED, AlertKind.LEGAL_READ, AlertKind.STALE, AlertKind.APPROVED}
)


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """A finding as the mail tells it; quotes are the draft's label and its words, in the order of the message."""

    severity: str
    message: str
    quotes: tuple[tuple[str, str], ...]


def standings_told(alert: Alert) -> list[Standing]:
    """The findings that the alert was written for, as they stand now: first of all in its own draft."""
    current = latest_findings().filter(annotation__story=alert.story, fingerprint__in=list(alert.findings))
    places = Prefetch("annotation__passages", Passage.objects.select_related("draft").defer("draft__text"))
    found = standings_of(current.prefetch_related(places))
    here = [standing for standing in found if alert.draft and standing.concerns(alert.draft)]
    once = {standing.finding.fingerprint: standing for standing in reversed([*here, *found])}
    return list(reversed(once.values()))


def told_in_mail(finding: Finding, *, may_quote: bool) -> ToldFinding:
    """Of a pair the first place in each draft; inside one draft its first two places. A message may quote as well."""
    if not may_quote:
        return ToldFinding(finding.severity, f"{label(Kind(finding.kind)).capitalize()}: see the review.", ())
    places = list(finding.annotation.passages.all())
    if finding.comparison:
        places = list({place.draft_id: place for place in reversed(places)}.values())[::-1]
    return ToldFinding(finding.severity, finding.message, tuple(map(_labelled, places[:2])))


def address_of(alert: Alert, found: list[Standing]) -> str:
    """The very place that the mail is about."""
    if found and alert.kind != AlertKind.AWAITING:
        return finding_address(found[0].finding)
    if alert.kind == AlertKind.MENTIONED:
        said = Comment.objects.filter(annotation__story=alert.story, by=alert.caused_by, text=alert.note)
        thread = said.order_by("-pk").values_list("annotation", flat=True).first()
        return comments_address(alert.story, thread=thread)
    if alert.kind in _TO_SIGN:
        return sign_off_address(alert.story)
    return review_address(alert.story, *([alert.draft] if alert.draft else []))


def _labelled(place: Passage) -> tuple[str, str]:
    words = place.exact
    return place.draft.label, f"{words[:LONGEST_QUOTE]}…" if len(words) > LONGEST_QUOTE else words
