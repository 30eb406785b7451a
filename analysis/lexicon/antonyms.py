"""Words that say the opposite of one another: WordNet's pairs and a newsroom list beside them."""

from functools import lru_cache
from pathlib import Path

LISTS = ("antonyms_newsroom.txt", "antonyms_wordnet.txt")


def opposite(one: str, other: str) -> bool:
    """Whether two lemmas, or short phrases of lemmas, contradict each other ("lift", "uphold")."""
    return frozenset((one.lower(), other.lower())) in _pairs()


@lru_cache(maxsize=1)
def _pairs() -> frozenset[frozenset[str]]:
    folder = Path(__file__).parent
    lines = [line for name in LISTS for line in (folder / name).read_text(encoding="utf-8").splitlines()]
    pairs = (frozenset(word.strip() for word in line.split("|")) for line in lines if "|" in line and line[0] != "#")
    return frozenset(pair for pair in pairs if len(pair) == 2)
