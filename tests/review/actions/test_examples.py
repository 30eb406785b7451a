"""Handing in the example: two drafts of one story that cannot both be right."""

import pytest

from analysis.comparison import compare
from analysis.findings import Kind
from analysis.pipeline import annotate
from articles.audit import first_broken
from articles.models import Desk, DraftStanding, Role, StoryState
from review.actions.decisions import kill
from review.actions.examples import hand_in_examples
from review.actions.withdrawal import withdraw_draft
from review.policies import Refused
from tests.factories import DeskFactory, StoryFactory, member


@pytest.fixture
def desk(db: None) -> Desk:
    return DeskFactory.create(name="City desk")


def test_a_newcomer_gets_a_story_of_two_versions_that_are_to_be_read_and_compared(desk: Desk) -> None:
    newcomer = member(desk)

    story = hand_in_examples(by=newcomer, desk=desk)

    assert [(draft.version, draft.handed_in_by, draft.byline or draft.source) for draft in story.drafts.all()] == [
        (1, newcomer, "Example reporter"),
        (2, newcomer, "Example agency"),
    ]
    assert story.state == StoryState.ANALYSING or story.comparisons.exists()
    assert first_broken(story) is None


def test_the_examples_contradict_each_other_in_the_five_places_that_are_promised(desk: Desk) -> None:
    left, right = hand_in_examples(by=member(desk), desk=desk).drafts.all()

    compared = compare(annotate(left.text, dated=left.dated), annotate(right.text, dated=right.dated))

    conflicts = sorted(finding.kind for finding in compared.findings if finding.conflict)
    assert conflicts == sorted([Kind.DATE, Kind.FIGURE, Kind.NAME, Kind.POLARITY, Kind.QUOTE])


def test_who_asks_again_is_led_to_the_same_story(desk: Desk) -> None:
    story = hand_in_examples(by=member(desk), desk=desk)

    again = hand_in_examples(by=member(desk), desk=desk)

    assert again == story
    assert story.drafts.count() == 2


def test_withdrawn_examples_can_be_tried_again(desk: Desk) -> None:
    newcomer = member(desk)
    story = hand_in_examples(by=newcomer, desk=desk)
    for draft in story.drafts.all():
        withdraw_draft(by=newcomer, draft=draft)

    again = hand_in_examples(by=newcomer, desk=desk)

    assert again == story
    assert story.drafts.filter(standing=DraftStanding.CURRENT).count() == 2


def test_a_killed_example_makes_room_for_another(desk: Desk) -> None:
    story = hand_in_examples(by=member(desk), desk=desk)
    kill(by=member(desk, Role.CHIEF), story=story, note="Tried.")

    another = hand_in_examples(by=member(desk), desk=desk)

    assert another != story
    assert another.drafts.count() == 2


def test_nobody_hands_examples_in_to_a_desk_that_is_not_theirs(desk: Desk) -> None:
    StoryFactory.create(desk=desk)

    with pytest.raises(Refused, match="You are not on the desk"):
        hand_in_examples(by=member(DeskFactory.create()), desk=desk)
