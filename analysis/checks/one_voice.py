"""A story in which only the party that it is about has a say.

Catches a draft whose quotations all come from one person or body, or from those who speak for it, where its opening is
about just them; and an opening that tells what one body did on the word of another, where the first is never heard.
Ignores drafts with fewer than three quotations, documents, and any story in which somebody else is heard.
Rests on the sourcing rules of the BBC and the Associated Press: claims of an interested party need another source.
"""

import re
from collections.abc import Iterator

from analysis.comparing.clauses import Clause
from analysis.comparing.sides import Side
from analysis.document import Document, Entity, Mention, Quotation, SourceClass
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark
from analysis.spans import Span, contains, paragraphs

FEWEST = 3  # quotations: a short item has one voice by nature
OPENING = 2  # paragraphs that say what the story is about
OFFICIAL = re.compile(
    r"\b(?:government|administration|ministry|minister|department|white house|secretary|president|official|spokes\w+)\b"
)
HEARD = frozenset({SourceClass.NAMED, SourceClass.GROUP, SourceClass.UNNAMED_PERSON, SourceClass.OWN_STAFF})
WHY = "Readers should hear somebody who gains nothing by it; or the story should say that nobody else would speak."


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    heard = [said for said in document.quotations if said.source_class in HEARD and said.speaker]
    speakers = {said.speaker.entity for said in heard if said.speaker}
    parties = speakers if len(speakers) == 1 else {_party(document, said) for said in heard}
    party = next(iter(parties), None)
    if len(heard) >= FEWEST and len(parties) == 1 and party is not None and _is_about(document, party):
        yield _finding(heard, document.entities[party])
    yield from _hearsay(side)


def _hearsay(side: Side) -> Iterator[Finding]:
    """ "The ministry has lifted its ban, according to a statement from Storex"."""
    document = side.document
    opening = document.sentences[:OPENING]
    told = (said for said in document.quotations if said.speaker and opening and said.start < opening[-1].end)
    for said in told:
        clause = side.clause_at(said.parts[0])
        words = Span(said.speaker.start, said.speaker.end) if said.speaker else Span(0, 0)
        tellers = {found.entity for found in side.mentions_at(words) if found.label == "ORG"}
        doers = {found.entity for found in side.mentions_at(said.parts[0]) if _does(side, found, clause)}
        if clause and len(tellers) == 1 and doers and not doers & tellers and not _is_heard(side, doers, said):
            doer, teller = document.entities[min(doers)].name, document.entities[min(tellers)].name
            the = "the " if f"the {doer}" in document.text else ""
            yield _on_its_word(words, f"{the}{doer}", teller)
            return


def _does(side: Side, found: Mention, clause: Clause | None) -> bool:
    """Whether a body named in a statement is what does the deed."""
    if clause is None or found.label not in ("ORG", "GPE"):
        return False
    token = side.parse.tokens[side.parse.head_of(*side.parse.range_of(found))]
    return token.dep == "nsubj" and token.head == clause.verb


def _is_heard(side: Side, doers: set[int], told: Quotation) -> bool:
    """Whether those who acted, or anybody who holds an office, speak anywhere but where they are told of."""
    entities = [side.document.entities[doer] for doer in doers]
    names = {name for entity in entities for name in (entity.name, *entity.aliases)}
    speakers = (said.speaker for said in side.document.quotations if said is not told)
    heard = [speaker for speaker in speakers if speaker]
    return any(
        speaker.entity in doers
        or OFFICIAL.search(side.words(speaker).lower())
        or not names.isdisjoint(side.words(found) for found in side.mentions_at(speaker))
        for speaker in heard
    )


def _party(document: Document, said: Quotation) -> int | None:
    """The body for which somebody speaks, or the speaker; None where nobody knows who that is."""
    index = said.speaker.entity if said.speaker else None
    if index is None or document.entities[index].label != "PERSON":
        return index if index is not None else _named_in(document, said)
    told = " ".join(description.value for description in document.entities[index].descriptions)
    return next((number for number in _bodies(document) if document.entities[number].name.lower() in told), index)


def _named_in(document: Document, said: Quotation) -> int | None:
    """The body whose last word the speaker is called by: "the trust" of "the Staithes Lifeboat Trust"."""
    words = document.text[said.speaker.start : said.speaker.end].lower().split() if said.speaker else []
    if len(words) != 2 or words[0] != "the":
        return None
    return next((n for n in _bodies(document) if document.entities[n].name.lower().split()[-1] == words[1]), None)


def _bodies(document: Document) -> Iterator[int]:
    return (number for number, entity in enumerate(document.entities) if entity.label == "ORG")


def _is_about(document: Document, party: int) -> bool:
    """Whether the headline or the opening names the party."""
    opening = [span for span, _ in zip(paragraphs(document.text), range(OPENING), strict=False)]
    here = (found for found in document.mentions if found.entity == party)
    return any(contains(paragraph, found) for found in here for paragraph in opening)


def _finding(heard: list[Quotation], party: Entity) -> Finding:
    speakers = [Span(said.speaker.start, said.speaker.end) for said in heard if said.speaker]
    return remark(
        Kind.SOURCE,
        speakers[:1],
        subject=f"only {party.name}".lower(),
        message=f"All {len(heard)} quotations come from {party.name}, whom the story is about.",
        why=WHY,
        severity=Severity.NOTE,
        confidence=0.6,
    )


def _on_its_word(teller: Span, doer: str, told_by: str) -> Finding:
    return remark(
        Kind.SOURCE,
        [teller],
        subject=f"{doer} on the word of {told_by}".lower(),
        message=f"What {doer} did is told on the word of {told_by} alone; nobody speaks for {doer}.",
        why=WHY,
        severity=Severity.NOTE,
        confidence=0.6,
    )
