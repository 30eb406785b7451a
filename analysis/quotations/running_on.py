"""Reported clauses whose speaker goes on in quote marks ("The plan failed, she said. “Nobody asked us.”")."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.document import Quotation, QuotationKind
from analysis.parse import Parse
from analysis.quotations.attribution import QUOTE_MARKS

BEHIND_CUE = 25  # words from a cue to the end of its sentence
STOPS = frozenset(". ! ?".split())


def run_on(parse: Parse, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations, in order, with speech that has no cue of its own put to the clause before it."""
    out: list[Quotation] = []
    for quotation in quotations:
        at = _clause_before(parse, out, quotation)
        if at is None:
            out.append(quotation)
        else:
            out[at] = _joined(out[at], quotation)
    return tuple(out)


def _clause_before(parse: Parse, told: Sequence[Quotation], speech: Quotation) -> int | None:
    """The place of the clause whose cue closes the sentence before the speech."""
    if speech.kind is not QuotationKind.DIRECT or speech.cue is not None:
        return None
    for at in range(len(told) - 1, max(-1, len(told) - 5), -1):
        clause = told[at]
        if clause.kind is not QuotationKind.DIRECT and clause.cue and _leads_to(parse, clause, speech):
            return at
    return None


def _leads_to(parse: Parse, clause: Quotation, speech: Quotation) -> bool:
    """Clause, cue, full stop, quote mark: nothing else stands between."""
    if clause.cue is None or clause.cue.start < clause.end or "\n" in parse.text[clause.end : speech.start]:
        return False
    first, last = parse.at(clause.cue.end), parse.at(speech.start)
    between = [word for word in parse.words[first:last] if word not in QUOTE_MARKS]
    return 0 < len(between) <= BEHIND_CUE and between[-1] in STOPS and STOPS.isdisjoint(between[:-1])


def _joined(clause: Quotation, speech: Quotation) -> Quotation:
    return replace(clause, end=speech.end, kind=QuotationKind.MIXED, parts=(*clause.parts, *speech.parts))
