"""Sentences that tell the same lie near one another, whatever their words, and whatever was read beside them."""

import numpy as np
import pytest

from analysis.document import Document
from analysis.similarity import SIZE, pair_vectors, sentence_vectors, switched_on, vectors_of
from tests.analysis.checks.reading import read

ARSON = "Police believe that somebody started the fire on purpose."
AGAIN = "Detectives suspect arson."
CONCERT = "The school orchestra gave a concert."


def test_the_same_in_other_words_is_nearer_than_something_else() -> None:
    arson, again, concert = sentence_vectors([ARSON, AGAIN, CONCERT])

    assert arson @ again > 0.4 > 0.2 > arson @ concert


def test_a_sentence_has_the_same_vector_alone_and_among_longer_ones() -> None:
    alone = sentence_vectors([AGAIN])[0]

    among = sentence_vectors([AGAIN, ARSON, f"{ARSON} {CONCERT} {ARSON}"])[0]

    assert np.abs(alone - among).max() < 0.001


def test_vectors_are_kept_in_half_the_room_without_loss() -> None:
    vectors = sentence_vectors([ARSON, AGAIN])

    assert np.array_equal(vectors, vectors.astype(np.float16).astype(np.float32))


@pytest.mark.parametrize("strange", ["", " ", "\N{ZERO WIDTH SPACE}", "日本語", "x" * 5_000, "\ud800"])
def test_every_text_has_a_vector_of_length_one(strange: str) -> None:
    (vector,) = sentence_vectors([strange])

    assert np.linalg.norm(vector) == pytest.approx(1, abs=0.01)


def test_a_draft_has_a_row_for_each_sentence() -> None:
    assert vectors_of(read(f"{ARSON} {CONCERT} {ARSON}")).shape == (3, SIZE)


def test_a_draft_without_sentences_has_none() -> None:
    assert vectors_of(Document("")).shape == (0, SIZE)


def test_what_is_known_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(sentences: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        asked.extend(sentences)
        return np.ones((len(sentences), SIZE), dtype=np.float32)

    monkeypatch.setattr("analysis.similarity.sentence_vectors", noted)
    known = np.zeros(SIZE, dtype=np.float32)

    vectors = vectors_of(read(f"{ARSON} {CONCERT}"), known={ARSON: known})

    assert asked == [CONCERT]
    assert vectors.sum(axis=1).tolist() == [0, SIZE]


def test_a_newsroom_can_do_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKREAD_SENTENCE_VECTORS", "off")

    assert not switched_on()
    assert pair_vectors(read(ARSON), read(AGAIN)) is None
