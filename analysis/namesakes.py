"""Who and what several drafts of one story speak of: the same person, body or place of each draft taken together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.comparing.counterparts import counterparts
from analysis.document import Document, Entity, Label


@dataclass(frozen=True, slots=True)
class Named:
    """One person, body or place. `spellings` begin with `name`; `entities` are its indices in each document."""

    name: str
    label: Label
    spellings: tuple[str, ...]
    entities: tuple[frozenset[int], ...]


def namesakes(documents: Sequence[Document]) -> list[Named]:
    """Everybody that is mentioned, in order of first appearance; names written alike are one, whatever their labels."""
    found: list[_Gathered] = []
    by_name: dict[str, _Gathered] = {}
    for number, document in enumerate(documents):
        known = list(found)
        partners = counterparts(document.entities, [each.as_entity() for each in known])
        for index, mentions in sorted(Counter(mention.entity for mention in document.mentions).items()):
            entity = document.entities[index]
            partner = known[partners[index]] if index in partners else None
            twin = by_name.get(entity.name) or _as_twin(entity, number, partner)
            if twin is None:
                found.append(twin := _Gathered())
            by_name.setdefault(entity.name, twin)
            twin.add(entity, number, index, mentions)
    return [each.named(len(documents)) for each in found]


def _as_twin(entity: Entity, number: int, partner: "_Gathered | None") -> "_Gathered | None":
    """The partner of an earlier draft, unless it is labelled otherwise or another of this draft has it already."""
    if partner is None or number in partner.numbers:
        return None
    return partner if partner.as_entity().label == entity.label else None


@dataclass(slots=True)
class _Gathered:
    """The entities of one bearer, while they are being gathered."""

    names: list[str] = field(default_factory=list)
    spellings: list[str] = field(default_factory=list)
    labels: Counter[Label] = field(default_factory=Counter)
    places: set[tuple[int, int]] = field(default_factory=set)

    @property
    def numbers(self) -> set[int]:
        return {number for number, _ in self.places}

    def add(self, entity: Entity, number: int, index: int, mentions: int) -> None:
        self.names.append(entity.name)
        self.spellings += [entity.name, *entity.aliases]
        self.labels[entity.label] += mentions
        self.places.add((number, index))

    def as_entity(self) -> Entity:
        """Under its fullest name and the label that most mentions have."""
        name = max(self.names, key=lambda spelt: (" " in spelt, len(spelt)))
        return Entity(name, self.labels.most_common(1)[0][0], tuple(dict.fromkeys(self.spellings)))

    def named(self, documents: int) -> Named:
        entity = self.as_entity()
        spellings = tuple(dict.fromkeys([entity.name, *entity.aliases]))
        places = (frozenset(index for at, index in self.places if at == number) for number in range(documents))
        return Named(entity.name, entity.label, spellings, tuple(places))
