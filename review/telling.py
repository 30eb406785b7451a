"""The audit record in plain language: who did what, to what, and in whose words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.models import AuditDetails, AuditEvent, StoryState
from review.models import Reason
from review.verbs import Verb

SYSTEM = "Backread"

# What an event's details are called in a sentence, in the order in which they are told.
_PARTICULARS: dict[str, Callable[[str], str]] = {
    "slug": "“{}”".format,
    "file": "“{}”".format,
    "draft": "draft {}".format,
    "revises": "a revision of {}".format,
    "left": "{}".format,
    "right": "against {}".format,
    "run": "{}".format,
    "message": "“{}”".format,
    "reason": lambda reason: Reason(reason).label.lower() if reason in Reason else reason,
    "to": lambda state: f"now “{StoryState(state).label}”",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One event: "Ada Quill", "handed in a draft", "draft B3", with the note that the person left."""

    number: int
    at: datetime
    who: str
    did: str
    what: str
    note: str
    sha256: str


def told(event: AuditEvent) -> Line:
    """An event whose details were purged tells its verb alone."""
    details: AuditDetails | None = getattr(event, "details", None)
    content: dict[str, Any] = details.content if details else {}
    particulars = [tell(str(content[name])) for name, tell in _PARTICULARS.items() if content.get(name)]
    return Line(
        number=event.number,
        at=event.at,
        who=str(event.actor or SYSTEM),
        did=Verb(event.verb).label,
        what=", ".join(particulars),
        note=content.get("note") or "",
        sha256=content.get("sha256") or "",
    )
