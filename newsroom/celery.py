"""The Celery app: one queue of work, as safe against dying workers as acks_late makes it."""

import gc
import os

from celery import Celery
from celery.signals import worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
os.environ.setdefault("OMP_NUM_THREADS", "1")  # workers are processes already: threads below them only get in the way

app = Celery("newsroom")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
def share_the_model(**_: object) -> None:
    """Load the language model before the worker forks, so that its children share one copy of it in memory."""
    from analysis.language import warm_up  # here, since the web server never needs it

    warm_up()
    gc.freeze()
