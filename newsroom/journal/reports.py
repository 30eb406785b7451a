"""Errors told to a service that speaks Sentry's protocol, where a newsroom wants it: where and what kind, no words.

What goes out is written anew from what is known to be harmless, since libraries add to a report whatever they hold.
"""

from typing import Any

import sentry_sdk
from sentry_sdk.integrations.celery import CeleryIntegration
from sentry_sdk.integrations.django import DjangoIntegration
from sentry_sdk.types import Event, Hint

from newsroom.journal import discretion
from newsroom.journal.lines import note_traces, traces_of

_KEPT = ("event_id", "timestamp", "level", "platform", "environment", "transaction", "logger", "sdk")
_KEPT_OF_FRAME = ("filename", "function", "module", "lineno", "in_app")


def report_to(dsn: str, *, environment: str) -> None:
    """Report every unhandled error, and what is logged as one, from now on."""
    sentry_sdk.init(
        dsn=dsn,
        environment=environment,
        before_send=scrubbed,
        integrations=[DjangoIntegration(transaction_style="url"), CeleryIntegration()],
        default_integrations=True,
        max_breadcrumbs=0,
        max_request_body_size="never",
        include_local_variables=False,
        include_source_context=False,
        send_default_pii=False,
        auto_session_tracking=False,
        send_client_reports=False,
    )


def scrubbed(event: Event, hint: Hint) -> Event:
    """The event with the errors' names and places, the request's and the task's id, and nothing else."""
    told: dict[str, Any] = event  # type: ignore[assignment] # a dictionary of all that any library may put there
    kept: Any = {name: told[name] for name in _KEPT if name in told}
    values = (told.get("exception") or {}).get("values") or []
    kept["exception"] = {"values": [_scrubbed(value) for value in values]}
    if "log_record" in hint:
        kept["tags"] = _traces(hint["log_record"])
        kept["message"] = discretion.told(hint["log_record"])
    harmless: Event = kept
    return harmless


def _scrubbed(value: dict[str, Any]) -> dict[str, Any]:
    frames = (value.get("stacktrace") or {}).get("frames") or []
    kept = [{name: frame[name] for name in _KEPT_OF_FRAME if name in frame} for frame in frames]
    return {"type": value.get("type"), "module": value.get("module"), "stacktrace": {"frames": kept}}


def _traces(record: Any) -> dict[str, str]:  # noqa: ANN401 - a hint holds anything
    note_traces(record)
    return traces_of(record)
