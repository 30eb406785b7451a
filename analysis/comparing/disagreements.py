"""How a check between two drafts says what it found: short spans, one plain sentence, what is at stake."""

from collections.abc import Sequence

from analysis.comparing.pairs import Pair
from analysis.comparing.questions import answered, quoted
from analysis.comparing.sides import Side
from analysis.findings import Finding, Kind, Severity, Values
from analysis.spans import Span, Spanned, trimmed

LONGEST_SPAN = 12  # words
# Where a wrong word costs most: lives, freedom, reputations, law.
GRAVE = frozenset(
    "abuse accuse accusation acquit allege arrest assault ban bribe charge convict corruption crime death dead defraud "
    "die fatal fraud guilty hostage impeach indict injure innocent jail kill law lawsuit murder prison prosecute rape "
    "ruling sanction sentence sue suspect victim wound".split()
)
GRAVE_KINDS = frozenset({Kind.NAME, Kind.QUOTE, Kind.SPEAKER})


def disagreement(
    pair: Pair,
    kind: Kind,
    a: Sequence[Spanned],
    b: Sequence[Spanned],
    *,
    subject: str,
    why: str,
    values: tuple[str, str] | None = None,
    question: str | None = None,
    message: str | None = None,
    confidence: float = 0.8,
    conflict: bool = True,
    severity: Severity | None = None,
) -> Finding:
    """A finding between two drafts; values and message are read off the words at the two places unless told."""
    spans_a, spans_b = (tuple(shortened(pair.a, span) for span in a), tuple(shortened(pair.b, span) for span in b))
    said_a, said_b = pair.a.words(spans_a[0]), pair.b.words(spans_b[0])
    return Finding(
        kind=kind,
        conflict=conflict,
        severity=severity or _stake(pair, kind, spans_a[0], conflict=conflict),
        confidence=confidence,
        message=message or _message(pair, spans_a[0], spans_b[0], question),
        why=why,
        a=spans_a,
        b=spans_b,
        values=Values(*(values or (said_a, said_b))),
        subject=subject,
    )


def _message(pair: Pair, a: Span, b: Span, question: str | None) -> str:
    return answered(question, f"“{pair.a.words(a)}”", f"“{pair.b.words(b)}”") if question else quoted(pair, a, b)


def shortened(side: Side, span: Spanned) -> Span:
    """The span, or its first words where it is longer than a finding may be."""
    words = side.words(span).split()
    if len(words) <= LONGEST_SPAN:
        return Span(span.start, span.end)
    end = span.start
    for word in words[:LONGEST_SPAN]:
        end = side.document.text.index(word, end) + len(word)
    return trimmed(side.document.text, span.start, end)


def _stake(pair: Pair, kind: Kind, place: Span, *, conflict: bool) -> Severity:
    """Names, quotes, money and everything in a sentence about law or lives weigh most."""
    if not conflict:
        return Severity.NOTE
    sentence = pair.a.parse.sentence_at(place.start)
    about_money = any(quantity.kind == "money" for quantity in pair.a.quantities_at(place))
    grave = kind in GRAVE_KINDS or about_money or pair.a.sentence_contents[sentence] & GRAVE
    return Severity.BLOCKER if grave else Severity.MAJOR
