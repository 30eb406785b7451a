"""When the meaning model is heard: what it says, weighed with how the two sentences differ."""

import re
from collections.abc import Iterator, Sequence
from math import log1p

from analysis.comparing.changes import Change
from analysis.comparing.pairs import Pair
from analysis.comparing.verdicts import Sign, Verdict, log_odds
from analysis.lexicon.denying import DENYING_A_STATEMENT

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
    exchanged = sum(_exchanges(pair, change) for change in changes)
    return {
        Sign.SURE: log_odds(verdict.contradiction),
        Sign.EXCHANGED: float(exchanged > 0),
        Sign.ALONE: float(exchanged == len(changes) == 1),
        Sign.LACKING: log1p(_lacking(one, other)),
        Sign.UNEVEN: abs(log1p(len(one)) - log1p(len(other))),
        Sign.LONG: log1p(len(one) + len(other)),
        Sign.DENIED: float(DENYING_A_STATEMENT.isdisjoint(one) != DENYING_A_STATEMENT.isdisjoint(other)),
    }


def _exchanges(pair: Pair, change: Change) -> bool:
    """Whether words stand in the place of others, not only put in or struck out."""
    return all(WORD.search(side.words(place)) for side, place in ((pair.a, change.a), (pair.b, change.b)))


def _lacking(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words of both the other sentence lacks."""
    shared = set(one) & set(other)
    return sum(word not in shared for word in (*one, *other))
