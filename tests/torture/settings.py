"""The newsroom's settings, with one draft among those handed in that kills whoever reads it, and with shorter rests.

How long work rests is no part of what is proven, only that it is taken up when it has rested: nobody waits for minutes.
"""

from datetime import timedelta

from newsroom.rhythm import Rhythm
from newsroom.settings import *  # noqa: F403
from newsroom.settings import CELERY_BEAT_SCHEDULE, INSTALLED_APPS
from review.runs import rests

INSTALLED_APPS = [*INSTALLED_APPS, "tests.torture.poison.Poison"]
CELERY_BEAT_SCHEDULE = CELERY_BEAT_SCHEDULE | {"sweep": {"task": "review.tasks.sweep", "schedule": Rhythm(2)}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # as in all tests

rests.GRACE, rests.AGAIN = timedelta(seconds=6), timedelta(seconds=15)
rests.HOLD, rests.RENEWED_EVERY = timedelta(seconds=12), timedelta(seconds=3)
rests.PAUSES = (timedelta(seconds=2), timedelta(seconds=5))
