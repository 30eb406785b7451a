"""What people say of claims: on evidence, on the record, and undone by adding."""

import pytest
from django.db import IntegrityError, transaction

from articles.models import AuditEvent, Draft, Role
from review.actions.claims import CheckedMeanwhile, Evidence, give_verdict, take_back_verdict
from review.models import Claim, ClaimStatus, Verdict
from review.policies import Refused
from review.standing import obstacles
from review.verbs import Verb
from tests.factories import DeskFactory, member
from tests.review.claims import claim_that, reads_claims, told
from tests.review.conftest import Newsroom

MINUTES = Evidence("Council minutes", "page 4")


@pytest.fixture
def claim(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Claim:
    reads_claims(newsroom, monkeypatch)
    told(newsroom, "The auditors accuse Orde of fraud. The wall is 40 metres long. Work began.", headline="40 metres")
    return claim_that("accuse")


def verify(newsroom: Newsroom, claim: Claim) -> Verdict:
    return give_verdict(by=newsroom.editor, claim=claim, status=ClaimStatus.VERIFIED, seen=None, evidence=MINUTES)


def test_claim_is_verified_on_evidence_and_the_record_says_which(newsroom: Newsroom, claim: Claim) -> None:
    verdict = verify(newsroom, claim)

    claim.refresh_from_db()
    assert claim.status == ClaimStatus.VERIFIED
    assert (verdict.what, verdict.locator, verdict.by) == ("Council minutes", "page 4", newsroom.editor)
    details = AuditEvent.objects.get(verb=Verb.VERIFIED_CLAIM).details.content
    assert (details["claim"], details["from"], details["locator"]) == (claim.text, "unchecked", "page 4")


@pytest.mark.parametrize("evidence", [Evidence(), Evidence(what="Council minutes"), Evidence(locator="page 4")])
def test_nothing_is_verified_without_evidence_and_its_place(
    newsroom: Newsroom, claim: Claim, evidence: Evidence
) -> None:
    with pytest.raises(Refused, match="on evidence"):
        give_verdict(by=newsroom.editor, claim=claim, status=ClaimStatus.VERIFIED, seen=None, evidence=evidence)


def test_the_database_keeps_no_verification_without_evidence(newsroom: Newsroom, claim: Claim) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Verdict.objects.create(claim=claim, status=ClaimStatus.VERIFIED, by=newsroom.editor)


@pytest.mark.parametrize("status", [ClaimStatus.DISPUTED, ClaimStatus.WITHDRAWN])
def test_doubts_take_a_reason(newsroom: Newsroom, claim: Claim, status: ClaimStatus) -> None:
    with pytest.raises(Refused):
        give_verdict(by=newsroom.editor, claim=claim, status=status, seen=None)


def test_a_verdict_is_never_changed(newsroom: Newsroom, claim: Claim) -> None:
    verdict = verify(newsroom, claim)
    verdict.what = "Hearsay"

    with pytest.raises(IntegrityError), transaction.atomic():
        verdict.save()


def test_taking_back_restores_what_was_said_before_step_by_step(newsroom: Newsroom, claim: Claim) -> None:
    first = verify(newsroom, claim)
    doubt = give_verdict(
        by=newsroom.chief, claim=claim, status=ClaimStatus.DISPUTED, seen=first.pk, note="The clerk denies it."
    )

    once = take_back_verdict(by=newsroom.chief, claim=claim, seen=doubt.pk)
    twice = take_back_verdict(by=newsroom.chief, claim=claim, seen=once.pk)

    assert [once.status, twice.status] == [ClaimStatus.VERIFIED, ClaimStatus.UNCHECKED]
    assert claim.verdicts.count() == 4
    with pytest.raises(Refused, match="Nothing was said"):
        take_back_verdict(by=newsroom.chief, claim=claim, seen=twice.pk)


def test_who_looked_before_somebody_elses_word_is_told_so(newsroom: Newsroom, claim: Claim) -> None:
    verify(newsroom, claim)

    with pytest.raises(CheckedMeanwhile, match="Edda Editor was faster"):
        take_back_verdict(by=newsroom.chief, claim=claim, seen=None)
    with pytest.raises(CheckedMeanwhile, match="You were faster yourself"):
        verify(newsroom, claim)


def test_reporters_and_other_desks_verify_nothing(newsroom: Newsroom, claim: Claim) -> None:
    stranger = member(DeskFactory.create(), Role.CHIEF)

    for person in (newsroom.reporter, stranger):
        with pytest.raises(Refused):
            give_verdict(by=person, claim=claim, status=ClaimStatus.VERIFIED, seen=None, evidence=MINUTES)


def test_unchecked_accusations_and_figures_of_the_headline_block_where_the_desk_wants_it(
    newsroom: Newsroom, claim: Claim
) -> None:
    draft = newsroom.story.drafts.get()
    assert obstacles(draft, newsroom.chief) == []
    newsroom.desk.claims_must_be_checked = True
    newsroom.desk.save()

    words = [obstacle.words for obstacle in obstacles(Draft.objects.get(), newsroom.chief)]

    assert words == [
        "Unchecked figure of the headline: “40 metres”",
        "Unchecked accusation: “The auditors accuse Orde of fraud.”",
        "Unchecked figure of the headline: “The wall is 40 metres long.”",
    ]


def test_verified_accusation_blocks_no_more_and_the_story_is_ready(newsroom: Newsroom, claim: Claim) -> None:
    newsroom.desk.claims_must_be_checked = True
    newsroom.desk.save()
    for each in Claim.objects.exclude(text__contains="Work"):
        verify(newsroom, each)

    newsroom.story.refresh_from_db()
    assert newsroom.story.state == "ready"
