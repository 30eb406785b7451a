"""Drafts read for their claims without the language model: every sentence claims something."""

import re
from dataclasses import replace
from datetime import date

import pytest

from analysis.document import (
    Claim,
    Document,
    Entity,
    Form,
    Label,
    Mention,
    Quantity,
    QuantityKind,
    Sentence,
    SourceClass,
)
from articles.models import Draft
from review.actions.drafts import receive_draft
from review.models import Claim as LedgerClaim
from tests.review.conftest import Newsroom

SOMEBODY = "Orde"


def reads_claims(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the workers read `claimed` instead of what the newsroom reads."""

    def annotate(text: str, *, dated: date | None = None, **others: object) -> Document:
        return replace(claimed(text), findings=newsroom.annotate(text, dated=dated, **others).findings)

    monkeypatch.setattr("analysis.pipeline.annotate", annotate)


def claimed(text: str, *, worth: bool = True) -> Document:
    """Sentences that accuse are accusations, metres are figures, and one man is named."""
    spans = [match.span() for match in re.finditer(r"[^.\n\s][^.\n]*\.?", text)]
    return Document(
        text,
        sentences=tuple(Sentence(start, end, 0, 0) for start, end in spans),
        claims=tuple(_claim(text, start, end, worth=worth) for start, end in spans),
        quantities=tuple(_metres(match) for match in re.finditer(r"(\d+) metres", text)),
        mentions=tuple(Mention(*at.span(), Label.PERSON, Form.NAME, 0) for at in re.finditer(SOMEBODY, text)),
        entities=(Entity(SOMEBODY, Label.PERSON),),
    )


def told(newsroom: Newsroom, body: str, *, headline: str = "", revises: Draft | None = None) -> Draft:
    """A draft that was handed in and read."""
    draft = receive_draft(
        by=newsroom.reporter,
        story=newsroom.story,
        headline=headline,
        body=body,
        revises=revises,
        written_by=newsroom.reporter,
        dated=date(2026, 7, 1),
    )
    newsroom.work()
    return draft


def claim_that(words: str) -> LedgerClaim:
    """The one claim of the ledger that was told first in these words."""
    return LedgerClaim.objects.get(text__contains=words)


def _claim(text: str, start: int, end: int, *, worth: bool) -> Claim:
    words = text[start:end]
    said = re.match(rf"({SOMEBODY}) said", words)
    source = SourceClass.NAMED if said else SourceClass.NONE
    reasons = ("accuses",) if "accuse" in words else ("gives a figure",)
    return Claim(start, end, 0.8, worth, reasons, said[1] if said else None, source)


def _metres(match: re.Match[str]) -> Quantity:
    return Quantity(*match.span(), QuantityKind.MEASURE, float(match[1]), float(match[1]), unit="metre")
