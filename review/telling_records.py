"""The records of desks and of accounts in plain language."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.models import AccountEvent, DeskEvent
from review.verbs import AccountVerb, DeskVerb

BY_COMMAND = "An administrator, by command,"

_CALLED = {
    "signatures_needed": "signatures needed",
    "alert_threshold": "people are told from",
    "mails_quote": "mails may quote",
    "claims_must_be_checked": "claims must be checked",
    "time_zone": "time zone",
    "label": "what it is",
    "aliases": "also called",
    "role": "title or role",
    "spelling": "note",
    "own_staff": "own staff",
    "never": "never written",
    "kind": "check",
    "loudness": "how loud",
    "deactivated": "account closed",
    "events": "told of",
    "is_staff": "may open the administrator’s pages",
    "is_superuser": "administrator",
    "user_permissions": "own permissions",
    "first_name": "first name",
    "last_name": "last name",
    "left": "recovery codes left",
}
_AS_THEY_ARE = ("person", "name", "slug", "username", "group")
_NOT_TOLD = frozenset({"account"})  # whose number is for finding it


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One change: "Caro Chief", "gave another role to", "Edda Editor; title or role: chief (before: editor)".

    `of` is whose record it stands on: the desk, or the account's person.
    """

    of: str
    at: datetime
    who: str
    did: str
    what: str


def told(event: DeskEvent | AccountEvent) -> RecordLine:
    if isinstance(event, DeskEvent):
        of, nobody, did = str(event.desk), "Backread", DeskVerb(event.verb).label
    else:
        of, nobody, did = str(event.person), BY_COMMAND, AccountVerb(event.verb).label
    return RecordLine(of, event.at, str(event.actor or nobody), did, _particulars(event.details))


def _particulars(details: dict[str, Any]) -> str:
    if details.keys() == {"from", "to"}:
        return _step(details)
    about = [_named(details[name]) for name in _AS_THEY_ARE if name in details]
    told = {name: value for name, value in details.items() if name not in _NOT_TOLD and name not in _AS_THEY_ARE}
    steps = [f"{_CALLED.get(name, name)}: {_step(value)}" for name, value in told.items() if _says_something(value)]
    return "; ".join(about + steps)


def _says_something(value: object) -> bool:
    return value is not False and value not in ("", [])


def _named(value: object) -> str:
    """As it is written, or from what to what it was changed."""
    match value:
        case {"from": before, "to": after}:
            return f"{after} (before: {before})"
    return str(value)


def _step(value: object) -> str:
    match value:
        case {"from": before, "to": after}:
            return f"{_step(after)} (before: {_step(before)})"
        case True | False:
            return "yes" if value else "no"
        case "" | []:
            return "none"
        case list():
            return ", ".join(map(str, value))
    return str(value).replace("_", " ")
