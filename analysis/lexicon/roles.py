"""What people are called by their work: which words name a person, and which offices exclude one another."""

from functools import lru_cache
from pathlib import Path

BELOW = frozenset("deputy vice assistant associate lieutenant junior state county".split())
RANKS = frozenset("deputy vice assistant associate acting interim shadow under junior".split())
GENDERED = ("man", "woman", "person")


def names_person(noun: str) -> bool:
    """Whether a noun means a person first of all ("lawyer", "Sen."), by WordNet."""
    return noun.lower() in _people() or noun.lower() in _families()


def is_office(words: str) -> bool:
    """Whether words call an office of our list, with or without more ("the Ohio senator")."""
    plain = words.lower()
    return plain in _families() or any(word in _families() or _office(word) in _families() for word in plain.split())


def same_role(one: str, other: str) -> bool:
    """Whether two roles are one office in other words: "Sen." and "senator", "spokesman" and "spokeswoman"."""
    return _office(one) == _office(other)


def exclusive(one: str, other: str) -> bool:
    """Whether nobody holds both offices at a time, in one body: "Ardane's chief executive", "chairman of Ardane"."""
    (office, body), (another, its_body) = _office_and_body(one), _office_and_body(other)
    if body and its_body and body != its_body:
        return False
    if _is_kind_of(office, another) or _is_kind_of(another, office):
        return False
    return office != another and office in _ladders() and _ladders().get(office) == _ladders().get(another)


def _is_kind_of(office: str, another: str) -> bool:
    """Whether an office is the other told more exactly, as a foreign minister is a minister; a deputy is not."""
    return office.endswith(f" {another}") and office.split()[0] not in BELOW


def _office_and_body(role: str) -> tuple[str, str]:
    """The office without whose it is, and the body that follows "of"."""
    if role.lower() in _families():
        return _office(role), ""
    office, _, body = role.partition(" of ")
    return _office(office.replace("’", "'").rpartition("'s ")[2]), body


def office_in(role: str) -> str | None:
    """The office of our list in a longer role, under its first name there: of "Storex's new CEO", "mayor of Hale"."""
    words = role.lower().replace("’", "'").split()
    ends = ((start, end) for end in range(len(words), 0, -1) for start in range(end))
    runs = (" ".join(words[start:end]) for start, end in ends)
    return next((office for run in runs if (office := _office(run)) in _ladders()), None)


def _office(role: str) -> str:
    plain = role.lower().strip()
    stem = next((plain.removesuffix(end) + "person" for end in GENDERED if plain.endswith(end) and plain != end), plain)
    return _families().get(plain) or _families().get(stem, stem)


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    lines = _file("people_wordnet.txt").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    return {name: line[0] for block in _blocks() for line in block for name in line}


@lru_cache(maxsize=1)
def _ladders() -> dict[str, int]:
    """The block of each office."""
    return {line[0]: number for number, block in enumerate(_blocks()) for line in block}


@lru_cache(maxsize=1)
def _blocks() -> list[list[list[str]]]:
    blocks = _file("roles.txt").split("\n\n")
    lines = ([line for line in block.splitlines() if not line.startswith("#")] for block in blocks)
    return [[[name.strip() for name in line.split("|")] for line in block] for block in lines]


def _file(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
