"""Searching all drafts: by the beginnings of words, by whole phrases, and with the place where they stand."""

from typing import Any

import pytest

from articles.models import Draft, Story
from articles.wording import drafts_with, snippets
from tests.factories import DraftFactory, StoryFactory


@pytest.fixture
def story(db: None) -> Story:
    return StoryFactory.create()


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
def test_a_draft_is_found_by(story: Story, words: str) -> None:
    found = draft(
        story, "The harbour wall is rebuilt for £4.2 million, Voss’s harbour master told the café’s sea-going guests."
    )

    assert list(drafts_with(words)) == [found]


@pytest.mark.parametrize("words", ["pier", "harbour pier", "“wall harbour”", "arbour", "", "  ", "?!", "\\ ' \" *"])
def test_a_draft_is_not_found_by(story: Story, words: str) -> None:
    draft(story, "The harbour wall is rebuilt.")

    assert list(drafts_with(words)) == []


@pytest.mark.parametrize(
    "words", ["wall' OR", 'wall" NOT harbour', "wall*", "NEAR(wall)", "text:wall", "wall & !x", "a\\"]
)
def test_signs_that_mean_something_to_a_database_are_no_error(story: Story, words: str) -> None:
    draft(story, "The harbour wall is rebuilt.")

    assert len(drafts_with(words)) <= 1


def test_the_place_is_told_with_the_words_apart(story: Story) -> None:
    found = draft(story, "The council met for an hour. " * 40 + "Then the harbour wall fell. " + "It rained. " * 40)

    snippet = snippets([story.pk], "harb fell")[story.pk]

    assert snippet.draft == found
    assert [text for text, is_word in snippet.parts if is_word] == ["harbour", "fell"]
    assert len("".join(text for text, _ in snippet.parts)) < 250


def test_the_newest_draft_that_has_the_words_is_told(story: Story) -> None:
    draft(story, "The harbour wall.")
    newer = draft(story, "The harbour wall again.")
    draft(story, "The pier.")

    assert snippets([story.pk], "harbour")[story.pk].draft == newer


def test_markup_in_a_draft_is_no_part_of_a_word(story: Story) -> None:
    draft(story, "A <b>harbour</b> wall.")

    told = snippets([story.pk], "harbour")[story.pk].parts

    assert [text for text, is_word in told if is_word] == ["harbour"]


def test_a_very_long_draft_is_kept_and_found(story: Story) -> None:
    long = draft(story, "Harbour " + " ".join(f"wörd{number}" for number in range(60_000)))

    assert list(drafts_with("harbour")) == [long]


def test_a_draft_that_is_gone_is_found_no_more(story: Story) -> None:
    draft(story, "The harbour wall.").delete()
    draft(story, "The pier.")

    assert list(drafts_with("harbour")) == []
