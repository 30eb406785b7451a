"""The running newsroom: settings, addresses, the Celery app, and the one command that runs everything."""

from newsroom.celery import app as celery_app

__all__ = ["celery_app"]
