"""Two drafts laid side by side: what every check between versions is given, with its look-ups."""

from dataclasses import dataclass
from functools import cached_property
from itertools import product

from analysis.comparing.alignment import Match, align
from analysis.comparing.changes import Change, revised
from analysis.comparing.clauses import Clause
from analysis.comparing.counterparts import counterparts
from analysis.comparing.figures import value_of
from analysis.comparing.nearness import Vectors
from analysis.comparing.passages import Passage, shared_passages
from analysis.comparing.sides import Side
from analysis.comparing.verdicts import Judge, Verdict, Way
from analysis.document import Document, Mention
from analysis.lexicon.antonyms import opposite
from analysis.spans import Span, Spanned, contains, overlaps

REVISION = 0.4  # share of the shorter draft's sentences that stand in the other, with or without changes


@dataclass(frozen=True)  # no slots: the look-ups are made once, when first asked for
class Pair:
    """Two drafts of one story. `matches` and `moved` are those of the alignment."""

    a: Side
    b: Side
    matches: tuple[Match, ...]
    moved: tuple[tuple[int, int], ...]
    judge: Judge | None = None

    @cached_property
    def verdicts(self) -> dict[tuple[int, int], Verdict]:
        """What the meaning model makes of matched sentences that differ in words, where it may be heard at all."""
        told = {(match.a, match.b): self.sentences(match.a, match.b) for match in self.matches}
        asked = {place: said for place, said in told.items() if said[0] != said[1] and self._may_be_heard(*place)}
        if self.judge is None or not asked:
            return {}
        return dict(zip(asked, self.judge.ask(list(asked.values())), strict=True))

    def way(self, a: int, b: int) -> Way:
        """How two matched sentences tell one thing."""
        if self.is_revision and (a, b) in self.changed:
            return Way.REVISED
        return Way.OPENING if a == b == 0 else Way.APART

    def sentences(self, a: int, b: int) -> tuple[str, str]:
        """The words of two sentences, by their index."""
        return self.a.words(self.a.document.sentences[a]), self.b.words(self.b.document.sentences[b])

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The words that changed in every sentence that was revised, not written anew."""
        return tuple(change for found in self.changed.values() for change in found)

    @cached_property
    def changes_in(self) -> dict[int, tuple[Change, ...]]:
        """The same by the sentence of A in which they stand."""
        return {sentence: changes for (sentence, _), changes in self.changed.items()}

    @cached_property
    def matched(self) -> frozenset[tuple[int, int]]:
        """The sentences that tell the same, by index."""
        return frozenset((match.a, match.b) for match in self.matches)

    def is_revised(self, a: Spanned, b: Spanned) -> bool:
        """Whether two places stand in a sentence and its revision."""
        return (self.a.sentence_of(a), self.b.sentence_of(b)) in self.changed

    @cached_property
    def is_revision(self) -> bool:
        """Whether one draft was made from the other: a good part of its sentences stands in both."""
        shortest = min(len(self.a.document.sentences), len(self.b.document.sentences))
        return len(self.changed) >= REVISION * shortest

    @cached_property
    def written_apart(self) -> tuple[Match, ...]:
        """The matches whose sentences tell the same, each in its own words."""
        return tuple(match for match in self.matches if (match.a, match.b) not in self.changed)

    @cached_property
    def same_events(self) -> tuple[tuple[Clause, Clause], ...]:
        """Clauses of matched sentences that tell of one deed: the same verb or its opposite, and the same people."""
        return tuple(
            (one, other)
            for match in self.matches
            for one in self.a.clauses_in.get(match.a, ())
            for other in self.b.clauses_in.get(match.b, ())
            if same_event(one, other) and self._may_differ(match, one.span, other.span)
        )

    @cached_property
    def same_quotations(self) -> tuple[tuple[Passage, Passage], ...]:
        """Quoted passages that share a run of words: one quotation, or parts of one."""
        return tuple(shared_passages(self.a.passages, self.b.passages))

    @cached_property
    def counterparts(self) -> dict[int, int]:
        """For each entity of A the one of B that is the same person, body or place."""
        return counterparts(self.a.document.entities, self.b.document.entities)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words of all names in both drafts: sharing them alone, two sentences may tell of two things."""
        places = ((side, name) for side in (self.a, self.b) for names in side.names.values() for name in names)
        return frozenset(word for side, name in places for word in side.words(name).lower().split())

    @cached_property
    def central(self) -> frozenset[str]:
        """What both drafts speak of again and again."""
        return self.a.frequent & self.b.frequent

    def name(self, index: int, other: int) -> str:
        """What an entity of A and its counterpart are called in a finding's subject: the shorter of their names."""
        names = self.a.document.entities[index].name, self.b.document.entities[other].name
        return min(names, key=lambda name: (len(name), name))

    def places(self, change: Change) -> tuple[Span, Span]:
        """The words to point at: where words were put in or struck out, the word before stands on both sides."""
        if change.words_a and change.words_b:
            return change.a, change.b
        first_a, first_b = (
            _word_before(self.a, change.words_a.start),
            _word_before(self.b, change.words_b.start),
        )
        return self.a.shown(range(first_a, change.words_a.stop)), self.b.shown(range(first_b, change.words_b.stop))

    def mentions_at(self, change: Change) -> list[tuple[Mention, Mention]]:
        """The mentions that a change touches, each of A with each of B."""
        return list(product(self.a.mentions_at(change.a), self.b.mentions_at(change.b)))

    def topic(self, a: Spanned, b: Spanned) -> str:
        """What two places both speak of, in words that stay when the sentences around are edited."""
        one, other = self.a.about(a), self.b.about(b)
        if not one | other:  # a headline without a verb
            one, other = self.a.sentence_content(a), self.b.sentence_content(b)
        return " ".join(sorted(one & other or one | other))

    @cached_property
    def changed(self) -> dict[tuple[int, int], tuple[Change, ...]]:
        """For each sentence and its revision, what changed; sentences written anew are left out."""
        found = {}
        for match in self._nearest():
            words_a, words_b = self.a.words_of(match.a), self.b.words_of(match.b)
            changes = revised(self.a.document, self.b.document, words_a, words_b)
            if changes is not None:
                found[match.a, match.b] = tuple(change for change in changes if not self._same_figures(change))
        return found

    def _may_be_heard(self, a: int, b: int) -> bool:
        return self.judge is not None and self.changed.get((a, b)) != () and self.way(a, b) in self.judge.hearing

    def _same_figures(self, change: Change) -> bool:
        """Whether a change only writes the same figures in another way."""
        left, right = self.a.quantities_at(change.a), self.b.quantities_at(change.b)
        covered = any(contains(one, change.a) for one in left) and any(contains(one, change.b) for one in right)
        known = all((figure.low, figure.high) != (None, None) for figure in (*left, *right))
        return covered and known and [value_of(one) for one in left] == [value_of(one) for one in right]

    def _nearest(self) -> list[Match]:
        """The best partner of each sentence of A."""
        best: dict[int, Match] = {}
        for match in self.matches:
            if match.a not in best or match.similarity > best[match.a].similarity:
                best[match.a] = match
        return list(best.values())

    def _may_differ(self, match: Match, a: Span, b: Span) -> bool:
        """In a sentence that was revised, only what the revision touched can disagree."""
        changed = self.changed.get((match.a, match.b))
        return changed is None or any(overlaps(a, change.a) or overlaps(b, change.b) for change in changed)


def _word_before(side: Side, place: int) -> int:
    """The nearest word before a place that is no mark."""
    before = (word for word in range(place - 1, max(-1, place - 3), -1) if side.parse.words[word][0].isalnum())
    return next(before, max(0, place - 1))


def pair_up(
    a: Document, b: Document, *, vectors: tuple[Vectors, Vectors] | None = None, judge: Judge | None = None
) -> Pair:
    """Lay two annotated drafts side by side, with the vectors of their sentences and a judge, where there are any."""
    alignment = align(a, b, vectors=vectors)
    return Pair(Side(a), Side(b), alignment.matches, alignment.moved, judge)


def same_event(one: Clause, other: Clause) -> bool:
    """Whether two clauses tell of one deed, done or not."""
    if one.lemma != other.lemma:
        return opposite(one.lemma, other.lemma) and bool(one.objects & other.objects)
    if one.actors and other.actors and not one.actors & other.actors:
        return False
    return (
        bool(one.objects & other.objects)
        or len((one.participants | one.others) & (other.participants | other.others)) > 1
    )
