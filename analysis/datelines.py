"""The opening of a line that says where a story was written: "PORT LORNE, 1 July —", "PORT LORNE (Reuters) -"."""

import re
from collections.abc import Iterator

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
LABELS = frozenset(
    "breaking exclusive analysis opinion news update updated corrected correction factbox explainer profile feature "
    "comment editorial interview review preview photos video watch live timeline column".split()
)
DASHES = frozenset("-- – — _".split())


def datelines(text: str) -> Iterator[re.Match[str]]:
    """Every dateline, with its `places`, `region` and `agency`; the match ends where the story begins."""
    return (line for line in DATELINE.finditer(text) if _is_sure(line))


def _is_sure(line: re.Match[str]) -> bool:
    """An agency stands by, or the place is in capitals before a day or a dash and is no label ("BREAKING NEWS —")."""
    if line["agency"]:
        return True
    place = line["places"]
    if not place.isupper() or not LABELS.isdisjoint(place.lower().split()):
        return False
    return bool(line["day"]) or line["mark"] in DASHES
