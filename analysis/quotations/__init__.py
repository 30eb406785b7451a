"""Who says what: direct, mixed and indirect quotations, each with its cue and its speaker."""

import re
from collections.abc import Iterator, Sequence

from analysis.document import Entity, HouseEntry, Mention, Quotation, QuotationKind, Speaker
from analysis.parse import Parse
from analysis.quotations.attribution import Attribution
from analysis.quotations.coverage import Coverage
from analysis.quotations.marks import Quoted, quoted_passages
from analysis.quotations.reported import Clause, characterizing_object, reported_clauses
from analysis.quotations.running_on import run_on
from analysis.quotations.speakers import Cast
from analysis.quotations.speeches import Speech, speeches
from analysis.quotations.stances import stances
from analysis.spans import Span, contains, overlaps, trimmed

NEARLY_ALL = 0.85  # of a clause in quote marks: then it is direct
SPOKEN_ALREADY = 0.5  # of a clause inside direct speech: then it is no quotation of its own
# Behind quoted words the writer goes on: "… “a gift” - a charge that stung", "… “a gift,” implying that"
ASIDE = re.compile(
    r"[”’\"',]*\s+(?:[–—-]{1,2}\s"
    r"|(?:(?<=,\s)|(?<=,[”\"]\s))(?!(?:includ|regard|concern|accord|depend|dur)ing\b)(?:\w+ly\s+)?\w+ing\b)"
)


def find_quotations(
    parse: Parse, mentions: Sequence[Mention], entities: Sequence[Entity], house: Sequence[HouseEntry]
) -> tuple[Quotation, ...]:
    """All quotations in order of the text."""
    cast = Cast(parse, mentions, entities, house)
    spoken, loose = speeches(parse, quoted_passages(parse.text))
    direct = list(_direct(cast, spoken))
    found = [*direct, *_reported(cast, Coverage(part for quotation in direct for part in quotation.parts), loose)]
    return run_on(parse, sorted(found, key=lambda quotation: (quotation.start, -quotation.end)))


def find_stances(
    parse: Parse,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    house: Sequence[HouseEntry],
    quotations: Sequence[Quotation],
) -> tuple[Quotation, ...]:
    """What people criticise, back or call for, in order, where no quotation tells it already.

    These are no reports of words, so checks that weigh who said what leave them alone.
    """
    cast = Cast(parse, mentions, entities, house)
    told = Coverage(part for quotation in quotations for part in quotation.parts)
    fragments = Coverage(passage.inner for passage in quoted_passages(parse.text))
    found: list[Quotation] = []
    for clause in stances(parse):
        span = parse.span(clause.first, clause.last)
        if not told.shared(span) and not (found and overlaps(found[-1], span)):
            found.append(_of_clause(cast, clause, fragments))
    return tuple(sorted(found, key=lambda stance: stance.start))


def _direct(cast: Cast, spoken: Sequence[Speech]) -> Iterator[Quotation]:
    speakers: dict[int, Speaker | None] = {}
    for speech in spoken:
        own = _speaker(cast, speech.attribution)
        speaker = own or (speakers.get(id(speech.follows)) if speech.attribution is None else None)
        speakers[id(speech)] = speaker
        parts = tuple(passage.inner for passage in speech.passages)
        yield _quotation(cast, QuotationKind.DIRECT, parts, speech.attribution, speaker)


def _reported(cast: Cast, spoken: Coverage, loose: Sequence[Quoted]) -> Iterator[Quotation]:
    """Clauses in the writer's words, then fragments in quote marks that stand in none of them."""
    fragments = Coverage(passage.inner for passage in loose)
    told: list[Span] = []
    for clause in reported_clauses(cast.parse):
        span = cast.parse.span(clause.first, clause.last)
        cue = cast.parse.span(clause.attribution.first, clause.attribution.last)
        quoted = spoken.shared(cue) or fragments.shared(cue)
        retold = bool(told) and contains(told[-1], cue) and fragments.shared(span)  # "said she recalled a “riot”"
        if not quoted and not retold and spoken.shared(span) < SPOKEN_ALREADY * (span.end - span.start):
            told.append(span)
            yield _of_clause(cast, clause, fragments)
    clauses, reached = Coverage(told), 0
    for passage in loose:
        around = None if clauses.shared(passage.inner) else _around(cast.parse, passage)
        if around and passage.start >= reached:
            reached = cast.parse.tokens[around.last - 1].end
            yield _of_clause(cast, around, fragments)


def _around(parse: Parse, passage: Quoted) -> Clause | None:
    first, last = parse.range_of(passage.inner)
    return characterizing_object(parse, first, last) if first < last else None


def _of_clause(cast: Cast, clause: Clause, fragments: Coverage) -> Quotation:
    *parts, last = [cast.parse.span(first, last) for first, last in clause.ranges()]
    parts.append(_with_marks_whole(cast.parse.text, last, fragments))
    span = Span(parts[0].start, parts[-1].end)
    quoted = fragments.shared(span) / (span.end - span.start)
    kind = QuotationKind.INDIRECT if not quoted else QuotationKind.MIXED
    if quoted >= NEARLY_ALL:
        kind = QuotationKind.DIRECT
    return _quotation(cast, kind, tuple(parts), clause.attribution, _speaker(cast, clause.attribution))


def _with_marks_whole(text: str, part: Span, fragments: Coverage) -> Span:
    """The end of a clause set by its quote marks: to the closing one, and not past an aside of the writer's."""
    end = fragments.end_of_last(part)
    if end == part.start:
        return part
    if end >= part.end:
        return Span(part.start, end)
    aside = ASIDE.search(text, end, part.end)
    return trimmed(text, part.start, aside.start()) if aside else part


def _quotation(
    cast: Cast, kind: QuotationKind, parts: tuple[Span, ...], attribution: Attribution | None, speaker: Speaker | None
) -> Quotation:
    cue = cast.parse.span(attribution.first, attribution.last) if attribution else None
    return Quotation(parts[0].start, parts[-1].end, kind, parts, cue, speaker, cast.source_class(speaker))


def _speaker(cast: Cast, attribution: Attribution | None) -> Speaker | None:
    return None if attribution is None or attribution.speaker is None else cast.speaker(attribution.speaker)
