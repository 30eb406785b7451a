"""Which two drafts lie open when nobody has chosen."""

import pytest
from django.http import Http404

from articles.models import Draft, DraftStanding, Story
from review.models import RunState
from review.screen.choice import chosen_pair, usual_pair
from review.screen.look import Look
from review.standing import OpenFindings
from tests.factories import (
    AnalysisFactory,
    ComparisonFactory,
    DraftFactory,
    FindingFactory,
    ResolutionFactory,
    StoryFactory,
)


@pytest.fixture
def story(db: None) -> Story:
    return StoryFactory.create()


def revision(draft: Draft) -> Draft:
    Draft.objects.filter(pk=draft.pk).update(standing=DraftStanding.SUPERSEDED)
    return DraftFactory.create(story=draft.story, revises=draft, version=draft.version)


def pair(story: Story) -> list[str]:
    return [draft.label for draft in usual_pair(list(story.drafts.all())) if draft]


def test_the_latest_drafts_of_two_versions_face_each_other(story: Story) -> None:
    first = DraftFactory.create(story=story)
    DraftFactory.create(story=story)
    revision(first)

    assert pair(story) == ["A3", "B2"]


def test_the_pair_with_the_gravest_open_finding_is_shown(story: Story) -> None:
    first, second, third = DraftFactory.create_batch(3, story=story)
    between = {
        (first.pk, second.pk): OpenFindings((("blocker", 1),)),
        (first.pk, third.pk): OpenFindings((("blocker", 2),)),
        (second.pk, third.pk): OpenFindings((("major", 7),)),
    }

    assert usual_pair([first, second, third], between=between) == (first, third)


def test_what_was_dismissed_between_two_drafts_opens_no_pair(story: Story) -> None:
    first, second, third = DraftFactory.create_batch(3, story=story)
    FindingFactory.create(comparison=ComparisonFactory.create(left=first, right=second))
    ResolutionFactory.create(
        finding=FindingFactory.create(comparison=ComparisonFactory.create(left=first, right=third))
    )

    assert chosen_pair([first, second, third], Look(story.pk)) == (first, second)


def test_a_draft_that_was_not_analysed_is_passed_over(story: Story) -> None:
    first, second, foreign = DraftFactory.create_batch(3, story=story)
    AnalysisFactory.create(draft=foreign, state=RunState.NOT_ANALYSED)

    assert chosen_pair([first, second, foreign], Look(story.pk)) == (first, second)


def test_of_three_versions_the_two_that_came_last_are_shown(story: Story) -> None:
    DraftFactory.create_batch(3, story=story)

    assert pair(story) == ["B2", "C3"]


def test_a_version_alone_faces_what_it_revises(story: Story) -> None:
    revision(revision(DraftFactory.create(story=story)))

    assert pair(story) == ["A2", "A3"]


def test_a_draft_that_was_left_out_is_not_chosen(story: Story) -> None:
    DraftFactory.create_batch(2, story=story)
    DraftFactory.create(story=story, standing=DraftStanding.EXCLUDED)

    assert pair(story) == ["A1", "B2"]


def test_a_single_draft_stands_alone(story: Story) -> None:
    DraftFactory.create(story=story)

    assert pair(story) == ["A1"]


def test_a_draft_set_against_itself_gets_another_one_beside_it(story: Story) -> None:
    first, second = DraftFactory.create_batch(2, story=story)

    assert chosen_pair([first, second], Look(story.pk, a=first.pk, b=first.pk)) == (first, second)


def test_a_draft_of_another_story_is_not_found(story: Story) -> None:
    draft = DraftFactory.create(story=story)

    with pytest.raises(Http404):
        chosen_pair([draft], Look(story.pk, a=draft.pk, b=DraftFactory.create().pk))
