"""What the system says itself: fixed in a later draft, or found again."""

import pytest

from analysis.comparison import Comparison as Compared
from analysis.document import Document
from articles.models import AuditEvent, Draft
from review.actions.resolutions import dismiss, mark_to_fix
from review.models import Comparison, Reason, Resolution, ResolutionKind, RunState
from review.standing import standing_of, standings
from review.verbs import Verb
from tests.factories import found
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long."
FIXED_WALL = "The wall is 50 metres long."
WIRE = "According to the wire, the wall is 50 metres long."


def conflict(newsroom: Newsroom, *texts: str) -> None:
    newsroom.between[frozenset(texts)] = [found()]


@pytest.fixture
def draft(newsroom: Newsroom) -> Draft:
    """A draft that contradicts the wire's."""
    conflict(newsroom, WALL, WIRE)
    draft = newsroom.read_in(WALL)
    newsroom.read_in(WIRE)
    return draft


def test_finding_to_fix_that_the_next_draft_no_longer_has_is_fixed(newsroom: Newsroom, draft: Draft) -> None:
    finding = standings(newsroom.story)[0].finding
    mark_to_fix(by=newsroom.editor, finding=finding, seen=None)

    newsroom.read_in(FIXED_WALL, revises=draft)

    standing = standing_of(finding)
    assert (standing.label, standing.is_open) == ("Fixed in A3", False)
    assert standing.resolution is not None
    assert standing.resolution.by is None
    assert standings(newsroom.story) == []


def test_open_finding_that_the_next_draft_no_longer_has_is_fixed(newsroom: Newsroom) -> None:
    newsroom.alone[WALL] = [found()]
    draft = newsroom.read_in(WALL)
    finding = standings(newsroom.story)[0].finding

    newsroom.read_in(FIXED_WALL, revises=draft)

    assert standing_of(finding).label == "Fixed in A2"
    assert AuditEvent.objects.filter(verb=Verb.FOUND_FIXED, actor=None).count() == 1


def test_finding_that_the_next_draft_still_has_stays_to_fix(newsroom: Newsroom, draft: Draft) -> None:
    finding = standings(newsroom.story)[0].finding
    mark_to_fix(by=newsroom.editor, finding=finding, seen=None)
    conflict(newsroom, "The wall is 40 metres long. It is grey.", WIRE)

    newsroom.read_in("The wall is 40 metres long. It is grey.", revises=draft)

    assert [standing.label for standing in standings(newsroom.story)] == ["To fix"]


def test_finding_that_goes_when_the_other_version_changes_is_fixed_there(newsroom: Newsroom, draft: Draft) -> None:
    finding = standings(newsroom.story)[0].finding
    wire = newsroom.story.drafts.get(number=2)

    newsroom.read_in("The wire corrects: 40 metres.", revises=wire)

    assert standing_of(finding).label == "Fixed in B3"


def test_dismissed_finding_that_goes_stays_dismissed(newsroom: Newsroom, draft: Draft) -> None:
    finding = standings(newsroom.story)[0].finding
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, seen=None)

    newsroom.read_in(FIXED_WALL, revises=draft)

    assert standing_of(finding).label == "Dismissed: The finding is wrong"


def test_what_a_rule_sees_from_one_side_only_stays_open_when_that_side_is_revised(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def from_one_side(_a: Document, b: Document, **_: object) -> Compared:
        message = "How long? One draft says 40 metres, the other 50 metres."
        return Compared((found(message=message),) if b.text == WIRE else (), (), ())

    monkeypatch.setattr("analysis.comparison.compare", from_one_side)
    draft = newsroom.read_in(WALL)
    wire = newsroom.read_in(WIRE)

    newsroom.read_in(f"{WALL} It is grey.", revises=draft)

    [standing] = standings(newsroom.story)
    comparison = standing.finding.comparison
    assert standing.is_open
    assert comparison
    assert (comparison.left, standing.finding.value_a) == (wire, "50")
    assert standing.finding.message == "How long? One draft says 50 metres, the other 40 metres."


def test_fixed_finding_that_comes_back_is_open_again(newsroom: Newsroom, draft: Draft) -> None:
    fixed = newsroom.read_in(FIXED_WALL, revises=draft)
    conflict(newsroom, "Back again: the wall is 40 metres long.", WIRE)

    newsroom.read_in("Back again: the wall is 40 metres long.", revises=fixed)

    assert [standing.label for standing in standings(newsroom.story)] == ["Open again"]
    assert AuditEvent.objects.filter(verb=Verb.FOUND_AGAIN, actor=None).count() == 1


def test_nothing_is_fixed_before_the_new_draft_is_compared(newsroom: Newsroom, draft: Draft) -> None:
    newsroom.hand_in(FIXED_WALL, revises=draft)

    assert not Resolution.objects.exists()


def test_nothing_is_fixed_where_the_comparison_failed(newsroom: Newsroom, draft: Draft) -> None:
    newsroom.hand_in(FIXED_WALL, revises=draft)
    Comparison.objects.filter(state=RunState.WAITING).update(tries=3)

    newsroom.work()

    assert not Resolution.objects.exists()


def test_conflict_that_another_version_still_has_is_not_fixed(newsroom: Newsroom, draft: Draft) -> None:
    conflict(newsroom, WALL, "The paper says 50 metres.")
    newsroom.read_in("The paper says 50 metres.")
    conflict(newsroom, FIXED_WALL, "The paper says 50 metres.")

    newsroom.read_in(FIXED_WALL, revises=draft)

    assert [standing.label for standing in standings(newsroom.story)] == ["Open"]


def test_difference_between_a_draft_and_its_own_revision_is_never_called_fixed(newsroom: Newsroom) -> None:
    conflict(newsroom, WALL, FIXED_WALL)
    draft = newsroom.read_in(WALL)
    revision = newsroom.read_in(FIXED_WALL, revises=draft)

    newsroom.read_in("The wall is 60 metres long.", revises=revision)

    assert not Resolution.objects.exists()
    assert [s.label for s in standings(newsroom.story, drafts=[draft, revision])] == ["Open"]


def test_identical_text_in_a_later_draft_keeps_every_decision(newsroom: Newsroom, draft: Draft) -> None:
    finding = standings(newsroom.story)[0].finding
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.BOTH_TRUE, seen=None)
    changed = newsroom.read_in(FIXED_WALL, revises=draft)

    newsroom.read_in(WALL, revises=changed)

    assert [standing.label for standing in standings(newsroom.story)] == ["Dismissed: Both are true"]
    assert [r.kind for r in Resolution.objects.all()] == [ResolutionKind.DISMISSED]
