"""Handing work to the workers: after the commit, and never at the request's cost."""

import logging
from enum import StrEnum

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)


class Errand(StrEnum):
    """What workers can be sent for, by the name of its task: who sends them need not know how it is done."""

    READ_UPLOAD = "review.tasks.read_upload"
    ANALYSE_DRAFT = "review.tasks.analyse_draft"
    COMPARE_DRAFTS = "review.tasks.compare_drafts"
    SETTLE_STORY = "review.tasks.settle_story"
    SEND_ALERTS = "review.tasks.send_alerts"
    SEND_INVITATIONS = "review.tasks.send_invitations"
    SEND_NOTICES = "review.tasks.send_notices"
    MAKE_CALLS = "review.tasks.make_calls"


def enqueue(errand: Errand, *ids: int) -> None:
    """Tell the workers which row to look at, once it is committed.

    A broker that is down is logged and no more: the row waits, and the sweep takes it up.
    """

    def send() -> None:
        try:
            current_app.send_task(errand.value, ids)
        except OperationalError as error:
            log.warning("%s%s waits for the sweep, since the broker is down: %s", errand, ids, error)

    transaction.on_commit(send, robust=True)  # what is committed is done, whatever becomes of the message
