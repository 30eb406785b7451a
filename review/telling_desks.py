"""A desk's record in plain language."""

from dataclasses import dataclass
from datetime import datetime

from articles.models import DeskEvent
from review.verbs import DeskVerb

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
}
_AS_THEY_ARE = ("person", "name", "slug")


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One change: "Caro Chief", "gave another role to", "Edda Editor; title or role: chief (before: editor)"."""

    at: datetime
    who: str
    did: str
    what: str


def told(event: DeskEvent) -> DeskLine:
    details = dict(event.details)
    about = [_named(details.pop(name)) for name in _AS_THEY_ARE if name in details]
    steps = [
        f"{_CALLED.get(name, name)}: {_step(value)}" for name, value in details.items() if value not in ("", [], False)
    ]
    return DeskLine(event.at, str(event.actor or "Backread"), DeskVerb(event.verb).label, "; ".join(about + steps))


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
