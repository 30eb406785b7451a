"""When the meaning model is heard: what it says, weighed with how the two sentences differ."""

import re
from collections.abc import Iterator, Sequence
from math import log1p

from analysis.comparing.pairs import Pair
from analysis.comparing.verdicts import Sign, Verdict, log_odds
from analysis.lexicon.denying import DENYING

WORD = re.compile(r"\w+")
Place = tuple[int, int]


def heard(pair: Pair) -> Iterator[tuple[Place, Verdict]]:
    """The sentences, by their index, that the model holds for a contradiction so firmly that it may say so."""
    for place, verdict in pair.verdicts.items():
        if pair.judge is not None and pair.judge.hearing[pair.way(*place)].hears(signs(pair, place, verdict)):
            yield place, verdict


def signs(pair: Pair, place: Place, verdict: Verdict) -> dict[Sign, float]:
    """A figure for every sign, the same whichever draft comes first."""
    changes = pair.changed.get(place, ())
    one, other = (WORD.findall(said.lower()) for said in pair.sentences(*place))
    exchanged = (WORD.search(pair.a.words(change.a)) and WORD.search(pair.b.words(change.b)) for change in changes)
    return {
        Sign.SURE: log_odds(verdict.contradiction),
        Sign.EXCHANGED: float(any(exchanged)),  # else words were only put in or struck out
        Sign.DIFFERING: _differing(one, other),
        Sign.LONG: log1p(len(one) + len(other)),
        Sign.UNEVEN: abs(log1p(len(one)) - log1p(len(other))),
        Sign.CHANGES: log1p(len(changes)),
        Sign.DENIED: float(DENYING.isdisjoint(one) != DENYING.isdisjoint(other)),
    }


def _differing(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the words of both that the other sentence lacks."""
    shared = set(one) & set(other)
    lacking = sum(word not in shared for word in (*one, *other))
    return lacking / max(1, len(one) + len(other))
