"""Whom a comment calls by “@”: people of the desk, or all of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.models import Desk, User

CALLED = re.compile(r"(?<![\w@./])@([\w][\w.-]*[\w]|\w)")
EVERYBODY = "desk"


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The people who are to be told, and the names that nobody on the desk goes by."""

    people: tuple[User, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the desk, and the name that calls them and nobody else."""

    name: str
    person: str


def callable_on(desk: Desk) -> list[Colleague]:
    """Everybody on the desk, by name; who is called by nothing of their own is left out."""
    members = _members(desk)
    called = [(next(_names_of(member, members), ""), str(member)) for member in members]
    return sorted((Colleague(name, person) for name, person in called if name), key=lambda one: one.person.casefold())


def mentioned_in(text: str, desk: Desk) -> Mentioned:
    """“@ada” is who logs in so, or the only one of that first name; “@desk” or the desk's own slug is everybody."""
    called = list(dict.fromkeys(name.casefold() for name in CALLED.findall(text)))
    if not called:
        return Mentioned()
    members = _members(desk)
    found: dict[str, list[User]] = {
        name: members if name in {EVERYBODY, desk.slug.casefold()} else _called(name, members) for name in called
    }
    people = {person.pk: person for each in found.values() for person in each}
    return Mentioned(tuple(people.values()), tuple(name for name in called if not found[name]))


def _members(desk: Desk) -> list[User]:
    return list(desk.members.filter(is_active=True).order_by("username"))


def _called(name: str, members: list[User]) -> list[User]:
    """Whoever was invited logs in by an address: the part before its “@” is enough."""
    by_login = [member for member in members if member.username.casefold() == name]
    by_first_name = [member for member in members if member.first_name.casefold() == name]
    by_address = [member for member in members if member.username.casefold().partition("@")[0] == name]
    return by_login or next((found for found in (by_first_name, by_address) if len(found) == 1), [])


def _names_of(member: User, members: list[User]) -> Iterator[str]:
    """What calls them and nobody else."""
    for name in (member.username, member.first_name, member.username.partition("@")[0]):
        if CALLED.fullmatch(f"@{name}") and _called(name.casefold(), members) == [member]:
            yield name.casefold()
