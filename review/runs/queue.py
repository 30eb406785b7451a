"""Handing work to the workers: after the commit, and never at the request's cost."""

import logging
from typing import Any

from celery import Task
from django.db import transaction
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)


def enqueue(task: "Task[Any, Any]", *ids: int) -> None:
    """Tell the workers which row to look at, once it is committed.

    A broker that is down is logged and no more: the row waits, and the sweep takes it up.
    """

    def send() -> None:
        try:
            task.delay(*ids)
        except OperationalError as error:
            log.warning("%s%s waits for the sweep, since the broker is down: %s", task.name, ids, error)

    transaction.on_commit(send, robust=True)  # what is committed is done, whatever becomes of the message
