"""The ledger after a reading: where each claim stands, and what a changed one took the place of."""

import pytest

from analysis.ledger.sameness import Change
from articles.models import AuditEvent
from review.actions.claims import Evidence, give_verdict
from review.models import Claim, ClaimSighting, ClaimStatus
from review.verbs import Verb
from tests.review.claims import claim_that, claimed, reads_claims, told
from tests.review.conftest import Newsroom

WALL = "The harbour wall is 40 metres long."
LONGER_WALL = "The harbour wall is 50 metres long."
MINUTES = Evidence("Council minutes", "page 4")


@pytest.fixture(autouse=True)
def reading(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    reads_claims(newsroom, monkeypatch)


def verify(newsroom: Newsroom, words: str) -> None:
    claim = claim_that(words)
    give_verdict(by=newsroom.editor, claim=claim, status=ClaimStatus.VERIFIED, seen=None, evidence=MINUTES)


def drafts_of(claim: Claim) -> list[str]:
    sightings = claim.sightings.select_related("passage__draft").order_by("passage__draft__number")
    return [sighting.passage.draft.label for sighting in sightings]


def test_claim_that_stands_unchanged_in_the_next_draft_stays_verified(newsroom: Newsroom) -> None:
    draft = told(newsroom, f"{WALL} It was built in May.")
    verify(newsroom, "40 metres")

    told(newsroom, f"Work goes on at the docks. {WALL}", revises=draft)

    claim = claim_that("40 metres")
    assert (claim.status, drafts_of(claim)) == (ClaimStatus.VERIFIED, ["A1", "A2"])


def test_claim_whose_figure_changed_is_unchecked_again_and_says_what_it_was(newsroom: Newsroom) -> None:
    draft = told(newsroom, WALL)
    verify(newsroom, "40 metres")

    told(newsroom, LONGER_WALL, revises=draft)

    claim = claim_that("50 metres")
    assert (claim.status, claim.change) == (ClaimStatus.UNCHECKED, Change.FIGURE)
    assert claim.follows == claim_that("40 metres")
    details = AuditEvent.objects.get(verb=Verb.CLAIM_CHANGED).details.content
    assert (details["claim"], details["worded_before"]) == (LONGER_WALL, WALL)


def test_claim_of_another_writer_in_the_same_words_is_the_same(newsroom: Newsroom) -> None:
    told(newsroom, f"{WALL} It was built in May.")
    told(newsroom, f"Nobody swims here now. {WALL}")

    assert drafts_of(claim_that("40 metres")) == ["A1", "B2"]


def test_words_that_may_mean_somebody_else_are_another_claim_in_another_version(newsroom: Newsroom) -> None:
    told(newsroom, "The mayor left early on. She was fined for it.")
    told(newsroom, "The harbour master resigned. She was fined for it.")

    assert Claim.objects.filter(text="She was fined for it.").count() == 2


def test_they_are_the_same_claim_where_the_next_draft_has_them_in_their_place(newsroom: Newsroom) -> None:
    draft = told(newsroom, "The mayor left early on. She was fined for it.")

    told(newsroom, "The mayor left early on. She was fined for it. Nobody minded.", revises=draft)

    assert drafts_of(Claim.objects.get(text="She was fined for it.")) == ["A1", "A2"]


def test_new_claim_on_which_nobody_had_a_word_leaves_no_event(newsroom: Newsroom) -> None:
    draft = told(newsroom, WALL)

    told(newsroom, LONGER_WALL, revises=draft)

    assert claim_that("50 metres").follows == claim_that("40 metres")
    assert not AuditEvent.objects.filter(verb=Verb.CLAIM_CHANGED).exists()


def test_first_wording_that_comes_back_is_verified_as_before(newsroom: Newsroom) -> None:
    draft = told(newsroom, WALL)
    verify(newsroom, "40 metres")
    changed = told(newsroom, LONGER_WALL, revises=draft)

    told(newsroom, WALL, revises=changed)

    claim = claim_that("40 metres")
    assert (claim.status, drafts_of(claim)) == (ClaimStatus.VERIFIED, ["A1", "A3"])


def test_reading_a_draft_anew_keeps_its_claims(newsroom: Newsroom) -> None:
    told(newsroom, WALL)
    before = claim_that("40 metres").pk
    Claim.objects.update(statement={})  # as an older version wrote it down

    run = newsroom.story.drafts.get().analyses.get()
    run.state, run.tries = "waiting", 0
    run.save()
    newsroom.work()

    assert claim_that("40 metres").pk == before
    assert ClaimSighting.objects.count() == 1


def test_claim_is_found_in_earlier_drafts_where_it_was_not_worth_checking(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as dull:
        dull.setattr("analysis.pipeline.annotate", lambda text, **_: claimed(text, worth=False))
        told(newsroom, f"{WALL} It was built in May.")
    assert not Claim.objects.exists()

    told(newsroom, f"Nobody swims here now. {WALL}")

    assert drafts_of(claim_that("40 metres")) == ["A1", "B2"]


def test_figure_of_the_headline_is_always_in_the_ledger(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.pipeline.annotate", lambda text, **_: claimed(text, worth=False))

    told(newsroom, f"{WALL} It was built in May.", headline="Wall of 40 metres")

    assert {sighting.stake for sighting in ClaimSighting.objects.all()} == {"headline"}
    assert not Claim.objects.filter(text__contains="May").exists()
