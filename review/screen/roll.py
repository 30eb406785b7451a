"""The names of a spread, as its margin lists them: who and what is in both drafts, or in one of them only."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from analysis.namesakes import Named
from analysis.rulings import plain_name
from review.labels import NO_NAME
from review.models import Ruling, RulingKind
from review.screen.highlights import LAYER_OF_LABEL, NAME_LAYERS, Layer
from review.screen.look import Look
from review.screen.names import NameEntry, in_drafts, in_words, other_words
from review.screen.spread import Side, Spread


@dataclass(frozen=True)
class Roll:
    """All names of the open drafts; `look`, which names both drafts, says which are listed."""

    spread: Spread
    look: Look

    @property
    def count(self) -> int:
        return len(self.spread.cast)

    @cached_property
    def entries(self) -> list[NameEntry]:
        """Those mentioned most first."""
        entries = [_entry(self.spread, self.look, named) for named in self.spread.cast]
        return sorted(entries, key=lambda entry: (-entry.count, entry.name))

    @cached_property
    def tabs(self) -> list[tuple[Layer, int, str]]:
        """Each kind of names, how many there are, and where they open."""
        counts = Counter(LAYER_OF_LABEL[named.label] for named in self.spread.cast)
        return [(layer, counts[layer], self.look.at_name(layer).url) for layer in NAME_LAYERS]

    @property
    def first_url(self) -> str:
        """The first kind that has any."""
        return next((url for _, count, url in self.tabs if count), self.tabs[0][2])

    @cached_property
    def groups(self) -> list[tuple[str, list[NameEntry]]]:
        """Those listed, by the drafts that have them."""
        listed = [entry for entry in self.entries if LAYER_OF_LABEL[entry.label] == self.look.names]
        labels = [side.draft.label for side in self.spread.sides]
        titles = ["In both", *(f"Only in {label}" for label in labels)] if len(labels) > 1 else [f"In {labels[0]}"]
        by_title: dict[str, list[NameEntry]] = {title: [] for title in titles}
        for entry in listed:
            everywhere = len(entry.drafts) == len(labels)
            by_title[titles[0] if everywhere else f"Only in {entry.drafts[0].side.draft.label}"].append(entry)
        return [(title, entries) for title, entries in by_title.items() if entries]

    @cached_property
    def selected(self) -> NameEntry | None:
        """The name that the address asks for, marked or not."""
        if not self.look.name:
            return None
        return next((entry for entry in self.entries if entry.is_selected), None) or _unmarked(self.spread, self.look)

    @property
    def denied(self) -> list[tuple[Ruling, str]]:
        """What was ruled to be no name, with the way to its card."""
        rulings = [ruling for ruling in self.spread.rulings if ruling.kind == RulingKind.REMOVED]
        return [(ruling, self.look.at_name(self.look.names, ruling.name).url) for ruling in rulings]

    @property
    def before(self) -> NameEntry | None:
        place = self._selected_place
        return self._in_order[place - 1] if place else None

    @property
    def after(self) -> NameEntry | None:
        """The one listed after the selected one; the first while none of the list is selected."""
        place = self._selected_place
        return next(iter(self._in_order if place is None else self._in_order[place + 1 :]), None)

    @cached_property
    def _in_order(self) -> list[NameEntry]:
        return [entry for _, entries in self.groups for entry in entries]

    @cached_property
    def _selected_place(self) -> int | None:
        return next((place for place, entry in enumerate(self._in_order) if entry.is_selected), None)


def _entry(spread: Spread, look: Look, named: Named) -> NameEntry:
    ruling, last = spread.rulings_on(named.spellings)
    return NameEntry(
        named.name,
        ruling.name if ruling else named.name,
        named.label,
        other_words(named, spread.sides),
        ruling,
        last,
        look.at_name(LAYER_OF_LABEL[named.label], named.name).url,
        is_selected=named is spread.named(look.name),
        drafts=list(in_drafts(named, _columns(spread))),
    )


def _unmarked(spread: Spread, look: Look) -> NameEntry:
    name = plain_name(look.name)
    ruling, last = spread.rulings_on((name,))
    found = list(in_words(name, _columns(spread)))
    return NameEntry(name, name, NO_NAME, (), ruling, last, look.url, is_selected=True, drafts=found)


def _columns(spread: Spread) -> list[tuple[str, Side]]:
    return list(zip("ab", spread.sides, strict=False))
