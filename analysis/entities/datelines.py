"""The line's opening that says where a story was written: "PORT LORNE, 1 July —", "PORT LORNE (Reuters) -"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.document import Label
from analysis.entities.names import UNIONS, Name, written
from analysis.lexicon.sameness import place_key
from analysis.parse import Parse

_BLANK = r"[^\S\n]"
_NAME = r"[A-Z][\w.'’]+(?:[ -][A-Z][\w.'’]*){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(
    rf"^{_BLANK}*(?P<places>{_NAME}(?:{_BLANK}?/{_BLANK}?{_NAME})*)"
    rf"(?:,{_BLANK}(?!{_MONTH}{_BLANK})(?P<region>{_NAME}))?"
    rf"(?P<day>,{_BLANK}(?:\d{{1,2}}{_BLANK}{_MONTH}|{_MONTH}{_BLANK}\d{{1,2}}))?(?:,?{_BLANK}\d{{4}})?"
    rf"(?:{_BLANK}?\((?P<agency>[A-Z][\w ]*)\))?{_BLANK}?(?P<mark>--|[-–—_:]){_BLANK}(?=[^\n]*[a-z])",
    re.MULTILINE,
)
PLACE = re.compile(_NAME)
LABELS = frozenset(
    "breaking exclusive analysis opinion news update updated corrected correction factbox explainer profile feature "
    "comment editorial interview review preview photos video watch live timeline column".split()
)
DASHES = frozenset("-- – — _".split())


def with_datelines(parse: Parse, names: list[Name]) -> list[Name]:
    """The names, with one for each place and agency of a dateline, whatever the model made of it."""
    told = list(_told(parse))
    taken = {index for name in told for index in range(name.first, name.last)}
    if not taken:
        return names
    labels = {written(parse, name).lower(): name.label for name in told}
    labels = {spelt: label for spelt, label in labels.items() if place_key(spelt) not in UNIONS}
    others = [
        replace(name, label=labels.get(written(parse, name).lower(), name.label))
        for name in names
        if taken.isdisjoint(range(name.first, name.last))
    ]
    return sorted([*told, *others], key=lambda name: name.first)


def behind_dateline(text: str, position: int) -> int:
    """The place where the story begins on a line that opens with a dateline; the position itself elsewhere."""
    line = DATELINE.match(text, text.rfind("\n", 0, position) + 1)
    return max(position, line.end()) if line and _is_sure(line) else position


def _told(parse: Parse) -> Iterator[Name]:
    for line in DATELINE.finditer(parse.text):
        if not _is_sure(line):
            continue
        for place in PLACE.finditer(parse.text, *line.span("places")):
            yield _name(parse, place.span(), Label.GPE)
        for part, label in (("region", Label.GPE), ("agency", Label.ORG)):
            if line[part]:
                yield _name(parse, line.span(part), label)


def _name(parse: Parse, place: tuple[int, int], label: Label) -> Name:
    start, end = place
    return Name(parse.at(start), parse.at(end - 1) + 1, label)


def _is_sure(line: re.Match[str]) -> bool:
    """An agency stands by, or the place is in capitals before a day or a dash and is no label ("BREAKING NEWS —")."""
    if line["agency"]:
        return True
    place = line["places"]
    if not place.isupper() or not LABELS.isdisjoint(place.lower().split()):
        return False
    return bool(line["day"]) or line["mark"] in DASHES
