"""Several findings that are dismissed at once."""

import pytest

from analysis.findings import Severity
from articles.models import AuditEvent
from review.actions.resolutions import (
    accept,
    dismiss_all,
    reopen,
    take_back_all,
)
from review.models import Finding, Reason
from review.policies import Refused
from review.standing import standings
from review.verbs import Verb
from tests.factories import StoryFactory, found
from tests.review.actions.decided import WALL
from tests.review.conftest import Newsroom


@pytest.fixture
def several(newsroom: Newsroom) -> list[Finding]:
    """Two minor findings and a blocker."""
    newsroom.alone[WALL] = [
        found(severity=Severity.MINOR, fingerprint="minor"),
        found(severity=Severity.NOTE, fingerprint="note"),
        found(fingerprint="blocker"),
    ]
    newsroom.read_in(WALL)
    return [standing.finding for standing in standings(newsroom.story)]


def labels(newsroom: Newsroom) -> dict[str, str]:
    return {standing.finding.fingerprint: standing.label for standing in standings(newsroom.story)}


def test_several_are_dismissed_at_once_but_a_blocker_never(newsroom: Newsroom, several: list[Finding]) -> None:
    done = dismiss_all(by=newsroom.editor, findings=several, reason=Reason.SAME_THING)

    same = "Dismissed: Both say the same thing"
    assert labels(newsroom) == {"minor": same, "note": same, "blocker": "Open"}
    [(finding, why)] = done.refused
    assert finding.fingerprint == "blocker"
    assert why == "A blocker is never dismissed together with others: decide on it by itself."


def test_several_dismissed_at_once_are_one_event(newsroom: Newsroom, several: list[Finding]) -> None:
    dismiss_all(by=newsroom.editor, findings=several, reason=Reason.SAME_THING)

    event = AuditEvent.objects.get(verb=Verb.DISMISSED_SEVERAL)
    assert event.details.content["findings"] == ["minor", "note"]


def test_what_somebody_decided_meanwhile_is_not_dismissed_with_the_others(
    newsroom: Newsroom, several: list[Finding]
) -> None:
    minor = next(finding for finding in several if finding.fingerprint == "minor")
    accept(by=newsroom.chief, finding=minor, note="Both are right.", seen=None)

    done = dismiss_all(by=newsroom.editor, findings=several, reason=Reason.WRONG)

    assert labels(newsroom)["minor"] == "Accepted as is"
    assert (minor, "The finding stands as “Accepted as is” already.") in done.refused


def test_only_findings_of_one_story_are_dismissed_at_once(newsroom: Newsroom, several: list[Finding]) -> None:
    newsroom.read_in(WALL, story=StoryFactory.create(desk=newsroom.desk))

    with pytest.raises(Refused, match="of one story"):
        dismiss_all(by=newsroom.editor, findings=Finding.objects.all(), reason=Reason.WRONG)


def test_several_dismissed_at_once_are_taken_back_at_once_but_for_what_was_decided_since(
    newsroom: Newsroom, several: list[Finding]
) -> None:
    done = dismiss_all(by=newsroom.editor, findings=several, reason=Reason.WRONG)
    minor = next(one for one in done.resolutions if one.fingerprint == "minor")
    assert minor.finding is not None
    reopen(by=newsroom.chief, finding=minor.finding, seen=minor.pk)

    undone = take_back_all(by=newsroom.editor, resolutions=done.resolutions)

    assert labels(newsroom) == {"minor": "Open again", "note": "Open again", "blocker": "Open"}
    [(finding, why)] = undone.refused
    assert (finding, why) == (minor.finding, "Caro Chief was faster: the finding stands as “Open again” now.")


def test_reporter_dismisses_none_of_several(newsroom: Newsroom, several: list[Finding]) -> None:
    with pytest.raises(Refused, match="Only an editor or a chief"):
        dismiss_all(by=newsroom.reporter, findings=several, reason=Reason.WRONG)
