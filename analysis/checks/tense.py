"""A day to come told as past, or a day gone by told as still to come.

Catches "Next Thursday, members met" and "Last Friday she will open the fair".
Ignores what somebody says will be ("said that she would"), what was planned for the day, and clauses whose verb is no
plain past or future.
"""

import re
from collections.abc import Iterator

from analysis.comparing.clauses import PLANS
from analysis.comparing.sides import Side
from analysis.document import Quantity, QuantityKind
from analysis.findings import Finding, Kind, Severity
from analysis.parse import Parse
from analysis.remarks import remark

AHEAD = re.compile(r"(?:next (?:week|month|year|spring|summer|autumn|winter|\w+day)|tomorrow)\b", re.IGNORECASE)
BEHIND = re.compile(r"(?:last (?:week|month|year|spring|summer|autumn|winter|\w+day)|yesterday)\b", re.IGNORECASE)
FUTURE = frozenset({"will", "shall", "'ll"})
PLANNED = PLANS | frozenset(
    "due schedule set be have do say tell go come agree decide order ask call vote warn agree urge mean want need"
)
WHY = "The tense and the day contradict each other: one of the two is a slip."


def find(side: Side) -> Iterator[Finding]:
    for day in side.document.quantities:
        if day.kind is not QuantityKind.DATE or side.is_quoted(day):
            continue
        words, verb = side.words(day), _verb_beside(side.parse, day)
        if verb is not None and AHEAD.match(words) and _is_past(side.parse, verb):
            yield _finding(side, day, verb, "is still to come")
        elif verb is not None and BEHIND.match(words) and _is_future(side.parse, verb):
            yield _finding(side, day, verb, "is over")


def _verb_beside(parse: Parse, day: Quantity) -> int | None:
    """The verb that the day belongs to, where the day hangs on it by itself or behind "on"."""
    first, last = parse.range_of(day)
    head = parse.head_of(first, last)
    above = parse.tokens[head].head
    if parse.tokens[above].pos == "ADP" and parse.tokens[head].dep == "pobj":
        above = parse.tokens[above].head
    return above if parse.tokens[above].pos == "VERB" else None


def _is_past(parse: Parse, verb: int) -> bool:
    """A plain past that tells of a deed, in the main clause: "members met"."""
    token = parse.tokens[verb]
    helped = parse.child(verb, "aux", "auxpass") is not None
    told_on = parse.child(verb, "xcomp", "ccomp", "acl") is not None
    main = token.head == verb or token.dep == "conj"
    return token.tag == "VBD" and main and not helped and not told_on and token.lemma not in PLANNED


def _is_future(parse: Parse, verb: int) -> bool:
    helpers = {parse.lower[below] for below in parse.children[verb] if parse.tokens[below].dep == "aux"}
    return bool(helpers & FUTURE) and parse.tokens[verb].tag == "VB" and "have" not in helpers


def _finding(side: Side, day: Quantity, verb: int, fault: str) -> Finding:
    said, done = side.words(day), side.parse.words[verb]
    return remark(
        Kind.CALENDAR,
        [day],
        subject=f"{said} {done}".lower(),
        message=f"“{said}” {fault}, and the sentence says “{done}”.",
        why=WHY,
        severity=Severity.MINOR,
        confidence=0.75,
        conflict=True,
    )
