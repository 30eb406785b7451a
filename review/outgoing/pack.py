"""The sign-off pack: the text that is signed, and all that was found in it, checked and decided, in one piece."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from articles.models import Draft
from review.documents import document_of_draft
from review.labels import STAKES
from review.ledger import Row, ledger_of
from review.ledger_choice import Choice
from review.models import Decision, Passage, Resolution, Verdict
from review.outgoing.notes import Noted, Piece, noted_text
from review.standing import Standing, approval_standing, passages_of, signatures_by_text, standings_with


@dataclass(frozen=True, slots=True)
class Place:
    draft: str
    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody said, and when; `by` is empty where the drafts themselves say it."""

    said: str
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class PackedFinding:
    """`note` is its number in the text; 0 where it has no place in this draft."""

    note: int
    kind: str
    severity: str
    conflict: bool
    message: str
    value_a: str
    value_b: str
    places: tuple[Place, ...]
    standing: str
    is_open: bool
    resolved: Word | None


@dataclass(frozen=True, slots=True)
class PackedEvidence:
    said: str
    what: str
    locator: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PackedClaim:
    note: int
    text: str
    status: str
    stake: str
    evidence: tuple[PackedEvidence, ...]


@dataclass(frozen=True, slots=True)
class PackedDecision:
    """`sha256` and `findings_digest` are what it is bound to, as they were then."""

    act: str
    draft: str
    sha256: str
    findings_digest: str
    versions: str
    word: Word


@dataclass(frozen=True, slots=True)
class Pack:
    """`sha256` is that of the text that stands here; `paragraphs` are that text, with the numbers of the notes."""

    story: str
    desk: str
    state: str
    approval: str
    draft: str
    headline: str
    byline: str
    source: str
    dated: str
    written_by: str
    handed_in: Word
    sha256: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    findings: tuple[PackedFinding, ...]
    claims: tuple[PackedClaim, ...]
    signatures: tuple[PackedDecision, ...]
    decisions: tuple[PackedDecision, ...]
    not_checked: tuple[str, ...]
    packed_at: datetime


def pack_of(draft: Draft, *, at: datetime) -> Pack:
    """Everything as it stands at that moment."""
    story = draft.story
    found = standings_with(draft)
    rows = [row for row in ledger_of(story, Choice(story.pk)).rows if _stands_in(row, draft)]
    passages = passages_of(found)
    noted = noted_text(draft, _places_of(found, passages, draft), _sightings_of(rows, draft))
    decisions = list(story.decisions.select_related("by", "draft").defer("draft__text"))
    document = document_of_draft(draft)
    return Pack(
        story=story.slug,
        desk=str(story.desk),
        state=str(story.get_state_display()),
        approval=approval_standing(story).kind.value,
        draft=draft.label,
        headline=draft.headline,
        byline=draft.byline,
        source=draft.source,
        dated=draft.dated.isoformat() if draft.dated else "",
        written_by=str(draft.written_by or ""),
        handed_in=Word("Handed in", str(draft.handed_in_by), draft.handed_in_at),
        sha256=draft.sha256,
        paragraphs=noted.paragraphs,
        findings=tuple(_finding(standing, passages, noted) for standing in found),
        claims=tuple(_claim(row, noted) for row in rows),
        signatures=tuple(_decision(one) for one in signatures_by_text(story).get(draft.sha256, ())),
        decisions=tuple(_decision(decision) for decision in decisions),
        not_checked=document.not_checked if document else ("This draft has not been read.",),
        packed_at=at,
    )


def _stands_in(row: Row, draft: Draft) -> bool:
    return any(sighting.passage.draft_id == draft.pk for sighting in row.sightings)


def _places_of(found: Iterable[Standing], passages: dict[int, list[Passage]], draft: Draft) -> dict[int, Passage]:
    """The first place of each finding in this draft, by annotation."""
    first: dict[int, Passage] = {}
    for standing in found:
        pk = standing.finding.annotation_id
        for passage in passages[pk]:
            if passage.draft_id == draft.pk:
                first.setdefault(pk, passage)
    return first


def _sightings_of(rows: Iterable[Row], draft: Draft) -> dict[int, Passage]:
    return {
        row.claim.annotation_id: sighting.passage
        for row in rows
        for sighting in row.sightings
        if sighting.passage.draft_id == draft.pk
    }


def _finding(standing: Standing, passages: dict[int, list[Passage]], noted: Noted) -> PackedFinding:
    finding = standing.finding
    return PackedFinding(
        note=noted.numbers.get(finding.annotation_id, 0),
        kind=finding.kind,
        severity=finding.severity,
        conflict=finding.conflict,
        message=finding.message,
        value_a=finding.value_a,
        value_b=finding.value_b,
        places=tuple(Place(place.draft.label, place.exact) for place in passages[finding.annotation_id]),
        standing=standing.label,
        is_open=standing.is_open,
        resolved=_resolved(standing.resolution) if standing.resolution else None,
    )


def _resolved(resolution: Resolution) -> Word:
    by = str(resolution.by) if resolution.by else ""
    return Word(str(resolution.get_kind_display()), by, resolution.at, resolution.note)


def _claim(row: Row, noted: Noted) -> PackedClaim:
    return PackedClaim(
        note=noted.numbers.get(row.claim.annotation_id, 0),
        text=row.words,
        status=str(row.claim.get_status_display()),
        stake=STAKES[row.stake],
        evidence=tuple(_evidence(verdict) for verdict in row.holding),
    )


def _evidence(verdict: Verdict) -> PackedEvidence:
    said = str(verdict.get_status_display())
    return PackedEvidence(said, verdict.what, verdict.locator, verdict.note, str(verdict.by), verdict.at)


def _decision(decision: Decision) -> PackedDecision:
    act = str(decision.get_kind_display())
    return PackedDecision(
        act=act,
        draft=decision.draft.label if decision.draft else "",
        sha256=decision.sha256,
        findings_digest=decision.findings_digest,
        versions=decision.versions,
        word=Word(act, str(decision.by), decision.at, decision.note),
    )
