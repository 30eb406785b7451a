"""The groups of names of a draft, and which of them stands at a word."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.document import Description, DescriptionKind, Label
from analysis.entities.linking import Group
from analysis.entities.names import Name
from analysis.parse import Parse

ARTICLES = frozenset("a an the our its his her their this".split())


@dataclass(frozen=True)  # no slots: the table is made once, when first asked for
class Gathering:
    """The groups of a draft, and which of them stands at a word."""

    parse: Parse
    groups: Sequence[Group]

    @cached_property
    def names(self) -> list[tuple[Name, int]]:
        """Every name with the number of its group, in order."""
        every = [(name, number) for number, group in enumerate(self.groups) for name in group.names]
        return sorted(every, key=lambda named: named[0].first)

    @cached_property
    def _at(self) -> dict[int, int]:
        return {index: place for place, (name, _) in enumerate(self.names) for index in range(name.first, name.last)}

    def group_at(self, index: int) -> int | None:
        """The number of the group whose name this word belongs to."""
        place = self._at.get(index)
        return None if place is None else self.names[place][1]

    def name_at(self, index: int) -> Name | None:
        """The name that this word belongs to."""
        place = self._at.get(index)
        return None if place is None else self.names[place][0]

    def within(self, first: int, last: int, labels: frozenset[Label]) -> Iterator[Name]:
        """The names of those labels in a range of words."""
        start = bisect_left(self.names, first, key=lambda named: named[0].first)
        for name, number in self.names[start:]:
            if name.first >= last:
                return
            if self.groups[number].label in labels:
                yield name


def description(parse: Parse, first: int, last: int, kind: DescriptionKind) -> Description:
    """A range of words told of somebody; the value is in lower case, without its article."""
    span = parse.span(first, last)
    words = span.of(parse.text).lower().replace("’", "'").split()
    while len(words) > 1 and words[0] in ARTICLES:
        words.pop(0)
    return Description(span.start, span.end, kind, " ".join(words).rstrip("."))
