"""How a line of the log is written: for people, or as one JSON object for a machine that collects them."""

import json
import logging
from datetime import UTC, datetime
from logging import LogRecord
from typing import Any

from celery import current_task
from django_guid import get_guid

from newsroom.journal import discretion


class Line(logging.Formatter):
    """For people: time, level, logger, request and task, message."""

    def format(self, record: LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, tz=UTC).strftime("%Y-%m-%d %H:%M:%S")
        traces = "".join(f" [{name} {trace[:8]}]" for name, trace in traces_of(record).items())
        lines = [f"{at} {record.levelname} {record.name}:{traces} {discretion.told(record)}", _trace(record)]
        return "\n".join(filter(None, lines))


class JsonLine(Line):
    """For machines: these fields and no others, since what libraries add to a record may be anything."""

    def format(self, record: LogRecord) -> str:
        fields: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "process": record.process,
            **traces_of(record),
            "message": discretion.told(record),
        }
        if trace := _trace(record):
            fields["trace"] = trace
        return json.dumps(fields, ensure_ascii=False)


def note_traces(record: LogRecord) -> bool:
    """Note on the record which request and which task was at work; a task knows the request that asked for it."""
    record.request_id, record.task_id = get_guid(), current_task.request.id if current_task else None
    return True


def traces_of(record: LogRecord) -> dict[str, str]:
    noted = {"request": getattr(record, "request_id", None), "task": getattr(record, "task_id", None)}
    return {name: trace for name, trace in noted.items() if trace}


def wants_sweeps(record: LogRecord) -> bool:
    """Six sweeps a minute nobody wants to read of."""
    return "review.tasks.sweep[" not in record.getMessage()


def log_settings(*, level: str, as_json: bool) -> dict[str, Any]:
    """Django's LOGGING: everything goes to standard error, where systemd and containers collect it."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": f"newsroom.journal.lines.{'JsonLine' if as_json else 'Line'}"}},
        "filters": {
            name: {"()": "django.utils.log.CallbackFilter", "callback": keeps}
            for name, keeps in (("no_sweeps", wants_sweeps), ("traces", note_traces))
        },
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_sweeps", "traces"]}
        },
        "loggers": {
            "celery.worker.strategy": {"level": "WARNING"},  # says "received" for what is told at its end anyway
            "celery.beat": {"level": "WARNING"},
            "django.db.backends": {"level": "INFO"},  # below it, statements with the copy in them
            "django_guid": {"level": "WARNING"},
            "gunicorn.error": {"level": level, "propagate": True},
        },
        "root": {"handlers": ["console"], "level": level},
    }


def _trace(record: LogRecord) -> str:
    error = record.exc_info[1] if record.exc_info else None
    return discretion.traced(error) if error else ""
