"""What the API tells: each kind of answer with an example, as the description of the API shows it."""

from datetime import date, datetime
from typing import Any, ClassVar

from ninja import Schema
from pydantic import ConfigDict

Example = dict[str, Any]


def _shown(example: Example) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [example]})


class TokenAnswer(Schema):
    model_config = _shown({"name": "CMS", "desk": "city", "scopes": ["drafts", "hand_in"]})

    name: str
    desk: str
    scopes: list[str]


class StoryAnswer(Schema):
    """`approval` is none, approved, stale or new_conflict; `approved_draft` is set while a signature holds."""

    example: ClassVar[Example] = {
        "id": 7, "slug": "harbour-wall", "desk": "city", "state": "ready", "priority": 3,
        "opened_at": "2026-07-01T08:00:00Z", "touched_at": "2026-07-01T09:30:00Z", "embargo_until": None,
        "approval": "none", "approved_draft": None, "url": "https://backread.example/stories/7/",
    }  # fmt: skip
    model_config = _shown(example)

    id: int
    slug: str
    desk: str
    state: str
    priority: int
    opened_at: datetime
    touched_at: datetime
    embargo_until: datetime | None
    approval: str
    approved_draft: int | None
    url: str


class DraftLine(Schema):
    """`label` is how people name it. A revision names the draft that it `revises`, an independent version none."""

    example: ClassVar[Example] = {
        "id": 12, "story": 7, "label": "A2", "version": "A", "number": 2, "revises": 9, "standing": "current",
        "headline": "Harbour wall to be rebuilt", "byline": "Rhea Reporter", "dated": "2026-07-01", "source": "",
        "handed_in_at": "2026-07-01T09:30:00Z", "handed_in_by": "CMS (API)", "written_by": "Rhea Reporter",
        "sha256": "9f2c54a1e0b7d36588c1f4a0d2b6e7935f1a8c4be2076d9315c0a7f4e8b2d619",
        "url": "https://backread.example/stories/7/review/?a=12",
    }  # fmt: skip
    model_config = _shown(example)

    id: int
    story: int
    label: str
    version: str
    number: int
    revises: int | None
    standing: str
    headline: str
    byline: str
    dated: date | None
    source: str
    handed_in_at: datetime
    handed_in_by: str
    written_by: str | None
    sha256: str
    url: str


class RunAnswer(Schema):
    """One piece of work on a draft; `against` is the other draft of a comparison."""

    example: ClassVar[Example] = {"state": "done", "stage": "finished", "reason": "", "against": None}
    model_config = _shown(example)

    state: str
    stage: str
    reason: str
    against: int | None


class WorkAnswer(Schema):
    """`is_over` once the draft is read and compared with every other that stands: then its findings are all there."""

    example: ClassVar[Example] = {"is_over": True, "reading": RunAnswer.example, "comparisons": []}
    model_config = _shown(example)

    is_over: bool
    reading: RunAnswer | None
    comparisons: list[RunAnswer]


class DraftAnswer(DraftLine):
    """With its text, whose sha256 is what a signature is bound to, and with how far the work on it is."""

    example: ClassVar[Example] = DraftLine.example | {
        "text": "Harbour wall to be rebuilt\nThe wall is 40 metres long.", "work": WorkAnswer.example,
    }  # fmt: skip
    model_config = _shown(example)

    text: str
    work: WorkAnswer


class HandInAnswer(Schema):
    """A text on its way: waiting, read, confirmed (`draft` is set), refused (`reason` says why) or discarded."""

    example: ClassVar[Example] = {
        "id": 31, "story": 7, "slug": "harbour-wall", "file": "wall.docx", "state": "confirmed", "reason": "",
        "notes": [], "draft": 12, "received_at": "2026-07-01T09:30:00Z",
    }  # fmt: skip
    model_config = _shown(example)

    id: int
    story: int
    slug: str
    file: str
    state: str
    reason: str
    notes: list[str]
    draft: int | None
    received_at: datetime


class PlaceAnswer(Schema):
    """Code points into the draft's text, `end` not included."""

    example: ClassVar[Example] = {"draft": 12, "label": "A2", "start": 39, "end": 48, "text": "40 metres"}
    model_config = _shown(example)

    draft: int
    label: str
    start: int
    end: int
    text: str


class ResolutionAnswer(Schema):
    """The last word on a finding; `by` is empty where the drafts themselves say it."""

    example: ClassVar[Example] = {
        "kind": "dismissed", "label": "Dismissed: Both are true", "reason": "both_true", "note": "", "scope": "story",
        "by": "Edda Editor", "at": "2026-07-01T10:00:00Z",
    }  # fmt: skip
    model_config = _shown(example)

    kind: str
    label: str
    reason: str
    note: str
    scope: str
    by: str | None
    at: datetime


class ValuesAnswer(Schema):
    example: ClassVar[Example] = {"a": "40 metres", "b": "50 metres"}
    model_config = _shown(example)

    a: str
    b: str


class FindingAnswer(Schema):
    """`places` holds those of every draft that it stands in; `value.a` belongs to the draft that came first."""

    example: ClassVar[Example] = {
        "id": 55, "kind": "figure", "conflict": True, "severity": "blocker", "confidence": 0.93, "is_open": True,
        "message": "A2 says 40 metres, B1 says 50 metres.", "why": "Both tell how long the wall is.",
        "values": ValuesAnswer.example, "fingerprint": "b1946ac92492d2347c6235b4d2611184",
        "places": [PlaceAnswer.example], "resolution": None,
        "url": "https://backread.example/stories/7/review/?finding=55",
    }  # fmt: skip
    model_config = _shown(example)

    id: int
    kind: str
    conflict: bool
    severity: str
    confidence: float
    is_open: bool
    message: str
    why: str
    values: ValuesAnswer
    fingerprint: str
    places: list[PlaceAnswer]
    resolution: ResolutionAnswer | None
    url: str


class EvidenceAnswer(Schema):
    """What was said of a claim, on what, and where exactly in it: an address, a page, a minute."""

    example: ClassVar[Example] = {
        "status": "verified", "what": "Council minutes, 3 March", "locator": "page 4", "note": "",
        "by": "Edda Editor", "at": "2026-07-01T10:00:00Z",
    }  # fmt: skip
    model_config = _shown(example)

    status: str
    what: str
    locator: str
    note: str
    by: str
    at: datetime


class ClaimAnswer(Schema):
    """A statement that could be checked, with what holds of all that was said of it."""

    example: ClassVar[Example] = {
        "id": 3, "text": "The wall is 40 metres long.", "status": "verified", "stake": "figure", "speakers": [],
        "places": [PlaceAnswer.example], "evidence": [EvidenceAnswer.example],
    }  # fmt: skip
    model_config = _shown(example)

    id: int
    text: str
    status: str
    stake: str
    speakers: list[str]
    places: list[PlaceAnswer]
    evidence: list[EvidenceAnswer]


class DecisionAnswer(Schema):
    """An act of sign-off, bound to a text by its sha256 and to the findings as they stood by their digest."""

    example: ClassVar[Example] = {
        "id": 4, "kind": "approve", "draft": 12, "sha256": DraftLine.example["sha256"],
        "findings_digest": "4b825dc642cb6eb9a060e54bf8d69288fbee4904f8d4c0b2d94c4b7f5dcd0a11", "note": "",
        "by": "Caro Chief", "at": "2026-07-01T11:00:00Z",
    }  # fmt: skip
    model_config = _shown(example)

    id: int
    kind: str
    draft: int | None
    sha256: str
    findings_digest: str
    note: str
    by: str
    at: datetime


class StoryPage(Schema):
    model_config = _shown({"items": [StoryAnswer.example], "next": None})
    items: list[StoryAnswer]
    next: str | None


class DraftPage(Schema):
    model_config = _shown({"items": [DraftLine.example], "next": None})
    items: list[DraftLine]
    next: str | None


class FindingPage(Schema):
    model_config = _shown({"items": [FindingAnswer.example], "next": None})
    items: list[FindingAnswer]
    next: str | None


class ClaimPage(Schema):
    model_config = _shown({"items": [ClaimAnswer.example], "next": None})
    items: list[ClaimAnswer]
    next: str | None


class DecisionPage(Schema):
    model_config = _shown({"items": [DecisionAnswer.example], "next": None})
    items: list[DecisionAnswer]
    next: str | None
