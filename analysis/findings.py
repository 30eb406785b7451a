"""What a check says: one disagreement, both places, and why we believe it."""

from dataclasses import dataclass
from enum import StrEnum

from analysis.spans import Span


class Kind(StrEnum):
    """What disagrees. The second group is found inside one draft only."""

    DATE = "date"
    SEQUENCE = "sequence"
    FIGURE = "figure"
    NAME = "name"
    ROLE = "role"
    PLACE = "place"
    QUOTE = "quote"
    SPEAKER = "speaker"
    POLARITY = "polarity"
    SCOPE = "scope"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    ONLY_IN_ONE = "only_in_one"
    MEANING = "meaning"

    ARITHMETIC = "arithmetic"
    CALENDAR = "calendar"
    SOURCE = "source"
    UNDEFINED = "undefined"
    UNCLOSED = "unclosed"
    STYLE = "style"


class Evidence(StrEnum):
    """By what two drafts were seen to disagree; how often that is right is measured, see docs/confidence.md."""

    REVISED = "a word exchanged in a revised sentence"
    DEED = "one deed of the same people told twice"
    NEWS = "the news that both open with"
    DAY = "two sentences that tell the same, each with a day of these"
    NEAR = "the same words near both places"
    BEARER = "one person or body told of twice"
    QUOTATION = "one quotation told twice"
    OTHER = "something else"


class Severity(StrEnum):
    """How much is at stake, gravest first."""

    BLOCKER = "blocker"
    MAJOR = "major"
    MINOR = "minor"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Values:
    """What was compared on each side, normalised; the fingerprint rests on it."""

    a: str | None
    b: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement between two drafts, or inside one (`b` empty).

    Spans are the words that disagree, at most twelve, repeated mentions after the first. `subject` names
    what the disagreement is about ("Joan Harker", "ban impose") in normalised words that survive edits
    elsewhere; with kind and values it makes the fingerprint. `conflict`: the two cannot both be right.
    `confidence` 0 to 1. `message` is one plain sentence; `why` the rule behind it, for the finding's card.
    """

    kind: Kind
    conflict: bool
    severity: Severity
    confidence: float
    message: str
    why: str
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    values: Values
    subject: str
    fingerprint: str = ""
    evidence: Evidence = Evidence.OTHER
