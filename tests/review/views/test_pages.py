"""A refused act ends on a page with the policy's sentence, and leads back to where it came from."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Upload, UploadState
from tests.factories import UploadFactory
from tests.review.conftest import Newsroom


@pytest.fixture
def upload(client: Client, newsroom: Newsroom) -> Upload:
    """A file that is read: nothing is there to be tried again."""
    client.force_login(newsroom.editor)
    return UploadFactory.create(story=newsroom.story, state=UploadState.READ)


def test_a_refusal_leads_back_to_the_page_it_came_from(client: Client, upload: Upload) -> None:
    came_from = f"http://testserver{reverse('hand-in-to', args=[upload.story_id])}"

    response = client.post(reverse("upload-again", args=[upload.pk]), headers={"Referer": came_from})

    assert response.status_code == 409
    assert f'href="{came_from}"' in response.content.decode()


def test_a_refusal_leads_to_no_stranger(client: Client, upload: Upload) -> None:
    response = client.post(reverse("upload-again", args=[upload.pk]), headers={"Referer": "https://elsewhere.example/"})

    assert "elsewhere.example" not in response.content.decode()


def test_htmx_gets_the_sentence_alone(client: Client, upload: Upload) -> None:
    response = client.post(reverse("upload-again", args=[upload.pk]), headers={"HX-Request": "true"})

    assert response.content.strip().startswith(b'<p id="refused"')
