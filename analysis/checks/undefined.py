"""A person or body that the draft never introduces.

Catches an acronym whose long form stands nowhere, and a person who goes by one name throughout, without a title.
Ignores acronyms that every reader knows, datelines and headlines in capitals, and single names in a headline whose
bearer is named in full below.
Rests on house style everywhere: full name at first mention, acronyms spelt out unless they are household words.
"""

import re
from collections.abc import Iterator

from analysis.comparing.counterparts import initials
from analysis.document import Document, Entity, Form, Label, Mention
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark

WHY = "A reader who comes to the story fresh must be told who this is."
ACRONYM = re.compile(r"[A-Z](?:[A-Z&]|\.[A-Z]){1,5}\.?$")
DATELINE = re.compile(r"[A-Z][A-Z.’' -]+(?:,[^—–\n]{0,30})?\s*(?:—|–|--|-\s|:)")
DATELINE_LENGTH, LINE = 30, 200  # characters
HOUSEHOLD = frozenset(
    "AI AIDS AP BBC CBS CEO CIA CNN COVID DNA EU FBI FIFA GDP HIV HMRC IBM ID IMF IQ ITV LGBT LGBTQ MP MPS NASA "
    "NATO NBC NBA NFL NHL NHS PC PM POW SUV TV UK UN UNESCO UNICEF US USA USSR VAT VIP WHO WTO GOP DC".split()
)
BODIES = frozenset({Label.ORG, Label.LAW, Label.EVENT})


def find(document: Document) -> Iterator[Finding]:
    first: dict[int, Mention] = {}
    for mention in document.mentions:
        if mention.form is Form.NAME:
            first.setdefault(mention.entity, mention)
    for index, mention in first.items():
        entity = document.entities[index]
        if entity.label in BODIES and _unexplained(document, entity) and not _is_shouted(document, mention):
            yield _finding(entity, mention, f"“{entity.name}” is never spelt out.", 0.6)
        elif entity.label is Label.PERSON and _half_named(document, entity):
            yield _finding(entity, mention, f"“{entity.name}” is never named in full.", 0.5)


def _unexplained(document: Document, entity: Entity) -> bool:
    """An acronym without a long form, under any of its names or among the other entities."""
    letters = entity.name.replace(".", "").upper()
    if not ACRONYM.match(entity.name) or letters in HOUSEHOLD or any(" " in alias for alias in entity.aliases):
        return False
    return all(initials(other.name) != letters.lower() for other in document.entities)


def _is_shouted(document: Document, mention: Mention) -> bool:
    """Whether the words beside a name stand in capitals as well: in a headline, or in a dateline before its dash."""
    first = max(0, mention.start - DATELINE_LENGTH)
    start = document.text.rfind("\n", first, mention.start) + 1 or first
    end = document.text.find("\n", mention.end, mention.end + LINE)
    line = document.text[start : end if end >= 0 else mention.end + LINE]
    return line.isupper() or bool(DATELINE.match(line))


def _half_named(document: Document, entity: Entity) -> bool:
    """One name only, without a word that tells who it is, and no namesake in full."""
    if " " in entity.name or entity.descriptions or any(" " in alias for alias in entity.aliases):
        return False
    return all(entity.name not in other.name.split() for other in document.entities if other is not entity)


def _finding(entity: Entity, mention: Mention, message: str, confidence: float) -> Finding:
    return remark(
        Kind.UNDEFINED,
        [mention],
        subject=entity.name.lower(),
        message=message,
        why=WHY,
        severity=Severity.NOTE,
        confidence=confidence,
    )
