"""What sentences mean is read once in a story: the next draft pays for its changed sentences only."""

from collections.abc import Sequence

import numpy as np
import pytest

from analysis.comparing.nearness import Vectors
from analysis.comparison import Comparison as Compared
from analysis.document import Document
from analysis.similarity import SIZE, unpacked
from review.models import Comparison, RunState, SentenceVectors, Stage
from tests.factories import StoryFactory
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long."
LONGER = "The wall is 50 metres long."
WIRE = "According to the wire, the wall is 60 metres long."


@pytest.fixture
def asked(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that the model was asked to read; it answers with their lengths."""
    sentences_asked: list[str] = []

    def sentence_vectors(sentences: Sequence[str]) -> Vectors:
        sentences_asked.extend(sentences)
        return np.array([[len(sentence)] * SIZE for sentence in sentences], dtype=np.float32).reshape(-1, SIZE)

    monkeypatch.setenv("BACKREAD_SENTENCE_VECTORS", "on")
    monkeypatch.setattr("analysis.similarity.sentence_vectors", sentence_vectors)
    return sentences_asked


def test_each_sentence_of_a_story_is_read_once(newsroom: Newsroom, asked: list[str]) -> None:
    wall = newsroom.read_in(WALL)
    longer = newsroom.read_in(LONGER, revises=wall)
    newsroom.read_in(WIRE)

    assert Comparison.objects.filter(state=RunState.DONE).count() == 2
    assert sorted(asked) == sorted([WALL, LONGER, WIRE])
    assert SentenceVectors.objects.get(draft=longer).sentences != SentenceVectors.objects.get(draft=wall).sentences


def test_a_draft_that_nothing_is_compared_with_costs_nothing(newsroom: Newsroom, asked: list[str]) -> None:
    newsroom.read_in(WALL)

    assert (asked, SentenceVectors.objects.count()) == ([], 0)


def test_what_is_kept_is_given_to_the_comparison(
    newsroom: Newsroom, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[Vectors, Vectors]] = []

    def compare(_a: Document, _b: Document, *, vectors: tuple[Vectors, Vectors], **_more: object) -> Compared:
        given.append(vectors)
        return Compared((), (), ())

    monkeypatch.setattr("analysis.comparison.compare", compare)
    wall = newsroom.read_in(WALL)
    newsroom.read_in(LONGER + " ", revises=wall)

    ((left, right),) = given
    assert (left[0, 0], right[0, 0]) == (len(WALL), len(LONGER))
    assert np.array_equal(unpacked(SentenceVectors.objects.get(draft=wall).vectors), left)


def test_another_story_shares_nothing(newsroom: Newsroom, asked: list[str]) -> None:
    other = StoryFactory.create(desk=newsroom.desk, opened_by=newsroom.reporter)
    for story in (newsroom.story, other):
        wall = newsroom.read_in(WALL, story=story)
        newsroom.read_in(LONGER, revises=wall, story=story)

    assert sorted(asked) == sorted([WALL, LONGER] * 2)


def test_another_model_reads_anew_and_drops_what_the_one_before_said(
    newsroom: Newsroom, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wall = newsroom.read_in(WALL)
    longer = newsroom.read_in(LONGER, revises=wall)
    monkeypatch.setattr("analysis.similarity.MODEL", "another")

    newsroom.read_in(WIRE, revises=longer)

    assert sorted(asked) == sorted([WALL, LONGER, LONGER, WIRE])
    assert [row.model for row in longer.sentence_vectors.all()] == ["another"]


def test_the_page_tells_while_meaning_is_read(
    newsroom: Newsroom, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stages: list[str] = []

    def seen(_document: Document, **_known: object) -> Vectors:
        stages.append(Comparison.objects.get().get_stage_display())
        return np.zeros((1, SIZE), dtype=np.float32)

    monkeypatch.setattr("analysis.similarity.vectors_of", seen)
    wall = newsroom.read_in(WALL)
    newsroom.read_in(LONGER, revises=wall)

    assert stages == ["Reading the meaning of sentences"] * 2


def test_a_newsroom_that_does_without_keeps_nothing(
    newsroom: Newsroom, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKREAD_SENTENCE_VECTORS", "off")
    wall = newsroom.read_in(WALL)
    newsroom.read_in(LONGER, revises=wall)

    assert (asked, SentenceVectors.objects.count()) == ([], 0)


def test_stages_come_in_the_order_of_the_work() -> None:
    order = list(Stage)

    assert order.index(Stage.READING) < order.index(Stage.MEANING) < order.index(Stage.COMPARING)
    assert order.index(Stage.COMPARING) < order.index(Stage.STORING) < order.index(Stage.FINISHED)
