"""How much a statement matters to the story that both drafts tell: where it stands, and what is at stake."""

from analysis.comparing.disagreements import GRAVE
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.document import Claim
from analysis.spans import Spanned

WINDOW = 2  # sentences of the other draft that may tell the same between them
TOLD = 0.5  # share of a statement's words that the other draft then has in one place
EARLY = 0.5  # of a draft: news is told from the top, background below


def weight(pair: Pair, side: Side, claim: Claim) -> float:
    """From 0: a claim of no interest to the other draft's writer; above 1 it belongs into the story."""
    words = side.sentence_contents[side.sentence_of(claim)]
    central = len(words & pair.central)
    if not central:
        return 0.0
    early = claim.start <= EARLY * len(side.document.text)
    return claim.score * (0.4 + 0.2 * min(central, 3)) + 0.3 * early + 0.2 * grave(side, claim)


def grave(side: Side, place: Spanned) -> bool:
    """Whether a sentence is about law, lives or accusations."""
    return not GRAVE.isdisjoint(side.sentence_contents[side.sentence_of(place)])


def told_in(other: Side, side: Side, place: Spanned) -> bool:
    """Whether a stretch of the other draft has most of the words of a sentence."""
    words, contents = side.sentence_contents[side.sentence_of(place)], other.sentence_contents
    stretches = (frozenset().union(*contents[first : first + WINDOW]) for first in range(len(contents)))
    return any(len(words & stretch) >= TOLD * len(words) for stretch in stretches)
