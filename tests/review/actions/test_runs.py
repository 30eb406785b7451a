"""Asking the workers once more, and for pairs that nobody wanted yet."""

import pytest

from articles.models import AuditEvent, StoryState
from review.actions.runs import ask_comparison, try_again
from review.models import Analysis, Comparison, RunState
from review.policies import Refused
from review.verbs import Verb
from tests.factories import DeskFactory, StoryFactory, found, member
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long."
WIRE = "According to the wire, the wall is 50 metres long."


def failed(newsroom: Newsroom) -> Analysis:
    draft = newsroom.hand_in(WALL)
    newsroom.hand_in(WIRE)
    Analysis.objects.filter(draft=draft).update(state=RunState.FAILED, tries=3, reason="It broke.")
    newsroom.work()
    return Analysis.objects.get(draft=draft)


def test_failed_reading_is_done_again_with_the_comparisons_that_failed_for_want_of_it(newsroom: Newsroom) -> None:
    run = failed(newsroom)
    assert Comparison.objects.get().state == RunState.FAILED

    try_again(by=newsroom.reporter, run=run)
    assert newsroom.story.audit_events.filter(verb=Verb.ASKED_AGAIN).count() == 1
    newsroom.work()

    assert [Analysis.objects.get(pk=run.pk).state, Comparison.objects.get().state] == [RunState.DONE, RunState.DONE]
    assert newsroom.story.state == StoryState.READY


def test_failed_comparison_is_done_again(newsroom: Newsroom) -> None:
    newsroom.read_in(WALL)
    newsroom.read_in(WIRE)
    Comparison.objects.update(state=RunState.FAILED, tries=3)
    newsroom.between[frozenset({WALL, WIRE})] = [found()]

    try_again(by=newsroom.reporter, run=Comparison.objects.get())
    newsroom.work()

    assert Comparison.objects.get().found.count() == 1


def test_what_has_not_failed_is_not_tried_again(newsroom: Newsroom) -> None:
    newsroom.read_in(WALL)

    with pytest.raises(Refused, match="has not failed"):
        try_again(by=newsroom.reporter, run=Analysis.objects.get())


def test_outsider_asks_for_nothing(newsroom: Newsroom) -> None:
    run = failed(newsroom)

    with pytest.raises(Refused, match="You are not on the desk"):
        try_again(by=member(DeskFactory.create()), run=run)


def test_any_two_drafts_can_be_compared_whichever_is_named_first(newsroom: Newsroom) -> None:
    first = newsroom.read_in(WALL)
    revision = newsroom.read_in("The wall is 45 metres long.", revises=first)
    wire = newsroom.read_in(WIRE)
    assert not Comparison.objects.filter(left=first, right=wire).exists()

    one = ask_comparison(by=newsroom.reporter, left=wire, right=first)
    newsroom.work()
    other = ask_comparison(by=newsroom.reporter, left=first, right=wire)

    assert (one.pk, one.left, one.right) == (other.pk, first, wire)
    assert other.state == RunState.DONE
    assert AuditEvent.objects.filter(verb=Verb.ASKED_COMPARISON).count() == 1
    assert revision.label == "A2"


def test_comparison_that_is_on_its_way_is_not_asked_for_again(newsroom: Newsroom) -> None:
    first = newsroom.read_in(WALL)
    newsroom.read_in("The wall is 45 metres long.", revises=first)
    wire = newsroom.read_in(WIRE)

    for _ in range(3):
        ask_comparison(by=newsroom.reporter, left=first, right=wire)

    assert AuditEvent.objects.filter(verb=Verb.ASKED_COMPARISON).count() == 1


def test_draft_is_compared_neither_with_itself_nor_across_stories(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(WALL)
    elsewhere = newsroom.read_in(WALL, story=StoryFactory.create(desk=newsroom.desk))

    for other in (draft, elsewhere):
        with pytest.raises(Refused, match="two different drafts of one story"):
            ask_comparison(by=newsroom.reporter, left=draft, right=other)
