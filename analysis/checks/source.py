"""Who speaks in this draft, and may they?

Catches the newsroom's own staff quoted as a source, people who are quoted without a name ("an aide", "sources"), and a
company's officer who is quoted at length and never named.
One finding tells of all who are called alike: "an official", "a second official".
Ignores whom somebody else only tells of, spokespeople, lawyers and courts, documents and bodies that speak for
themselves, somebody who is named right behind, and "the mayor", "her lawyer" and the like, who can be known without a
name.
Rests on the sourcing rules of the Associated Press and the BBC: name the source, or say why not; we are not a source.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.comparing.sides import Side
from analysis.document import Description, Document, Quotation, QuotationKind, SourceClass, Speaker
from analysis.findings import Finding, Kind, Severity
from analysis.parse import Parse
from analysis.remarks import remark
from analysis.spans import contains

OUR = "our "
OWN = "The newsroom's own staff cannot be a source for its own story."
NAMELESS = "Readers cannot weigh words whose speaker has no name; say who it is, or why not."
NUMBER = r"(?:one|another|two|three|four|five|several|some|many)"
HIDDEN = re.compile(
    rf"(?:an?|{NUMBER}|(?:an?|the) (?:second|third|other|unnamed|anonymous))(?: of (?:the|his|her|their|its))?"
    r" (?P<who>.+)"
    r"|(?P<bare>(?:[\w’'.-]+ ){0,3}(?:sources?|insiders?))",
    re.IGNORECASE,
)
SPOKEN_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|representative|statement|lawyer|attorney|judge|court|narrator|who)\b|[’']s$",
    re.IGNORECASE,
)
OFFICER = re.compile(
    r"(?:the|its|their) (?:company|firm|bank|charity|group|club|university|union|agency|start-?up|business)[’']s"
    r" (?P<office>.+)",
    re.IGNORECASE,
)
OFFICES = re.compile(r"\b(?:officer|director|head|chief|chair(?:man|woman)?|president|executive)$", re.IGNORECASE)
FEWEST_WORDS = 8  # of a quotation for which a desk wants the name of an officer
PLURAL = re.compile(r"^(?!(?:an?|one|another)\b).*(?:s|\bpeople|men)$", re.IGNORECASE)
IMAGINED = frozenset({"would", "could", "might", "may"})
BEHIND_NOUN = re.compile(r",| (?:of|with|from|in|for|at|who|close|familiar|present|briefed|on|to)\b")
NAMED_BEHIND = re.compile(r",? (?:named )?[A-Z][\w’'-]+ [A-Z]")


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    parse = side.parse
    ours = _called_ours(document)
    nameless: dict[str, list[Speaker]] = defaultdict(list)
    for quotation in document.quotations:
        if quotation.speaker and _is_own(document, quotation, ours.get(quotation.speaker.entity, [])):
            yield _own(document, quotation.speaker)
        elif quotation.speaker and _is_officer(document, quotation, quotation.speaker):
            yield _unnamed_officer(document, quotation.speaker)
        elif quotation.speaker and (calling := _hidden(parse, quotation, quotation.speaker)):
            nameless[calling].append(quotation.speaker)
    for calling, speakers in nameless.items():
        yield _nameless(document, calling, speakers)


def _called_ours(document: Document) -> dict[int | None, list[Description]]:
    """Of whom the draft says "our", and where."""
    told = ((number, role) for number, entity in enumerate(document.entities) for role in entity.descriptions)
    found: dict[int | None, list[Description]] = defaultdict(list)
    for number, role in told:
        if OUR in (_words_from(document, role, -len(OUR)), _words_from(document, role, 0)):
            found[number].append(role)
    return found


def _is_own(document: Document, quotation: Quotation, ours: Sequence[Description]) -> bool:
    """Whether the speaker is on the house list, or the writer says "our" of them; a quoted "our" is the speaker's."""
    if ours and any(contains(part, ours[0]) for each in document.quotations for part in each.parts):
        return False
    return quotation.source_class is SourceClass.OWN_STAFF or any(
        document.text[role.start : role.end].islower() for role in ours
    )


def _words_from(document: Document, role: Description, offset: int) -> str:
    start = max(0, role.start + offset)
    return document.text[start : start + len(OUR)].lower()


def _hidden(parse: Parse, quotation: Quotation, speaker: Speaker) -> str | None:
    """What somebody without a name is called in one word, if any: "official" of "one of the senior officials"."""
    words = " ".join(parse.text[speaker.start : speaker.end].split())
    unnamed = quotation.source_class in (SourceClass.UNNAMED_PERSON, SourceClass.GROUP) and not speaker.name
    match = HIDDEN.fullmatch(words) if unnamed else None
    if match is None or SPOKEN_FOR.search(words) or NAMED_BEHIND.match(parse.text, speaker.end):
        return None
    if (quotation.source_class is SourceClass.GROUP and not match["bare"]) or not _tells(parse, speaker):
        return None
    noun = BEHIND_NOUN.split(match["who"] or match["bare"])[0]
    return noun.split()[-1].lower().removesuffix("s") if noun else None


def _is_officer(document: Document, quotation: Quotation, speaker: Speaker) -> bool:
    """Whether one who holds an office in a company speaks at some length and is never named."""
    match = OFFICER.fullmatch(document.text, speaker.start, speaker.end)
    long = len(document.text[quotation.start : quotation.end].split()) >= FEWEST_WORDS
    if speaker.name or match is None or quotation.kind is not QuotationKind.DIRECT or not long:
        return False
    return bool(OFFICES.search(match["office"])) and not NAMED_BEHIND.match(document.text, speaker.end)


def _tells(parse: Parse, speaker: Speaker) -> bool:
    """Whether they do the saying, and nobody only imagines what they would say or tells what was done to them."""
    head = parse.head_of(*parse.range_of(speaker))
    above = parse.tokens[head].head
    if parse.tokens[head].dep == "pobj":
        return parse.lower[above] in ("to", "by")  # "according to an aide"
    helpers = {parse.lower[word] for word in parse.children[above] if parse.tokens[word].dep == "aux"}
    return parse.tokens[head].dep == "nsubj" and not helpers & IMAGINED


def _own(document: Document, speaker: Speaker) -> Finding:
    name = speaker.name or document.text[speaker.start : speaker.end]
    message = f"“{name}” is our own staff, quoted as a source."
    return remark(
        Kind.SOURCE, [speaker], subject=name.lower(), message=message, why=OWN, severity=Severity.MAJOR, confidence=0.8
    )


def _unnamed_officer(document: Document, speaker: Speaker) -> Finding:
    said = document.text[speaker.start : speaker.end]
    return remark(
        Kind.SOURCE,
        [speaker],
        subject=said.lower(),
        message=f"“{said}” is quoted at length and never named.",
        why=NAMELESS,
        severity=Severity.NOTE,
        confidence=0.6,
    )


def _nameless(document: Document, calling: str, speakers: list[Speaker]) -> Finding:
    words = document.text[speakers[0].start : speakers[0].end]
    speak = "speak" if PLURAL.search(BEHIND_NOUN.split(words)[0]) else "speaks"
    others = len(speakers) - 1
    more = f", and so {'does' if others == 1 else 'do'} {others} more called alike" if others else ""
    message = f"“{words}” {speak} without a name{more}."
    return remark(Kind.SOURCE, speakers, subject=calling, message=message, why=NAMELESS, severity=Severity.NOTE)
