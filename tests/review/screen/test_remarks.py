"""What people said shows in the copy: how a claim stands, and which words are discussed."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Draft
from review.actions.claims import Evidence, give_verdict
from review.actions.comments import comment, comment_on_words
from review.models import ClaimStatus, CommentKind
from review.screen.remarks import talk_in
from tests.review.claims import claim_that, reads_claims, told
from tests.review.conftest import Newsroom


@pytest.fixture
def draft(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Draft:
    reads_claims(newsroom, monkeypatch)
    return told(newsroom, "The wall is 40 metres long. Work began in May.")


def test_verified_claim_is_told_apart_in_the_copy(newsroom: Newsroom, draft: Draft, client: Client) -> None:
    claim = claim_that("40 metres")
    evidence = Evidence("Survey", "sheet 2")
    give_verdict(by=newsroom.editor, claim=claim, status=ClaimStatus.VERIFIED, seen=None, evidence=evidence)
    client.force_login(newsroom.editor)

    shown = client.get(reverse("review", args=[newsroom.story.pk]), {"layers": "claims"}).content.decode()

    assert f'data-claim="{claim.pk}" data-standing="verified"' in shown
    assert 'data-claims="Verified: gives a figure"' in shown
    assert talk_in([draft]).claims[draft.pk, 0].claim == claim.pk


def test_words_are_marked_while_their_thread_is_open(newsroom: Newsroom, draft: Draft) -> None:
    said = comment_on_words(by=newsroom.editor, draft=draft, words="in May", text="Which day?")
    assert [(remark.told, remark.thread) for remark in talk_in([draft]).remarks] == [("Which day?", said.annotation_id)]

    comment(by=newsroom.editor, annotation=said.annotation, text="The 4th.", kind=CommentKind.RESOLVED)

    assert talk_in([draft]).remarks == []
