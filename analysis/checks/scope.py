"""A rule, ban or offer covers one thing here and another there.

Catches "all" against "some" or "only" of one thing or under one verb, the same ban, rule, tax or charge said to fall
on different people, bodies or countries, one trade held back in other goods, and the end of one rule that gives the
same people what one body makes here and what another makes there.
Ignores a rule that only one draft spells out, and a trade that is not what both drafts are about. That others are let
in as well is a note: a draft need not name all.
"""

from collections.abc import Iterator
from itertools import product

from analysis.comparing.changes import Change
from analysis.comparing.disagreements import disagreement, shortened
from analysis.comparing.extents import REACHES, clash, extents
from analysis.comparing.grants import grants, keys_of, named_in
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import answered, in_context
from analysis.comparing.restraints import restraints
from analysis.comparing.sides import Side
from analysis.findings import Evidence, Finding, Kind
from analysis.spans import Span, Spanned, overlaps

WHY = "Whom or what a rule covers decides what it means; the drafts draw the line in different places."
RULES = frozenset(
    "ban embargo sanction restriction prohibition moratorium curfew lockdown tax tariff levy duty charge fine subsidy "
    "exemption waiver offer deal recall limit cap quota freeze blockade boycott order law rule".split()
)
COVERING = frozenset({"on", "against", "for", "of", "to", "covering", "over"})


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        if _narrowed(pair, change):
            yield _limited(pair, change.a, change.b, Evidence.REVISED)
    for match in pair.written_apart:
        for one, other in product(extents(pair.a, match.a), list(extents(pair.b, match.b))):
            if clash(one, other):
                yield _limited(pair, one, other, Evidence.NEAR)
    yield from _restrained(pair)
    yield from _apart(pair, _covered(pair.a), _covered(pair.b), conflict=True)
    yield from _given(pair)
    yield from _apart(pair, _recipients(pair.a), _recipients(pair.b), conflict=False)


def _narrowed(pair: Pair, change: Change) -> bool:
    left = {pair.a.parse.lower[word] for word in change.words_a} & REACHES.keys()
    right = {pair.b.parse.lower[word] for word in change.words_b} & REACHES.keys()
    return bool(left) and bool(right) and left != right


def _limited(pair: Pair, a: Spanned, b: Spanned, evidence: Evidence) -> Finding:
    said = f"“{_phrase(pair.a, a)}”", f"“{_phrase(pair.b, b)}”"
    return disagreement(
        pair,
        Kind.SCOPE,
        [a],
        [b],
        subject=pair.topic(a, b),
        message=answered("How far does this go?", *said),
        why=WHY,
        evidence=evidence,
    )


def _phrase(side: Side, place: Spanned) -> str:
    """The words with the noun that they limit: "all schools" for "all"."""
    ends = (found.end for found in extents(side, side.sentence_of(place)) if overlaps(found, place))
    return side.words(Span(place.start, max((place.end, *ends))))


def _restrained(pair: Pair) -> Iterator[Finding]:
    """One trade held back in other goods, where both drafts are about that trade."""
    here, there = list(restraints(pair.a)), list(restraints(pair.b))
    for trade in sorted({each.trade for each in here} & pair.central):
        told = [(one, other) for one, other in product(here, there) if one.trade == other.trade == trade]
        if told and not any(one.may_be(other) for one, other in told):
            a, b = shortened(pair.a, pair.a.shown(told[0][0].words)), shortened(pair.b, pair.b.shown(told[0][1].words))
            yield disagreement(
                pair,
                Kind.SCOPE,
                [a],
                [b],
                subject=f"{trade} held back",
                message=answered("What was held back?", f"“{pair.a.words(a)}”", f"“{pair.b.words(b)}”"),
                why=WHY,
                evidence=Evidence.DEED,
            )


def _given(pair: Pair) -> Iterator[Finding]:
    """The same recipients, given what another body makes, where both drafts are about one rule that let them in."""
    if not RULES & pair.central:
        return
    for one, other in product(list(grants(pair.a)), list(grants(pair.b))):
        if one.is_of_other_goods(other):
            a, b = shortened(pair.a, one.whole), shortened(pair.b, other.whole)
            values = " ".join(sorted(one.goods | one.makers)), " ".join(sorted(other.goods | other.makers))
            said = f"“{pair.a.words(a)}”", f"“{pair.b.words(b)}”"
            yield disagreement(
                pair,
                Kind.SCOPE,
                [a],
                [b],
                subject=f"goods for {' '.join(sorted(one.recipients & other.recipients))}",
                values=values,
                message=answered("Who gets what?", *said),
                why=WHY,
                evidence=Evidence.DEED,
            )


Cover = tuple[str, Span, frozenset[str]]  # the rule, the words that name who is covered, and their names


def _covered(side: Side) -> Iterator[Cover]:
    """The rules of a draft with what they fall on: "an embargo on grain from Brazil"."""
    for index, token in enumerate(side.parse.tokens):
        if token.lemma.lower() in RULES and token.pos == "NOUN":
            yield from _named_below(side, index, token.lemma.lower())


def _recipients(side: Side) -> Iterator[Cover]:
    """Who gets what: "supply gas to Norway", "trawlers will have access"."""
    return (("access", grant.named, grant.recipients) for grant in grants(side))


def _named_below(side: Side, index: int, rule: str) -> Iterator[Cover]:
    """The names in what follows a rule with "on", "against", "for" …"""
    if any(side.parse.lower[below] in COVERING for below in side.parse.children[index]):
        yield from _cover(side, rule, range(index + 1, side.parse.subtree(index)[1]))


def _cover(side: Side, rule: str, words: range) -> Iterator[Cover]:
    if named := named_in(side, words):
        yield rule, Span(named[0].start, named[-1].end), keys_of(side, named)


def _apart(pair: Pair, here: Iterator[Cover], there: Iterator[Cover], *, conflict: bool) -> Iterator[Finding]:
    for (rule, a, covered), (same, b, others) in product(list(here), list(there)):
        differ = not covered & others if conflict else covered != others and bool(covered & others)
        if rule == same and differ and (not conflict or _of_one_thing(pair, a, b)):
            values = ", ".join(sorted(covered)), ", ".join(sorted(others))
            question = f"Whom or what does the {rule} cover?" if conflict else f"Who gets {rule}?"
            said = f"“{in_context(pair.a, a)}”", f"“{in_context(pair.b, b)}”"
            yield disagreement(
                pair,
                Kind.SCOPE,
                [a],
                [b],
                subject=rule,
                values=values,
                message=answered(question, *said),
                why=WHY,
                conflict=conflict,
                evidence=Evidence.DEED,
            )


def _of_one_thing(pair: Pair, a: Span, b: Span) -> bool:
    """Whether the sentences around speak of the same thing."""
    sentences = pair.a.sentence_of(a), pair.b.sentence_of(b)
    shared = pair.a.sentence_contents[sentences[0]] & pair.b.sentence_contents[sentences[1]]
    return sentences in pair.matched or len(shared) >= 3
