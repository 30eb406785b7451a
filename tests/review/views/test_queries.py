"""No page asks the database more often because there are more stories, drafts or findings to show."""

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Draft
from review.actions.claims import give_verdict
from review.actions.comments import comment_on_words
from review.actions.decisions import approve, send_back
from review.models import Alert, AlertKind, Claim, ClaimStatus
from review.runs.claims import store_claims
from tests.factories import StoryFactory, found
from tests.review.claims import claimed
from tests.review.conftest import Newsroom

OF_ALL = {"board": 12, "hand-in": 12, "hand-over": 12, "mails": 12}  # at most so many queries
OF_A_STORY = {"review": 25, "hand-in-to": 15, "sign-off": 25, "history": 12, "plan": 12, "claims": 12, "comments": 12}


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def tell_another_version(newsroom: Newsroom, number: int) -> None:
    """Read, flagged, compared with all others, sent back, revised and signed."""
    text, better = f"The wall is {number} metres long.", f"The wall is {number} metres high."
    newsroom.alone[text] = [found(fingerprint=f"alone-{number}")]
    draft = newsroom.read_in(text)
    send_back(by=newsroom.chief, draft=draft, note="Measure it again.")
    revision = newsroom.read_in(better, revises=draft)
    talk_about(newsroom, revision)
    approve(by=newsroom.chief, draft=revision, seen_sha256=revision.sha256)


def talk_about(newsroom: Newsroom, draft: Draft) -> None:
    """A comment on its words, and a word on its claim."""
    comment_on_words(by=newsroom.editor, draft=draft, words=draft.text, text="Are we sure?")
    with transaction.atomic():
        store_claims(draft, claimed(draft.text))
    claim = Claim.objects.filter(sightings__passage__draft=draft).get()
    give_verdict(by=newsroom.editor, claim=claim, status=ClaimStatus.DISPUTED, seen=None, note="It is longer.")


def tell_another_story(newsroom: Newsroom) -> None:
    story = StoryFactory.create(desk=newsroom.desk, touched_by=newsroom.reporter)
    newsroom.read_in("The pier is 9 metres long.", story=story)
    Alert.objects.create(
        recipient=newsroom.chief, story=story, kind=AlertKind.FLAGGED, message_id=f"<{story.pk}@backread.example>"
    )


@pytest.mark.any_database  # how often is asked is up to us alone
@pytest.mark.parametrize(("page", "most"), [*OF_ALL.items(), *OF_A_STORY.items()])
def test_more_to_show_costs_no_more_queries(client: Client, newsroom: Newsroom, page: str, most: int) -> None:
    client.force_login(newsroom.chief)
    address = reverse(page, args=[newsroom.story.pk] if page in OF_A_STORY else [])
    for number in (1, 2):
        tell_another_version(newsroom, number)
        tell_another_story(newsroom)
    client.get(address)  # a first look is written down by an insert
    with_few = queries(client, address)

    tell_another_version(newsroom, 3)
    tell_another_story(newsroom)

    assert queries(client, address) == with_few <= most
