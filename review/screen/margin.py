"""The findings of a spread, as its margin lists them: numbered, filtered, ordered, with the next one to turn to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter

from analysis.findings import Kind, Severity
from review.models import Finding, Passage, ResolutionKind
from review.screen.columns import told_by_columns
from review.screen.kinds import FAMILY_OF_KIND, RANKS, Family, confidence_in_words, label
from review.screen.look import Look, Order
from review.screen.markup import Mark
from review.screen.spread import Spread
from review.standing import Standing, standings


@dataclass(frozen=True)
class Entry:
    """One finding in the margin; `number` follows the copy, whatever the order or filter of the list.

    `row` is the topmost row of the spread that it stands in; `message` names the drafts as they lie open.
    """

    number: int
    row: int
    message: str
    standing: Standing
    passages: Sequence[Passage]
    url: str
    is_selected: bool

    @property
    def finding(self) -> Finding:
        return self.standing.finding

    @property
    def is_open(self) -> bool:
        return self.standing.is_open

    @property
    def is_undecided(self) -> bool:
        """Whether an editor has to look at it: what is to be fixed waits for the writer."""
        return self.is_open and self.standing.resolved_as != ResolutionKind.TO_FIX

    @property
    def can_go_with_others(self) -> bool:
        """Whether it may be dismissed in one act with others: as check_can_dismiss_with_others has it."""
        return self.is_open and self.severity != Severity.BLOCKER

    @property
    def severity(self) -> Severity:
        return Severity(self.finding.severity)

    @property
    def kind(self) -> Kind:
        return Kind(self.finding.kind)

    @property
    def label(self) -> str:
        return label(self.kind)

    @property
    def family(self) -> Family:
        return FAMILY_OF_KIND[self.kind]

    @property
    def confidence(self) -> str:
        return confidence_in_words(self.finding.confidence)

    @property
    def mark(self) -> Mark:
        return Mark(
            self.finding.pk,
            self.number,
            self.label,
            self.family,
            self.severity,
            self.url,
            is_open=self.is_open,
            is_selected=self.is_selected,
        )


@dataclass(frozen=True)
class Margin:
    """`entries` are all findings of the spread in order of place; `look` says which are listed, and how.

    `just_decided` are fingerprints of which others decided while the page was open: they stay listed until it turns.
    """

    entries: Sequence[Entry]
    look: Look
    just_decided: Set[str] = frozenset()

    @cached_property
    def listed(self) -> list[Entry]:
        kept = [entry for entry in self.entries if self._is_listed(entry)]
        if self.look.order == Order.SEVERITY:
            kept.sort(key=lambda entry: (RANKS[entry.severity], entry.number))
        return kept

    @cached_property
    def selected(self) -> Entry | None:
        return next((entry for entry in self.entries if entry.is_selected), None)

    @cached_property
    def before(self) -> Entry | None:
        """The one listed before the selected one."""
        place = self._selected_place
        return self.listed[place - 1] if place else None

    @cached_property
    def after(self) -> Entry | None:
        """The one listed after the selected one; the first while none is selected."""
        place = self._selected_place
        onward = self.listed if place is None else self.listed[place + 1 :]
        return next(iter(onward), None)

    @cached_property
    def next_undecided(self) -> Entry | None:
        """Where to land after deciding: the next that nobody decided on, round the end; None when there is no other."""
        place = self._selected_place
        onward = self.listed if place is None else [*self.listed[place + 1 :], *self.listed[:place]]
        return next((entry for entry in onward if entry.is_undecided and not entry.is_selected), None)

    def turned_to(self, chosen: Entry) -> "Margin":
        """The same list with this finding selected instead."""
        entries = [
            replace(entry, is_selected=entry is chosen) if entry.is_selected or entry is chosen else entry
            for entry in self.entries
        ]
        return replace(self, entries=entries, look=self.look.at(chosen.finding.pk))

    def around(self, *, before: int, after: int) -> list[Entry]:
        """So many of those listed on each side of the selected one, with itself; the first while none is selected."""
        place = self._selected_place or 0
        return self.listed[max(0, place - before) : place + after + 1]

    @property
    def landing(self) -> Look:
        """The look that follows a decision."""
        return self.look.at(self.next_undecided.finding.pk if self.next_undecided else None)

    @property
    def fresh(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.finding.fingerprint in self.just_decided]

    @property
    def open_count(self) -> int:
        return sum(entry.is_open for entry in self.entries)

    @property
    def decided_count(self) -> int:
        """How many an editor need not look at again; those to be fixed are still open."""
        return sum(not entry.is_undecided for entry in self.entries)

    @property
    def choosable(self) -> list[Entry]:
        """Those of the list that can be dismissed together with others."""
        return [entry for entry in self.listed if entry.can_go_with_others]

    @property
    def listable_count(self) -> int:
        """How many the list would have without a search."""
        return len(self.entries) if self.look.closed else self.open_count

    @property
    def open_ids(self) -> str:
        """For the script that fades the others in the copy, listed or not."""
        return " ".join(str(entry.finding.pk) for entry in self.entries if entry.is_open)

    @property
    def closed_count(self) -> int:
        return len(self.entries) - self.open_count

    @property
    def by_severity(self) -> list[tuple[Severity, int]]:
        """How many are open, gravest first."""
        counts = Counter(entry.severity for entry in self.entries if entry.is_open)
        return [(severity, counts[severity]) for severity in Severity if counts[severity]]

    @property
    def severity_links(self) -> list[tuple[Severity, int, str]]:
        """The same with the address that lists only those, or all again."""
        links = {one: replace(self.look, severity=None if self.look.severity == one else one).url for one in Severity}
        return [(severity, count, links[severity]) for severity, count in self.by_severity]

    @property
    def by_kind(self) -> list[tuple[str, str, int]]:
        """Kind, its label, and how many are open."""
        counts = Counter(entry.kind for entry in self.entries if entry.is_open)
        return [(kind.value, label(kind), counts[kind]) for kind in Kind if counts[kind]]

    @cached_property
    def marks(self) -> dict[int, Mark]:
        """How each finding shows in the copy, by its id."""
        return {entry.finding.pk: entry.mark for entry in self.entries}

    @cached_property
    def _selected_place(self) -> int | None:
        return next((place for place, entry in enumerate(self.listed) if entry.is_selected), None)

    def _is_listed(self, entry: Entry) -> bool:
        look = self.look
        return (
            (entry.is_open or look.closed or entry.finding.fingerprint in self.just_decided)
            and look.severity in {None, entry.severity}
            and look.kind in {None, entry.kind}
            and (not look.words or look.words.casefold() in _words(entry).casefold())
        )


def margin_of(spread: Spread, look: Look, *, just_decided: Set[str] = frozenset()) -> Margin:
    """All findings in the two drafts and between them. `look` names both drafts."""
    found = standings(spread.story, drafts=[side.draft for side in spread.sides])
    passages = _passages(found)
    told = [(standing, passages[standing.finding.annotation_id]) for standing in found]
    placed = sorted(((_place(spread, *one), *one) for one in told), key=itemgetter(0))
    address = look.at(None).url
    entries = [
        Entry(
            number,
            row,
            told_by_columns(standing.finding, spread),
            standing,
            places,
            url=f"{address}&finding={standing.finding.pk}",
            is_selected=standing.finding.pk == look.finding,
        )
        for number, ((row, *_), standing, places) in enumerate(placed, start=1)
    ]
    return Margin(entries, look, just_decided)


def _passages(found: Iterable[Standing]) -> dict[int, list[Passage]]:
    """By annotation, as the check named them: the words that disagree first, their repetitions after."""
    annotations = [standing.finding.annotation_id for standing in found]
    by_annotation: dict[int, list[Passage]] = defaultdict(list)
    for passage in Passage.objects.filter(annotation__in=annotations).order_by("pk"):
        by_annotation[passage.annotation_id].append(passage)
    return by_annotation


def _place(spread: Spread, standing: Standing, passages: Iterable[Passage]) -> tuple[int, int, int]:
    """Where the eye meets it first: its topmost row, and how far into the paragraph."""
    places = (spread.place_of(passage.draft_id, passage.start) for passage in passages)
    return (*min(places, default=(0, 0)), standing.finding.pk)


def _words(entry: Entry) -> str:
    """What a search looks through."""
    return " ".join([entry.message, entry.label, *(passage.exact for passage in entry.passages)])
