"""A rule, ban or offer covers one thing here and another there.

Catches "all" against "some" or "only" of one thing or under one verb, the same ban, rule, tax or charge said to fall
on different people, bodies or countries, one trade held back in other goods, and the same good opened to others than in
the other draft.
Ignores a rule that only one draft spells out, and a trade that is not what both drafts are about. Who is let in is a
note: a draft need not name all.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from analysis.comparing.changes import Change
from analysis.comparing.disagreements import disagreement, shortened
from analysis.comparing.extents import REACHES, clash, extents
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import answered, in_context
from analysis.comparing.restraints import restraints
from analysis.comparing.sides import Side
from analysis.document import Form, Mention
from analysis.findings import Evidence, Finding, Kind
from analysis.lexicon.sameness import place_key
from analysis.spans import Span, Spanned, overlaps

WHY = "Whom or what a rule covers decides what it means; the drafts draw the line in different places."
RULES = frozenset(
    "ban embargo sanction restriction prohibition moratorium curfew lockdown tax tariff levy duty charge fine subsidy "
    "exemption waiver offer deal recall limit cap quota freeze blockade boycott order law rule".split()
)
GRANTS = frozenset("supply provide give grant license licence access".split())
IN_A_ROW = len(" and the ")  # characters between two names of one list
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


Cover = tuple[str, Span, frozenset[str]]  # the rule, the words that name who is covered, and their names


def _covered(side: Side) -> Iterator[Cover]:
    """The rules of a draft with what they fall on: "an embargo on grain from Brazil"."""
    for index, token in enumerate(side.parse.tokens):
        if token.lemma.lower() in RULES and token.pos == "NOUN":
            yield from _named_below(side, index, token.lemma.lower())


def _recipients(side: Side) -> Iterator[Cover]:
    """Who gets what: "supply gas to Norway", "trawlers will have access"."""
    for index, token in enumerate(side.parse.tokens):
        if token.lemma.lower() in GRANTS:
            yield from _named_below(side, index, "access")
            if token.pos == "NOUN":
                yield from _holders(side, index)


def _named_below(side: Side, index: int, rule: str) -> Iterator[Cover]:
    """The names in what follows a rule with "on", "against", "for" …"""
    if any(side.parse.lower[below] in COVERING for below in side.parse.children[index]):
        yield from _cover(side, rule, range(index + 1, side.parse.subtree(index)[1]))


def _holders(side: Side, access: int) -> Iterator[Cover]:
    """The subject of "have access"."""
    subject = side.parse.child(side.parse.tokens[access].head, "nsubj")
    if subject is not None:
        yield from _cover(side, "access", range(*side.parse.subtree(subject)))


def _cover(side: Side, rule: str, words: range) -> Iterator[Cover]:
    place = side.shown(words)
    named = _row(found for found in side.mentions_at(place) if found.form is Form.NAME)
    if named:
        yield rule, Span(named[0].start, named[-1].end), frozenset(_key(side, found) for found in named)


def _row(mentions: Iterable[Mention]) -> list[Mention]:
    """The first name and those listed with it: "Norway, Iceland and Chile"."""
    row: list[Mention] = []
    for mention in mentions:
        if row and mention.start - row[-1].end > IN_A_ROW:
            break
        row.append(mention)
    return row


def _key(side: Side, mention: Mention) -> str:
    return place_key(side.document.entities[mention.entity].name)


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
