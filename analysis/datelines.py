"""The opening of a line that says where a story was written: "PORT LORNE, 1 July —", "PORT LORNE (Reuters) -"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

_BLANK = r"[^\S\n]"
NAME = r"[A-Z][\w.'’]+(?:[ -][A-Z][\w.'’]*){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(
    rf"^{_BLANK}*(?P<places>{NAME}(?:{_BLANK}?/{_BLANK}?{NAME})*)"
    rf"(?:,{_BLANK}(?!{_MONTH}{_BLANK})(?P<region>{NAME}))?"
    rf"(?P<day>,{_BLANK}(?:\d{{1,2}}{_BLANK}{_MONTH}|{_MONTH}{_BLANK}\d{{1,2}}))?(?:,?{_BLANK}\d{{4}})?"
    rf"(?:{_BLANK}?\((?P<agency>[A-Z][\w ]*)\))?{_BLANK}?(?P<mark>--|[-–—_:]){_BLANK}(?=[^\n]*[a-z])",
    re.MULTILINE,
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(
    rf",\s(?:(?P<day>\d{{1,2}})\s(?P<month>{_MONTH})|(?P<month_before>{_MONTH})\s(?P<day_behind>\d{{1,2}}))(?=\s\(|$)"
)
_AHEAD = timedelta(days=7)  # copy under embargo can bear the day on which it runs
LABELS = frozenset(
    "breaking exclusive analysis opinion news update updated corrected correction factbox explainer profile feature "
    "comment editorial interview review preview photos video watch live timeline column".split()
)
DASHES = frozenset("-- – — _".split())


def datelines(text: str) -> Iterator[re.Match[str]]:
    """Every dateline, with its `places`, `region` and `agency`; the match ends where the story begins."""
    return (line for line in DATELINE.finditer(text) if _is_sure(line))


def day_told(dateline: str, *, handed_in: date) -> date | None:
    """The day of a dateline that leaves the year out: the last such day when the copy was handed in."""
    found = _DAY.search(dateline)
    if not found:
        return None
    month = _MONTHS.index((found["month"] or found["month_before"])[:3]) + 1
    day = int(found["day"] or found["day_behind"])
    days = (_calendar_day(handed_in.year + years, month, day) for years in (1, 0, -1))
    return next((told for told in days if told and told <= handed_in + _AHEAD), None)


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_sure(line: re.Match[str]) -> bool:
    """An agency stands by, or the place is in capitals before a day or a dash and is no label ("BREAKING NEWS —")."""
    if line["agency"]:
        return True
    place = line["places"]
    if not place.isupper() or not LABELS.isdisjoint(place.lower().split()):
        return False
    return bool(line["day"]) or line["mark"] in DASHES
