"""The canonical text: what counts as the same text, and where its sections stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.canonical import canonical

PLAIN = canonical(headline="Wall to rise", body="Work starts in May.\nIt ends in June.")


def test_headline_comes_first_and_each_paragraph_takes_a_line() -> None:
    assert PLAIN.text == "Wall to rise\nWork starts in May.\nIt ends in June."


@pytest.mark.parametrize(
    "body",
    [
        "Work starts in May.\r\n\r\nIt ends in June.\r\n",
        "  Work starts in May.  \n\n\n\tIt ends in June.",
        "Work starts in May.\rIt ends in June.",
        "\ufeffWork starts in May.\u2029It ends in June.\x00",
    ],
)
def test_line_ends_and_blanks_make_no_other_text(body: str) -> None:
    assert canonical(headline=" Wall to\nrise ", body=body).sha256 == PLAIN.sha256


def test_another_word_makes_another_text() -> None:
    assert canonical(headline="Wall to rise", body="Work starts in May.\nIt ends in July.").sha256 != PLAIN.sha256


def test_draft_without_headline_is_its_body() -> None:
    text = canonical(headline="", body="Work starts.")

    assert (text.text, text.sections) == ("Work starts.", [("body", 0, 12)])


@given(headline=st.text(max_size=60), body=st.text(max_size=200))
def test_sections_tell_where_headline_and_body_stand(headline: str, body: str) -> None:
    text = canonical(headline=headline, body=body)

    assert "\n".join(text.text[start:end] for _, start, end in text.sections) == text.text
    assert canonical(headline="", body=text.text).text == text.text
