"""Word differences are shown where a sentence was revised, and nowhere else."""

from review.screen.rewording import differing_words
from tests.review.drafts import plain_document

LEFT = plain_document("The harbour reopened on Monday after nine days of repairs.", "Ferries ran late.")


def words(text: str, places: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in places]


def differences(right_text: str, similarity: float) -> tuple[list[str], list[str]]:
    right = plain_document(right_text)
    left_marks, right_marks = differing_words(LEFT, right, [(0, 0, similarity)])
    return (
        words(LEFT.text, [(mark.start, mark.end) for mark in left_marks]),
        words(right.text, [(mark.start, mark.end) for mark in right_marks]),
    )


def test_a_changed_word_is_marked_on_both_sides() -> None:
    found = differences("The harbour reopened on Friday after nine days of repairs.", 0.9)

    assert found == (["Monday"], ["Friday"])


def test_an_added_word_is_marked_on_its_own_side_only() -> None:
    found = differences("The harbour partly reopened on Monday after nine days of repairs.", 0.9)

    assert found == ([], ["partly"])


def test_sentences_that_only_tell_the_same_thing_are_not_compared_word_by_word() -> None:
    assert differences("Nine days of repairs ended when ships came back on Monday.", 0.4) == ([], [])


def test_a_sentence_with_hardly_a_word_kept_is_left_alone() -> None:
    assert differences("Nobody at the port would say when the next of the large ships is due.", 0.9) == ([], [])


def test_a_sentence_is_compared_with_the_one_most_like_it() -> None:
    right = plain_document("The harbour reopened on Friday. The harbour reopened on Monday after nine days of repairs.")

    marks, others = differing_words(LEFT, right, [(0, 0, 0.7), (0, 1, 1.0)])

    assert (marks, others) == ([], [])
