"""The audit record in plain language: who did what, to what, and in whose words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from analysis.ledger.sameness import Change
from articles.models import AuditDetails, AuditEvent, Priority, StoryState
from review.labels import CHANGES, short_label
from review.models import Listing, Reason
from review.verbs import Verb

SYSTEM = "Backread"

NONE = "none"


def _step(name: str, tell: Callable[[Any], str] = str) -> Callable[[dict[str, Any]], str]:
    """A change from one value to another: "deadline 4 May, 18:00 (before: none)"."""

    def told_step(change: dict[str, Any]) -> str:
        before, after = (tell(change[end]) if change[end] else NONE for end in ("from", "to"))
        return f"{name} {after} (before: {before})"

    return told_step


def _time(written: str) -> str:
    """As it was recorded, on the desk's own clock."""
    return f"{datetime.fromisoformat(written):%-d %b, %H:%M}"


# What an event's details are called in a sentence, in the order in which they are told.
_PARTICULARS: dict[str, Callable[[Any], str]] = {
    "taken": str,
    "slug": "“{}”".format,
    "file": "“{}”".format,
    "draft": "draft {}".format,
    "was": "before: draft {}".format,
    "from_story": "from “{}”".format,
    "to_story": "to “{}”".format,
    "stands_again": "draft {} stands again".format,
    "revises": "a revision of {}".format,
    "name": "“{}”".format,
    "label": short_label,
    "priority": _step("priority", lambda priority: Priority(priority).label.lower()),
    "deadline_at": _step("deadline", _time),
    "embargo_until": _step("embargo", _time),
    "assignee": _step("looked after by"),
    "handover_note": lambda change: f"“{change['to']}”" if change["to"] else "no hand-over note any more",
    "label_before": lambda label: f"before: {short_label(label)}",
    "listing": lambda listing: str(Listing(listing).label).lower(),
    "message": "“{}”".format,
    "on": "on “{}”".format,
    "claim": "“{}”".format,
    "worded_before": "before: “{}”".format,
    "what": "on “{}”".format,
    "locator": "{}".format,
    "change": lambda change: CHANGES[Change(change)].lower(),
    "messages": lambda messages: ", ".join(f"“{message}”" for message in messages),
    "signed": "{}".format,
    "reason": lambda reason: Reason(reason).label.lower() if reason in Reason else reason,
    "until": "until {}".format,
    "to": lambda state: f"now “{StoryState(state).label}”",
}

# Said in one breath with the draft, or with the two: "read draft A3", "compared B2 with A3".
_WORK = {
    Verb.ANALYSED_DRAFT: "read",
    Verb.COMPARED_DRAFTS: "compared",
    Verb.DID_NOT_CHECK: "did not check",
    Verb.FAILED_RUN: "failed at",
    Verb.ASKED_AGAIN: "asked to try again",
    Verb.ASKED_COMPARISON: "asked to compare",
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
    did, content = _done(Verb(event.verb), content)
    particulars = [tell(content[name]) for name, tell in _PARTICULARS.items() if content.get(name)]
    return Line(
        number=event.number,
        at=event.at,
        who=str(event.actor or SYSTEM),
        did=did,
        what=", ".join(particulars),
        note=content.get("note") or "",
        sha256=content.get("sha256") or "",
    )


def _done(verb: Verb, content: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """What was done, and the particulars that it leaves to be told."""
    match content:
        case {"draft": draft, **rest} if verb in _WORK:
            return f"{_WORK[verb]} draft {draft}", rest
        case {"left": left, "right": right, **rest} if verb in _WORK:
            return f"{_WORK[verb]} {left} with {right}", rest
    return verb.label, content
