"""A name or an office is not as the house list has it.

Catches a name of several words that differs from one of the desk's list by a letter or two, and a listed person under
an office that goes with the listed one in nobody ("Senator" for the governor, "director" for the deputy director).
Ignores what the list has as an alias, nicknames, initials and suffixes, other words for one office, "former", an office
told more exactly, and people for whom the list has no office.
Rests on the desk's own list, which outranks every other source on spelling and titles.
"""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from analysis.comparing.counterparts import name_words
from analysis.comparing.sides import Side
from analysis.document import Description, DescriptionKind, Document, Entity, Form, HouseEntry, Mention
from analysis.findings import Finding, Kind, Severity
from analysis.lexicon.roles import RANKS, exclusive
from analysis.lexicon.sameness import same_first_name
from analysis.remarks import remark
from analysis.spans import Spanned

SPELLING = "The house list has this name in another spelling."
OFFICE = "The house list has this person under another title."
SHORT, LONG = 4, 6  # letters of a word in which one may differ, and in which two may
FORMER = ("former ", "ex-", "then-", "one-time ")


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    entries = [entry for entry in document.house if entry.label is not None]
    listed = {name.lower() for entry in entries for name in _names(entry)}
    for said, places in _spellings(document).items():
        right = None if said.lower() in listed else _meant(said, entries)
        if right is not None:
            message = f"The house list spells it “{right}”, this draft “{said}”."
            why = _with_note(SPELLING, next(entry for entry in entries if right in _names(entry)))
            yield _finding(Kind.NAME, places, f"{said.lower()} / {right.lower()}", message, why)
    for entry in (entry for entry in entries if entry.role):
        for entity in document.entities:
            if not {name.lower() for name in (entity.name, *entity.aliases)}.isdisjoint(map(str.lower, _names(entry))):
                yield from _offices(document, entity, entry)


def _with_note(why: str, entry: HouseEntry) -> str:
    return f"{why} Its note: {entry.note}" if entry.note else why


def _names(entry: HouseEntry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


def _spellings(document: Document) -> dict[str, list[Mention]]:
    """Every name of several words, with its places."""
    found: dict[str, list[Mention]] = {}
    for mention in document.mentions:
        said = " ".join(name_words(document.text[mention.start : mention.end]))
        if mention.form is Form.NAME and " " in said:
            found.setdefault(said, []).append(mention)
    return found


def _meant(said: str, entries: Sequence[HouseEntry]) -> str | None:
    """The listed name that this one is, but for a letter or two."""
    return next((right for entry in entries for right in _names(entry) if _nearly(said, right)), None)


def _nearly(said: str, right: str) -> bool:
    """Whether a single word differs, and by no more than a slip; "Tom" for "Thomas" is no mistake."""
    here, there = said.lower().split(), " ".join(name_words(right)).lower().split()
    apart = [words for words in zip(here, there, strict=False) if words[0] != words[1]]
    if len(here) != len(there) or len(apart) != 1 or same_first_name(*apart[0]):
        return False
    shortest = min(map(len, apart[0]))
    slips = DamerauLevenshtein.distance(*apart[0])
    return slips <= (2 if shortest >= LONG else 1 if shortest >= SHORT else 0)


def _offices(document: Document, entity: Entity, entry: HouseEntry) -> Iterator[Finding]:
    for told in entity.descriptions:
        if told.kind is DescriptionKind.ROLE and entry.role and _is_another(document, told, entry.role):
            office = document.text[told.start : told.end]
            message = f"The house list calls {entry.name} “{entry.role}”, this draft “{office}”."
            yield _finding(
                Kind.ROLE, [told], f"{entry.name.lower()} / {office.lower()}", message, _with_note(OFFICE, entry)
            )


def _is_another(document: Document, told: Description, listed: str) -> bool:
    """Whether nobody holds both offices, or one is a rank below the other."""
    before = document.text[max(0, told.start - len(max(FORMER, key=len))) : told.start].lower()
    if before.endswith(FORMER) or told.value.lower().startswith(FORMER):
        return False
    here, there = {*told.value.lower().split()}, {*listed.lower().split()}
    return exclusive(told.value, listed) or bool((here ^ there) and here ^ there <= RANKS)


def _finding(kind: Kind, places: Sequence[Spanned], subject: str, message: str, why: str) -> Finding:
    severity = Severity.MAJOR
    return remark(kind, places, subject=subject, message=message, why=why, severity=severity, confidence=0.8)
