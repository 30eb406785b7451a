"""One office of one body is given to two people.

Catches "Ann Pye, the chairwoman of Storex" and "Storex chairman Carl Dunn", for offices that one person holds.
Ignores offices of two bodies, deputies and shared offices ("co-chairs"), and a draft that tells of a change: who steps
down, succeeds, is elected or was "former".
"""

import re
from collections.abc import Iterator
from itertools import combinations

from analysis.comparing.sides import Side
from analysis.document import Description, DescriptionKind, Document, Entity, Label
from analysis.findings import Finding, Kind, Severity
from analysis.lexicon.roles import office_in
from analysis.remarks import remark

# Offices that a body gives to one person at a time, as the first name of their line in roles.txt.
SINGLE = frozenset(
    {
        *("mayor", "president", "prime minister", "governor", "treasurer", "editor", "managing director"),
        *("chief executive", "chief financial officer", "chief operating officer", "chairman", "police chief"),
    }
)
CHANGE = re.compile(
    r"\b(?:former(?:ly)?|ex-|then|acting|interim|outgoing|incoming|elect(?:ed|ion)?|predecessor|succe(?:ss|ed)\w*|replac\w+"
    r"|resign\w*|step\w* down|stood down|appoint\w*|take over|took over|retir\w+|join\w*|left|co-|joint|candidate|until"
    r"|deputy|vice|nominat\w+|late|once)",
    re.IGNORECASE,
)
WHY = "One person at a time holds this office; readers will ask which of the two."


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    if CHANGE.search(document.text):
        return
    holders = [
        (entity, told, office, body)
        for entity in document.entities
        if entity.label is Label.PERSON
        for told in entity.descriptions
        if told.kind is DescriptionKind.ROLE and not side.is_quoted(told)
        for office, body in _offices(document, told)
    ]
    for (one, here, office, body), (other, there, same, its) in combinations(holders, 2):
        if one is not other and (office, body) == (same, its):
            yield _finding(side, (one, here), (other, there))


def _offices(document: Document, told: Description) -> Iterator[tuple[str, int]]:
    """The office that one person holds, and the body that the description names."""
    office = office_in(told.value)
    bodies = {found.entity for found in document.mentions if told.start - 1 <= found.start and found.end <= told.end}
    named = {number for number in bodies if document.entities[number].label in (Label.ORG, Label.GPE)}
    if office in SINGLE and len(named) == 1:
        yield office, named.pop()


def _finding(side: Side, one: tuple[Entity, Description], other: tuple[Entity, Description]) -> Finding:
    (holder, here), (another, there) = one, other
    return remark(
        Kind.ROLE,
        [here, there],
        subject=f"{here.value} {' / '.join(sorted((holder.name, another.name)))}".lower(),
        message=f"“{side.words(here)}” is {holder.name}, and “{side.words(there)}” is {another.name}.",
        why=WHY,
        severity=Severity.MAJOR,
        confidence=0.7,
        conflict=True,
    )
