"""A draft in another language is told from an English one."""

import pytest

from analysis.foreign import foreign_language
from analysis.pipeline import annotate

GERMAN = (
    "Die Stadt hat am Montag beschlossen, den alten Hafen zu schließen. Der Bürgermeister sagte, die Kosten seien zu "
    "hoch und die Schiffe zu klein geworden. Viele Arbeiter verlieren nun ihre Stelle, und die Gewerkschaft kündigte "
    "einen langen Streik an, der schon in der nächsten Woche beginnen soll."
)


def test_a_german_draft_is_accepted_and_not_read() -> None:
    document = annotate(GERMAN)

    assert document.not_checked == ("This draft seems to be in German; Backread reads English.",)
    assert not any((document.sentences, document.mentions, document.quantities, document.claims))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Goal!",
        "Bayern München 3, Borussia Dortmund 1",
        "Mme. Dupont dit non.",
        "The harbour closed on Monday. " * 20,
    ],
)
def test_english_and_short_texts_are_read(text: str) -> None:
    assert foreign_language(text) is None
