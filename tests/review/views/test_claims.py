"""The ledger page: what it lists, in which order, and what it says of each claim."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Draft
from review.actions.claims import Evidence, give_verdict
from review.models import Claim, ClaimStatus, Verdict
from review.telling import told as told_in_words
from tests.review.claims import claim_that, reads_claims, told
from tests.review.conftest import Newsroom

TEXT = "Work began in May. The auditors accuse Orde of fraud. Orde said the wall is 40 metres long."


@pytest.fixture
def draft(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, client: Client) -> Draft:
    reads_claims(newsroom, monkeypatch)
    client.force_login(newsroom.editor)
    return told(newsroom, TEXT)


def page(client: Client, newsroom: Newsroom, **query: str) -> str:
    return client.get(reverse("claims", args=[newsroom.story.pk]), query).content.decode()


def listed(client: Client, newsroom: Newsroom, **query: str) -> list[str]:
    answer = client.get(reverse("claims", args=[newsroom.story.pk]), query)
    return [entry.row.words for entry in answer.context["entries"]]


def verify(newsroom: Newsroom, words: str, locator: str = "page 4") -> Verdict:
    evidence = Evidence("Council minutes", locator)
    return give_verdict(
        by=newsroom.editor, claim=claim_that(words), status=ClaimStatus.VERIFIED, seen=None, evidence=evidence
    )


def test_what_is_most_at_stake_comes_first_and_what_is_verified_last(
    client: Client, newsroom: Newsroom, draft: Draft
) -> None:
    assert listed(client, newsroom)[0] == "The auditors accuse Orde of fraud."

    verify(newsroom, "accuse")

    assert listed(client, newsroom)[-1] == "The auditors accuse Orde of fraud."


def test_claim_tells_where_it_stands_and_who_says_so(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    shown = page(client, newsroom)

    said = claim_that("Orde said")
    assert f"{reverse('review', args=[newsroom.story.pk])}?a={draft.pk}&amp;claim={said.pk}#a-1" in shown
    assert "Orde (named)" in shown
    assert "nobody named" in shown


def test_evidence_is_shown_with_its_place_and_who_gave_it(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    verify(newsroom, "accuse", locator="https://council.example/minutes")

    shown = page(client, newsroom)

    assert 'href="https://council.example/minutes"' in shown
    assert "Edda Editor" in shown


def test_place_that_is_no_address_of_the_web_is_no_link(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    verify(newsroom, "accuse", locator="javascript:alert(1) <b>")

    shown = page(client, newsroom)

    assert 'href="javascript' not in shown
    assert "&lt;b&gt;" in shown


def test_changed_claim_shows_both_wordings_and_why_it_is_unchecked(
    client: Client, newsroom: Newsroom, draft: Draft
) -> None:
    verify(newsroom, "40 metres")

    told(newsroom, TEXT.replace("40", "50"), revises=draft)

    shown = page(client, newsroom)
    assert "The figure changed." in shown
    assert "<q>Orde said the wall is 40 metres long.</q>" in shown
    assert 'value="Council minutes"' in shown


def test_ledger_says_what_became_of_a_verified_claim(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    verify(newsroom, "40 metres")
    verify(newsroom, "accuse")

    told(newsroom, "Orde said the wall is 40 metres long.", revises=draft)

    assert "Stands unchanged in A2." in page(client, newsroom)
    assert "No longer in A2." in page(client, newsroom, gone="1")


@pytest.mark.parametrize(
    ("query", "claims"),
    [
        ({"status": "verified"}, ["The auditors accuse Orde of fraud."]),
        ({"speaker": "Orde"}, ["Orde said the wall is 40 metres long."]),
        ({"status": "withdrawn"}, []),
        ({"status": "of no kind", "draft": "many"}, 3),
        ({"draft": "9" * 40}, 3),
    ],
)
def test_filters_stand_in_the_address(
    client: Client, newsroom: Newsroom, draft: Draft, query: dict[str, str], claims: list[str] | int
) -> None:
    verify(newsroom, "accuse")

    found = listed(client, newsroom, **query)

    assert (found if isinstance(claims, list) else len(found)) == claims


def test_claims_of_one_draft_can_be_listed(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    other = told(newsroom, "Nobody swims in the harbour now.")

    assert listed(client, newsroom, draft=str(other.pk)) == ["Nobody swims in the harbour now."]


def test_claim_that_no_current_draft_has_is_listed_only_on_demand(
    client: Client, newsroom: Newsroom, draft: Draft
) -> None:
    told(newsroom, "Nobody swims in the harbour now.", revises=draft)

    assert listed(client, newsroom) == ["Nobody swims in the harbour now."]
    assert len(listed(client, newsroom, gone="1")) == 4


def test_verdict_lands_on_its_claim_in_the_same_look(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    claim = claim_that("accuse")
    sent = {"status": "verified", "what": "Audit report", "locator": "page 9", "seen": ""}

    answer = client.post(f"{reverse('claim-verdict', args=[claim.pk])}?speaker=Orde", sent)

    kept = f"up_to={Verdict.objects.get().pk - 1}"
    assert answer.headers["Location"].endswith(f"/claims/?speaker=Orde&{kept}#claim-{claim.pk}")
    assert Claim.objects.get(pk=claim.pk).status == ClaimStatus.VERIFIED


def check(client: Client, address: str, words: str) -> str:
    """As the form on the page of that address does it; returns where it leads."""
    query, claim = address.partition("?")[2], claim_that(words)
    sent = {"status": "verified", "what": "Audit report", "locator": "page 9", "seen": ""}
    answer = client.post(f"{reverse('claim-verdict', args=[claim.pk])}?{query}", sent)
    return answer.headers["Location"].partition("#")[0]


@pytest.mark.parametrize("query", ["", "?status=unchecked"], ids=["all", "the unchecked ones"])
def test_claims_stay_in_their_places_while_one_after_the_other_is_checked(
    client: Client, newsroom: Newsroom, draft: Draft, query: str
) -> None:
    address = reverse("claims", args=[newsroom.story.pk]) + query
    before = [entry.row.words for entry in client.get(address).context["entries"]]

    once = check(client, address, "accuse")
    twice = check(client, once, "40 metres")

    after = client.get(twice)
    assert [entry.row.words for entry in after.context["entries"]] == before
    assert [entry.row.claim.status for entry in after.context["entries"]].count(ClaimStatus.VERIFIED) == 2


def test_a_list_that_was_held_is_drawn_up_anew_on_demand(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    held = client.get(check(client, reverse("claims", args=[newsroom.story.pk]) + "?status=unchecked", "accuse"))

    anew = held.context["choice"].anew.url

    assert f'href="{anew}"' in held.content.decode()
    assert [entry.row.words for entry in client.get(anew).context["entries"]] == [
        "Orde said the wall is 40 metres long.",
        "Work began in May.",
    ]


def test_verdict_on_a_claim_of_the_review_leads_back_there(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    address = reverse("claim-verdict", args=[claim_that("accuse").pk])
    review = f"{reverse('review', args=[newsroom.story.pk])}?a={draft.pk}"
    sent = {"status": "disputed", "note": "The auditors deny it."}

    back = client.post(address, sent | {"back": review})

    assert back.headers["Location"] == review


def test_refused_verdict_comes_back_with_what_was_typed(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    claim = claim_that("accuse")

    answer = client.post(reverse("claim-verdict", args=[claim.pk]), {"status": "verified", "what": "Audit report"})

    assert answer.status_code == 409
    assert "say what it is, and where exactly in it" in answer.content.decode()
    assert 'value="Audit report"' in answer.content.decode()


def test_verdict_is_taken_back(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    verdict = verify(newsroom, "accuse")

    client.post(reverse("claim-take-back", args=[verdict.claim_id]), {"seen": verdict.pk})

    assert claim_that("accuse").status == ClaimStatus.UNCHECKED


def test_reporter_reads_the_ledger_and_is_told_why_not_more(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    client.force_login(newsroom.reporter)

    shown = page(client, newsroom)

    assert "Only an editor or a chief or a lawyer of the desk" in shown
    assert '<button class="button button--primary' not in shown


def test_history_tells_of_claims_in_plain_words(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    verify(newsroom, "40 metres")
    told(newsroom, TEXT.replace("40", "50"), revises=draft)

    lines = [f"{line.who} {line.did}: {line.what}" for line in map(told_in_words, newsroom.story.audit_events.all())]

    claim = "“Orde said the wall is 40 metres long.”"
    assert f"Edda Editor verified a claim: {claim}, on “Council minutes”, page 4" in lines
    assert any(
        line.startswith("Backread found a checked claim changed") and f"before: {claim}, the figure changed" in line
        for line in lines
    )
