"""A rise or fall that contradicts the two figures it is told with.

Catches a verb of rising over "from more to less" (or of falling over the contrary), a percentage that is not the step
between the two figures ("rose 20 per cent to £120m from £110m"), and "doubled", "tripled" or "halved" where the figures
are no such step; in "from … to …", "to … from …" and "…, up from …".
Ignores what rounding explains, "nearly" and "more than", and percentages that tell of another thing.
"""

import re
from collections.abc import Iterator, Sequence

from analysis.comparing.sides import Side
from analysis.document import Document, Quantity, QuantityKind, Sentence
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark
from analysis.spans import inside
from analysis.steps import Step, steps, stretch, worth

RISES = frozenset("rise increase grow climb jump surge soar gain expand swell".split())
FALLS = frozenset("fall drop decrease decline slump plunge shrink sink slide dip tumble".split())
MULTIPLES = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "halve": 0.5}
CHANGE = r"(?:rise|increase|growth|jump|surge|gain|fall|drop|decrease|decline|slump|cut|reduction|loss)"
BEFORE_STEP = re.compile(r",?\s+(?:(?:last|this) \w+,?\s+|in \d{4},?\s+)?(?:to|from)\s+$")
BEHIND_STEP = re.compile(rf"[^.;:]{{0,40}}?,?\s+(?:an?|or an?|which is an?)\s+{CHANGE}\s+of\s+$")
MORE = re.compile(r"\b(?:more than|over)\s+$")
NEARLY = re.compile(r"\b(?:nearly|almost|about|roughly|around)\s+$")
SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS})
SLACK = 1.0  # per cent, or points: percentages are rounded as well
LOOK_BACK = 20  # characters before a verb
LOOSE = 0.1  # how far "doubled" may stray
WHY = "A change and the two figures it leads from and to must agree."


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    for sentence in document.sentences:
        figures = inside(sentence, document.quantities)
        found = list(steps(document, sentence, figures))
        for step in found:
            yield from _wrong_way(document, sentence, step)
        if len(found) == 1:
            yield from _wrong_multiple(document, found[0])
            yield from _wrong_share(document, found[0], figures)


def _wrong_way(document: Document, sentence: Sentence, step: Step) -> Iterator[Finding]:
    lemmas = {token.lemma for token in document.tokens[sentence.first : sentence.last] if token.pos == "VERB"}
    told = {step.way} if step.way else lemmas & (RISES | FALLS)
    rising = worth(step.after) > worth(step.before)
    if told and worth(step.after) != worth(step.before) and told <= (FALLS | {"down"} if rising else RISES | {"up"}):
        way = f"no {min(told)}" if not step.way else f"not {step.way}"
        yield _finding(step.places, f"From {_said(document, step)} is {way}: it goes the other way.")


def _wrong_multiple(document: Document, step: Step) -> Iterator[Finding]:
    times = MULTIPLES.get(step.before.verb or "")
    if not times or step.after.verb != step.before.verb or worth(step.before) <= 0:
        return
    verbs = [
        token.start
        for token in document.tokens
        if token.lemma == step.before.verb and token.end <= step.places[0].start
    ]
    if not verbs:
        return
    ratio = worth(step.after) / worth(step.before)
    low, high = _allowed(times, document.text[max(0, verbs[-1] - LOOK_BACK) : verbs[-1]])
    if not low <= ratio <= high:
        yield _finding(step.places, f"From {_said(document, step)} is {ratio:.3g} times as much, not {times:g} times.")


def _allowed(times: float, before: str) -> tuple[float, float]:
    """Between which multiples the words may be used."""
    if MORE.search(before):
        return (times * 0.99, 2 * times) if times > 1 else (0.0, times * 1.01)
    if NEARLY.search(before):
        return times * 0.75, times * 1.25
    return times * (1 - LOOSE), times * (1 + LOOSE)


def _wrong_share(document: Document, step: Step, figures: Sequence[Quantity]) -> Iterator[Finding]:
    """A percentage or a number of points beside a step that is of another size."""
    first, last = step.places
    for share in (figure for figure in figures if figure.kind in SHARES and figure not in (first, last)):
        ahead = share.end <= first.start and BEFORE_STEP.fullmatch(document.text[share.end : first.start])
        behind = share.start >= last.end and BEHIND_STEP.fullmatch(document.text[last.end : share.start])
        sizes = _sizes(document, step, share)
        if (ahead or behind) and sizes and not sizes[0] - SLACK <= worth(share) <= sizes[1] + SLACK:
            told = document.text[share.start : share.end]
            right = f"{sum(sizes) / 2:.3g} {'points' if share.kind is QuantityKind.POINTS else 'per cent'}"
            yield _finding([share, *step.places], f"From {_said(document, step)} is {right}, not {told}.")


def _sizes(document: Document, step: Step, share: Quantity) -> tuple[float, float] | None:
    """The least and the greatest size of the step, in per cent or points; None where it has no such size."""
    (low, high), (after_low, after_high) = stretch(document, step.before), stretch(document, step.after)
    if (share.kind is QuantityKind.POINTS) != (step.before.kind is QuantityKind.PERCENT) or low <= 0 or share.about:
        return None
    if share.kind is QuantityKind.POINTS:
        ends = [abs(after_low - high), abs(after_high - low)]
    else:
        ends = [abs(100 * (after_low / high - 1)), abs(100 * (after_high / low - 1))]
    return min(ends), max(ends)


def _said(document: Document, step: Step) -> str:
    before, after = (document.text[figure.start : figure.end] for figure in (step.before, step.after))
    return f"{before} to {after}"


def _finding(places: Sequence[Quantity], message: str) -> Finding:
    subject = " ".join(f"{worth(place):g}" for place in places)
    return remark(
        Kind.ARITHMETIC, places, subject=subject, message=message, why=WHY, severity=Severity.MAJOR, conflict=True
    )
