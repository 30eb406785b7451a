"""The card of one finding: both places in their sentences, and everything that was decided of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from articles.models import Draft, DraftStanding
from review.addresses import edit_address
from review.models import Passage, Resolution
from review.screen.margin import Entry
from review.screen.readings import in_words
from review.screen.spread import Side, Spread

CONTEXT = 80  # code points of copy shown on each side of the words that disagree
LONGEST_VALUE = 60  # a longer one is no figure, date or name: it only repeats the copy


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of one draft that disagree, in their surroundings; `value` is how they were read, if it tells more.

    `edit` leads to where the draft is edited at these words; empty where another text stands for it.
    """

    draft: Draft
    before: str
    exact: str
    after: str
    value: str
    repeated: int
    link: str
    edit: str


@dataclass(frozen=True, slots=True)
class Card:
    """`seen` is the last decision that the person sees here, so that none made meanwhile is overridden."""

    entry: Entry
    quoted: list[Quoted]
    history: list[Resolution]

    @property
    def seen(self) -> int | None:
        resolution = self.entry.standing.resolution
        return resolution.pk if resolution else None


def cards_of(spread: Spread, entries: Sequence[Entry]) -> list[Card]:
    """Both quotes in the order of the columns; the history oldest first. One query for all."""
    fingerprints = {entry.finding.fingerprint for entry in entries}
    told = spread.story.resolutions.filter(fingerprint__in=fingerprints).select_related("by", "draft", "story__desk")
    history: dict[str, list[Resolution]] = defaultdict(list)
    for resolution in told:
        history[resolution.fingerprint].append(resolution)
    return [Card(entry, _quotes(spread, entry), history[entry.finding.fingerprint]) for entry in entries]


def _quotes(spread: Spread, entry: Entry) -> list[Quoted]:
    return [quote for column, side in zip("ab", spread.sides, strict=False) for quote in _quoted(entry, side, column)]


def _quoted(entry: Entry, side: Side, column: str) -> list[Quoted]:
    """One quote for a draft of a pair; for a finding inside one draft, each place of it."""
    passages = [passage for passage in entry.passages if passage.draft_id == side.draft.pk]
    values = chain(_values(entry, side.draft), repeat(""))
    if entry.finding.comparison:
        return [_quote(side, column, first, next(values), len(passages) - 1) for first in passages[:1]]
    return [_quote(side, column, passage, value, 0) for passage, value in zip(passages, values, strict=False)]


def _values(entry: Entry, draft: Draft) -> list[str]:
    """How the draft was read. `value_a` belongs to a comparison's left draft, which may lie open on the right."""
    finding = entry.finding
    if finding.comparison is None:
        return [finding.value_a, finding.value_b]
    return [finding.value_a if finding.comparison.left_id == draft.pk else finding.value_b]


def _quote(side: Side, column: str, passage: Passage, value: str, repeated: int) -> Quoted:
    number = side.paragraph_at(passage.start)
    place, text = side.paragraphs[number], side.draft.text
    return Quoted(
        side.draft,
        _clipped_left(text[place.start : passage.start]),
        passage.exact,
        _clipped_right(text[passage.end : max(place.end, passage.end)]),
        in_words(value) if _tells_more(value, passage.exact) else "",
        repeated,
        f"#{column}-{number + 1}",
        edit_address(side.draft, passage) if side.draft.standing == DraftStanding.CURRENT else "",
    )


def _tells_more(value: str, exact: str) -> bool:
    return len(value) <= LONGEST_VALUE and value.casefold() != exact.casefold()


def _clipped_left(words: str) -> str:
    return words if len(words) <= CONTEXT else "… " + words[-CONTEXT:].partition(" ")[2]


def _clipped_right(words: str) -> str:
    return words if len(words) <= CONTEXT else words[:CONTEXT].rpartition(" ")[0] + " …"
