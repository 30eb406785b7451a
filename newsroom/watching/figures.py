"""The newsroom in figures, for Prometheus: taken from rows and queues when asked, so all web processes say the same."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from statistics import quantiles

from django.conf import settings
from django.db.models import Count, Min, QuerySet
from django.utils.timezone import now
from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from redis import Redis
from redis.exceptions import RedisError

from articles.models import Upload, UploadState
from newsroom.queues import WorkQueue
from newsroom.watching import answers
from review.models import Alert, AlertState, Analysis, Call, CallState, Comparison

LATELY = timedelta(minutes=15)
_SAMPLE = 2_000  # the newest runs of that time, which are enough for its quantiles
_TWENTIETHS = 20
_RUNS: dict[str, type[Analysis] | type[Comparison]] = {"reading": Analysis, "comparing": Comparison}


def as_text() -> bytes:
    """All figures in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(_Newsroom())
    answers.add_to(registry)
    return generate_latest(registry)


class _Newsroom(Collector):
    def collect(self) -> Iterator[Metric]:
        yield from _queues()
        yield from _waiting()
        yield from _ended_lately()
        yield from _mails()
        yield _calls()


def _queues() -> Iterator[Metric]:
    up = GaugeMetricFamily("backread_queue_up", "Whether the queue answers.")
    depth = GaugeMetricFamily("backread_queue_messages", "Messages that no worker has taken.", labels=["queue"])
    redis = Redis.from_url(_broker(), socket_connect_timeout=2, socket_timeout=2)
    try:
        for queue in WorkQueue:
            depth.add_metric([queue], redis.llen(queue))
    except RedisError:
        up.add_metric([], 0)
    else:
        up.add_metric([], 1)
        yield depth
    yield up


def _waiting() -> Iterator[Metric]:
    count = GaugeMetricFamily("backread_unfinished", "What workers have still to do.", labels=["work"])
    age = GaugeMetricFamily("backread_oldest_unfinished_seconds", "Since when the oldest waits.", labels=["work"])
    files = Upload.objects.filter(state=UploadState.WAITING)
    work: list[tuple[str, QuerySet[Upload] | QuerySet[Analysis] | QuerySet[Comparison], str]] = [
        ("file", files, "uploaded_at"),
        *((name, model.objects.unfinished(), "asked_at") for name, model in _RUNS.items()),
    ]
    for name, rows, since in work:
        told = rows.aggregate(count=Count("pk"), oldest=Min(since))
        count.add_metric([name], told["count"])
        age.add_metric([name], _seconds_since(told["oldest"]))
    yield from (count, age)


def _ended_lately() -> Iterator[Metric]:
    ended = GaugeMetricFamily("backread_ended_15m", "Runs that ended in 15 minutes.", labels=["work", "state"])
    took = GaugeMetricFamily(
        "backread_run_seconds_15m",
        "How long runs that ended in 15 minutes had waited for a worker, and how long it worked.",
        labels=["work", "part", "quantile"],
    )
    for name, model in _RUNS.items():
        lately = model.objects.filter(finished_at__gte=now() - LATELY).order_by("-finished_at")
        # Counted here: SQLite would group all runs that there ever were.
        for state, number in Counter(lately.values_list("state", flat=True)).items():
            ended.add_metric([name, state], number)
        times = list(lately.values_list("asked_at", "started_at", "finished_at")[:_SAMPLE])
        started = [(asked, began, end) for asked, began, end in times if began and end]
        _add_quantiles(took, [name, "waited"], [began - asked for asked, began, _ in started])
        _add_quantiles(took, [name, "worked"], [end - began for _, began, end in started])
    yield from (ended, took)


def _mails() -> Iterator[Metric]:
    waiting = Alert.objects.filter(state=AlertState.WAITING)
    overdue = waiting.filter(next_try_at__lte=now()).aggregate(oldest=Min("created_at"))["oldest"]
    told = GaugeMetricFamily("backread_mails", "Mails that wait, and mails that were given up.", labels=["state"])
    told.add_metric(["waiting"], waiting.count())
    told.add_metric(["given_up"], Alert.objects.filter(state=AlertState.FAILED).count())
    yield told
    yield GaugeMetricFamily("backread_oldest_due_mail_seconds", "Since when the oldest waits.", _seconds_since(overdue))


def _calls() -> Metric:
    told = GaugeMetricFamily("backread_calls", "Webhook calls that wait, and that were given up.", labels=["state"])
    told.add_metric(["waiting"], Call.objects.filter(state=CallState.WAITING, webhook__removed_at=None).count())
    told.add_metric(["given_up"], Call.objects.filter(state=CallState.FAILED, webhook__removed_at=None).count())
    return told


def _add_quantiles(metric: GaugeMetricFamily, labels: list[str], spans: Iterable[timedelta]) -> None:
    seconds = [span.total_seconds() for span in spans]
    if not seconds:
        return
    cuts = quantiles(seconds, n=_TWENTIETHS, method="inclusive") if len(seconds) > 1 else seconds * (_TWENTIETHS - 1)
    for quantile, at in (("0.5", 9), ("0.95", 18)):
        metric.add_metric([*labels, quantile], cuts[at])


def _seconds_since(moment: datetime | None) -> float:
    return (now() - moment).total_seconds() if moment else 0.0


def _broker() -> str:
    """As the Redis library writes the address that Celery has."""
    return settings.CELERY_BROKER_URL.replace("redis+socket://", "unix://")
