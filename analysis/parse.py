"""One draft's grammar: its words, its sentences, and which word governs which."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.document import Sentence, Token
from analysis.spans import Span, Spanned


@dataclass(frozen=True)  # no slots: the tables below are made once, when first asked for
class Parse:
    """Tokens and sentences of a text, with the questions that every layer asks of them.

    Words are meant by their index. Ranges of words are half-open, like spans.
    """

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]

    @cached_property
    def words(self) -> list[str]:
        return [self.text[token.start : token.end] for token in self.tokens]

    @cached_property
    def lower(self) -> list[str]:
        """The words in lower case, with typewriter apostrophes."""
        return [word.lower().replace("’", "'") for word in self.words]

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words, in lower case, that stand as names somewhere in the text."""
        return frozenset(word for word, token in zip(self.lower, self.tokens, strict=True) if token.pos == "PROPN")

    @cached_property
    def children(self) -> list[list[int]]:
        """For each word, the words that hang on it, in order."""
        children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                children[token.head].append(index)
        return children

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _left(self) -> list[int]:
        return self._edges(range(len(self.tokens)))

    @cached_property
    def _right(self) -> list[int]:
        return self._edges(reversed(range(len(self.tokens))))

    def _edges(self, order: Iterator[int] | range) -> list[int]:
        """The outermost word below each word; the first to reach a governor settles it, so this is linear."""
        edges = [-1] * len(self.tokens)
        for index in order:
            above = index
            while edges[above] < 0:
                edges[above] = index
                above = self.tokens[above].head
        return edges

    def subtree(self, index: int) -> tuple[int, int]:
        """The range of words from the first to the last that hang on this one, itself included."""
        return self._left[index], self._right[index] + 1

    def span(self, first: int, last: int) -> Span:
        """Where the words of a range stand in the text."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def at(self, position: int) -> int:
        """The word at a place in the text, or the next one; the number of words behind the last."""
        before = bisect_right(self._starts, position) - 1
        if before >= 0 and position < self.tokens[before].end:
            return before
        return before + 1

    def range_of(self, span: Spanned) -> tuple[int, int]:
        """The words that a span touches."""
        return self.at(span.start), bisect_left(self._starts, span.end)

    def sentence_at(self, position: int) -> int:
        """The index of the sentence at a place, or of the last one before it."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def head_of(self, first: int, last: int) -> int:
        """The word of a range whose governor lies outside of it."""
        for index in range(first, last):
            head = self.tokens[index].head
            if head == index or not first <= head < last:
                return index
        return last - 1

    def governors(self, index: int) -> Iterator[int]:
        """The words above this one, nearest first, up to the root of the sentence."""
        while (head := self.tokens[index].head) != index:
            yield head
            index = head

    def verb_over(self, index: int) -> int | None:
        """The nearest verb above a word, or the word itself if it is one."""
        if self.tokens[index].pos in VERBAL:
            return index
        return next((above for above in self.governors(index) if self.tokens[above].pos in VERBAL), None)

    def child(self, index: int, *relations: str) -> int | None:
        """The first word that hangs on this one by any of the relations."""
        return next((below for below in self.children[index] if self.tokens[below].dep in relations), None)


VERBAL = frozenset({"VERB", "AUX"})
