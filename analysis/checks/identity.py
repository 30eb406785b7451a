"""One person is given two ages, two offices, two homes or two places of birth in one draft.

Catches "Martin Hale, 52," and "Hale, 54,"; "the chief executive" and "the chairman" of one body; "of Bexhill" and "of
Hastings"; "was born in Bexhill" and "born in Hastings".
Ignores offices that were held one after the other ("then governor", "former"), an office told more exactly, a town and
its country, and what is quoted.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from analysis.comparing.counterparts import surname
from analysis.comparing.sides import Side
from analysis.document import Description, DescriptionKind, Document, Entity, Form, Label
from analysis.findings import Finding, Kind, Severity
from analysis.lexicon.roles import exclusive, same_role
from analysis.lexicon.sameness import known_place, place_key
from analysis.remarks import remark
from analysis.spans import Span

AGE = re.compile(r"\d{1,3}$")
ONE_BEFORE = re.compile(
    r"\b(?:then|former(?:ly)?|ex|once|later|became|become|now|elected|appointed|named|was|were|after|before|a"
    r"|President|Mayor|acting|future|next|new|candidate)[\s-]*(?:\w+\s+){0,2}$"
)
BORN_IN = re.compile(r"(?: [^,.;]{0,25})? (?:in|at) ")
LOOK_BACK = 30  # characters before an office
WHY = "A person has one age, one home and one of these offices; readers will ask which."


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    for entity in document.entities:
        told = [found for found in entity.descriptions if not side.is_quoted(found)]
        if entity.label is Label.PERSON:
            yield from _pairs(document, entity, _of(told, DescriptionKind.AGE), Kind.FIGURE)
            yield from _pairs(document, entity, _of(told, DescriptionKind.PLACE), Kind.PLACE)
            yield from _pairs(document, entity, _of(told, DescriptionKind.ROLE), Kind.ROLE)
            yield from _pairs(document, entity, list(_birthplaces(side, entity)), Kind.PLACE)


def _birthplaces(side: Side, entity: Entity) -> Iterator[Description]:
    """Where somebody is said to be born, each place once: the first name behind "born in" or "born … in"."""
    own, seen = surname(entity.name), set()
    for clause in side.clauses.values():
        if clause.lemma != "bear" or own not in clause.participants or side.is_quoted(clause.span):
            continue
        behind = Span(clause.span.end, side.document.sentences[side.sentence_of(clause.span)].end)
        places = (found for found in side.mentions_at(behind) if found.label is Label.GPE and found.form is Form.NAME)
        place = next(
            (found for found in places if BORN_IN.fullmatch(side.document.text, behind.start, found.start)), None
        )
        if place is not None and (value := place_key(side.words(place))) not in seen:
            seen.add(value)
            yield Description(place.start, place.end, DescriptionKind.PLACE, value)


def _of(told: Sequence[Description], kind: DescriptionKind) -> list[Description]:
    """The descriptions of one kind, each value once."""
    return list({found.value: found for found in reversed(told) if found.kind is kind}.values())[::-1]


def _pairs(document: Document, entity: Entity, told: Sequence[Description], kind: Kind) -> Iterator[Finding]:
    if len(told) == 1 or (kind is not Kind.ROLE and len(told) != 2):  # three towns are a life's
        return
    for one, other in combinations(told, 2):
        if _differ(document, one, other):
            yield _finding(document, entity, one, other, kind)


def _differ(document: Document, one: Description, other: Description) -> bool:
    if one.kind is DescriptionKind.AGE:
        return bool(AGE.match(one.value) and AGE.match(other.value))
    if one.kind is DescriptionKind.PLACE:
        keys = place_key(one.value), place_key(other.value)
        return known_place(keys[0]) == known_place(keys[1]) and keys[0] not in keys[1] and keys[1] not in keys[0]
    if any(_in_another_time(document, role) for role in (one, other)) or same_role(one.value, other.value):
        return False
    return exclusive(one.value, other.value)


def _in_another_time(document: Document, role: Description) -> bool:
    return bool(ONE_BEFORE.search(document.text, max(0, role.start - LOOK_BACK), role.start))


def _said(name: str, here: str, there: str, kind: Kind) -> str:
    if kind is Kind.FIGURE:
        return f"{name} is {here} in one place and {there} in another."
    if kind is Kind.PLACE:
        return f"{name} is from {here} in one place and from {there} in another."
    return f"{name} is called “{here}” in one place and “{there}” in another."


def _finding(document: Document, entity: Entity, one: Description, other: Description, kind: Kind) -> Finding:
    here, there = (document.text[found.start : found.end] for found in (one, other))
    return remark(
        kind,
        [one, other],
        subject=f"{entity.name} {' / '.join(sorted((one.value, other.value)))}".lower(),
        message=_said(entity.name, here, there, kind),
        why=WHY,
        severity=Severity.MAJOR,
        confidence=0.7,
        conflict=True,
    )
