"""The same quotation comes from two mouths.

Catches a quotation that both drafts carry and give to speakers who are not the same.
Ignores a speaker told by surname, title or pronoun only, a name spelt in two ways (see name), a spokesman for a body
that the other draft names, and short phrases that anyone may say.
"""

from collections.abc import Iterator

from analysis.comparing.counterparts import surname, two_spellings
from analysis.comparing.disagreements import disagreement
from analysis.comparing.pairs import Pair
from analysis.comparing.passages import Passage
from analysis.comparing.questions import answered, in_short
from analysis.comparing.sides import Side
from analysis.document import Label, Speaker
from analysis.findings import Evidence, Finding, Kind

WHY = "Somebody said these words; the drafts name two different people."
LEAST = 2  # runs of words: one alone may be a saying
SHARE = 0.5  # of the shorter quotation's runs of words


def compare(pair: Pair) -> Iterator[Finding]:
    for one, other in pair.same_quotations:
        speaker, another = one.speaker, other.speaker
        if speaker and another and _same_words(one, other) and _two_people(pair, speaker, another):
            yield _finding(pair, one, speaker, another, {*one.said} & {*other.said})


def _same_words(one: Passage, other: Passage) -> bool:
    shared = len({*one.shingles} & {*other.shingles})
    return shared >= max(LEAST, SHARE * min(len({*one.shingles}), len({*other.shingles})))


def _two_people(pair: Pair, one: Speaker, other: Speaker) -> bool:
    """Two people called by their names: a pronoun may be anybody's, and a name told two ways is for the name check."""
    if not (pair.a.calls_by_name(one) and pair.b.calls_by_name(other)) or one.entity is None or other.entity is None:
        return False
    names = one.name or "", other.name or ""
    same = pair.counterparts.get(one.entity) == other.entity or surname(names[0]) == surname(names[1])
    return (
        not same
        and not two_spellings(*names)
        and _label(pair.a, one.entity) is _label(pair.b, other.entity) is Label.PERSON
    )


def _label(side: Side, entity: int) -> Label:
    return side.document.entities[entity].label


def _finding(pair: Pair, said: Passage, one: Speaker, other: Speaker, shared: set[str]) -> Finding:
    names = one.name or pair.a.words(one), other.name or pair.b.words(other)
    return disagreement(
        pair,
        Kind.SPEAKER,
        [one],
        [other],
        subject=" ".join(sorted(shared)),
        values=names,
        message=answered(f"Who said “{in_short(pair.a, said)}”?", *names),
        why=WHY,
        evidence=Evidence.QUOTATION,
    )
