"""One thing is put in two places.

Catches a place exchanged in a revised sentence, one deed told of two places, and a person or body based in two; where
one draft names a town more, that town is what the finding points at.
Ignores other names of a place (UK, Britain, British), and a place within another that the text itself names so.
"""

from collections.abc import Iterator
from functools import partial

from analysis.comparing.disagreements import disagreement
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import answered, asked, event_question
from analysis.comparing.sides import Side
from analysis.document import Description, DescriptionKind, Entity, Form, Label, Mention
from analysis.findings import Evidence, Finding, Kind
from analysis.lexicon.sameness import known_place, place_key
from analysis.spans import Spanned

WHY = "Both drafts say where the same thing is or happened, and name two places."
PLACES = frozenset({Label.GPE, Label.LOC, Label.FAC, Label.NORP})


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        for one, other in zip(_places_at(pair.a, change.a), _places_at(pair.b, change.b), strict=False):
            if _elsewhere(pair, one, other):
                yield _finding(pair, one, other)
    for index, other_index in pair.counterparts.items():
        yield from _based(pair, index, other_index)


def _places_at(side: Side, span: Spanned) -> list[Mention]:
    return [found for found in side.mentions_at(span) if found.label in PLACES and found.form is Form.NAME]


def _elsewhere(pair: Pair, one: Mention, other: Mention) -> bool:
    """Two places of one rank: a city and its country are one place told in more detail."""
    key_a, key_b = place_key(pair.a.words(one)), place_key(pair.b.words(other))
    return key_a not in key_b and key_b not in key_a and known_place(key_a) == known_place(key_b)


def _based(pair: Pair, index: int, other_index: int) -> Iterator[Finding]:
    """A person or body that both drafts place, and not in the same towns."""
    entity, same = pair.a.document.entities[index], pair.b.document.entities[other_index]
    here, there = _bases(entity), _bases(same)
    if here and there and here.keys() != there.keys():
        towns = " and ".join(sorted(here)), " and ".join(sorted(there))
        yield disagreement(
            pair,
            Kind.PLACE,
            _surplus(here, there),
            _surplus(there, here),
            subject=pair.name(index, other_index),
            values=towns,
            message=answered(f"Where is {entity.name} based?", _listed(pair.a, here), _listed(pair.b, there)),
            why=WHY,
            evidence=Evidence.BEARER,
        )


def _bases(entity: Entity) -> dict[str, Description]:
    """The places that a draft gives an entity, by their one spelling."""
    found = (told for told in entity.descriptions if told.kind is DescriptionKind.PLACE)
    return {place_key(told.value): told for told in found}


def _surplus(bases: dict[str, Description], others: dict[str, Description]) -> list[Description]:
    """The towns that only this draft names; all of its own where it has none beyond the other's."""
    return [told for town, told in bases.items() if town not in others] or [*bases.values()]


def _listed(side: Side, bases: dict[str, Description]) -> str:
    return " and ".join(side.words(told) for told in bases.values())


def _finding(pair: Pair, one: Mention, other: Mention) -> Finding:
    said_a, said_b = pair.a.words(one), pair.b.words(other)
    question = asked(pair, one, other, partial(event_question, "Where"))
    return disagreement(
        pair,
        Kind.PLACE,
        [one],
        [other],
        subject=pair.topic(one, other),
        values=(place_key(said_a), place_key(said_b)),
        message=answered(question, said_a, said_b) if question else None,
        why=WHY,
        evidence=Evidence.REVISED,
    )
