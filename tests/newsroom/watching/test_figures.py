"""The figures say what waits, since when, how long work takes, and what failed, to whoever has the token."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from review.models import AlertState, CallState, RunState
from review.tasks import read_upload
from tests.factories import AlertFactory, AnalysisFactory, CallFactory, ComparisonFactory, DraftFactory, UploadFactory

pytestmark = pytest.mark.django_db

TOKEN = "the-token-of-the-collector"


@pytest.fixture
def figures(client: Client, settings: Settings) -> "Figures":
    settings.METRICS_TOKEN = TOKEN
    return Figures(client)


class Figures:
    """What the address tells, by name and labels."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def __call__(self, name: str, **labels: str) -> float:
        answer = self.client.get(reverse("metrics"), headers={"Authorization": f"Bearer {TOKEN}"})
        samples = [s for family in text_string_to_metric_families(answer.content.decode()) for s in family.samples]
        [found] = [sample.value for sample in samples if (sample.name, sample.labels) == (name, labels)]
        return float(found)


def test_what_waits_is_counted_and_its_age_told(figures: Figures) -> None:
    AnalysisFactory.create(state=RunState.WAITING, asked_at=now() - timedelta(minutes=5))
    AnalysisFactory.create(state=RunState.RUNNING, asked_at=now() - timedelta(minutes=2))
    AnalysisFactory.create(state=RunState.DONE, asked_at=now() - timedelta(hours=1))
    UploadFactory.create(uploaded_at=now() - timedelta(seconds=90))

    assert figures("backread_unfinished", work="reading") == 2
    assert figures("backread_unfinished", work="comparing") == 0
    assert 300 <= figures("backread_oldest_unfinished_seconds", work="reading") < 400
    assert 90 <= figures("backread_oldest_unfinished_seconds", work="file") < 190


def test_how_long_work_waited_and_took_is_told_of_the_last_quarter_of_an_hour(figures: Figures) -> None:
    for seconds in (2, 4, 6):
        ended_at = now() - timedelta(minutes=1)
        began_at = ended_at - timedelta(seconds=seconds)
        AnalysisFactory.create(asked_at=began_at - timedelta(seconds=1), started_at=began_at, finished_at=ended_at)
    long_ago = now() - timedelta(hours=1)
    AnalysisFactory.create(asked_at=long_ago, started_at=long_ago, finished_at=long_ago + timedelta(minutes=5))

    assert figures("backread_ended_15m", work="reading", state="done") == 3
    assert figures("backread_run_seconds_15m", work="reading", part="worked", quantile="0.5") == pytest.approx(4)
    assert figures("backread_run_seconds_15m", work="reading", part="worked", quantile="0.95") == pytest.approx(5.8)
    assert figures("backread_run_seconds_15m", work="reading", part="waited", quantile="0.5") == pytest.approx(1)


def test_failures_are_counted(figures: Figures) -> None:
    left = DraftFactory.create()
    ComparisonFactory.create(left=left, right=DraftFactory.create(story=left.story), state=RunState.FAILED)

    assert figures("backread_ended_15m", work="comparing", state="failed") == 1


def test_mails_that_wait_and_mails_that_were_given_up_are_counted(figures: Figures) -> None:
    AlertFactory.create(created_at=now() - timedelta(minutes=3))
    AlertFactory.create(state=AlertState.FAILED)
    AlertFactory.create(state=AlertState.SENT)

    assert figures("backread_mails", state="waiting") == 1
    assert figures("backread_mails", state="given_up") == 1
    assert 180 <= figures("backread_oldest_due_mail_seconds") < 280


def test_webhook_calls_that_wait_and_that_were_given_up_are_counted(figures: Figures) -> None:
    CallFactory.create()
    CallFactory.create(state=CallState.FAILED)
    CallFactory.create(state=CallState.FAILED, webhook__removed_at=now())

    assert figures("backread_calls", state="waiting") == 1
    assert figures("backread_calls", state="given_up") == 1


def test_the_queues_are_measured_where_they_answer(figures: Figures, settings: Settings) -> None:
    waiting = figures("backread_queue_messages", queue="reading")
    read_upload.delay(0)
    assert figures("backread_queue_up") == 1
    assert figures("backread_queue_messages", queue="reading") == waiting + 1
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"

    assert figures("backread_queue_up") == 0


@pytest.mark.parametrize("sent", ["", "Bearer ", "Bearer wrong", f"Basic {TOKEN}", TOKEN, "Bearer \xff"])
def test_without_the_token_nothing_is_told(figures: Figures, client: Client, sent: str) -> None:
    answer = client.get(reverse("metrics"), headers={"Authorization": sent})

    assert (answer.status_code, answer.content) == (401, b"")


def test_a_newsroom_that_set_no_token_tells_nobody(client: Client) -> None:
    assert client.get(reverse("metrics"), headers={"Authorization": "Bearer "}).status_code == 404


def test_the_number_of_queries_does_not_grow(figures: Figures, django_assert_max_num_queries: object) -> None:
    for _ in range(5):
        AnalysisFactory.create(started_at=now(), finished_at=now())

    with django_assert_max_num_queries(14):  # type: ignore[operator]
        figures("backread_queue_up")
