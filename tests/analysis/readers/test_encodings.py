"""The encodings of many countries: the same words come out, of a whole story and of its first sentence alone."""

import pytest

from analysis.readers.encodings import decoded
from tests.analysis.readers.foreign_copy import COPY, Copy

UNICODE = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
)  # fmt: skip
CASES = [
    pytest.param(copy, encoding, id=f"{copy.language} in {encoding}")
    for copy in COPY
    for encoding in (*copy.encodings, *UNICODE)
]
TEXTS = {copy.language: copy.text for copy in COPY}
# English in all its dress: dashes close to their words, apostrophes, one accent, no accent, the pound and the euro.
ENGLISH = (
    "The bridge—shut since May—opens on Monday, the council’s chief said.",
    "“It’s over,” the council’s chief said – at last.",
    "The café’s owner – José Peña – said “no” to £4m.",
    "He said: ‘No.’ She didn’t – not once – answer him. The naïve résumé of the façade was left in Zürich.",
    "Rock ’n’ roll—the ’90s—is back at the Wend’s Head…",
    "It cost £4m… and nobody – nobody! – asked.",
    "It’s “no” – £4m",
    "The co-op’s façade",
    "© Marstow Mail – it’s 20 °C in Málaga",
)


@pytest.mark.parametrize("part", ["text", "opening"])
@pytest.mark.parametrize(("copy", "encoding"), CASES)
def test_copy_is_read_as_it_was_written(copy: Copy, encoding: str, part: str) -> None:
    written = getattr(copy, part).encode(encoding, "ignore")
    words = written.decode(encoding).removeprefix("\ufeff")

    assert decoded(written) == words


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "mac-roman"])
@pytest.mark.parametrize("words", ENGLISH)
def test_english_keeps_its_marks(words: str, encoding: str) -> None:
    assert decoded(words.encode(encoding)) == words


@pytest.mark.parametrize(
    ("language", "encoding"),
    [("English", "utf-8"), ("English", "cp1252"), ("French", "utf-8"), ("Russian", "utf-8"), ("Japanese", "utf-8")],
)
def test_escape_that_a_terminal_left_hides_no_words(language: str, encoding: str) -> None:
    written = f"{TEXTS[language]}\x1b[0m"

    assert decoded(written.encode(encoding)) == written


@pytest.mark.parametrize("times", [1, 3])
def test_escape_that_a_terminal_left_hides_no_words_without_accents(times: int) -> None:
    written = "The bridge over the Wend opens on Monday, the mayor of Marstow said. " * times + "\x1b[0m"

    assert decoded(written.encode("ascii")) == written


def test_escapes_that_switch_to_japanese_letters_are_followed() -> None:
    words = "Mayor Hart (ハート市長) opened the bridge."

    assert decoded(words.encode("iso2022_jp")) == words
