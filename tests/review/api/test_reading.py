"""What systems read: stories, drafts, findings, claims and decisions of their desk, page by page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from analysis.document import SourceClass
from analysis.findings import Severity
from articles.models import Draft
from review.actions.claims import Evidence, give_verdict
from review.actions.decisions import approve
from review.actions.resolutions import dismiss
from review.models import AnnotationKind, Claim, ClaimSighting, ClaimStatus, Passage, Reason
from review.standing import standings
from tests.factories import AnnotationFactory, ClaimFactory, StoryFactory, found
from tests.review.api.conftest import System, problem
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long."
WIRE = "According to the wire, the wall is 50 metres long."


@pytest.fixture
def conflict(newsroom: Newsroom) -> None:
    """Two versions that contradict each other."""
    newsroom.between[frozenset({WALL, WIRE})] = [found(message="40 metres here, 50 there.")]
    newsroom.read_in(WALL)
    newsroom.read_in(WIRE)


def test_token_tells_what_it_may(cms: System) -> None:
    assert cms.get("/token")["name"] == "CMS"


def test_story_tells_where_it_stands_and_which_draft_is_approved(newsroom: Newsroom, cms: System) -> None:
    draft = newsroom.read_in(WALL)
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    told = cms.get(f"/stories/{newsroom.story.pk}")

    assert (told["state"], told["approval"], told["approved_draft"]) == ("approved", "approved", draft.pk)


def test_more_stories_on_a_page_cost_no_more_queries(newsroom: Newsroom, cms: System) -> None:
    def read_and_sign(number: int) -> None:
        newsroom.read_in(f"{WALL} {number}", story=StoryFactory.create(desk=newsroom.desk, slug=f"wall-{number}"))
        approve(by=newsroom.chief, draft=(draft := Draft.objects.latest("pk")), seen_sha256=draft.sha256)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            told = cms.get("/stories")["items"]
        approvals.append([story["approval"] for story in told if story["slug"].startswith("wall-")])
        return len(asked)

    approvals: list[list[str]] = []
    read_and_sign(1)
    queries()  # the first use of the token is noted
    with_one = queries()
    for number in range(2, 6):
        read_and_sign(number)

    assert queries() == with_one
    assert approvals[1:] == [["approved"], ["approved"] * 5]


def test_draft_tells_its_text_and_how_far_the_work_on_it_is(newsroom: Newsroom, cms: System) -> None:
    draft = newsroom.hand_in(WALL)
    before = cms.get(f"/drafts/{draft.pk}")

    newsroom.work()

    after = cms.get(f"/drafts/{draft.pk}")
    assert (before["text"], before["work"]["is_over"]) == (WALL, False)
    assert (after["work"]["is_over"], after["work"]["reading"]["state"]) == (True, "done")


def test_comparison_names_the_draft_on_its_other_side(newsroom: Newsroom, cms: System, conflict: None) -> None:
    wall, wire = newsroom.story.drafts.all()

    assert cms.get(f"/drafts/{wall.pk}")["work"]["comparisons"][0]["against"] == wire.pk


def test_finding_tells_both_places_values_and_what_was_decided(newsroom: Newsroom, cms: System, conflict: None) -> None:
    finding = standings(newsroom.story)[0].finding
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.BOTH_TRUE, note="Two walls.", seen=None)

    (told,) = cms.get(f"/stories/{newsroom.story.pk}/findings")["items"]

    assert [place["label"] for place in told["places"]] == ["A1", "B2"]
    assert all(place["text"] for place in told["places"])
    assert told["values"] == {"a": "40", "b": "50"}
    assert (told["severity"], told["message"], told["confidence"]) == ("blocker", "40 metres here, 50 there.", 0.9)
    assert (told["is_open"], told["resolution"]["reason"], told["resolution"]["note"]) == (
        False, "both_true", "Two walls.",
    )  # fmt: skip


def test_findings_are_chosen_by_severity_and_by_whether_they_are_open(newsroom: Newsroom, cms: System) -> None:
    minor = found(severity=Severity.MINOR, fingerprint="minor")
    newsroom.alone[WALL] = [found(), minor]
    newsroom.read_in(WALL)
    address = f"/stories/{newsroom.story.pk}/findings"

    assert [one["fingerprint"] for one in cms.get(address, severity="minor")["items"]] == ["minor"]
    assert len(cms.get(address, is_open=True)["items"]) == 2
    assert cms.get(address, is_open=False)["items"] == []


def test_claim_tells_its_evidence_with_the_exact_place(newsroom: Newsroom, cms: System) -> None:
    draft = newsroom.read_in(WALL)
    claim = standing_claim(newsroom, draft.pk)
    evidence = Evidence("Council minutes", "page 4")
    give_verdict(by=newsroom.editor, claim=claim, status=ClaimStatus.VERIFIED, seen=None, evidence=evidence)

    (listed,) = cms.get(f"/stories/{newsroom.story.pk}/claims")["items"]

    assert (listed["status"], listed["places"][0]["text"]) == ("verified", WALL)
    assert (listed["evidence"][0]["what"], listed["evidence"][0]["locator"]) == ("Council minutes", "page 4")


def test_decisions_are_bound_to_the_text(newsroom: Newsroom, cms: System) -> None:
    draft = newsroom.read_in(WALL)
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    (told,) = cms.get(f"/stories/{newsroom.story.pk}/decisions")["items"]

    assert (told["kind"], told["sha256"], told["by"]) == ("approve", draft.sha256, "Caro Chief")


def test_pages_hold_every_row_once_while_rows_come_in(newsroom: Newsroom, cms: System) -> None:
    StoryFactory.create_batch(4, desk=newsroom.desk)
    first = cms.get("/stories", limit=2)
    StoryFactory.create(desk=newsroom.desk)

    second = cms.get("/stories", limit=2, cursor=first["next"])
    third = cms.get("/stories", limit=2, cursor=second["next"])

    numbers = [story["id"] for page in (first, second, third) for story in page["items"]]
    assert len(numbers) == len(set(numbers)) == newsroom.desk.stories.count()
    assert third["next"] is None


def test_pages_of_findings_hold_each_once(newsroom: Newsroom, cms: System) -> None:
    newsroom.alone[WALL] = [found(fingerprint=f"wall-{number}") for number in range(5)]
    newsroom.read_in(WALL)
    address, cursor, seen = f"/stories/{newsroom.story.pk}/findings", "", []

    while cursor is not None:
        page = cms.get(address, limit=2, cursor=cursor)
        seen += [finding["fingerprint"] for finding in page["items"]]
        cursor = page["next"]

    assert sorted(seen) == [f"wall-{number}" for number in range(5)]


@pytest.mark.parametrize("cursor", ["x", "YWZ0ZXI6", "YWZ0ZXI6eA", "é", "====", "YWZ0ZXI6LTE"])
def test_cursor_that_no_page_named_is_refused(cms: System, cursor: str) -> None:
    assert problem(cms.ask("GET", "/stories", query={"cursor": cursor}))["status"] == 404


def test_story_is_found_by_its_slug_line_and_state(newsroom: Newsroom, cms: System) -> None:
    StoryFactory.create(desk=newsroom.desk, slug="budget-vote", opened_at=now() - timedelta(days=1))

    assert [story["slug"] for story in cms.get("/stories", slug="budget-vote")["items"]] == ["budget-vote"]
    assert cms.get("/stories", state="killed")["items"] == []


def standing_claim(room: Newsroom, draft_id: int) -> Claim:
    note = AnnotationFactory.create(story=room.story, kind=AnnotationKind.CLAIM)
    claim = ClaimFactory.create(story=room.story, annotation=note)
    place = Passage.objects.create(annotation=note, draft_id=draft_id, start=0, end=len(WALL), exact=WALL)
    ClaimSighting.objects.create(claim=claim, passage=place, score=0.9, source_class=SourceClass.NONE)
    return claim
