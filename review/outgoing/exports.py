"""Every form in which something is taken out of the app, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from django.db import models
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.timezone import now

from articles.models import Draft, User
from review.outgoing.copy import clean_html, ninjs
from review.outgoing.fact_checks import claim_reviews
from review.outgoing.listed import findings_csv
from review.outgoing.pack import pack_of
from review.outgoing.printed import printed
from review.outgoing.word import with_comments
from review.policies import check_can_publish, check_can_read_out

BYTE_ORDER_MARK = "\ufeff"  # by which a spreadsheet knows UTF-8


class Export(models.TextChoices):
    """The label is what the record says was taken out."""

    NINJS = "ninjs", "the approved copy as ninjs"
    HTML = "html", "the approved copy as HTML"
    PACK_PDF = "pack-pdf", "the sign-off pack as PDF"
    PACK_JSON = "pack-json", "the sign-off pack as JSON"
    CLAIM_REVIEW = "claim-review", "the verified claims as ClaimReview"
    CSV = "csv", "the findings as CSV"
    WORD = "word", "the draft with its findings as Word comments"


@dataclass(frozen=True, slots=True)
class File:
    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Making:
    """How an export is made; `check` refuses it to whom it should be."""

    suffix: str
    content_type: str
    make: Callable[[Draft], bytes]
    check: Callable[[User, Draft], None] = check_can_read_out


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAKINGS: dict[Export, Making] = {
    Export.NINJS: Making("ninjs.json", "application/json", lambda draft: ninjs(draft).encode(), check_can_publish),
    Export.HTML: Making(
        "html", "text/html; charset=utf-8", lambda draft: clean_html(draft).encode(), check_can_publish
    ),
    Export.PACK_PDF: Making(
        "pack.pdf", "application/pdf", lambda draft: printed(pack_of(draft, at=now()), draft.story.desk)
    ),
    Export.PACK_JSON: Making(
        "pack.json", "application/json", lambda draft: msgspec.json.encode(pack_of(draft, at=now()))
    ),
    Export.CLAIM_REVIEW: Making("claims.jsonld", "application/ld+json", lambda draft: claim_reviews(draft).encode()),
    Export.CSV: Making(
        "findings.csv",
        "text/csv; charset=utf-8",
        lambda draft: (BYTE_ORDER_MARK + findings_csv(draft)).encode(),
    ),
    Export.WORD: Making("docx", _WORD, with_comments),
}


def made(export: Export, draft: Draft) -> File:
    making = MAKINGS[export]
    name = f"{slugify(draft.story.slug) or 'story'}-{draft.label.lower()}.{making.suffix}"
    return File(name, making.content_type, making.make(draft))


def as_attachment(file: File) -> HttpResponse:
    """Saved by a browser, and never shown."""
    disposition = content_disposition_header(as_attachment=True, filename=file.name)
    return HttpResponse(file.content, content_type=file.content_type, headers={"Content-Disposition": disposition})
