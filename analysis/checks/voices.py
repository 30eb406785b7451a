"""Somebody who matters to the story is heard in one draft only.

Catches, in drafts that two people wrote on their own, the first person of a draft who is quoted by name and office at
some length and whom the other draft never names; one of each draft.
Ignores passers-by and experts quoted once, people whom the other draft names without quoting them, somebody whose like
(another senator) the other draft hears, and revisions of one draft. No conflict: two writers hear different people.
"""

from collections.abc import Iterator

from analysis.comparing.clipping import first_clauses
from analysis.comparing.counterparts import name_words, surname
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.document import Description, DescriptionKind, Entity, Label, Quotation, QuotationKind, SourceClass
from analysis.findings import Finding, Kind, Severity, Values
from analysis.lexicon.roles import is_office, same_role
from analysis.spans import Span, contains

OFTEN = 2  # quotations of one who has no office
LONG = 8  # words of what somebody says
EARLY = 0.6  # of a draft
LONGEST_ROLE = 8  # words
FEWEST = 2  # quoted words by which a quotation is known again
SHOWN = 12  # words of what is said
WHY = "The other draft does not hear this person; check whether it should have."


def compare(pair: Pair) -> Iterator[Finding]:
    if pair.is_revision:
        return
    for side, other in ((pair.a, pair.b), (pair.b, pair.a)):
        voices = (found for found in _voices(side) if not _is_named(other, found[0]))
        heard = next((found for found in voices if not _is_told(side, other, found[2])), None)
        if heard is not None and not any(same_role(heard[1].value, role.value) for _, role, _ in _voices(other)):
            yield _finding(side, *heard, in_a=side is pair.a)


def _voices(side: Side) -> Iterator[tuple[Entity, Description, Quotation]]:
    """Those who are quoted high up by full name, with what they are, in order."""
    said: dict[int, list[Quotation]] = {}
    for quotation in side.document.quotations:
        index = quotation.speaker.entity if quotation.speaker else None
        if index is not None and quotation.source_class is SourceClass.NAMED and _is_long(side, quotation):
            said.setdefault(index, []).append(quotation)
    for index, quotations in said.items():
        entity = side.document.entities[index]
        role = next((found for found in entity.descriptions if found.kind is DescriptionKind.ROLE), None)
        early = quotations[0].start <= EARLY * len(side.document.text)
        person = entity.label is Label.PERSON and " " in entity.name
        if person and early and role and (len(quotations) >= OFTEN or is_office(role.value)):
            yield entity, role, quotations[0]


def _is_long(side: Side, quotation: Quotation) -> bool:
    return quotation.kind is not QuotationKind.INDIRECT and len(side.words(quotation).split()) >= LONG


def _is_named(other: Side, entity: Entity) -> bool:
    return surname(entity.name) in other.document.text.lower()


def _is_told(side: Side, other: Side, said: Quotation) -> bool:
    """Whether the other draft gives words of the quotation without naming who spoke them."""
    spoken = [f" {' '.join(passage.said)} " for passage in side.passages if contains(said, passage)]
    given = [f" {' '.join(passage.said)} " for passage in other.passages if len(passage.said) >= FEWEST]
    return any(words in speech or speech in words for speech in spoken for words in given)


def _place(side: Side, entity: Entity, said: Quotation) -> Span:
    """Who speaks, by name; where the quotation has only a pronoun, the first place that has the name."""
    own = said.speaker is not None and side.calls_by_name(said.speaker)
    index = side.document.entities.index(entity)
    place = said.speaker if own and said.speaker else next(iter(side.names.get(index, ())), said)
    return Span(place.start, place.end)


def _finding(side: Side, entity: Entity, role: Description, said: Quotation, *, in_a: bool) -> Finding:
    words, called = " ".join(side.words(role).split()).rstrip(","), name_words(entity.name)[-1]
    who = entity.name if len(words.split()) > LONGEST_ROLE else f"{entity.name}, {words}"
    if words[0].isupper():  # a title before the name
        who = f"{words} {entity.name}"
    span = _place(side, entity, said)
    return Finding(
        kind=Kind.ONLY_IN_ONE,
        conflict=False,
        severity=Severity.NOTE,
        confidence=0.55,
        message=f"Only one draft quotes {who}{_words_of(side, said)}; the other never names {called}.",
        why=WHY,
        a=(span,) if in_a else (),
        b=() if in_a else (span,),
        values=Values(entity.name if in_a else None, None if in_a else entity.name),
        subject=f"voice of {entity.name}".lower(),
    )


def _words_of(side: Side, said: Quotation) -> str:
    """How the quotation begins, in marks; nothing of one that is half the writer's words."""
    if said.kind is not QuotationKind.DIRECT:
        return ""
    place = said.parts[0]
    shown = first_clauses(side, place, most=SHOWN)
    words = " ".join(side.words(shown).split()).rstrip(' ,.;:“”"')
    return f" (“{words}{'' if shown.end == place.end else '…'}”)"
