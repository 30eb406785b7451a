"""Views that nobody with a name holds: "critics argue", "experts warn".

Catches a draft that reports what several groups think and names nobody of them.
Ignores a group of whom somebody speaks by name right behind ("Critics argue … “It's a risk,” says Dr Ama Mensah"),
people who speak for a body ("officials", "prosecutors"), parties and nations, and a draft with one group only.
Rests on the BBC's and the Guardian's guidance: "critics say" is the writer's own view unless somebody says it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.comparing.sides import Side
from analysis.document import Document, Quotation, SourceClass, Speaker
from analysis.findings import Finding, Kind, Severity
from analysis.lexicon.roles import names_person
from analysis.parse import Parse
from analysis.remarks import remark

FEWEST = 2  # groups: one may stand for a well-known side
SHOWN = 3  # groups that the message names
PLURAL = "NNS"
OFFICIAL = frozenset(
    "official officer prosecutor lawyer attorney investigator authority police lawmaker legislator senator minister "
    "judge spokesman spokesperson representative aide adviser councillor detective regulator leader member source "
    "firefighter republican democrat jury juror court inspector".split()
)
UNTOLD = frozenset("critic expert observer analyst other commentator firm company business startup".split())
SOURCES = re.compile(r"\b(?:sources|insiders)\b", re.IGNORECASE)  # for the source check
THINKING = frozenset(
    "say argue warn claim believe fear insist contend suggest complain think hope maintain predict doubt worry".split()
)
DETERMINED = frozenset("the these those his her its their our my your both all".split())
WHY = "Readers cannot weigh what a group is said to think: name somebody who says so, or leave it out."


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    parse = side.parse
    groups = {
        number: said.speaker
        for number, said in enumerate(document.quotations)
        if said.speaker and _is_group(parse, said, said.speaker)
    }
    nameless = [speaker for number, speaker in groups.items() if not _has_a_voice(document, parse, number)]
    if nameless and len({words.lower().split(" of ")[0] for words in _called(document, groups.values())}) >= FEWEST:
        yield _finding(document, nameless)


def _called(document: Document, speakers: Iterable[Speaker]) -> list[str]:
    """What the groups are called, each once."""
    said = (document.text[speaker.start : speaker.end] for speaker in speakers)
    return list({words.lower(): words for words in said}.values())


def _is_group(parse: Parse, said: Quotation, speaker: Speaker) -> bool:
    """ "Critics", "privacy advocates", "some experts"."""
    named = speaker.name or SOURCES.search(parse.text, speaker.start, speaker.end)
    if said.source_class is not SourceClass.GROUP or named:
        return False
    first, last = parse.range_of(speaker)
    head = parse.tokens[parse.head_of(first, last)]
    noun = head.lemma.lower()
    bare = parse.lower[first] not in DETERMINED and not any(
        parse.tokens[word].pos == "NUM" for word in range(first, last)
    )
    people = head.tag == PLURAL and noun not in OFFICIAL and (names_person(noun) or noun in UNTOLD)
    return bare and people and said.cue is not None and parse.tokens[parse.at(said.cue.start)].lemma in THINKING


def _has_a_voice(document: Document, parse: Parse, number: int) -> bool:
    """Whether the next to speak, no later than in the sentence behind, has a name."""
    group, sentence = document.quotations[number], parse.sentence_at(document.quotations[number].start)
    later = (said for said in document.quotations[number + 1 :] if said.start >= group.end)
    following = next((said for said in later if said.source_class is not SourceClass.GROUP), None)
    near = following is not None and parse.sentence_at(following.start) <= sentence + 1
    return near and following is not None and following.source_class is SourceClass.NAMED


def _finding(document: Document, speakers: Sequence[Speaker]) -> Finding:
    called = _called(document, speakers)
    shown = [f"“{words}”" for words in called[:SHOWN]]
    said = " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
    return remark(
        Kind.SOURCE,
        speakers,
        subject="groups " + " ".join(sorted(words.lower() for words in called)),
        message=f"{said} are said to think so, and none of them has a name.",
        why=WHY,
        severity=Severity.NOTE,
        confidence=0.55,
    )
