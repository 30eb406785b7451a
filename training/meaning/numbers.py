"""Figures and dates put otherwise: changed, rounded, or the same in another style."""

import random
import re
from collections.abc import Iterator

from training.meaning.wording import Swap

SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DIGITS = re.compile(r"(?<![\w.,/–-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/–-]|[.,]\d)")
YEAR = re.compile(r"(?<![\w.,/–-])(?:1[6-9]|20)\d\d(?![\w/–-]|[.,]\d)")
MONTH = re.compile(r"\b(" + "|".join(MONTHS) + r")\b(?= \d|,|\.| )")
DAY = re.compile(r"\b(" + "|".join(DAYS) + r")\b")
ENGLISH_DATE = re.compile(r"\b(\d{1,2}) (" + "|".join(MONTHS) + r")\b(?:,? (\d{4}))?")
AMERICAN_DATE = re.compile(r"\b(" + "|".join(MONTHS) + r") (\d{1,2})\b(?:, (\d{4}))?")
SMALL_WORD = re.compile(r"(?<![\w-])(" + "|".join(SMALL[2:]) + r")(?![\w-])", re.IGNORECASE)
BOUND = re.compile(
    r"\b(?:than|least|most|over|under|about|around|nearly|almost|some|to|number|No\.|approximately)\s*[$£€]?$"
)
SIGNS = ("$", "£", "€")
Swaps = Iterator[Swap]


def figure_swaps(text: str, rng: random.Random) -> Swaps:
    """Each figure that is no year or day, once, with another of the same style."""
    for match in DIGITS.finditer(text):
        if not _dated(text, match.start()):
            yield Swap(*match.span(), _another(match[0], rng))
    for match in SMALL_WORD.finditer(text):
        yield Swap(*match.span(), rng.choice([word for word in SMALL[2:] if word != match[0].lower()]))


def date_swaps(text: str, rng: random.Random) -> Swaps:
    """Each year, month and weekday, once, with another."""
    for match in YEAR.finditer(text):
        yield Swap(*match.span(), str(int(match[0]) + rng.choice((-10, -3, -2, -1, 1, 2, 3, 10))))
    for pattern, names in ((MONTH, MONTHS), (DAY, DAYS)):
        for match in pattern.finditer(text):
            yield Swap(*match.span(), rng.choice([name for name in names if name != match[0]]))
    for match in [*ENGLISH_DATE.finditer(text), *AMERICAN_DATE.finditer(text)]:
        group = 1 if match.re is ENGLISH_DATE else 2
        yield Swap(*match.span(group), str(int(match[group]) % 27 + rng.choice((1, 2))))


def rounded_swaps(text: str, *, true: bool, rng: random.Random) -> Swaps:
    """Each figure of two digits or more, with a bound that holds of it or one that does not."""
    for match in DIGITS.finditer(text):
        figure = match[0].replace(",", "")
        bounded = BOUND.search(text[: match.start()])
        if figure.isdigit() and len(figure) > 1 and not bounded and not _dated(text, match.start()):
            start = match.start() - text[: match.start()].endswith(SIGNS)
            yield Swap(start, match.end(), _bound(int(figure), text[start : match.start()], true=true, rng=rng))


def styled_swaps(text: str, rng: random.Random) -> Swaps:
    """Figures and dates that say the same in another style."""
    for match in SMALL_WORD.finditer(text):
        yield Swap(*match.span(), str(SMALL.index(match[0].lower())))
    for match in re.finditer(r"(?<![\w.,$£€/–-])([2-9]|1[0-2]) (?=[a-z])", text):
        yield Swap(*match.span(1), SMALL[int(match[1])])
    for match in re.finditer(r"(?<=\d)(?: ?%| percent| per cent)", text):
        yield Swap(*match.span(), rng.choice([way for way in ("%", " percent", " per cent") if way != match[0]]))
    for match in re.finditer(r"([$£€]\d[\d.]*) (million|billion)\b", text):
        yield Swap(*match.span(), match[1] + rng.choice({"million": ("m", "mn"), "billion": ("bn", "b")}[match[2]]))
    for match in re.finditer(r"\b\d{1,3}(?:,\d{3})+\b", text):
        yield Swap(*match.span(), match[0].replace(",", rng.choice(("", " "))))
    yield from _dates_turned(text, rng)


def _dates_turned(text: str, rng: random.Random) -> Swaps:
    for match in ENGLISH_DATE.finditer(text):
        year = f", {match[3]}" if match[3] else ""
        month = match[2] if rng.random() < 0.7 or len(match[2]) < 6 else match[2][:3] + "."
        yield Swap(*match.span(), f"{month} {match[1]}{year}")
    for match in AMERICAN_DATE.finditer(text):
        year = f" {match[3]}" if match[3] else ""
        yield Swap(*match.span(), f"{match[2]} {match[1]}{year}")


def _dated(text: str, place: int) -> bool:
    """Whether a figure is a year or a day."""
    dates = [match.span() for pattern in (YEAR, ENGLISH_DATE, AMERICAN_DATE) for match in pattern.finditer(text)]
    return any(start <= place < end for start, end in dates)


def _another(figure: str, rng: random.Random) -> str:
    """A figure with as many decimals and the same commas, a little off or far off."""
    plain = figure.replace(",", "")
    decimals = len(plain.partition(".")[2])
    value = float(plain)
    step = 10.0**-decimals
    factor = rng.choice((0.5, 0.8, 0.9, 1.1, 1.2, 1.5, 2, 3))
    other = value + rng.choice((-2, -1, 1, 2, 3)) * step if rng.random() < 0.4 else value * factor
    if other < step or round(other, decimals) == value:
        other = value + 2 * step
    return f"{other:,.{decimals}f}" if "," in figure else f"{other:.{decimals}f}"


def _bound(figure: int, sign: str, *, true: bool, rng: random.Random) -> str:
    ten = 10 ** (len(str(figure)) - 1)
    below, above = (figure // ten) * ten, (figure // ten + 1) * ten
    low, high = f"{sign}{below:,}", f"{sign}{above:,}"
    if true:
        near = low if figure - below < above - figure else high
        ways = (f"at least {low}", f"fewer than {high}", f"about {near}", f"almost {high}", f"up to {high}")
        return rng.choice((*ways, f"more than {low}") if figure > below else ways)
    return rng.choice(
        (
            f"more than {high}",
            f"at least {high}",
            f"fewer than {low}",
            f"less than {low}",
            f"about {sign}{above + ten:,}",
        )
    )
