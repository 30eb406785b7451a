"""A sentence that the rules make others of."""

import random
from dataclasses import dataclass

from analysis.language import Reading
from analysis.parse import Parse
from training.meaning.names import Names


@dataclass(frozen=True, slots=True)
class Told:
    """The sentence as it was read, the names to choose from, and the dice of this sentence."""

    reading: Reading
    names: Names
    rng: random.Random

    @property
    def parse(self) -> Parse:
        return self.reading.parse

    @property
    def text(self) -> str:
        return self.reading.parse.text

    @property
    def opens_with_name(self) -> bool:
        return self.reading.parse.tokens[0].pos == "PROPN"
