"""How a check between two drafts says what it found: short spans, one plain sentence, what is at stake."""

from collections.abc import Sequence

from analysis.comparing.clipping import first_words
from analysis.comparing.confidences import CONFIDENCES
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import answered, quoted
from analysis.comparing.sides import Side
from analysis.document import QuantityKind
from analysis.findings import Evidence, Finding, Kind, Severity, Values
from analysis.spans import Span, Spanned

LONGEST_SPAN = 12  # words
NOTED = 0.55  # a note claims little; people judged about so many worth a look
UNMEASURED = 0.6  # too few of a sort in the data to say
# Where a wrong word costs most, as verbs and nouns in their plain form.
LIVES = (
    "abuse assault attack bleed blast bomb burn casualty collapse corpse crash dead death die drown epidemic evacuate "
    "explode explosion fatal fatality harm hostage hurt infect injure injury kidnap kill killing massacre murder "
    "outbreak poison rape shoot shooting stab suicide victim wound"
)
FREEDOM_AND_LAW = (
    "acquit arrest ban charge convict conviction court custody detain deport extradite guilty impeach indict innocent "
    "jail judge jury law lawsuit manslaughter prison prosecute ruling sanction sentence sue trial verdict"
)
REPUTATIONS = (
    "accuse accusation allege bribe corruption crime defraud embezzle fraud launder perjury plagiarise suspect"
)
GRAVE = frozenset(f"{LIVES} {FREEDOM_AND_LAW} {REPUTATIONS}".split())
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
    evidence: Evidence = Evidence.OTHER,
    confidence: float | None = None,
    conflict: bool = True,
) -> Finding:
    """A finding between two drafts; values and message are read off the words at the two places unless told."""
    spans_a, spans_b = (tuple(shortened(pair.a, span) for span in a), tuple(shortened(pair.b, span) for span in b))
    return Finding(
        kind=kind,
        conflict=conflict,
        severity=_stake(pair, kind, spans_a[0], spans_b[0], conflict=conflict),
        confidence=_measured(kind, evidence, conflict=conflict) if confidence is None else confidence,
        message=message or _message(pair, spans_a[0], spans_b[0], question),
        why=why,
        a=spans_a,
        b=spans_b,
        values=Values(*(values or (pair.a.words(spans_a[0]), pair.b.words(spans_b[0])))),
        subject=subject,
        evidence=evidence,
    )


def _measured(kind: Kind, evidence: Evidence, *, conflict: bool) -> float:
    return CONFIDENCES.get((kind, evidence), UNMEASURED) if conflict else NOTED


def _message(pair: Pair, a: Span, b: Span, question: str | None) -> str:
    return answered(question, f"“{pair.a.words(a)}”", f"“{pair.b.words(b)}”") if question else quoted(pair, a, b)


def shortened(side: Side, span: Spanned) -> Span:
    """The span, or its first words where it is longer than a finding may be."""
    return first_words(side, span, most=LONGEST_SPAN)


def _stake(pair: Pair, kind: Kind, a: Span, b: Span, *, conflict: bool) -> Severity:
    """Names, quotes, money and everything in a sentence about law or lives weigh most, in whichever draft."""
    if not conflict:
        return Severity.NOTE
    grave = kind in GRAVE_KINDS or _is_grave(pair.a, a) or _is_grave(pair.b, b)
    return Severity.BLOCKER if grave else Severity.MAJOR


def _is_grave(side: Side, place: Span) -> bool:
    about_money = any(quantity.kind == QuantityKind.MONEY for quantity in side.quantities_at(place))
    return about_money or not GRAVE.isdisjoint(side.sentence_contents[side.parse.sentence_at(place.start)])
