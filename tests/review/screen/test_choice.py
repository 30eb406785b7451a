"""Which two drafts lie open when nobody has chosen."""

import pytest
from django.http import Http404

from articles.models import Draft, DraftStanding, Story
from review.screen.choice import chosen_pair, usual_pair
from review.screen.look import Look
from tests.factories import DraftFactory, StoryFactory


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
