"""A sentence as the rules take it."""

import random
from collections.abc import Callable

import pytest

from analysis.language import read
from training.meaning.names import Names, names_of
from training.meaning.told import Told

OTHERS = ("Ines Calder praised Rupert Vane in Lisbon.", "Orla Fenn left Madrid with Piers Holt for Nokia in Oslo.")


@pytest.fixture(scope="session")
def names() -> Names:
    return names_of(read(sentence) for sentence in OTHERS)


@pytest.fixture
def told(names: Names) -> Callable[[str], Told]:
    return lambda sentence: Told(read(sentence), names, random.Random(sentence))
