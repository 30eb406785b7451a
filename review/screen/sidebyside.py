"""Two drafts laid side by side: which paragraphs face each other."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from analysis.document import Document
from analysis.spans import paragraphs

Alignment = Sequence[tuple[int, int, float]]  # sentence on the left, sentence on the right, similarity 0 to 1
Weights = Mapping[tuple[int, int], float]  # paragraph on the left, paragraph on the right, how much they share


@dataclass(frozen=True, slots=True)
class Row:
    """Facing paragraphs, by index; an empty side is a gap.

    `moved`: the right side stands elsewhere in its own draft, where a row without paragraphs points here
    by `elsewhere`, the index of the first paragraph that was moved away.
    """

    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    moved: bool = False
    elsewhere: int | None = None


def shared_weights(a: Document, b: Document, alignment: Alignment) -> dict[tuple[int, int], float]:
    """How much the paragraphs share: the letters of their matched sentences, weighted by similarity."""
    of_a, of_b = _paragraph_of_sentence(a), _paragraph_of_sentence(b)
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for i, j, similarity in alignment:
        length = min(a.sentences[i].end - a.sentences[i].start, b.sentences[j].end - b.sentences[j].start)
        weights[of_a[i], of_b[j]] += similarity * length
    return weights


def facing(left: int, right: int, weights: Weights) -> list[Row]:
    """The rows of a page for so many paragraphs on each side: the left in its order, the right beside it.

    A paragraph of the right that has no partner comes after the one it follows in its own draft.
    """
    pairs = _paired(weights)
    partner_of = {j: i for i, j in pairs.items()}
    lefts = _joined(left, pairs, _best(weights, side=0))
    rights = _joined(right, partner_of, _best(weights, side=1))
    steady = _in_order(pairs)
    after = _between(right, rights, steady)
    lefts_of, rights_of = _members(lefts), _members(rights)
    rows = list(after[-1])
    for i in range(left):
        if i not in lefts:
            rows.append(Row(left=(i,)))
        elif i == lefts_of[lefts[i]][0]:
            core = partner_of[lefts[i]]
            rows.append(Row(lefts_of[lefts[i]], rights_of[core], moved=core not in steady))
        rows += after[i]
    return rows


def _paragraph_of_sentence(document: Document) -> list[int]:
    """For each sentence the paragraph that it begins in."""
    starts = [paragraph.start for paragraph in paragraphs(document.text)]
    return [max(bisect_right(starts, sentence.start) - 1, 0) for sentence in document.sentences]


def _paired(weights: Weights) -> dict[int, int]:
    """Left to right, one to one, the heaviest first."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return dict(sorted(pairs.items()))


def _best(weights: Weights, *, side: int) -> dict[int, int]:
    """For each paragraph of one side the one of the other that it shares most with."""
    best: dict[int, tuple[float, int]] = {}
    for pair, weight in weights.items():
        best[pair[side]] = max(best.get(pair[side], (0.0, 0)), (weight, pair[1 - side]))
    return {place: partner for place, (_, partner) in best.items()}


def _joined(count: int, pairs: Mapping[int, int], best: Mapping[int, int]) -> dict[int, int]:
    """The pairs, and the neighbours that tell the same paragraph further: one may face several."""
    partners = dict(pairs)
    onwards = list(pairwise(range(count)))
    backwards = [(after, before) for before, after in reversed(onwards)]
    for neighbour, place in (*onwards, *backwards):
        if place not in partners and place in best and partners.get(neighbour) == best[place]:
            partners[place] = best[place]
    return partners


def _members(partners: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    """Turned round: who shares a partner, in order."""
    members: dict[int, tuple[int, ...]] = defaultdict(tuple)
    for place in sorted(partners):
        members[partners[place]] += (place,)
    return members


def _in_order(pairs: Mapping[int, int]) -> set[int]:
    """The left ends of the longest run of pairs that keep the order of both drafts; all others moved."""
    here, there = list(pairs), sorted(pairs, key=lambda i: pairs[i])
    steps = LCSseq.opcodes(here, there)
    return {here[place] for step in steps if step.tag == "equal" for place in range(step.src_start, step.src_end)}


def _between(right: int, rights: Mapping[int, int], steady: set[int]) -> dict[int, list[Row]]:
    """Rows for what faces nothing on the left, keyed by the left paragraph that they come after; -1 is the top."""
    after: dict[int, list[Row]] = defaultdict(list)
    anchor = -1
    for j in range(right):
        partner = rights.get(j)
        if partner is None:
            after[anchor].append(Row(right=(j,)))
        elif partner in steady:
            anchor = partner
        elif rights.get(j - 1) != partner:
            after[anchor].append(Row(elsewhere=j))
    return after
