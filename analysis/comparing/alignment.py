"""Which sentences of two drafts tell the same thing, whoever wrote them, and which passages moved."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from analysis.comparing.nearness import Vectors, nearest, nearness
from analysis.document import Document, Quantity, Sentence

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Verbs and nouns that stand in every story and tell nothing of what it is about.
EMPTY = frozenset(
    "be have do say tell add make get go take come give see know think want call ask use year day time people thing "
    "last first new other many more such own mr mr. mrs mrs. ms ms. dr dr.".split()
)
MATCHED = 0.18  # least share of weighted words in common
SAME_TEXT = 0.6  # from here on, one sentence is a revision of the other
REPEATED = 0.45  # from here on, a sentence out of order has moved
CLOSE_TO_BEST = 0.6  # a second partner must be nearly as like as the first
RARE = 40  # a word in more sentences than this finds no partners: it keeps the search linear
CANDIDATES = 8  # partners looked at in full, for each sentence
UNLIKE = 0.3  # sentences less near in meaning share words alone, as two that quote one speaker do
NEAR = 0.5  # from here on, two sentences that are nearest to one another tell the same
LIKEST = 0.59  # how like sentences can be by meaning alone: other words are no revision
PARTNERS = 3  # a sentence may be told in several, not in all


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence `a` of one draft and `b` of the other, by index; similarity 0 to 1."""

    a: int
    b: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The matched sentences in order, one to many, and those whose text stands elsewhere in the other draft."""

    matches: tuple[Match, ...]
    moved: tuple[tuple[int, int], ...]


def align(a: Document, b: Document, *, vectors: tuple[Vectors, Vectors] | None = None) -> Alignment:
    """Match sentences by what they share of figures, names and rare words; what has no counterpart stays alone.

    With the vectors of both drafts' sentences, those that tell the same in other words match as well.
    """
    words_a, words_b = _sentence_words(a), _sentence_words(b)
    weights = _weights([*words_a, *words_b])
    found = _likely(words_a, words_b, weights)
    matches = _kept(_weighed(found, *vectors) if vectors else found)
    return Alignment(matches, _moved(matches))


def _sentence_words(document: Document) -> list[frozenset[str]]:
    """For each sentence the words and figures that tell what it is about."""
    starts = [sentence.start for sentence in document.sentences]
    figures: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in document.quantities:
        figures[bisect_left(starts, quantity.start + 1) - 1].append(quantity)
    return [_words(document, sentence, figures[index]) for index, sentence in enumerate(document.sentences)]


def _words(document: Document, sentence: Sentence, figures: Iterable[Quantity]) -> frozenset[str]:
    tokens = document.tokens[sentence.first : sentence.last]
    lemmas = {token.lemma.lower() for token in tokens if token.pos in CONTENT}
    return frozenset(lemmas - EMPTY | {f"{figure.kind}:{_value(figure)}" for figure in figures})


def _value(figure: Quantity) -> str:
    bounds = (
        bound.isoformat() if isinstance(bound, date) else f"{bound:g}"
        for bound in (figure.low, figure.high)
        if bound is not None
    )
    return "–".join(bounds)


def _weights(sentences: Sequence[frozenset[str]]) -> dict[str, float]:
    """How telling a word is: the rarer, the heavier."""
    seen = Counter(word for words in sentences for word in words)
    return {word: log(1 + len(sentences) / count) for word, count in seen.items()}


def _likely(a: Sequence[frozenset[str]], b: Sequence[frozenset[str]], weights: Mapping[str, float]) -> list[Match]:
    """The pairs that share enough, found through the rare words alone."""
    index: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(b):
        for word in words:
            index[word].append(place)
    totals = [sum(weights[word] for word in words) for words in b]
    found = []
    for place, words in enumerate(a):
        total = sum(weights[word] for word in words)
        for other in _candidates(words, index, weights):
            shared = words & b[other]
            similarity = sum(weights[word] for word in shared) / sqrt(total * totals[other])
            if similarity >= MATCHED and (len(shared) > 1 or similarity >= SAME_TEXT):
                found.append(Match(place, other, round(min(similarity, 1.0), 4)))
    return found


def _candidates(words: frozenset[str], index: Mapping[str, Sequence[int]], weights: Mapping[str, float]) -> list[int]:
    shared: dict[int, float] = defaultdict(float)
    for word in words:
        places = index.get(word, ())
        if len(places) <= RARE:
            for place in places:
                shared[place] += weights[word]
    return sorted(shared, key=lambda place: (-shared[place], place))[:CANDIDATES]


def _weighed(found: Sequence[Match], a: Vectors, b: Vectors) -> list[Match]:
    """Without the matches that share words but no meaning, and with those that share meaning but few words."""
    near = nearness(a, b, [(match.a, match.b) for match in found])
    likeness = {
        (match.a, match.b): max(match.similarity, _by_meaning(how_near))
        for match, how_near in zip(found, near, strict=True)
        if how_near >= UNLIKE
    }
    for i, j, how_near in nearest(a, b):
        if how_near >= NEAR:
            likeness.setdefault((i, j), _by_meaning(how_near))
    return [Match(i, j, similarity) for (i, j), similarity in sorted(likeness.items())]


def _by_meaning(near: float) -> float:
    """Nearness of meaning on the scale of common words: two that are just near enough match just so."""
    return round(MATCHED + (LIKEST - MATCHED) * (near - NEAR) / (1 - NEAR), 4)


def _kept(found: Sequence[Match]) -> tuple[Match, ...]:
    """Each sentence keeps its best partners; a text that stands in both drafts needs no further one."""
    by_a, by_b = _ranked((match.a, match) for match in found), _ranked((match.b, match) for match in found)
    kept = [match for match in found if _close(match, by_a[match.a]) and _close(match, by_b[match.b])]
    return tuple(sorted(kept, key=lambda match: (match.a, match.b)))


def _ranked(found: Iterable[tuple[int, Match]]) -> dict[int, list[float]]:
    """For each sentence how like its partners are, the likest first."""
    ranks: dict[int, list[float]] = defaultdict(list)
    for sentence, match in found:
        ranks[sentence].append(match.similarity)
    return {sentence: sorted(similarities, reverse=True) for sentence, similarities in ranks.items()}


def _close(match: Match, ranked: Sequence[float]) -> bool:
    best, least = ranked[0], ranked[:PARTNERS][-1]
    if best >= SAME_TEXT:
        return match.similarity >= max(SAME_TEXT, best - 0.1)
    return match.similarity >= max(least, CLOSE_TO_BEST * best)


def _moved(matches: Sequence[Match]) -> tuple[tuple[int, int], ...]:
    """Those of the repeated sentences that fall out of the longest run in common order."""
    best: dict[int, Match] = {}
    for match in matches:
        if match.similarity >= max(REPEATED, best[match.a].similarity if match.a in best else 0):
            best[match.a] = match
    pairs = [(match.a, match.b) for match in best.values()]
    steady = set(_longest_rise([b for _, b in pairs]))
    return tuple(pair for place, pair in enumerate(pairs) if place not in steady)


def _longest_rise(values: Sequence[int]) -> list[int]:
    """The positions of a longest rising subsequence (patience sorting)."""
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(tails[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [position]
        tops[pile : pile + 1] = [value]
    rise, position = [], tails[-1] if tails else -1
    while position >= 0:
        rise.append(position)
        position = before[position]
    return rise[::-1]
