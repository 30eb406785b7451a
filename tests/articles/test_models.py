"""Who sees what, and what drafts are called."""

import pytest
from django.db import IntegrityError

from articles.models import Draft, DraftStanding, Role, Story, Upload
from tests.factories import DeskFactory, DraftFactory, StoryFactory, UploadFactory, UserFactory, member


@pytest.mark.parametrize(("version", "letter"), [(1, "A"), (26, "Z"), (27, "AA"), (53, "BA")])
def test_versions_are_counted_in_letters(version: int, letter: str) -> None:
    assert Draft(version=version).letter == letter


def test_draft_is_called_by_version_and_number() -> None:
    assert Draft(version=2, number=3).label == "B3"


@pytest.mark.django_db
def test_nobody_outside_the_desk_sees_its_stories_drafts_and_uploads() -> None:
    story = StoryFactory.create()
    DraftFactory.create(story=story)
    UploadFactory.create(story=story)
    insider, outsider = member(story.desk), member(DeskFactory.create())

    assert [rows.visible_to(insider).count() for rows in (Story.objects, Draft.objects, Upload.objects)] == [1, 1, 1]
    assert [rows.visible_to(outsider).count() for rows in (Story.objects, Draft.objects, Upload.objects)] == [0, 0, 0]


@pytest.mark.django_db
def test_administrator_who_is_on_no_desk_sees_no_story() -> None:
    StoryFactory.create()

    assert not Story.objects.visible_to(UserFactory.create(is_superuser=True)).exists()


@pytest.mark.django_db
def test_role_counts_on_its_own_desk_only() -> None:
    desk, other = DeskFactory.create(), DeskFactory.create()
    chief = member(desk, Role.CHIEF)

    assert chief.is_on(desk)
    assert chief.is_on(desk, Role.CHIEF)
    assert not chief.is_on(desk, Role.LEGAL)
    assert not chief.is_on(other)


@pytest.mark.django_db
def test_version_has_one_current_draft() -> None:
    draft = DraftFactory.create()

    with pytest.raises(IntegrityError):
        DraftFactory.create(story=draft.story, number=2, version=draft.version, standing=DraftStanding.CURRENT)
