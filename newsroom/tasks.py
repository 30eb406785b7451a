"""What the clock has the workers do for the newsroom as a whole."""

from celery import shared_task
from django.conf import settings

from newsroom import retention


@shared_task
def purge() -> None:
    """Let go what the newsroom keeps no longer."""
    retention.purge_killed(days=settings.PURGE_KILLED_AFTER_DAYS)
    retention.forget_visitors()
