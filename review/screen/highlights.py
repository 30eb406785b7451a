"""What is marked in the copy: overlapping highlights made into a flat run of segments."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from analysis.document import Claim, Document, Label, Mention, Quotation, QuotationKind
from analysis.spans import Span, Spanned, overlaps
from review.models import ClaimStatus
from review.screen.remarks import Claimed


class Layer(StrEnum):
    """What can be shown over the copy, each switched by itself."""

    DIFFERENCES = "differences"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    OTHER_NAMES = "other"
    QUOTES = "quotes"
    FIGURES = "figures"
    CLAIMS = "claims"
    COMMENTS = "comments"

    @property
    def words(self) -> str:
        """As its switch is labelled."""
        return self.value.capitalize()


LAYER_OF_LABEL: Mapping[str, Layer] = {
    Label.PERSON: Layer.PEOPLE,
    Label.ORG: Layer.ORGANISATIONS,
    Label.NORP: Layer.ORGANISATIONS,
    Label.GPE: Layer.PLACES,
    Label.LOC: Layer.PLACES,
    Label.FAC: Layer.PLACES,
    Label.WORK_OF_ART: Layer.OTHER_NAMES,
    Label.PRODUCT: Layer.OTHER_NAMES,
    Label.EVENT: Layer.OTHER_NAMES,
    Label.LAW: Layer.OTHER_NAMES,
}
NAME_LAYERS = (Layer.PEOPLE, Layer.ORGANISATIONS, Layer.PLACES, Layer.OTHER_NAMES)


@dataclass(frozen=True, slots=True)
class Highlight:
    """A place to be marked: for a layer, whose `label` says what it is ("Ines Moreau"), or for a finding by id.

    `name` is what the margin lists a mention under, `lit` says that this one is selected there. `claim` and
    `thread` are what a click leads to, by id; `standing` is the claim's status.
    """

    start: int
    end: int
    layer: Layer | None = None
    label: str = ""
    finding: int | None = None
    name: str = ""
    lit: bool = False
    claim: int | None = None
    standing: str = ""
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of copy between two boundaries, with every highlight that covers the whole of it."""

    start: int
    end: int
    highlights: tuple[Highlight, ...] = ()

    @property
    def findings(self) -> tuple[int, ...]:
        """Each once: two places of one finding may touch."""
        found = (highlight.finding for highlight in self.highlights if highlight.finding is not None)
        return tuple(dict.fromkeys(found))


def segments(place: Span, highlights: Iterable[Highlight]) -> Iterator[Segment]:
    """The place cut where a highlight begins or ends, in order and without gaps; what sticks out is cut off."""
    starting: dict[int, list[Highlight]] = defaultdict(list)
    cuts = {place.start, place.end}
    for highlight in highlights:
        if overlaps(highlight, place):
            start = max(highlight.start, place.start)
            starting[start].append(highlight)
            cuts |= {start, min(highlight.end, place.end)}
    open_now: list[Highlight] = []
    for start, end in pairwise(sorted(cuts)):
        open_now = [highlight for highlight in (*open_now, *starting[start]) if highlight.end > start]
        yield Segment(start, end, tuple(open_now))


def by_place(places: Iterable[Span], highlights: Iterable[Highlight]) -> list[list[Highlight]]:
    """For each of the places, in order of the text, the highlights that touch it."""
    waiting = sorted(set(highlights), key=lambda highlight: (highlight.start, -highlight.end))
    found: list[list[Highlight]] = []
    reached, running = 0, list[Highlight]()
    for place in places:
        running = [highlight for highlight in running if highlight.end > place.start]
        while reached < len(waiting) and waiting[reached].start < place.end:
            running.append(waiting[reached])
            reached += 1
        found.append([highlight for highlight in running if overlaps(highlight, place)])
    return found


def layers(
    document: Document, names: Mapping[int, str], *, lit: str = "", claims: Mapping[int, Claimed] | None = None
) -> Iterator[Highlight]:
    """What the analysis read in a draft, as highlights; `names` says what the margin lists its entities under.

    `lit` is the name that is selected there; `claims` are those of the ledger, by where they begin. Only they, or
    those worth checking, are shown. Stances are not: they are loosely read, and stand on the cards of those who take
    them.
    """
    for mention in document.mentions:
        named = _marked(mention, LAYER_OF_LABEL[mention.label], _who(document, mention))
        name = names.get(mention.entity, "")
        yield replace(named, name=name, lit=name == lit)
    for quotation in document.quotations:
        yield from (_marked(part, Layer.QUOTES, _spoken_by(quotation)) for part in quotation.parts)
    for quantity in document.quantities:
        yield _marked(quantity, Layer.FIGURES, f"{quantity.kind}: {quantity.of}" if quantity.of else quantity.kind)
    for claim in document.claims:
        known = (claims or {}).get(claim.start)
        if known or claim.worth:
            yield _claimed(claim, known)


def _marked(place: Spanned, layer: Layer, label: str) -> Highlight:
    return Highlight(place.start, place.end, layer, label)


def _claimed(claim: Claim, known: Claimed | None) -> Highlight:
    """ "Verified: gives a figure"."""
    standing = known.status if known and known.status != ClaimStatus.UNCHECKED else None
    told = f"{standing.label if standing else 'Worth checking'}: {', '.join(claim.reasons)}"
    marked = _marked(claim, Layer.CLAIMS, told)
    return replace(marked, claim=known.claim, standing=known.status) if known else marked


def _who(document: Document, mention: Mention) -> str:
    return document.entities[mention.entity].name


def _spoken_by(quotation: Quotation) -> str:
    """Who speaks, for words in quote marks; a reported clause has its speaker beside it anyway."""
    if quotation.kind == QuotationKind.INDIRECT:
        return ""
    if quotation.speaker and quotation.speaker.name:
        return quotation.speaker.name
    return quotation.source_class.replace("_", " ") if quotation.speaker else "speaker unknown"
