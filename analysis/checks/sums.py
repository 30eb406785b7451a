"""Parts that do not add up to the whole they are told with.

Catches a list and its total ("£90, £80 and £60, a total of £240"), a whole and its parts ("300 homes, 200 of them in
the east and 150 in the west"), those who do and the rest who don't ("12 of the 15 … and four had not"), a majority that
is not the difference of the votes, and an average that its figures don't have.
Ignores what rounding explains, parts that leave something over, and figures that count different things.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.comparing.sides import Side
from analysis.document import Document, Quantity, QuantityKind
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark
from analysis.spans import Span, inside
from analysis.steps import WHEN, is_exact, stretch, worth

TOTAL = re.compile(r"[^.;:]{0,30},\s+(?:or\s+)?(?:a total of|in total|altogether|in all,?|making)\s+$")
IN_ALL = re.compile(r"\s+(?:\w+\s+)?(?:in all|in total|altogether)\b")
NEXT_PART = re.compile(r"[^.;:()]{0,40}?(?:,|,? and)\s+(?:another\s+|a further\s+)?$")
LAST_PART = re.compile(r"[^.;:()]*\band\s+(?:another\s+|a further\s+)?$")
PARTS = re.compile(r"\s*(?:[\w-]+\s+){0,2}[\w-]+,\s+(?P<of>of (?:whom|which|them)\s+)?$")
OF_THE = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|all)\s+")
THE_REST = re.compile(r"\b(?:the (?:other|remaining)|other|remaining)\s+$")
HAVE_NOT = re.compile(r"\s+(?:had|did|were|was|have|has|do|would)(?:\s+not|n[’']t)\b")
AGAINST = re.compile(r"(?:\s+votes?)?\s*(?:to|against|[-–])\s*")
MAJORITY = re.compile(r"[^.;:]{0,60}\b(?:majority|margin) of\s+$")
AVERAGE = re.compile(
    r"\b(?P<list>\d+(?:\.\d+)?(?:, \d+(?:\.\d+)?)*,? and \d+(?:\.\d+)?)(?: [a-z]+){0,3},"
    r" (?:or )?an average of (?P<mean>\d+(?:\.\d+)?)"
)
NUMBER = re.compile(r"\d+(?:\.\d+)?")
ANY = frozenset({None, "they"})
ONE_IN_TEN = 0.1  # an average may be rounded to its first digit
WHY = "Parts and their whole are checked by whoever reads with a pencil; these do not add up."


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    for sentence in document.sentences:
        figures = [f for f in inside(sentence, document.quantities) if f.kind not in WHEN and is_exact(f)]
        for first in range(len(figures)):
            if not first or not _parts(document, figures[first - 1 :]):  # else the list has begun already
                yield from _list_and_total(document, figures[first:])
            yield from _whole_and_parts(document, figures[first:])
            yield from _some_and_the_rest(document, figures[first : first + 3])
            yield from _majority(document, figures[first : first + 3])
    yield from _averages(document)


def _list_and_total(document: Document, figures: Sequence[Quantity]) -> Iterator[Finding]:
    """The first figures are parts; the total is told behind them."""
    parts = _parts(document, figures)
    if len(parts) < 2 or len(parts) == len(figures):
        return
    total = figures[len(parts)]
    between = document.text[parts[-1].end : total.start]
    told = TOTAL.fullmatch(between) or (IN_ALL.match(document.text, total.end) and between.strip() in (",", ", or"))
    if told and _of_a_kind(parts[0], total) and not _adds_up(document, parts, total):
        yield _finding(document, parts, total)


def _whole_and_parts(document: Document, figures: Sequence[Quantity]) -> Iterator[Finding]:
    """The first figure is the whole, and what follows are its parts; they may leave something over."""
    if len(figures) < 3 or figures[0].kind is not QuantityKind.COUNT:
        return
    whole, parts = figures[0], _parts(document, figures[1:])
    joined = PARTS.fullmatch(document.text[whole.end : parts[0].start]) if len(parts) > 1 and whole.unit else None
    if not joined or not all(part.kind is whole.kind for part in parts):
        return
    alike = joined["of"] or all(part.unit in ANY | {whole.unit} for part in parts)
    if alike and sum(stretch(document, part)[0] for part in parts) > stretch(document, whole)[1]:
        yield _finding(document, parts, whole)


def _parts(document: Document, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures from the first up to the one behind "and", all of one kind; none where there is no such list."""
    for number, (one, other) in enumerate(pairwise(figures)):
        between = document.text[one.end : other.start]
        if one.kind is not other.kind or not NEXT_PART.fullmatch(between):
            return []
        if LAST_PART.fullmatch(between):
            return list(figures[: number + 2])
    return []


def _some_and_the_rest(document: Document, figures: Sequence[Quantity]) -> Iterator[Finding]:
    """ "12 of the 15 ports had signed up and four had not"."""
    if [figure.kind for figure in figures] != [QuantityKind.COUNT] * 3:
        return
    some, whole, rest = figures
    among = OF_THE.fullmatch(document.text[some.end : whole.start])
    before = document.text[whole.end : rest.start]
    others = THE_REST.search(before) or (HAVE_NOT.match(document.text, rest.end) and before.endswith(" and "))
    if among and others and rest.unit in ANY | {whole.unit} and not _adds_up(document, [some, rest], whole):
        yield _finding(document, [some, rest], whole)


def _majority(document: Document, figures: Sequence[Quantity]) -> Iterator[Finding]:
    """ "By 62 votes to 31, a majority of 21"."""
    if [figure.kind for figure in figures] != [QuantityKind.COUNT] * 3:
        return
    ayes, noes, majority = figures
    votes = AGAINST.fullmatch(document.text[ayes.end : noes.start])
    if votes and MAJORITY.fullmatch(document.text[noes.end : majority.start]):
        right = worth(ayes) - worth(noes)
        if right != worth(majority):
            said = f"{_said(document, ayes)} to {_said(document, noes)}"
            yield _remark(
                [majority, ayes, noes], f"{said} is a majority of {right:g}, not {_said(document, majority)}."
            )


def _averages(document: Document) -> Iterator[Finding]:
    for match in AVERAGE.finditer(document.text):
        values = [float(number) for number in NUMBER.findall(match["list"])]
        mean, told = sum(values) / len(values), float(match["mean"])
        if abs(mean - told) > max(ONE_IN_TEN, ONE_IN_TEN * len(match["mean"].partition(".")[2] or "12345")):
            spans = [Span(*match.span("mean")), Span(*match.span("list"))]
            message = f"The average of {match['list']} is {mean:.3g}, not {match['mean']}."
            yield _finding_at(spans, f"average {match['list']} {match['mean']}", message)


def _of_a_kind(part: Quantity, total: Quantity) -> bool:
    return part.kind is total.kind and (part.unit == total.unit or bool({part.unit, total.unit} & ANY))


def _adds_up(document: Document, parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether parts and whole agree, each being rounded to the digits that it has."""
    ends = [stretch(document, part) for part in parts]
    low, high = stretch(document, whole)
    return sum(end[0] for end in ends) <= high and sum(end[1] for end in ends) >= low


def _said(document: Document, figure: Quantity) -> str:
    return document.text[figure.start : figure.end]


def _finding(document: Document, parts: Sequence[Quantity], whole: Quantity) -> Finding:
    said = " and ".join((", ".join(_said(document, part) for part in parts[:-1]), _said(document, parts[-1])))
    total = sum(map(worth, parts))
    return _remark([whole, *parts], f"{said} come to {total:,.10g}, not {_said(document, whole)}.")


def _remark(places: Sequence[Quantity], message: str) -> Finding:
    spans = [Span(place.start, place.end) for place in places]
    return _finding_at(spans, " ".join(f"{worth(place):g}" for place in places), message)


def _finding_at(places: Sequence[Span], subject: str, message: str) -> Finding:
    return remark(
        Kind.ARITHMETIC, places, subject=subject, message=message, why=WHY, severity=Severity.MAJOR, conflict=True
    )
