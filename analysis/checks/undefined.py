"""A person or body that the draft never introduces.

Catches an acronym whose long form stands nowhere, and somebody who acts or speaks under one name throughout, without
a title.
Ignores acronyms that every reader knows, call signs of radio stations, slogans in quote marks, datelines and headlines
in capitals, a long form with the acronym behind it, families ("the Obamas"), names that only describe ("the Obama
administration"), sites that one posts on, and single names in a headline whose bearer is named in full below.
Rests on house style everywhere: full name at first mention, acronyms spelt out unless they are household words.
"""

import re
from collections.abc import Iterator

from analysis.comparing.counterparts import initials
from analysis.comparing.sides import Side
from analysis.document import Document, Entity, Form, Label, Mention, QuotationKind
from analysis.findings import Finding, Kind, Severity
from analysis.lexicon.sameness import known_place, place_key
from analysis.parse import Parse
from analysis.remarks import remark
from analysis.spans import inside

WHY = "A reader who comes to the story fresh must be told who this is."
ACRONYM = re.compile(r"[A-Z](?:[A-Z&]|\.[A-Z]){1,4}\.?$")
DATELINE = re.compile(r"[A-Z][A-Z.’' -]+(?:,[^—–\n]{0,30})?\s*(?:—|–|--|-\s|:)")
DATELINE_LENGTH, LINE = 30, 200  # characters
HOUSEHOLD = frozenset(
    "AARP ABC AFP AI AIDS AP BBC CBS CEO CIA CNBC CNN COVID CSPAN DC DNA ESPN EU FBI FIFA GDP GOP GPS HBO HIV "
    "HMRC IBM ID IMF IQ IRS ISIS ITV JFK LAPD LGBT LGBTQ MIT MP MPS MSNBC MTV NAACP NASA NATO NBA NBC NFL NHL NHS "
    "NPR NRA NYPD PAC PBS PC PM POTUS POW RAF SUV SWAT TV UK UN UNESCO UNICEF US USA USSR VAT VIDEO VIP WHO WTO "
    "YMCA".split()
)
CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}$")
ON_AIR = re.compile(r"\b(?:on|with|told|to|by)\s$")
LOOK_BACK = 16  # code points before a name
STATION = re.compile(r"(?:-?\s?(?:TV|AM|FM))?\s(?:radio|television|news|station)\b", re.IGNORECASE)
POSTED_ON = re.compile(r"\b(?:on|via|using)\s$")
LONG_BEFORE = re.compile(r"[A-Z][\w’'-]+(?:,? or (?:the )?| \(|, (?:also )?known as )$")
TOLD_BEHIND = re.compile(r",? (?:or|the|an?|which (?:is|stands)|short for) |,? \([A-Z]")
FIRST_OF_TWO = re.compile(r" and [A-Z][\w’'-]+ [A-Z]")
BODIES = frozenset({Label.ORG, Label.LAW, Label.EVENT})
ACTS = frozenset({"nsubj", "nsubjpass"})


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    first: dict[int, Mention] = {}
    for mention in document.mentions:
        if mention.form is Form.NAME:
            first.setdefault(mention.entity, mention)
    parse = side.parse
    acting = _acting(document, parse)
    told = _told_who(document, parse) | _on_screen(document)
    for index, mention in first.items():
        entity = document.entities[index]
        if index in told or _is_slogan(side, mention):
            continue
        if entity.label in BODIES and _unexplained(document, parse, entity) and not _is_shouted(document, mention):
            yield _finding(entity, mention, f"“{entity.name}” is never spelt out.", 0.6)
        elif entity.label is Label.PERSON and index in acting and _half_named(document, entity):
            yield _finding(entity, mention, f"“{entity.name}” is never named in full.", 0.5)


def _acting(document: Document, parse: Parse) -> set[int]:
    """The entities that speak, or that do something under their names in the writer's own words."""
    spoken = {
        mention.start
        for quotation in document.quotations
        if quotation.kind is QuotationKind.DIRECT
        for part in quotation.parts
        for mention in inside(part, document.mentions)
    }
    heads = ((mention, parse.head_of(*parse.range_of(mention))) for mention in document.mentions)
    doing = {
        mention.entity
        for mention, head in heads
        if mention.form is Form.NAME and parse.tokens[head].dep in ACTS and mention.start not in spoken
    }
    speakers = (said.speaker for said in document.quotations)
    return doing | {speaker.entity for speaker in speakers if speaker and speaker.entity is not None}


def _on_screen(document: Document) -> set[int]:
    """The stations that somebody spoke on ("told KTRV radio"), and the sites that people post on."""
    text, found = document.text, set()
    for mention in document.mentions:
        near = max(0, mention.start - LOOK_BACK)
        on_air = STATION.match(text, mention.end) or ON_AIR.search(text, near, mention.start)
        is_station = CALL_SIGN.match(text, mention.start, mention.end) and on_air
        if is_station or (mention.label is Label.PERSON and POSTED_ON.search(text, near, mention.start)):
            found.add(mention.entity)
    return found


def _is_slogan(side: Side, mention: Mention) -> bool:
    """Whether a name stands in quote marks that nobody speaks: a banner, a title."""
    passage = side.passage_at(mention)
    return passage is not None and passage.quotation is None


def _told_who(document: Document, parse: Parse) -> set[int]:
    """The entities beside whose names the draft says what they are: "the rebel group KRTV", "KRTV, the agency"."""
    return {mention.entity for mention in document.mentions if mention.form is Form.NAME and _is_told(parse, mention)}


def _is_told(parse: Parse, name: Mention) -> bool:
    before = parse.range_of(name)[0] - 1
    noun = before >= 0 and parse.tokens[before].tag == "NN" and parse.words[before].islower()
    behind, ahead = TOLD_BEHIND.match(parse.text, name.end), parse.text[max(0, name.start - LINE) : name.start]
    return noun or bool(behind) or bool(LONG_BEFORE.search(ahead)) or bool(FIRST_OF_TWO.match(parse.text, name.end))


def _unexplained(document: Document, parse: Parse, entity: Entity) -> bool:
    """An acronym without a long form, under any of its names or among the other entities."""
    letters = entity.name.replace(".", "").upper()
    if not ACRONYM.match(entity.name) or letters in HOUSEHOLD or any(" " in alias for alias in entity.aliases):
        return False
    if letters.lower() in parse.words:  # a word in capitals is no acronym
        return False
    return all(initials(other.name) != letters.lower() for other in document.entities)


def _is_shouted(document: Document, mention: Mention) -> bool:
    """Whether the words beside a name stand in capitals as well: in a headline, or in a dateline before its dash."""
    first = max(0, mention.start - DATELINE_LENGTH)
    start = document.text.rfind("\n", first, mention.start) + 1 or first
    end = document.text.find("\n", mention.end, mention.end + LINE)
    line = document.text[start : end if end >= 0 else mention.end + LINE]
    beside = (*document.text[start : mention.start].split()[-1:], *document.text[mention.end : end].split()[:1])
    capitals = any(
        len(word) > 1 and word.isupper() for word in (found.strip(",.:;") for found in beside)
    )  # "USA TODAY"
    return capitals or line.isupper() or bool(DATELINE.match(line))


def _half_named(document: Document, entity: Entity) -> bool:
    """One name only, without a word that tells who it is, and no namesake in full."""
    if " " in entity.name or entity.descriptions or any(" " in alias for alias in entity.aliases):
        return False
    name = entity.name
    if not name.isalpha() or name.isupper() or known_place(place_key(name)) or f"the {name}" in document.text:
        return False
    return all(
        not {name, name.removesuffix("s")} & {*other.name.split()} for other in document.entities if other is not entity
    )


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
