"""A dismissal that holds for a while, and what happens when its time is over."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now

from articles.models import AuditEvent, Draft, StoryState
from review.actions.decisions import approve
from review.actions.resolutions import (
    dismiss,
    take_back,
)
from review.models import Alert, AlertKind, Finding, Reason
from review.policies import Refused
from review.runs.lapsing import open_lapsed
from review.verbs import Verb
from tests.review.actions.decided import draft, finding, stands
from tests.review.conftest import Newsroom

__all__ = ["draft", "finding"]


def test_dismissal_may_hold_for_a_while_and_says_until_when(newsroom: Newsroom, finding: Finding) -> None:
    until = datetime(2126, 7, 4, tzinfo=UTC)

    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, seen=None, until=until)

    assert stands(finding).label == "Dismissed until 3 July 2126: Known and intended"
    assert AuditEvent.objects.get(verb=Verb.DISMISSED).details.content["until"] == "3 July 2126"


def test_dismissal_cannot_run_out_before_it_is_made(newsroom: Newsroom, finding: Finding) -> None:
    with pytest.raises(Refused, match="in time to come"):
        dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, seen=None, until=now())


def lapse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two days pass, and the sweep comes round."""
    monkeypatch.setattr("review.runs.lapsing.now", lambda: now() + timedelta(days=2))
    open_lapsed()


def test_dismissal_whose_time_is_over_opens_the_finding_again_and_says_why(
    newsroom: Newsroom, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, seen=None, until=now() + timedelta(days=1))

    lapse(monkeypatch)

    standing = stands(finding)
    newsroom.story.refresh_from_db()
    assert (standing.label, newsroom.story.state) == ("Open again", StoryState.NEEDS_WORK)
    assert standing.resolution is not None
    assert standing.resolution.note.endswith("Known and intended. That time is over.")
    assert AuditEvent.objects.filter(verb=Verb.FOUND_LAPSED).count() == 1


def test_what_was_decided_after_a_dismissal_for_a_while_outlives_it(
    newsroom: Newsroom, finding: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = dismiss(
        by=newsroom.editor, finding=finding, reason=Reason.KNOWN, seen=None, until=now() + timedelta(days=1)
    )
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, seen=first.pk)

    lapse(monkeypatch)

    assert stands(finding).label == "Dismissed: The finding is wrong"


def test_conflict_that_opens_again_under_a_signature_is_told(
    newsroom: Newsroom, finding: Finding, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, seen=None, until=now() + timedelta(days=1))
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    lapse(monkeypatch)

    assert Alert.objects.filter(kind=AlertKind.NEW_CONFLICT, recipient=newsroom.chief).count() == 1


def test_who_opens_a_finding_under_a_signature_is_not_told_of_it_but_the_signer_is(
    newsroom: Newsroom, finding: Finding, draft: Draft
) -> None:
    dismissal = dismiss(by=newsroom.editor, finding=finding, reason=Reason.WRONG, seen=None)
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    take_back(by=newsroom.editor, finding=finding, seen=dismissal.pk)

    told = Alert.objects.filter(kind=AlertKind.NEW_CONFLICT).values_list("recipient", flat=True)
    assert set(told) == {newsroom.chief.pk, newsroom.reporter.pk}
