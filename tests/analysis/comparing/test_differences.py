"""Word differences cover both texts, and see words where people do."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.comparing.differences import Operation, word_differences, word_spans

TEXTS = st.text(alphabet="abc é’“”.,-\n\t😀", max_size=60)


def changed(left: str, right: str) -> list[tuple[Operation, str, str]]:
    """What differs, as words."""
    found = word_differences(left, right)
    return [(d.operation, d.left.of(left), d.right.of(right)) for d in found if d.operation is not Operation.SAME]


def test_one_word_for_another_is_a_change() -> None:
    assert changed("The ferry sank off Oban.", "The ferry ran aground off Oban.") == [
        (Operation.CHANGED, "sank", "ran aground")
    ]


def test_words_put_in_and_struck_out_are_told_apart() -> None:
    assert changed("He will go.", "He will not go.") == [(Operation.ADDED, "", "not")]
    assert changed("He will not go.", "He will go.") == [(Operation.REMOVED, "not", "")]


def test_the_style_of_quote_marks_is_no_difference() -> None:
    assert changed("“It’s over,” she said.", '"It\'s over," she said.') == []


def test_a_figure_is_one_word() -> None:
    assert changed("It cost 1,200 pounds.", "It cost 1,300 pounds.") == [(Operation.CHANGED, "1,200", "1,300")]


@given(left=TEXTS, right=TEXTS)
def test_every_word_of_both_texts_stands_in_one_difference(left: str, right: str) -> None:
    found = word_differences(left, right)

    covered_left = [word for d in found for word in word_spans(left) if d.left.start <= word.start < d.left.end]
    covered_right = [word for d in found for word in word_spans(right) if d.right.start <= word.start < d.right.end]

    assert covered_left == word_spans(left)
    assert covered_right == word_spans(right)


@given(text=TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(d.operation is Operation.SAME for d in word_differences(text, text))
