"""Whatever people do in whatever order, what must never happen does not happen."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.audit import first_broken
from articles.models import Draft, DraftStanding, Role, StoryState, User
from review.actions.decisions import approve, hold, release, send_back
from review.actions.drafts import exclude_draft
from review.actions.resolutions import accept, dismiss, mark_to_fix, reopen
from review.actions.withdrawal import withdraw_draft
from review.models import Alert, Decision, DecisionKind, Finding, Reason
from review.policies import Refused
from review.standing import Standing, open_blockers, standings
from tests.factories import found, member
from tests.review.conftest import Newsroom

TEXTS = ("The wall is 40 metres long.", "The wall is 50 metres long.", "A wall of 40 metres.", "A wall of 50 metres.")


class _RollBack(Exception):
    """Ends an example, and all that was done in it."""


@contextmanager
def undone() -> Iterator[None]:
    with suppress(_RollBack), transaction.atomic():
        yield
        raise _RollBack


@pytest.fixture
def crowd(newsroom: Newsroom) -> list[User]:
    """Everybody may try everything."""
    newsroom.alone[TEXTS[1]] = [found(fingerprint="alone")]
    newsroom.between[frozenset(TEXTS[:2])] = [found(fingerprint="40 or 50")]
    newsroom.between[frozenset({TEXTS[0], TEXTS[3]})] = [found(fingerprint="40 or 50")]
    return [newsroom.reporter, newsroom.editor, newsroom.chief, member(newsroom.desk, Role.CHIEF)]


def one_act(newsroom: Newsroom, crowd: list[User], data: st.DataObject) -> None:
    """Somebody tries something; a refusal is an answer like any other."""
    by = data.draw(st.sampled_from(crowd))
    drafts, now_found = list(newsroom.story.drafts.all()), standings(newsroom.story)
    act = data.draw(st.sampled_from(["hand in", "work", "draft", "finding", "story"]))
    with suppress(Refused):
        if act == "hand in":
            revises = data.draw(st.sampled_from([None, *drafts]))
            newsroom.hand_in(data.draw(st.sampled_from(TEXTS)), by=by, revises=revises)
        elif act == "draft" and drafts:
            act_on_draft(data.draw(st.sampled_from(drafts)), by, data)
        elif act == "finding" and now_found:
            act_on_finding(data.draw(st.sampled_from(now_found)), by, data)
        elif act == "story":
            order = hold if data.draw(st.booleans()) else release
            order(by=by, story=newsroom.story, note="A lawyer called.")
        else:
            newsroom.work()


def act_on_draft(draft: Draft, by: User, data: st.DataObject) -> None:
    match data.draw(st.sampled_from(["approve", "send back", "exclude", "withdraw"])):
        case "send back":
            send_back(by=by, draft=draft, note="Measure again.")
        case "exclude":
            exclude_draft(by=by, draft=draft)
        case "withdraw":
            withdraw_draft(by=by, draft=draft)
        case _:
            approve(by=by, draft=draft, seen_sha256=draft.sha256)


def act_on_finding(standing: Standing, by: User, data: st.DataObject) -> None:
    finding, seen = standing.finding, standing.resolution.pk if standing.resolution else None
    match data.draw(st.sampled_from(["dismiss", "fix", "accept", "reopen"])):
        case "dismiss":
            dismiss(by=by, finding=finding, reason=Reason.WRONG, seen=seen)
        case "fix":
            mark_to_fix(by=by, finding=finding, seen=seen)
        case "accept":
            accept(by=by, finding=finding, note="Both are right.", seen=seen)
        case _:
            reopen(by=by, finding=finding, seen=seen)


def check(newsroom: Newsroom) -> None:
    newsroom.story.refresh_from_db()
    assert first_broken(newsroom.story) is None
    current = newsroom.story.drafts.filter(standing=DraftStanding.CURRENT)
    approvals = Decision.objects.filter(kind=DecisionKind.APPROVE)
    if newsroom.story.state == StoryState.APPROVED:
        signed = current.filter(sha256__in=approvals.values("sha256"))
        assert any(approvals.filter(sha256=d.sha256).exclude(by=d.handed_in_by).exists() for d in signed)
    if newsroom.story.state == StoryState.READY:
        assert any(not open_blockers(draft) for draft in current)
    assert not Alert.objects.exclude(recipient__memberships__desk=newsroom.desk).exists()


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_no_sequence_of_acts_breaks_a_promise(newsroom: Newsroom, crowd: list[User], data: st.DataObject) -> None:
    with undone():
        for _ in range(12):
            lost = set(Finding.objects.values_list("pk", flat=True))
            one_act(newsroom, crowd, data)
            check(newsroom)
            assert lost <= set(Finding.objects.values_list("pk", flat=True))
