"""Names that mean one person or place: Britain and the UK, Bill and William."""

from functools import lru_cache
from pathlib import Path

INITIAL = 2  # "J" and "J." are as long as this at most


@lru_cache(maxsize=20_000)
def place_key(name: str) -> str:
    """One spelling for all names of a place: "British", "U.K." and "Britain" come out the same."""
    plain = name.lower().removeprefix("the ").removesuffix("'s").removesuffix("’s").strip()
    return _families("places.txt").get(plain, (plain,))[0]


def known_place(key: str) -> bool:
    """Whether a place is a country or state of our list, not a town or region in one."""
    return key in _families("places.txt")


def same_first_name(one: str, other: str) -> bool:
    """Whether two first names can belong to one person: the same, an initial, a nickname, or one cut short."""
    one, other = one.lower().rstrip("."), other.lower().rstrip(".")
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and (len(short) < INITIAL or len(short) > INITIAL):
        return True
    nicknames = _families("nicknames.txt")
    return bool({*nicknames.get(one, (one,))} & {*nicknames.get(other, (other,))})


@lru_cache
def _families(file: str) -> dict[str, tuple[str, ...]]:
    """For each name, those that head the families it belongs to."""
    families: dict[str, tuple[str, ...]] = {}
    for line in (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            head, *others = (name.strip() for name in line.split("|"))
            for name in (head, *others):
                families[name] = (*families.get(name, ()), head)
    return families
