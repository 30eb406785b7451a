"""Reported clauses whose speaker goes on in quote marks ("The plan failed, she said. “Nobody asked us.”")."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.document import Quotation, QuotationKind
from analysis.parse import Parse
from analysis.quotations.attribution import QUOTE_MARKS
from analysis.spans import Span

NEAR = 4  # quotations back in which the first part stands
BEHIND_CUE = 25  # words from a cue to the end of its sentence
STOPS = frozenset(". ! ?".split())


def run_on(parse: Parse, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations, in order: one a cue, and speech that has no cue of its own put to the clause before it."""
    out: list[Quotation] = []
    for quotation in quotations:
        near = range(len(out) - 1, max(-1, len(out) - 1 - NEAR), -1)
        at = next((at for at in near if _goes_on(parse, out[at], quotation)), None)
        if at is None:
            out.append(quotation)
        else:
            out[at] = _joined(out[at], quotation)
    return tuple(out)


def _goes_on(parse: Parse, clause: Quotation, more: Quotation) -> bool:
    """Whether the second is more of the first: under its cue, or speech right behind the cue's sentence."""
    if clause.cue is None or more.start < clause.end or "\n" in parse.text[clause.end : more.start]:
        return False
    if clause.kind is QuotationKind.DIRECT:
        return False
    if more.cue is not None:
        return more.cue == clause.cue
    return more.kind is QuotationKind.DIRECT and _leads_to(parse, clause.end, clause.cue, more)


def _leads_to(parse: Parse, end: int, cue: Span, speech: Quotation) -> bool:
    """Clause, cue, full stop, quote mark: nothing else stands between."""
    if cue.start < end:
        return False
    first, last = parse.at(cue.end), parse.at(speech.start)
    between = [word for word in parse.words[first:last] if word not in QUOTE_MARKS]
    return 0 < len(between) <= BEHIND_CUE and between[-1] in STOPS and STOPS.isdisjoint(between[:-1])


def _joined(clause: Quotation, more: Quotation) -> Quotation:
    kind = clause.kind if clause.kind is more.kind else QuotationKind.MIXED
    return replace(clause, end=more.end, kind=kind, parts=(*clause.parts, *more.parts))
