"""Whom a comment calls by “@”: people of the desk, or all of them."""

import re
from dataclasses import dataclass

from articles.models import Desk, User

CALLED = re.compile(r"(?<![\w@./])@([\w][\w.-]*[\w]|\w)")
EVERYBODY = "desk"


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The people who are to be told, and the names that nobody on the desk goes by."""

    people: tuple[User, ...] = ()
    unknown: tuple[str, ...] = ()


def mentioned_in(text: str, desk: Desk) -> Mentioned:
    """“@ada” is who logs in so, or the only one of that first name; “@desk” or the desk's own slug is everybody."""
    called = list(dict.fromkeys(name.casefold() for name in CALLED.findall(text)))
    if not called:
        return Mentioned()
    members = list(desk.members.filter(is_active=True).order_by("username"))
    found: dict[str, list[User]] = {
        name: members if name in {EVERYBODY, desk.slug.casefold()} else _called(name, members) for name in called
    }
    people = {person.pk: person for each in found.values() for person in each}
    return Mentioned(tuple(people.values()), tuple(name for name in called if not found[name]))


def _called(name: str, members: list[User]) -> list[User]:
    by_login = [member for member in members if member.username.casefold() == name]
    by_first_name = [member for member in members if member.first_name.casefold() == name]
    return by_login or (by_first_name if len(by_first_name) == 1 else [])
