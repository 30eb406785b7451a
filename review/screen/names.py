"""One name of a spread: what each draft has of it, and what was ruled on it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from analysis.document import Form
from analysis.namesakes import Named
from analysis.rulings import pattern_of, plain_apostrophes
from analysis.spans import Span, Spanned
from review.labels import short_label
from review.models import Ruling
from review.screen.spread import Side

MOST_DESCRIPTIONS = 6
MOST_STANCES = 3
LONGEST_STANCE = 80

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph, and the link that leads to it."""

    number: int
    link: str


@dataclass(frozen=True, slots=True)
class InDraft:
    """What one draft says of a name: how often, where, in which other words, and what its bearer says and backs."""

    side: Side
    count: int
    places: list[Place]
    told: list[str]
    quoted: list[Place]
    stances: list[str]


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One name in the margin; `label` is empty for words that are no name.

    `ruled_as` is the spelling under which is ruled on it: where it was before, or its fullest. `last` is the
    latest ruling on that, in force or taken back: what the person sees here.
    """

    name: str
    ruled_as: str
    label: str
    forms: tuple[str, ...]
    ruling: Ruling | None
    last: Ruling | None
    url: str
    is_selected: bool
    drafts: Sequence[InDraft]

    @property
    def what(self) -> str:
        """ "Person", "Place"."""
        return short_label(self.label).capitalize()

    @property
    def seen(self) -> int | None:
        """So that no ruling made meanwhile is overruled."""
        return self.last.pk if self.last else None

    @property
    def count(self) -> int:
        return sum(draft.count for draft in self.drafts)

    @property
    def told(self) -> list[str]:
        """What any of the drafts says of it, each once."""
        return list(dict.fromkeys(words for draft in self.drafts for words in draft.told))[:MOST_DESCRIPTIONS]


def in_drafts(named: Named, sides: Sequence[tuple[str, Side]]) -> Iterator[InDraft]:
    """The drafts, each with its column, that mention it."""
    for (column, side), entities in zip(sides, named.entities, strict=True):
        if not side.document or not entities:
            continue
        mentions = _of(entities, side.mentions)
        yield InDraft(
            side,
            len(mentions),
            places_of(column, side, mentions),
            _told(side, [side.document.entities[index].descriptions for index in sorted(entities)]),
            places_of(column, side, _of(entities, side.quotations)),
            [_words(side, stance) for stance in _of(entities, side.stances)][:MOST_STANCES],
        )


def in_words(name: str, sides: Sequence[tuple[str, Side]]) -> Iterator[InDraft]:
    """The drafts in which these words stand, though nobody marked them as a name."""
    for column, side in sides:
        found = (
            [Span(*at.span()) for at in pattern_of(name).finditer(plain_apostrophes(side.draft.text))] if name else []
        )
        if found:
            yield InDraft(side, len(found), places_of(column, side, found), [], [], [])


def other_words(named: Named, sides: Iterable[Side]) -> tuple[str, ...]:
    """What else it is called: its other spellings, then "the captain"."""
    nominals = [
        _words(side, mention)
        for side, entities in zip(sides, named.entities, strict=True)
        for mention in _of(entities, side.mentions)
        if mention.form == Form.NOMINAL
    ]
    return tuple(dict.fromkeys([*named.spellings[1:], *nominals]))


def places_of(column: str, side: Side, spans: Iterable[Spanned]) -> list[Place]:
    """The paragraphs that they stand in, each once."""
    numbers = sorted({side.paragraph_at(span.start) + 1 for span in spans})
    return [Place(number, f"#{column}-{number}") for number in numbers]


def _told(side: Side, descriptions: Iterable[Iterable[Spanned]]) -> list[str]:
    return list(dict.fromkeys(_words(side, description) for each in descriptions for description in each))


def _of(
    entities: Iterable[int], parts: Mapping[int, Sequence[Part]] | Mapping[int | None, Sequence[Part]]
) -> list[Part]:
    """What belongs to any of the entities."""
    return [part for entity in sorted(entities) for part in parts.get(entity, ())]


def _words(side: Side, span: Spanned) -> str:
    words = " ".join(side.draft.text[span.start : span.end].split())
    return words if len(words) <= LONGEST_STANCE else words[:LONGEST_STANCE].rpartition(" ")[0] + " …"
