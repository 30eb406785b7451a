"""Two sentences as the meaning model reads them: pieces of words, and a mark on those that the other lacks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz.distance import Indel
from tokenizers import Encoding, Tokenizer
from tokenizers.implementations.base_tokenizer import BaseTokenizer

from analysis.lexicon.denying import DENYING
from analysis.wordpieces import whole_characters, word_pieces

WORD = re.compile(r"\w+|[^\w\s]")
KEPT = 6  # words at either end of a stretch that both sentences have
LEFT_OUT = " … "
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve hundred thousand million billion first second third"
    " half dozen".split()
)


class Mark(IntEnum):
    """What a word is to the other sentence: there too, lacking, a figure or name lacking, a denial lacking."""

    SHARED = 0
    LACKING = 1
    NAMED = 2
    DENYING = 3


@dataclass(frozen=True, slots=True)
class Marked:
    """The pieces' numbers in the vocabulary, and a type for each: the Mark of the word that it belongs to."""

    pieces: tuple[int, ...]
    types: tuple[int, ...]


def marked(a: str, b: str, *, longest: int) -> Marked:
    """Both sentences, cut to so many pieces. The model learns what a change does; to find it is the marks' work."""
    texts = shortened(whole_characters(a), whole_characters(b))
    encoding = word_pieces(longest=longest).encode(*texts)
    words = list(_words(encoding, texts))
    said = [{word.lower() for word, side in words if side == number} for number in range(2)]
    types = (Mark.SHARED if side is None or word.lower() in said[1 - side] else _lacking(word) for word, side in words)
    return Marked(tuple(encoding.ids), tuple(types))


def shortened(a: str, b: str) -> tuple[str, str]:
    """Both sentences without the middle of what they share word for word, which bears on nothing that they do not."""
    a_words, b_words = list(WORD.finditer(a)), list(WORD.finditer(b))
    ways = Indel.opcodes([word[0].lower() for word in a_words], [word[0].lower() for word in b_words])
    long = [way for way in ways if way.tag == "equal" and way.src_end - way.src_start > 2 * KEPT + 1]
    if len(ways) == 1:
        return a, b
    a_cuts = [(a_words[way.src_start + KEPT].start(), a_words[way.src_end - KEPT].start()) for way in long]
    b_cuts = [(b_words[way.dest_start + KEPT].start(), b_words[way.dest_end - KEPT].start()) for way in long]
    return _without(a, a_cuts), _without(b, b_cuts)


def unmarked(a: str, b: str, tokenizer: Tokenizer | BaseTokenizer) -> Marked:
    """Both sentences as the tokenizer of a newsroom's own model has them."""
    encoding = tokenizer.encode(whole_characters(a), whole_characters(b))
    return Marked(tuple(encoding.ids), tuple(encoding.type_ids))


def _lacking(word: str) -> Mark:
    if word.lower() in DENYING:
        return Mark.DENYING
    named = word[:1].isupper() or word.lower() in NUMBERS or any(letter.isdigit() for letter in word)
    return Mark.NAMED if named else Mark.LACKING


def _words(encoding: Encoding, texts: tuple[str, str]) -> Iterator[tuple[str, int | None]]:
    """For each piece its whole word, and which sentence has it; no sentence for [CLS] and [SEP]."""
    keys = list(zip(encoding.sequence_ids, encoding.word_ids, strict=True))
    places: dict[tuple[int | None, int | None], tuple[int, int]] = {}
    for key, (start, end) in zip(keys, encoding.offsets, strict=True):
        places[key] = (places[key][0], end) if key in places else (start, end)
    for side, word in keys:
        start, end = places[side, word]
        yield ("" if side is None else texts[side][start:end]), side


def _without(text: str, cuts: list[tuple[int, int]]) -> str:
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return LEFT_OUT.join(text[start:end].strip() for start, end in zip(starts, ends, strict=True))
