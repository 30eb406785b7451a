"""A number of people or things, and a list of names that has more or fewer.

Catches "four co-workers, Ann Pye, Carl Dunn and Lucy Marr" and "three children: Mary, Peter, Anna and Tom".
Ignores lists that are opened by "including" or "such as", and names with words between them that may tell of others.
"""

import re
from collections.abc import Iterator

from analysis.comparing.sides import Side
from analysis.findings import Finding, Kind, Severity
from analysis.lexicon.roles import names_person
from analysis.quantities.numbers import SMALL
from analysis.remarks import remark
from analysis.spans import Span

LONGEST = 12  # names of a list that a reader counts
COUNTS = {word: worth for word, worth in SMALL.items() if 1 < worth <= LONGEST}
NAME = r"[A-Z][\w’'.-]*(?: (?:(?:de|van|von|der|al|bin|la) )?[A-Z][\w’'.-]*){0,3}"
AGED = r"(?:, (?:aged )?\d{1,3}(?=,| and ))?"
LISTED = re.compile(
    rf"\b(?P<count>(?i:{'|'.join(COUNTS)})|[2-9]|1[0-2]) "
    r"(?P<noun>(?:[a-z-]+ ){0,2}[a-z-]+s|people|children|men|women)"
    rf"(?:,|:| [-–—]) (?P<names>{NAME}{AGED}(?:, {NAME}{AGED})*,? and {NAME})"
    r"(?=[,.;:)]| [-–—]|$| were| are| have| had| was)",
    re.MULTILINE,
)
PEOPLE = frozenset({"people", "children", "men", "women"})
NEXT = re.compile(r",? and |, ")
WHY = "A reader who counts the names must come to the number that is told."


def find(side: Side) -> Iterator[Finding]:
    for match in LISTED.finditer(side.document.text):
        told = COUNTS.get(match["count"].lower()) or int(match["count"])
        names = [name for name in NEXT.split(match["names"]) if name[0].isalpha() and not name.startswith("aged")]
        if len(names) != told and _are_people(match["noun"]):
            yield _finding(match, len(names))


def _are_people(noun: str) -> bool:
    """Whether the names can be the bearers: of "two previous marriages", the names are the children's."""
    last = noun.split()[-1].rpartition("-")[2]
    return last in PEOPLE or names_person(last.removesuffix("s"))


def _finding(match: re.Match[str], names: int) -> Finding:
    return remark(
        Kind.ARITHMETIC,
        [
            Span(match.start("count"), match.end("noun")),
            Span(match.start("names"), match.start("names") + len(match["names"].rstrip("."))),
        ],
        subject=f"{match['count']} {match['noun']} {names}".lower(),
        message=f"“{match['count']} {match['noun']}”, but {names} names follow.",
        why=WHY,
        severity=Severity.MAJOR,
        confidence=0.75,
        conflict=True,
    )
