"""The Celery app: two queues of work, as safe against dying workers as acks_late makes them."""

import gc
import os

from celery import Celery
from celery.signals import worker_init

from newsroom.queues import WorkQueue

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
os.environ.setdefault("OMP_NUM_THREADS", "1")  # workers are processes already: threads below them only get in the way

_GIVES_WAY = 5  # how nice a worker is: where processors are short, pages come first

app = Celery("newsroom")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
def give_way_to_pages(**_: object) -> None:
    os.nice(_GIVES_WAY)


@worker_init.connect
def share_what_is_loaded(**_: object) -> None:
    """Load before the worker forks what its queues need, so that its children share one copy of it in memory.

    The models of sentences are not among it, only their library: a child that got one through the fork never ends.
    """
    served = app.amqp.queues.consume_from
    if WorkQueue.READING in served:
        from analysis.language import warm_up  # here, since the web server never needs it

        warm_up()
    if WorkQueue.COMPARING in served:
        import analysis.similarity  # noqa: F401
        from analysis.checks import pair_checks

        pair_checks()
    gc.freeze()
