"""Withdrawing and moving a draft: what it does is said first, and nothing happens by looking."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Draft, DraftStanding, Story
from tests.factories import StoryFactory, member
from tests.review.conftest import Newsroom


@pytest.fixture
def draft(client: Client, newsroom: Newsroom) -> Draft:
    client.force_login(newsroom.editor)
    return newsroom.read_in("The wall is 40 metres long.")


@pytest.fixture
def target(newsroom: Newsroom) -> Story:
    return StoryFactory.create(desk=newsroom.desk, slug="pier")


def test_looking_at_what_it_would_do_does_nothing(client: Client, draft: Draft, target: Story) -> None:
    for name, asked in (("draft-withdraw", {}), ("draft-move", {}), ("draft-move", {"to": str(target.pk)})):
        assert client.get(reverse(name, args=[draft.pk]), asked).status_code == 200

    assert Draft.objects.get().standing == DraftStanding.CURRENT


def test_what_it_does_stands_above_the_button(client: Client, draft: Draft) -> None:
    page = client.get(reverse("draft-withdraw", args=[draft.pk])).content.decode()

    assert page.index("The story has no draft left") < page.index("Withdraw draft A1</button>")


def test_withdrawing_leads_back_and_says_so(client: Client, draft: Draft) -> None:
    response = client.post(reverse("draft-withdraw", args=[draft.pk]), {"note": "The wrong file."}, follow=True)

    assert "Draft A1 is withdrawn." in response.content.decode()
    assert Draft.objects.get().standing == DraftStanding.WITHDRAWN


def test_moving_leads_to_the_other_story(client: Client, draft: Draft, target: Story) -> None:
    address = f"{reverse('draft-move', args=[draft.pk])}?to={target.pk}"

    response = client.post(address, {"revises": "", "note": ""}, follow=True)

    assert response.redirect_chain[-1][0] == reverse("hand-in-to", args=[target.pk])
    assert "is draft A1 of this story now" in response.content.decode()


@pytest.mark.parametrize("to", ["0", "nonsense", "-1"])
def test_a_story_that_is_none_is_refused_on_the_page(client: Client, draft: Draft, target: Story, to: str) -> None:
    assert client.get(reverse("draft-move", args=[draft.pk]), {"to": to}).status_code == 422


def test_another_desks_story_is_not_offered(client: Client, draft: Draft) -> None:
    other = StoryFactory.create()

    response = client.get(reverse("draft-move", args=[draft.pk]), {"to": str(other.pk)})

    assert response.status_code == 422
    assert other.slug not in response.content.decode()


@pytest.mark.parametrize("name", ["draft-withdraw", "draft-move"])
def test_who_may_not_is_told_before_filling_anything_in(
    client: Client, newsroom: Newsroom, draft: Draft, name: str
) -> None:
    client.force_login(member(newsroom.desk))

    response = client.get(reverse(name, args=[draft.pk]))

    assert response.status_code == 409
    assert "Only an editor or a chief" in response.content.decode()
