"""Which names mean the same person, body or place."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.document import Entity, Label
from analysis.entities.names import Name, written
from analysis.parse import Parse


@dataclass(slots=True)
class Group:
    """The names of one entity, while they are being gathered."""

    label: Label
    names: list[Name] = field(default_factory=list)

    def entity(self, parse: Parse) -> Entity:
        spelt = dict.fromkeys(written(parse, name) for name in self.names)
        longest = max(spelt, key=len)
        return Entity(longest, self.label, tuple(name for name in spelt if name != longest))


def grouped(parse: Parse, names: Iterable[Name]) -> list[Group]:
    """The names gathered by entity: full name and surname, long form and acronym."""
    groups: dict[tuple[Label, str], Group] = {}
    people: dict[str, Group] = {}
    ordered = list(names)
    for name in ordered:
        words = written(parse, name).split()
        if name.label == Label.PERSON and len(words) > 1:
            people.setdefault(words[-1], groups.setdefault((name.label, " ".join(words)), Group(name.label)))
    for name in ordered:
        spelt = written(parse, name)
        alone = people.get(spelt) if name.label == Label.PERSON else None
        group = alone or groups.setdefault((name.label, spelt), Group(name.label))
        group.names.append(name)
    return list(groups.values())
