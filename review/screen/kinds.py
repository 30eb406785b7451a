"""How kinds of findings and their confidence are told to editors: in words, and in families that share a line style."""

from enum import StrEnum

from analysis.findings import Kind, Severity


class Family(StrEnum):
    """Kinds that look alike in the copy; static/review/beside.css gives each its line."""

    TIME = "time"
    FIGURES = "figures"
    WHO = "who"
    QUOTES = "quotes"
    SENSE = "sense"
    SOURCES = "sources"
    OTHER = "other"


FAMILIES = {
    Family.TIME: (Kind.DATE, Kind.SEQUENCE, Kind.CALENDAR),
    Family.FIGURES: (Kind.FIGURE, Kind.ARITHMETIC),
    Family.WHO: (Kind.NAME, Kind.ROLE, Kind.PLACE),
    Family.QUOTES: (Kind.QUOTE, Kind.SPEAKER, Kind.UNCLOSED),
    Family.SENSE: (Kind.POLARITY, Kind.SCOPE, Kind.CERTAINTY, Kind.MEANING),
    Family.SOURCES: (Kind.ATTRIBUTION, Kind.SOURCE),
    Family.OTHER: (Kind.ONLY_IN_ONE, Kind.UNDEFINED, Kind.STYLE),
}
FAMILY_OF_KIND = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}

LABELS = {
    Kind.ONLY_IN_ONE: "only in one",
    Kind.UNDEFINED: "not introduced",
    Kind.UNCLOSED: "quote not closed",
    Kind.POLARITY: "opposite",
    Kind.CALENDAR: "weekday or date",
    Kind.SCOPE: "who it covers",
}
RANKS = {severity: rank for rank, severity in enumerate(Severity)}
CONFIDENCES = ((0.9, "Almost certain"), (0.75, "Likely"), (0.5, "More likely than not"), (0.0, "A hint: worth a look"))


def label(kind: Kind) -> str:
    """What editors call it, in the middle of a sentence."""
    return LABELS.get(kind, kind.value)


def confidence_in_words(confidence: float) -> str:
    return next(words for least, words in CONFIDENCES if confidence >= least)
