"""Verified claims as schema.org ClaimReview in JSON-LD, as search engines and fact-checkers read them."""

import json
from typing import Any

from analysis.document import Label
from articles.models import Draft
from review.addresses import absolute, claim_address
from review.documents import document_of_draft
from review.ledger import Row, ledger_of
from review.ledger_choice import Choice
from review.models import ClaimStatus, Verdict


def claim_reviews(draft: Draft) -> str:
    """Those that stand in this draft and are verified; one list, which may be empty."""
    rows = ledger_of(draft.story, Choice(draft.story_id, status=ClaimStatus.VERIFIED, draft=draft.pk)).listed
    document = document_of_draft(draft)
    groups = {entity.name for entity in document.entities if entity.label != Label.PERSON} if document else set()
    reviews = [_review(row, row.holding[-1], draft, groups) for row in rows if row.holding]
    told = {"@context": "https://schema.org", "@graph": reviews}
    written = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    return written.replace("<", "\\u003c")  # it stands within a <script>, which no claim may end


def _review(row: Row, verdict: Verdict, draft: Draft, groups: set[str]) -> dict[str, Any]:
    """Rated on the usual scale: 5 of 5 is true. Where the evidence is an address, it is linked."""
    return {
        "@type": "ClaimReview",
        "@id": absolute(claim_address(draft.story, row.claim)),
        "url": absolute(claim_address(draft.story, row.claim)),
        "datePublished": verdict.at.date().isoformat(),
        "claimReviewed": row.words,
        "author": {"@type": "Organization", "name": str(draft.story.desk)},
        "reviewRating": {
            "@type": "Rating", "ratingValue": 5, "bestRating": 5, "worstRating": 1, "alternateName": "Verified",
        },
        "itemReviewed": {"@type": "Claim", "text": row.words, **_said_by(row, groups)},
        "citation": [_cited(one) for one in row.evidence],
    }  # fmt: skip


def _said_by(row: Row, groups: set[str]) -> dict[str, Any]:
    """Search engines take people and organisations, and nothing else, for authors of a claim."""
    if not row.speakers:
        return {}
    kind = "Organization" if row.speakers[0] in groups else "Person"
    return {"author": {"@type": kind, "name": row.speakers[0]}}


def _cited(verdict: Verdict) -> dict[str, Any]:
    link = {"url": verdict.locator} if verdict.locator.startswith(("https://", "http://")) else {}
    return {"@type": "CreativeWork", "name": verdict.what, "text": verdict.locator, **link}
