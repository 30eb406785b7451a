"""First names that are borne by women or by men alone, as far as a newsroom can tell."""

from functools import lru_cache
from pathlib import Path


def is_first_name(word: str) -> bool:
    """Whether a word is a first name of our list."""
    return word.lower() in _women() or word.lower() in _men()


def pronoun_of(first_name: str) -> str | None:
    """ "she" or "he" for a name of our list; None where both or neither bear it."""
    if first_name.lower() in _women():
        return "she"
    return "he" if first_name.lower() in _men() else None


@lru_cache(maxsize=1)
def _women() -> frozenset[str]:
    return _block("women")


@lru_cache(maxsize=1)
def _men() -> frozenset[str]:
    return _block("men")


def _block(heading: str) -> frozenset[str]:
    """The names below a heading of the list, up to the next one."""
    text = (Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8")
    _, _, below = text.partition(f"[{heading}]\n")
    return frozenset(below.partition("[")[0].split())
