"""One name is spelt two ways in one draft.

Catches two full names that share the first name or the surname and differ by a letter or two in the other, a surname
that is nearly that of somebody named in full, and two spellings of a body or a place of several words.
Ignores nicknames and initials, short names, suffixes such as "Jr.", plurals, and two surnames that both stand in full.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from analysis.comparing.counterparts import misspelt, name_words, two_spellings
from analysis.comparing.sides import Side
from analysis.document import Document, Form, Label, Mention
from analysis.findings import Finding, Kind, Severity
from analysis.lexicon.sameness import same_first_name
from analysis.remarks import remark

WHY = "A name has one spelling; look it up and use it throughout."
NEAR = 2  # letters that may differ
DIRECTIONS = frozenset("north south east west northern southern eastern western".split())
BODIES = frozenset({Label.ORG, Label.GPE, Label.FAC, Label.LOC})
SHORTEST = 4  # letters: shorter names are near one another by chance


def find(side: Side) -> Iterator[Finding]:
    document = side.document
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
    yield from _surnames(document)
    yield from _bodies(document)


def _surnames(document: Document) -> Iterator[Finding]:
    """Somebody called by a surname alone that nobody bears, but nearly."""
    names = {
        document.text[name.start : name.end]: name for name in reversed(document.mentions) if name.form is Form.NAME
    }
    people = {said: name for said, name in names.items() if name.label is Label.PERSON}
    known = {word for said in names for word in said.split() if " " in said}
    full = {name_words(said)[-1]: (said, name) for said, name in people.items() if len(name_words(said)) > 1}
    for said, name in people.items():
        if " " in said or said in known or not said.isalpha():
            continue
        for surname, (whole, there) in full.items():
            if said[0] == surname[0] and misspelt(said.lower(), surname.lower()) and not _plural(said, surname):
                yield _finding(said, whole, name, there)


def _plural(one: str, other: str) -> bool:
    return one != other and (one.rstrip("s") == other.rstrip("s") or one in other or other in one)


def _bodies(document: Document) -> Iterator[Finding]:
    """Names of several words, of which one differs by a letter or two."""
    names = [name for name in document.mentions if name.form is Form.NAME and name.label in BODIES]
    first = {document.text[name.start : name.end]: name for name in reversed(names)}
    long = [(said, name) for said, name in first.items() if " " in said and not said.isupper()]
    for (one, here), (other, there) in combinations(sorted(long, key=lambda found: found[1].start), 2):
        told_apart = any(map(_plural, one.split(), other.split())) or DIRECTIONS & {*one.lower().split()}
        if two_spellings(one, other) and not told_apart:
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
