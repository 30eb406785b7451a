"""A read draft, alone or one of two that are compared, with what stands at each of its places."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from analysis.comparing.alignment import CONTENT, EMPTY
from analysis.comparing.clauses import Clause, clauses
from analysis.comparing.counterparts import surname
from analysis.comparing.figures import value_of
from analysis.comparing.passages import Passage, passages
from analysis.document import Document, Form, Mention, Quantity, Quotation, Speaker
from analysis.lexicon.sameness import place_key
from analysis.parse import Parse
from analysis.spans import Span, Spanned, contains, overlaps

TOPIC = CONTENT - {"NUM"}
NEAR = 8  # words before and behind
Thing = TypeVar("Thing")


@dataclass(frozen=True)  # no slots: the look-ups are made once, when first asked for
class Side:
    """A draft with its look-ups. Sentences and words are meant by their index."""

    document: Document

    @cached_property
    def parse(self) -> Parse:
        return Parse(self.document.text, self.document.tokens, self.document.sentences)

    @cached_property
    def mentions(self) -> dict[int, list[Mention]]:
        """The mentions in each sentence."""
        return self._by_sentence((mention, mention) for mention in self.document.mentions)

    @cached_property
    def quantities(self) -> dict[int, list[Quantity]]:
        """The figures and dates in each sentence."""
        return self._by_sentence((quantity, quantity) for quantity in self.document.quantities)

    @cached_property
    def values(self) -> frozenset[tuple[str, object, object]]:
        """What the draft's figures and dates stand for."""
        return frozenset(map(value_of, self.document.quantities))

    @cached_property
    def quotations(self) -> dict[int, list[Quotation]]:
        """The quotations that begin in each sentence."""
        return self._by_sentence((quotation, quotation) for quotation in self.document.quotations)

    @cached_property
    def clauses(self) -> dict[int, Clause]:
        """The clauses, by their verb."""
        return {clause.verb: clause for clause in clauses(self.document, self.parse)}

    @cached_property
    def clauses_in(self) -> dict[int, list[Clause]]:
        """The clauses of each sentence."""
        return self._by_sentence((clause.span, clause) for clause in self.clauses.values())

    @cached_property
    def passages(self) -> list[Passage]:
        """What stands in quote marks, in order."""
        return list(passages(self.document, self.parse))

    @cached_property
    def names(self) -> dict[int, list[Mention]]:
        """Where each entity is called by a name, in order."""
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.document.mentions:
            if mention.form is Form.NAME:
                found[mention.entity].append(mention)
        return found

    def words(self, span: Spanned) -> str:
        """What the draft says there."""
        return self.document.text[span.start : span.end]

    def sentence_of(self, span: Spanned) -> int:
        return self.parse.sentence_at(span.start)

    def words_of(self, sentence: int) -> range:
        """The words of a sentence."""
        found = self.document.sentences[sentence]
        return range(found.first, found.last)

    def shown(self, words: range) -> Span:
        """Where some words stand; the empty place behind the word before where there are none."""
        if words:
            return self.parse.span(words.start, words.stop)
        place = self.document.tokens[words.start - 1].end if words.start else 0
        return Span(place, place)

    def mentions_at(self, span: Spanned) -> list[Mention]:
        """The mentions that share words with a span."""
        return [found for found in self.mentions.get(self.sentence_of(span), ()) if overlaps(found, span)]

    def quantities_at(self, span: Spanned) -> list[Quantity]:
        """The figures and dates that share words with a span."""
        return [found for found in self.quantities.get(self.sentence_of(span), ()) if overlaps(found, span)]

    def is_quoted(self, span: Spanned) -> bool:
        """Whether a span lies in quote marks."""
        return self.passage_at(span) is not None

    def passage_at(self, span: Spanned) -> Passage | None:
        """The quoted passage in which a span lies."""
        place = bisect_right(self._quoted_from, span.start) - 1
        return self.passages[place] if place >= 0 and contains(self.passages[place], span) else None

    @cached_property
    def _quoted_from(self) -> list[int]:
        return [passage.start for passage in self.passages]

    def calls_by_name(self, speaker: Speaker) -> bool:
        """Whether the words for a speaker hold the name, and no pronoun stands for it."""
        return bool(speaker.name) and surname(speaker.name or "") in self.words(speaker).lower()

    def clause_at(self, span: Spanned) -> Clause | None:
        """The clause to which the words of a span belong."""
        first, last = self.parse.range_of(span)
        if first >= len(self.parse.tokens):
            return None
        head = self.parse.head_of(first, max(last, first + 1))
        verb = next((word for word in (head, *self.parse.governors(head)) if word in self.clauses), None)
        return self.clauses[verb] if verb is not None else None

    def about(self, span: Spanned) -> frozenset[str]:
        """What the clause around a span speaks of: its verb and who takes part."""
        clause = self.clause_at(span)
        return clause.participants | {clause.lemma} if clause else frozenset()

    def near(self, span: Spanned) -> frozenset[str]:
        """What the words around a span and the rest of its clause speak of; figures aside."""
        first, last = self.parse.range_of(span)
        sentence = self.words_of(self.sentence_of(span))
        before = range(max(sentence.start, first - NEAR), first)
        behind = range(last, min(sentence.stop, last + NEAR))
        around = (self.document.tokens[word] for word in (*before, *behind))
        return frozenset(place_key(token.lemma) for token in around if token.pos in TOPIC) - EMPTY | self.about(span)

    def content(self, span: Spanned) -> frozenset[str]:
        """The lemmas in a span that tell what it is about; places under one name."""
        return self._content(range(*self.parse.range_of(span)))

    def sentence_content(self, span: Spanned) -> frozenset[str]:
        """What the sentence around a span speaks of."""
        return self.sentence_contents[self.sentence_of(span)]

    @cached_property
    def sentence_contents(self) -> list[frozenset[str]]:
        """What each sentence speaks of."""
        return [self._content(range(sentence.first, sentence.last)) for sentence in self.document.sentences]

    @cached_property
    def frequent(self) -> frozenset[str]:
        """What the draft speaks of again and again."""
        seen = Counter(word for words in self.sentence_contents for word in words)
        return frozenset(word for word, count in seen.items() if count > 1)

    def _content(self, words: range) -> frozenset[str]:
        tokens = (self.document.tokens[word] for word in words)
        return frozenset(place_key(token.lemma) for token in tokens if token.pos in CONTENT) - EMPTY

    def _by_sentence(self, placed: Iterable[tuple[Spanned, Thing]]) -> dict[int, list[Thing]]:
        found: dict[int, list[Thing]] = defaultdict(list)
        for place, thing in placed:
            found[self.sentence_of(place)].append(thing)
        return found
