"""One person's name is spelt two ways in one draft.

Catches two full names that share the first name or the surname and differ by a letter or two in the other.
Ignores nicknames and initials, short names, and suffixes such as "Jr.".
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from analysis.comparing.counterparts import name_words
from analysis.document import Document, Form, Label, Mention
from analysis.findings import Finding, Kind, Severity
from analysis.lexicon.sameness import same_first_name
from analysis.remarks import remark

WHY = "A person has one spelling; look it up and use it throughout."
NEAR = 2  # letters that may differ
SHORTEST = 4  # letters: shorter names are near one another by chance


def find(document: Document) -> Iterator[Finding]:
    families: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in document.mentions:
        words = name_words(document.text[mention.start : mention.end])
        if mention.form is Form.NAME and mention.label is Label.PERSON and len(words) > 1:
            for shared in (words[0], words[-1]):
                families[shared.lower()].setdefault(" ".join(words), mention)
    for people in families.values():
        for (one, here), (other, there) in combinations(people.items(), 2):
            if _misspelt(one.lower().split(), other.lower().split()):
                yield _finding(one, other, here, there)


def _misspelt(one: list[str], other: list[str]) -> bool:
    if one[-1] == other[-1]:
        return not same_first_name(one[0], other[0]) and _near(one[0], other[0])
    return one[0] == other[0] and _near(one[-1], other[-1])


def _near(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= SHORTEST and 0 < DamerauLevenshtein.distance(one, other) <= NEAR


def _finding(one: str, other: str, here: Mention, there: Mention) -> Finding:
    return remark(
        Kind.NAME,
        [here, there],
        subject=" / ".join(sorted((one.lower(), other.lower()))),
        message=f"“{one}” is also spelt “{other}”.",
        why=WHY,
        severity=Severity.MAJOR,
        confidence=0.75,
        conflict=True,
    )
