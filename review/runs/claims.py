"""The ledger after a reading: each claim of the draft known again where that is certain, else written down anew."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec
from django.db.models import Prefetch

from analysis.anchors import same_surroundings
from analysis.document import Claim as ReadClaim
from analysis.document import Document
from analysis.ledger.sameness import change_between, says_the_same, successors
from analysis.ledger.stakes import Stake, figures_in, stake_of
from analysis.ledger.statements import Statement, statement_of
from analysis.spans import Span
from articles.audit import record
from articles.models import Draft, Story
from review.documents import document_of_draft
from review.models import Annotation, AnnotationKind, Claim, ClaimSighting, ClaimStatus, Passage
from review.verbs import Verb


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as a draft tells it; `passage` is not yet stored."""

    claim: ReadClaim
    statement: Statement
    stake: Stake
    passage: Passage

    @property
    def belongs(self) -> bool:
        """Whether the ledger wants it even if no other draft has it."""
        return self.claim.worth or self.stake == Stake.HEADLINE


@dataclass(frozen=True, slots=True)
class Known:
    """A claim of the ledger with its places in the drafts; `statement` is None for one written down long ago."""

    claim: Claim
    statement: Statement | None
    passages: Sequence[Passage]

    def stands_in(self, draft_id: int | None) -> bool:
        return any(passage.draft_id == draft_id for passage in self.passages)

    def stands_at(self, place: Passage) -> bool:
        """Whether it stood in these surroundings before."""
        around = (place.prefix, place.suffix)
        return any(same_surroundings(around, (passage.prefix, passage.suffix)) for passage in self.passages)


def store_claims(draft: Draft, document: Document) -> None:
    """Every claim of the draft that the ledger has already or that is worth checking. Needs the story's lock."""
    told, ledger = list(_told(draft, document)), _ledger(draft.story)
    earlier = {(p.start, p.end): known for known in ledger for p in known.passages if p.draft_id == draft.pk}
    sighted: list[tuple[Told, Known]] = []
    new: list[Known] = []
    for each in told:
        known = earlier.get((each.claim.start, each.claim.end)) or _recognised(each, [*ledger, *new])
        if known is None and each.belongs:
            known = _new(draft.story, each)
            new.append(known)
        if known:
            sighted.append((each, known))
    Passage.objects.filter(draft=draft, sighting__isnull=False).delete()  # those of an earlier reading
    _write_down(new)
    _sight(sighted)
    _follow(draft, new, gone=_gone(draft, ledger, [known for _, known in sighted]))
    _look_back(draft, new)


def _told(draft: Draft, document: Document) -> Iterator[Told]:
    headline = next((Span(start, end) for name, start, end in draft.sections if name == "headline"), Span(0, 0))
    amounts = figures_in(document, headline)
    for claim in document.claims:
        stake = stake_of(document, claim, headline=amounts)
        yield Told(claim, statement_of(document, claim), stake, Passage.of(draft, claim))


def _ledger(story: Story) -> list[Known]:
    places = Prefetch("annotation__passages", Passage.objects.order_by("pk"))
    claims = story.claims.select_related("annotation").prefetch_related(places)
    return [Known(claim, _kept(claim), list(claim.annotation.passages.all())) for claim in claims]


def _kept(claim: Claim) -> Statement | None:
    return msgspec.convert(claim.statement, Statement) if claim.statement else None


def _recognised(told: Told, ledger: Iterable[Known]) -> Known | None:
    """The claim that this is for certain: one that stood in this place before any other."""
    alike = [known for known in ledger if known.statement and known.statement.words == told.statement.words]
    placed = [(known, known.stands_at(told.passage)) for known in alike]
    for known, in_one_place in sorted(placed, key=lambda one: not one[1]):
        if known.statement and says_the_same(known.statement, told.statement, in_one_place=in_one_place):
            return known
    return None


def _new(story: Story, told: Told) -> Known:
    annotation = Annotation(story=story, kind=AnnotationKind.CLAIM)
    kept = msgspec.to_builtins(told.statement)
    claim = Claim(annotation=annotation, story=story, text=told.passage.exact, statement=kept)
    return Known(claim, told.statement, [told.passage])


def _write_down(new: Sequence[Known]) -> None:
    Annotation.objects.bulk_create(known.claim.annotation for known in new)
    Claim.objects.bulk_create(known.claim for known in new)


def _sight(sighted: Iterable[tuple[Told, Known]]) -> None:
    rows = [_sighting(told, known.claim) for told, known in sighted]
    Passage.objects.bulk_create(row.passage for row in rows)
    ClaimSighting.objects.bulk_create(rows)


def _sighting(told: Told, claim: Claim) -> ClaimSighting:
    told.passage.annotation = claim.annotation
    return ClaimSighting(
        claim=claim,
        passage=told.passage,
        score=told.claim.score,
        reasons=list(told.claim.reasons),
        stake=told.stake,
        speaker=(told.claim.speaker or "")[:200],
        source_class=told.claim.source_class,
    )


def _gone(draft: Draft, ledger: Iterable[Known], still_there: Sequence[Known]) -> list[Known]:
    """What the revised draft claimed and this one does not."""
    present = {known.claim.pk for known in still_there}
    revised = draft.revises_id
    return [known for known in ledger if revised and known.stands_in(revised) and known.claim.pk not in present]


def _follow(draft: Draft, new: Sequence[Known], *, gone: Sequence[Known]) -> None:
    """Say of each new claim which other it took the place of, and record that what was said of that holds no more."""
    after, before = ([known.statement or Statement(()) for known in each] for each in (new, gone))
    for number, earlier in successors(after, before).items():
        claim, old = new[number].claim, gone[earlier].claim
        claim.follows, claim.change = old, change_between(before[earlier], after[number])
        claim.save(update_fields=["follows", "change"])
        if old.status != ClaimStatus.UNCHECKED:
            details = {"draft": draft.label, "claim": claim.text, "worded_before": old.text, "change": claim.change}
            record(story=draft.story, actor=None, verb=Verb.CLAIM_CHANGED, details=details)


def _look_back(draft: Draft, new: Sequence[Known]) -> None:
    """Find the new claims in the other drafts that stand, where they were not worth checking so far."""
    others = draft.story.drafts.current().exclude(pk=draft.pk) if new else ()
    for other in others:
        document = document_of_draft(other)
        told = _told(other, document) if document else ()
        _sight((each, known) for each in told if (known := _recognised(each, new)))
