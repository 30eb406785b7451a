"""Handing work to the workers: after the commit, and never at the request's cost."""

from functools import partial
from typing import Any

from celery import Task
from django.db import transaction


def enqueue(task: "Task[Any, Any]", *ids: int) -> None:
    """Tell the workers which row to look at, once it is committed.

    A broker that is down is logged and no more: the row waits, and the sweep takes it up.
    """
    transaction.on_commit(partial(task.delay, *ids), robust=True)
