"""How an editor asks for a figure: "How many passengers did the ferry carry?", "How much will the wall cost?"."""

import re

from analysis.comparing.questions import called, event_question
from analysis.comparing.sides import Side
from analysis.document import Quantity, QuantityKind
from analysis.spans import Spanned

CHANGES = frozenset(
    "climb cut decline decrease drop fall gain grow increase jump lift lower raise reduce rise shrink surge".split()
)
PRICED = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE, QuantityKind.POINTS})
COUNTED = ("NNS", "NNPS")
IDIOMS = frozenset({"tune", "sum", "amount", "figure", "order"})  # "to the tune of £3 million"
LONGEST = 4  # words of a noun that a figure describes
DESCRIBING = ("nummod", "compound", "nmod", "amod")


def amount_question(side: Side, place: Spanned) -> str | None:
    """The question that a figure answers; None where it cannot be said plainly."""
    figure = next(iter(side.quantities_at(place)), None)
    if figure is None:
        return None
    if figure.kind is QuantityKind.COUNT:
        return _how_many(side, figure)
    if figure.kind is QuantityKind.AGE:
        return _how_old(side, figure)
    return _how_much(side, figure) if figure.kind in PRICED else None


def _how_many(side: Side, figure: Quantity) -> str | None:
    """ "How many passengers did the ferry carry?", "How many homes lost power?", or of the noun alone."""
    parse = side.parse
    first, last = parse.range_of(figure)
    noun = parse.tokens[parse.head_of(first, last)].head
    if noun < last or parse.tokens[noun].tag not in COUNTED or noun - last > 2:
        return None
    counted = side.document.text[figure.end : parse.tokens[noun].end].strip()
    if not counted.replace(" ", "").replace("-", "").isalpha():
        return None
    opening = f"How many {counted}"
    if parse.tokens[noun].dep == "dobj":
        return event_question(opening, side, figure) or f"{opening}?"
    return f"{opening}?"


def _how_old(side: Side, figure: Quantity) -> str | None:
    people = {entity.name for entity in side.document.entities}
    return f"How old is {figure.of}?" if figure.of in people else None


def _how_much(side: Side, figure: Quantity) -> str | None:
    """Of what the verb tells, of the whole that it is a share of, or of the thing that it describes."""
    parse = side.parse
    first, last = parse.range_of(figure)
    head = parse.tokens[parse.head_of(first, last)]
    whole = _whole(side, last)
    if whole and figure.kind is QuantityKind.PERCENT:
        return f"What share of {whole}?"
    if head.dep == "dobj":
        return event_question("How much", side, figure)
    if head.dep == "pobj":
        return _behind_preposition(side, figure, head.head)
    thing = head.dep in DESCRIBING and last <= head.head <= last + 2 and parse.tokens[head.head].pos == "NOUN"
    if thing and figure.kind is QuantityKind.MONEY and parse.lower[head.head] != "worth":
        return f"How much for the {side.words(parse.span(last, head.head + 1))}?"
    return None


def _behind_preposition(side: Side, figure: Quantity, preposition: int) -> str | None:
    """ "How far did rents rise?", "How much is the budget?"."""
    parse = side.parse
    above = parse.tokens[preposition].head
    if parse.tokens[above].lemma in CHANGES and parse.tokens[above].pos == "VERB":
        return event_question("How far", side, figure)
    if parse.lower[preposition] != "of" or parse.tokens[above].pos != "NOUN" or parse.lower[above] in IDIOMS:
        return None
    first = parse.subtree(above)[0]
    noun = re.sub(r"^(?:an?|the) ", "", side.words(parse.span(first, above + 1)).lower())
    size = "high" if figure.kind is QuantityKind.PERCENT else "much"
    verb = "are" if parse.tokens[above].tag in COUNTED else "is"
    return f"How {size} {verb} the {noun}?" if above - first < LONGEST and noun.replace(" ", "").isalpha() else None


def _whole(side: Side, behind: int) -> str | None:
    """What a share is a share of: "critics" in "64 per cent of critics"."""
    parse = side.parse
    if parse.lower[behind : behind + 1] != ["of"]:
        return None
    noun = parse.child(behind, "pobj")
    return called(side, noun) if noun is not None else None
