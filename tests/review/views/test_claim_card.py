"""The card of a claim in the review screen's margin, and what is decided of the claim there."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Draft
from review.actions.claims import Evidence, give_verdict
from review.models import Claim, ClaimStatus
from tests.factories import ClaimFactory
from tests.review.claims import claim_that, reads_claims, told
from tests.review.conftest import Newsroom

TEXT = "Work began in May. The auditors accuse Orde of fraud. Orde said the wall is 40 metres long."


@pytest.fixture
def draft(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, client: Client) -> Draft:
    reads_claims(newsroom, monkeypatch)
    client.force_login(newsroom.editor)
    return told(newsroom, TEXT)


def address(newsroom: Newsroom, claim: Claim) -> str:
    return f"{reverse('review', args=[newsroom.story.pk])}?claim={claim.pk}"


def page(client: Client, newsroom: Newsroom, claim: Claim, *, part: str = "") -> str:
    told = {"HX-Request": "true", "HX-Target": part} if part else {}
    return client.get(address(newsroom, claim), headers=told).content.decode()


def verified(newsroom: Newsroom, claim: Claim, **typed: str) -> dict[str, str]:
    """What the card's form sends."""
    return {"back": address(newsroom, claim), "seen": "", "status": "verified", **typed}


def test_card_says_who_says_so_and_where_and_what_is_at_stake(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    shown = page(client, newsroom, claim_that("Orde said"), part="card")

    assert "Unchecked" in shown
    assert "Orde (named)" in shown
    assert 'href="#a-1"' in shown
    assert "Selected claim" in shown


def test_card_shows_the_evidence_and_what_became_of_the_claim_since(
    client: Client, newsroom: Newsroom, draft: Draft
) -> None:
    claim = claim_that("accuse")
    evidence = Evidence("Audit report", "page 9")
    give_verdict(by=newsroom.chief, claim=claim, status=ClaimStatus.VERIFIED, seen=None, evidence=evidence)
    told(newsroom, f"{TEXT} It rained.", revises=draft)

    shown = page(client, newsroom, claim)

    assert "Audit report" in shown
    assert "Stands unchanged in A2." in shown


def test_keys_lead_through_the_claims_of_the_open_drafts(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    first, second, third = (claim_that(words) for words in ("Work began", "accuse", "Orde said"))

    shown = client.get(address(newsroom, second)).context["claim_card"]

    assert f"claim={first.pk}" in shown.before
    assert f"claim={third.pk}" in shown.after


def test_verdict_leads_back_to_the_card_in_the_review(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    claim = claim_that("accuse")

    sent = verified(newsroom, claim, what="Audit report", locator="page 9")
    answer = client.post(reverse("claim-verdict", args=[claim.pk]), sent)

    assert answer.headers["Location"] == address(newsroom, claim)
    assert 'data-standing="verified"' in page(client, newsroom, claim)


def test_refused_verdict_comes_back_on_the_card_with_what_was_typed(
    client: Client, newsroom: Newsroom, draft: Draft
) -> None:
    claim = claim_that("accuse")

    answer = client.post(reverse("claim-verdict", args=[claim.pk]), verified(newsroom, claim, what="Audit report"))

    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Selected claim" in shown
    assert "A claim is verified on evidence" in shown
    assert 'value="Audit report"' in shown


def test_taking_back_stays_in_the_review(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    claim = claim_that("accuse")
    seen = give_verdict(
        by=newsroom.editor, claim=claim, status=ClaimStatus.DISPUTED, seen=None, note="They deny it."
    ).pk

    answer = client.post(reverse("claim-take-back", args=[claim.pk]), {"seen": seen, "back": address(newsroom, claim)})

    assert answer.headers["Location"] == address(newsroom, claim)


def test_reporter_reads_the_card_and_is_told_who_may_check(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    client.force_login(newsroom.reporter)

    shown = page(client, newsroom, claim_that("accuse"), part="card")

    assert "Only an editor or a chief or a lawyer" in shown
    assert "<form" not in shown


def test_claim_of_another_story_opens_no_card(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    elsewhere = ClaimFactory.create(story__desk=newsroom.desk, text="The pier burned.")

    shown = page(client, newsroom, elsewhere)

    assert "Selected claim" not in shown
    assert "The pier burned." not in shown
