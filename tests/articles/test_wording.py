"""Searching all drafts: by the beginnings of words, by whole phrases, and with the place where they stand."""

from collections.abc import Mapping
from typing import Any

import pytest

from articles.models import Draft, Story, User
from articles.wording import newest_with, snippets
from tests.factories import DraftFactory, MembershipFactory, StoryFactory, UserFactory


@pytest.fixture
def story(db: None) -> Story:
    return StoryFactory.create()


@pytest.fixture
def reader(story: Story) -> User:
    return MembershipFactory.create(desk=story.desk).user


def found_by(words: str, reader: User) -> Mapping[int, int]:
    """The story and its draft."""
    return newest_with(words, reader).drafts


def draft(story: Story, text: str, **told: Any) -> Draft:  # noqa: ANN401 - any field of a draft
    return DraftFactory.create(story=story, text=text, **told)


@pytest.mark.parametrize(
    "words",
    [
        "harbour",
        "HARBOUR master",
        "harb mast",
        "“harbour wall”",
        '"harbour wall" voss',
        "£4.2",
        "Voss’s",
        "rebuilt wall",
        "café",
        "sea-going",
    ],
)
def test_a_draft_is_found_by(story: Story, reader: User, words: str) -> None:
    found = draft(
        story, "The harbour wall is rebuilt for £4.2 million, Voss’s harbour master told the café’s sea-going guests."
    )

    assert found_by(words, reader) == {story.pk: found.pk}


@pytest.mark.parametrize("words", ["pier", "harbour pier", "“wall harbour”", "arbour", "", "  ", "?!", "\\ ' \" *"])
def test_a_draft_is_not_found_by(story: Story, reader: User, words: str) -> None:
    draft(story, "The harbour wall is rebuilt.")

    assert found_by(words, reader) == {}


@pytest.mark.parametrize(
    "words", ["wall' OR", 'wall" NOT harbour', "wall*", "NEAR(wall)", "text:wall", "wall & !x", "a\\"]
)
def test_signs_that_mean_something_to_a_database_are_no_error(story: Story, reader: User, words: str) -> None:
    draft(story, "The harbour wall is rebuilt.")

    assert len(found_by(words, reader)) <= 1


def test_the_place_is_told_with_the_words_apart(story: Story, reader: User) -> None:
    found = draft(story, "The council met for an hour. " * 40 + "Then the harbour wall fell. " + "It rained. " * 40)

    snippet = snippets(found_by("harb fell", reader), "harb fell")[story.pk]

    assert snippet.draft == found
    assert [text for text, is_word in snippet.parts if is_word] == ["harbour", "fell"]
    assert len("".join(text for text, _ in snippet.parts)) < 250


def test_the_newest_draft_that_has_the_words_is_told(story: Story, reader: User) -> None:
    draft(story, "The harbour wall.")
    newer = draft(story, "The harbour wall again.")
    draft(story, "The pier.")

    assert snippets(found_by("harbour", reader), "harbour")[story.pk].draft == newer


def test_markup_in_a_draft_is_no_part_of_a_word(story: Story, reader: User) -> None:
    draft(story, "A <b>harbour</b> wall.")

    told = snippets(found_by("harbour", reader), "harbour")[story.pk].parts

    assert [text for text, is_word in told if is_word] == ["harbour"]


def test_a_very_long_draft_is_kept_and_found(story: Story, reader: User) -> None:
    long = draft(story, "Harbour " + " ".join(f"wörd{number}" for number in range(60_000)))

    assert found_by("harbour", reader) == {story.pk: long.pk}


def test_a_draft_that_is_gone_is_found_no_more(story: Story, reader: User) -> None:
    draft(story, "The harbour wall.").delete()
    draft(story, "The pier.")

    assert found_by("harbour", reader) == {}


def test_drafts_of_other_desks_are_neither_found_nor_counted(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.wording.MOST_FOUND", 1)
    reader = MembershipFactory.create(desk=story.desk).user
    mine = draft(story, "The harbour wall.")
    draft(StoryFactory.create(), "The harbour wall, by others.")

    found = newest_with("harbour", reader)

    assert (found.drafts, found.is_cut) == ({story.pk: mine.pk}, False)
    assert found_by("harbour", UserFactory.create()) == {}


def test_of_a_word_that_very_many_have_the_newest_are_found(
    story: Story, reader: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.wording.MOST_FOUND", 2)
    told = [draft(StoryFactory.create(desk=story.desk), "The harbour wall.") for _ in range(4)]

    found = newest_with("harbour", reader)

    assert found.drafts == {each.story_id: each.pk for each in told[2:]}
    assert found.is_cut
