"""A story that was read, argued over and signed."""

from copy import deepcopy
from dataclasses import dataclass

import pytest

from analysis.document import SourceClass
from articles.models import Draft
from review.actions.claims import Evidence, give_verdict
from review.actions.decisions import approve
from review.actions.exports import take_out
from review.actions.resolutions import dismiss
from review.models import AnnotationKind, Claim, ClaimSighting, ClaimStatus, Passage, Reason
from review.outgoing.exports import Export
from review.standing import standings
from tests.factories import AnnotationFactory, ClaimFactory, found
from tests.review.conftest import Newsroom, newsroom, newsroom_of_one_desk

__all__ = ["newsroom"]

WALL = "Żółć & sons built it.\nThe wall is 40 metres long, “said” Łucja Novák.\n=1+1 is no formula."
WIRE = "According to the wire, the wall is 50 metres long."


@dataclass(frozen=True, slots=True)
class Signed:
    room: Newsroom
    draft: Draft
    wire: Draft


@pytest.fixture(scope="module")
def signed_for_all(rows_of_the_file: None) -> Signed:
    room = newsroom_of_one_desk()
    with pytest.MonkeyPatch.context() as patch:
        room.set_to_work(patch)
        return _signed(room)


@pytest.fixture
def signed(db: None, signed_for_all: Signed, monkeypatch: pytest.MonkeyPatch) -> Signed:
    """Two versions that contradict each other, one finding dismissed with a note, one claim verified, one signature."""
    own = deepcopy(signed_for_all)
    own.room.set_to_work(monkeypatch)
    return own


def taken(signed: Signed, export: Export) -> bytes:
    return take_out(by=signed.room.reporter, draft=signed.draft, export=export).content


def claim_in(room: Newsroom, draft: Draft, words: str) -> Claim:
    note = AnnotationFactory.create(story=room.story, kind=AnnotationKind.CLAIM)
    claim = ClaimFactory.create(story=room.story, annotation=note, text=words)
    start = draft.text.index(words)
    place = Passage.objects.create(annotation=note, draft=draft, start=start, end=start + len(words), exact=words)
    ClaimSighting.objects.create(
        claim=claim, passage=place, score=0.9, speaker="Łucja Novák", source_class=SourceClass.NAMED
    )
    return claim


def _signed(room: Newsroom) -> Signed:
    room.between[frozenset({WALL, WIRE})] = [found(message="=40 metres here, 50 there.")]
    draft = room.read_in(WALL)
    wire = room.read_in(WIRE)
    finding = standings(room.story)[0].finding
    dismiss(by=room.editor, finding=finding, reason=Reason.BOTH_TRUE, note="Two <walls> & two sides.", seen=None)
    evidence = Evidence("Council minutes", "https://council.example/minutes#4")
    claim = claim_in(room, draft, "The wall is 40 metres long")
    give_verdict(by=room.editor, claim=claim, status=ClaimStatus.VERIFIED, seen=None, evidence=evidence)
    approve(by=room.chief, draft=draft, seen_sha256=draft.sha256, note="Read twice.")
    draft.refresh_from_db()
    draft.story.refresh_from_db()
    return Signed(room, draft, wire)
