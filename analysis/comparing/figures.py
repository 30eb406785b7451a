"""When two figures or dates are one and the same, and when they cannot both be right."""

from datetime import date
from math import floor, log10

from analysis.document import Quantity, QuantityKind

ROUGH = 0.1  # how far "about", "nearly" or an open end may stray
TOLERANCE = 1.0001  # half a step itself is rounded either way, whatever the last binary digit
MEASURED = frozenset({QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.DURATION})
DAYS, MONTHS = 3, 100  # longest that still counts as a day, and as a month or season
CLOSE = 0.01  # of a sum of money that is rounded to one digit
ROUND = 2  # significant digits of a figure that someone has plainly rounded


def disagree(one: Quantity, other: Quantity, *, strictly: bool = False) -> bool:
    """Whether two values of one kind leave no room for each other. Strictly: open ends must be the same, too."""
    if one.kind != other.kind:
        return False
    if one.unit != other.unit and one.kind in MEASURED:
        return value_of(one) == value_of(other)  # "5 miles", "5 km"; another number may be the same converted
    if one.per != other.per and one.per and other.per:
        return value_of(one) == value_of(other)  # "£5 a day", "£5 a week"; another sum may be the same a year
    if strictly and (one.low is None, one.high is None) == (other.low is None, other.high is None):
        return (one.low, one.high) != (other.low, other.high) and not _rounded(one, other)
    return (_beyond(one, other) or _beyond(other, one)) and not _rounded(one, other)


def value_of(figure: Quantity) -> tuple[str, object, object]:
    """What a figure stands for, in whatever words and unit."""
    return figure.kind, figure.low, figure.high


def _beyond(one: Quantity, other: Quantity) -> bool:
    """Whether all of the first lies above all of the second."""
    if one.low is None or other.high is None:
        return False
    if isinstance(one.low, date) or isinstance(other.high, date):
        return str(one.low) > str(other.high)
    return one.low > other.high


def _rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other in round numbers."""
    value, wanted = one.low if one.low is not None else one.high, other.low if other.low is not None else other.high
    if not isinstance(value, float | int) or not isinstance(wanted, float | int) or not value or not wanted:
        return False
    if one.about or other.about:
        return abs(value - wanted) <= ROUGH * max(abs(value), abs(wanted))
    exact, rough = sorted((value, wanted), key=_digits, reverse=True)
    step = 10.0 ** (floor(log10(abs(rough))) - _digits(rough) + 1)
    enough = _digits(rough) >= ROUND or not float(rough).is_integer() or _close(one, exact, rough)
    return enough and _digits(exact) > _digits(rough) and abs(exact - rough) <= step / 2 * TOLERANCE


def _close(figure: Quantity, exact: float, rough: float) -> bool:
    """Money is often told to the nearest round sum: "£5 million" for £4.98 million."""
    return figure.kind is QuantityKind.MONEY and abs(exact - rough) <= CLOSE * rough


def _digits(value: float) -> int:
    """Significant digits: 1,200 has two."""
    return len(f"{abs(value):.9e}".split("e")[0].rstrip("0").replace(".", ""))


def grain(figure: Quantity) -> str:
    """How exact a date is: to the day or thereabouts, the month, or the year."""
    if not isinstance(figure.low, date) or not isinstance(figure.high, date):
        return "open"
    days = (figure.high - figure.low).days
    return "day" if days <= DAYS else "month" if days <= MONTHS else "year"


def told(figure: Quantity) -> str:
    """The normalised value in words: "2020", "2026-03-04", "1,200,000,000 USD", "5–7 percent"."""
    low, high = _bound(figure.low), _bound(figure.high)
    value = low if low == high else f"{low or '…'}–{high or '…'}"
    if isinstance(figure.low, date) and isinstance(figure.high, date) and _whole_year(figure.low, figure.high):
        return str(figure.low.year)
    return " ".join([value, *([figure.unit] if figure.unit else []), *([f"per {figure.per}"] if figure.per else [])])


def said(figure: Quantity, words: str, *, plain: bool = False) -> str:
    """The figure as its draft has it; a date that the draft only points at ("last year") with what it means."""
    meant = _meant(figure)
    if figure.kind is not QuantityKind.DATE or plain or not meant or any(letter.isdigit() for letter in words):
        return words
    return f"{words}, that is {meant}"


def _meant(figure: Quantity) -> str:
    """A date as it is said: "4 March 2026", "March 2026", "2025"; nothing for other stretches of time."""
    if not isinstance(figure.low, date) or not isinstance(figure.high, date):
        return ""
    if figure.low == figure.high:
        return f"{figure.low.day} {figure.low:%B %Y}"
    if _whole_year(figure.low, figure.high):
        return str(figure.low.year)
    month = (figure.low.year, figure.low.month) == (figure.high.year, figure.high.month)
    return f"{figure.low:%B %Y}" if month and grain(figure) == "month" else ""


def _bound(value: float | date | None) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else f"{value:,.10g}"


def _whole_year(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
