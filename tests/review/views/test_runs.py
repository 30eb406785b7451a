"""A run that failed says why, and can be tried again."""

import pytest
from django.test import Client
from django.urls import reverse

from review.models import Analysis, Comparison, RunState
from tests.factories import AnalysisFactory, DeskFactory, member
from tests.review.conftest import Newsroom


@pytest.fixture
def failed(newsroom: Newsroom) -> Analysis:
    draft = newsroom.read_in("The wall is 40 metres long.")
    Analysis.objects.filter(draft=draft).update(state=RunState.FAILED, reason="Three tries broke off.")
    return Analysis.objects.get(draft=draft)


def test_a_failure_says_why_and_offers_another_try(client: Client, newsroom: Newsroom, failed: Analysis) -> None:
    client.force_login(newsroom.editor)

    page = client.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()

    assert "Three tries broke off." in page
    assert reverse("try-again", kwargs={"analysis_id": failed.pk}) in page


def test_trying_again_sets_the_run_waiting(client: Client, newsroom: Newsroom, failed: Analysis) -> None:
    client.force_login(newsroom.editor)

    client.post(reverse("try-again", kwargs={"analysis_id": failed.pk}))

    failed.refresh_from_db()
    assert failed.state == RunState.WAITING


def test_a_comparison_can_be_tried_again_as_well(client: Client, newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    newsroom.read_in("The wall is 50 metres long.")
    Comparison.objects.update(state=RunState.FAILED)
    client.force_login(newsroom.editor)

    client.post(reverse("try-again", kwargs={"comparison_id": Comparison.objects.get().pk}))

    assert Comparison.objects.get().state == RunState.WAITING


def test_what_has_not_failed_is_not_tried_again(client: Client, newsroom: Newsroom, failed: Analysis) -> None:
    Analysis.objects.update(state=RunState.DONE)
    client.force_login(newsroom.editor)

    response = client.post(reverse("try-again", kwargs={"analysis_id": failed.pk}))

    assert response.status_code == 409
    assert "That has not failed" in response.content.decode()


def test_a_run_of_another_desk_is_not_found(client: Client, db: None) -> None:
    client.force_login(member(DeskFactory.create()))

    address = reverse("try-again", kwargs={"analysis_id": AnalysisFactory.create().pk})

    assert client.post(address).status_code == 404
