"""Two sentences as the meaning model reads them: pieces of words, and a mark on those that the other lacks."""

from collections.abc import Iterator
from dataclasses import dataclass

from tokenizers import Encoding, Tokenizer
from tokenizers.implementations.base_tokenizer import BaseTokenizer

from analysis.wordpieces import whole_characters, word_pieces


@dataclass(frozen=True, slots=True)
class Marked:
    """The pieces' numbers in the vocabulary, and a type for each: here 1 in a word that the other sentence lacks."""

    pieces: tuple[int, ...]
    types: tuple[int, ...]


def marked(a: str, b: str, *, longest: int) -> Marked:
    """Both sentences, cut to so many pieces. The model learns what a change does; to find it is the marks' work."""
    texts = whole_characters(a), whole_characters(b)
    encoding = word_pieces(longest=longest).encode(*texts)
    words = list(_words(encoding, texts))
    said = [{word for word, side in words if side == number} for number in range(2)]
    types = (int(side is not None and word not in said[1 - side]) for word, side in words)
    return Marked(tuple(encoding.ids), tuple(types))


def unmarked(a: str, b: str, tokenizer: Tokenizer | BaseTokenizer) -> Marked:
    """Both sentences as the tokenizer of a newsroom's own model has them."""
    encoding = tokenizer.encode(whole_characters(a), whole_characters(b))
    return Marked(tuple(encoding.ids), tuple(encoding.type_ids))


def _words(encoding: Encoding, texts: tuple[str, str]) -> Iterator[tuple[str, int | None]]:
    """For each piece its whole word in lower case, and which sentence has it; no sentence for [CLS] and [SEP]."""
    keys = list(zip(encoding.sequence_ids, encoding.word_ids, strict=True))
    places: dict[tuple[int | None, int | None], tuple[int, int]] = {}
    for key, (start, end) in zip(keys, encoding.offsets, strict=True):
        places[key] = (places[key][0], end) if key in places else (start, end)
    for side, word in keys:
        start, end = places[side, word]
        yield ("" if side is None else texts[side][start:end].lower()), side
