"""The meaning model is asked about two sentences once in a story: the next draft pays for its changed ones only."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from analysis.comparing.verdicts import Judge, Verdict
from analysis.comparison import Comparison as Compared
from analysis.document import Document
from analysis.meaning import FOLDER_VARIABLE
from review.models import Comparison, SentenceVerdicts
from tests.factories import StoryFactory
from tests.review.conftest import Newsroom

COUNTING = Path(__file__).parent.parent / "analysis" / "models" / "counting"
WALL = "The wall is 40 metres long."
LONGER = "The wall is 50 metres long."
WIRE = "According to the wire, the wall is 60 metres long."
Question = tuple[str, str]


@pytest.fixture
def asked(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> list[Question]:
    """What the model was asked; every comparison asks of the two drafts as a whole, either way round."""
    questions: list[Question] = []

    def verdicts(_model: object, pairs: Sequence[Question]) -> list[Verdict]:
        questions.extend(pairs)
        return [Verdict(0.25, 0.5, 0.25, flag=False) for _ in pairs]

    def compare(a: Document, b: Document, *, judge: Judge | None, **_vectors: object) -> Compared:
        if judge is not None:
            judge.ask([(a.text, b.text), (b.text, a.text)])
        return Compared((), (), ())

    monkeypatch.setenv(FOLDER_VARIABLE, str(COUNTING))
    monkeypatch.setattr("analysis.meaning.verdicts", verdicts)
    monkeypatch.setattr("analysis.comparison.compare", compare)
    return questions


def test_two_sentences_are_asked_about_once_whichever_comes_first(newsroom: Newsroom, asked: list[Question]) -> None:
    wall = newsroom.read_in(WALL)
    newsroom.read_in(LONGER, revises=wall)

    assert asked == [(LONGER, WALL)] or asked == [(WALL, LONGER)]


def test_the_next_draft_pays_for_what_is_new_only(newsroom: Newsroom, asked: list[Question]) -> None:
    wall = newsroom.read_in(WALL)
    longer = newsroom.read_in(LONGER, revises=wall)
    before = len(asked)
    newsroom.read_in(WALL, revises=longer)

    assert len(asked) == before
    assert SentenceVerdicts.objects.count() == Comparison.objects.count() == 2


def test_verdicts_come_back_as_they_were_kept(newsroom: Newsroom, asked: list[Question]) -> None:
    wall = newsroom.read_in(WALL)
    newsroom.read_in(LONGER, revises=wall)

    assert [row.verdicts for row in SentenceVerdicts.objects.all()] == [[[0.25, 0.5, 0.25]]]


def test_another_story_shares_nothing(newsroom: Newsroom, asked: list[Question]) -> None:
    other = StoryFactory.create(desk=newsroom.desk, opened_by=newsroom.reporter)
    for story in (newsroom.story, other):
        wall = newsroom.read_in(WALL, story=story)
        newsroom.read_in(LONGER, revises=wall, story=story)

    assert len(asked) == 2


def test_a_newsroom_that_does_without_is_asked_nothing(
    newsroom: Newsroom, asked: list[Question], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, "off")
    wall = newsroom.read_in(WALL)
    newsroom.read_in(LONGER, revises=wall)

    assert (asked, SentenceVerdicts.objects.count()) == ([], 0)
