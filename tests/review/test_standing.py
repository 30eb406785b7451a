"""How things stand, in a number of queries that does not grow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from analysis.findings import Severity
from articles.models import Draft, StoryState
from review.actions.resolutions import dismiss, mark_to_fix
from review.models import Analysis, Comparison, Reason, RunState
from review.standing import findings_digest, obstacles, open_blockers, rank, standings, worst_open
from tests.factories import (
    AnalysisFactory,
    ComparisonFactory,
    DeskFactory,
    DraftFactory,
    FindingFactory,
    ResolutionFactory,
    StoryFactory,
    found,
)
from tests.review.conftest import Newsroom
from tests.review.drafts import pair_of_drafts

WALL = "The wall is 40 metres long."
WIRE = "According to the wire, the wall is 50 metres long."


def flagged(draft: Draft, count: int = 1, severity: Severity = Severity.BLOCKER) -> None:
    FindingFactory.create_batch(count, analysis=AnalysisFactory.create(draft=draft), severity=severity)


def test_blocker_is_gravest_and_note_is_least() -> None:
    assert [rank(severity) for severity in ("blocker", "major", "minor", "note")] == [0, 1, 2, 3]


@pytest.mark.django_db
def test_findings_stand_gravest_first() -> None:
    draft = DraftFactory.create()
    for severity in (Severity.MINOR, Severity.BLOCKER, Severity.MAJOR):
        flagged(draft, severity=severity)

    assert [s.finding.severity for s in standings(draft.story)] == ["blocker", "major", "minor"]


@pytest.mark.django_db
def test_findings_of_a_story_are_fetched_in_three_queries_however_many(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    one, other = DraftFactory.create_batch(2, story=StoryFactory.create())
    flagged(one, 30)
    FindingFactory.create_batch(30, comparison=ComparisonFactory.create(left=one, right=other))
    for standing in standings(one.story)[:10]:
        ResolutionFactory.create(finding=standing.finding)

    with django_assert_num_queries(3):
        assert sum(standing.is_open for standing in standings(one.story)) == 50


@pytest.mark.django_db
def test_findings_of_superseded_drafts_stand_only_where_they_are_asked_for(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found()]
    draft = newsroom.read_in(WALL)
    newsroom.read_in("The wall is 50 metres long.", revises=draft)

    assert standings(newsroom.story) == []
    assert [s.label for s in standings(newsroom.story, drafts=[draft])] == ["Fixed in A2"]


@pytest.mark.django_db
def test_run_of_newer_checks_takes_the_place_of_the_older_once_it_is_done() -> None:
    draft = DraftFactory.create()
    flagged(draft)
    newer = AnalysisFactory.create(draft=draft, versions="reading 2", state=RunState.RUNNING)
    assert len(standings(draft.story)) == 1

    newer.state = RunState.DONE
    newer.save()

    assert standings(draft.story) == []


@pytest.mark.django_db
def test_pair_that_is_compared_anew_keeps_its_findings_until_that_is_done() -> None:
    pair = pair_of_drafts(DeskFactory.create())
    pair.found("Monday", "Friday", kind="date", message="The days differ.")
    newer = ComparisonFactory.create(
        left=pair.left, right=pair.right, versions="reading 2", state=RunState.RUNNING, alignment=[]
    )
    assert len(standings(pair.story)) == 1

    newer.state = RunState.DONE
    newer.save()

    assert standings(pair.story) == []
    assert worst_open([pair.story]) == {}


@pytest.mark.django_db
def test_findings_of_a_run_that_is_done_once_more_are_none_meanwhile() -> None:
    pair = pair_of_drafts(DeskFactory.create())
    pair.found("Monday", "Friday", kind="date", message="The days differ.")
    pair.found_alone(pair.left, "Monday")

    Comparison.objects.update(state=RunState.WAITING)
    assert [standing.finding.comparison for standing in standings(pair.story)] == [None]

    Analysis.objects.update(state=RunState.WAITING)
    assert standings(pair.story) == []


@pytest.mark.django_db
def test_board_knows_what_is_open_in_all_stories_in_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    drafts = DraftFactory.create_batch(3)
    flagged(drafts[0], 2)
    flagged(drafts[0], 1, Severity.MINOR)
    flagged(drafts[1], 1, Severity.NOTE)

    with django_assert_num_queries(1):
        overview = worst_open([draft.story for draft in drafts])

    assert overview[drafts[0].story_id].counts == (("blocker", 2), ("minor", 1))
    assert (overview[drafts[1].story_id].worst, overview[drafts[1].story_id].total) == ("note", 1)
    assert drafts[2].story_id not in overview


@pytest.mark.django_db
def test_board_counts_what_is_to_fix_and_not_what_was_dismissed(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found(fingerprint="length"), found(fingerprint="height")]
    newsroom.read_in(WALL)
    length, height = (standing.finding for standing in standings(newsroom.story))
    mark_to_fix(by=newsroom.editor, finding=length, seen=None)
    dismiss(by=newsroom.editor, finding=height, reason=Reason.WRONG, seen=None)

    assert worst_open([newsroom.story])[newsroom.story.pk].total == 1


@pytest.mark.django_db
def test_conflict_with_two_versions_blocks_each_draft_that_it_concerns(newsroom: Newsroom) -> None:
    newsroom.between[frozenset({WALL, WIRE})] = [found()]
    wall, wire, third = (newsroom.read_in(text) for text in (WALL, WIRE, "The wall is long."))

    assert [len(open_blockers(draft)) for draft in (wall, wire, third)] == [1, 1, 0]


@pytest.mark.django_db
def test_digest_of_the_findings_changes_with_a_decision(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found()]
    draft = newsroom.read_in(WALL)
    before = findings_digest(draft)

    dismiss(by=newsroom.editor, finding=standings(newsroom.story)[0].finding, reason=Reason.WRONG, seen=None)

    assert findings_digest(draft) != before


@pytest.mark.django_db
def test_obstacle_leads_to_the_finding_between_its_two_drafts(newsroom: Newsroom) -> None:
    newsroom.between[frozenset({WALL, WIRE})] = [found()]
    wall, wire = newsroom.read_in(WALL), newsroom.read_in(WIRE)

    [obstacle] = obstacles(wall, newsroom.chief)

    finding = standings(newsroom.story)[0].finding
    assert obstacle.link == f"/stories/{newsroom.story.pk}/review/?a={wall.pk}&b={wire.pk}&finding={finding.pk}"


@pytest.mark.django_db
def test_obstacles_take_the_same_queries_for_many_findings_as_for_one(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(WALL)
    flagged(draft)
    with CaptureQueriesContext(connection) as for_one:
        obstacles(draft, newsroom.chief)
    flagged(draft, 20)

    with CaptureQueriesContext(connection) as for_many:
        assert len(obstacles(draft, newsroom.chief)) == 21

    assert len(for_many) == len(for_one)


@pytest.mark.django_db
def test_story_state_follows_its_drafts(newsroom: Newsroom) -> None:
    seen = [newsroom.story.state]
    newsroom.alone[WALL] = [found()]
    draft = newsroom.hand_in(WALL)
    newsroom.story.refresh_from_db()
    seen.append(newsroom.story.state)
    newsroom.work()
    seen.append(newsroom.story.state)
    newsroom.read_in("The wall is 50 metres long.", revises=draft)
    seen.append(newsroom.story.state)

    assert seen == [StoryState.DRAFTING, StoryState.ANALYSING, StoryState.NEEDS_WORK, StoryState.READY]
