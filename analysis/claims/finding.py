"""Statements that could be checked, how much they deserve it, and why, in words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from analysis.claims.signs import REASONS, Sign, signs_in
from analysis.claims.traits import traits_in
from analysis.claims.weights import Statement, likelihood, weights
from analysis.document import Claim, Form, Mention, Quantity, Quotation, Sentence, SourceClass
from analysis.language import mean_vector
from analysis.parse import Parse
from analysis.spans import AnySpan, Span, Spanned

SHARE_WORTH = 1 / 3  # of a draft's statements, at most, are worth checking …
FEW = 5  # … beyond this many …
SURE = 0.7  # … but for those that score as high as this
MOSTLY = 0.5  # of a sentence that must be somebody's words to be their claim


def find_claims(
    parse: Parse, *, quantities: Sequence[Quantity], mentions: Sequence[Mention], quotations: Sequence[Quotation]
) -> tuple[Claim, ...]:
    """One claim a sentence that states something, in order."""
    told = list(statements(parse, quantities=quantities, mentions=mentions))
    scores = [likelihood(statement, weights()) for _, statement in told]
    least = _least_worth(scores)
    return tuple(
        _claim(sentence, statement.signs, _said_by(sentence, quotations), score=score, worth=score >= least)
        for (sentence, statement), score in zip(told, scores, strict=True)
    )


def statements(
    parse: Parse, *, quantities: Sequence[Quantity], mentions: Sequence[Mention]
) -> Iterator[tuple[Sentence, Statement]]:
    """The sentences that state something, with what is weighed of them."""
    names = [mention for mention in mentions if mention.form == Form.NAME]
    for sentence in parse.sentences:
        signs = signs_in(
            parse, sentence.first, sentence.last, quantities=_in(sentence, quantities), mentions=_in(sentence, names)
        )
        if Sign.NO_VERB not in signs:
            traits = traits_in(parse, sentence.first, sentence.last)
            yield sentence, Statement(signs, traits, mean_vector(parse.lower[sentence.first : sentence.last]))


def _least_worth(scores: Sequence[float]) -> float:
    """The score from which on a claim is worth checking in this draft: nobody checks every second sentence of one."""
    ranked = sorted(scores, reverse=True)
    most = max(FEW, round(len(ranked) * SHARE_WORTH))
    among_best = ranked[most - 1] if len(ranked) > most else 0.0
    return max(weights().threshold, min(SURE, among_best))


def _claim(
    sentence: Sentence, signs: frozenset[Sign], quotation: Quotation | None, *, score: float, worth: bool
) -> Claim:
    source = quotation.source_class if quotation else SourceClass.NONE
    reasons = [sign.value for sign in REASONS if sign in signs and (sign is not Sign.CHANGE or Sign.FIGURE in signs)]
    if Sign.EVENT in signs and source == SourceClass.NONE:
        reasons.append("names no source")
    speaker = quotation.speaker.name if quotation and quotation.speaker else None
    return Claim(sentence.start, sentence.end, score, worth, tuple(reasons), speaker, source)


def _in(sentence: Sentence, spans: Sequence[AnySpan]) -> list[AnySpan]:
    """Those of the spans, which stand in order, that begin in the sentence."""
    first = bisect_left(spans, sentence.start, key=lambda span: span.start)
    last = bisect_left(spans, sentence.end, lo=first, key=lambda span: span.start)
    return list(spans[first:last])


def _said_by(sentence: Sentence, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that most of a sentence lies in."""
    until = bisect_left(quotations, sentence.end, key=lambda quotation: quotation.start)
    near = [quotation for quotation in quotations[max(0, until - 6) : until] if quotation.end > sentence.start]
    for quotation in near:
        if sum(_shared(sentence, part) for part in quotation.parts) >= MOSTLY * (sentence.end - sentence.start):
            return quotation
    return None


def _shared(sentence: Spanned, part: Span) -> int:
    return max(0, min(sentence.end, part.end) - max(sentence.start, part.start))
