"""Sentences turned by their grammar: into the passive, their parts in another order, or less of them."""

from collections.abc import Iterator

from analysis.language import Reading
from analysis.parse import Parse
from analysis.spans import Span
from training.meaning.wording import inflected, opening

# What holds both ways round.
MUTUAL = frozenset(
    "meet marry join face play discuss co-star equal resemble tie divorce date share include feature".split()
)
DETAILS = frozenset("advcl relcl appos prep npadvmod advmod acl amod".split())
CLOSING = ("in", "on", "during", "after")


def participants(reading: Reading) -> tuple[Span, Span] | None:
    """The names of who acts and of who is acted upon, where it makes a difference which is which."""
    parse = reading.parse
    for index, token in enumerate(parse.tokens):
        actor = parse.child(index, "nsubj", "nsubjpass")
        other = _acted_upon(parse, index)
        if token.pos != "VERB" or token.lemma.lower() in MUTUAL or actor is None or other is None:
            continue
        if parse.tokens[actor].pos == parse.tokens[other].pos == "PROPN":
            return _name(parse, actor), _name(parse, other)
    return None


def passive(reading: Reading, *, swapped: bool) -> Iterator[str]:
    """ "A praised B in May" as "B was praised by A in May"; swapped, it is A that was praised."""
    parse = reading.parse
    for root, token in enumerate(parse.tokens):
        actor, other = parse.child(root, "nsubj"), parse.child(root, "dobj")
        if token.dep != "ROOT" or token.tag != "VBD" or actor is None or other is None or token.lemma.lower() in MUTUAL:
            continue
        subject, thing = _whole(parse, actor), _whole(parse, other)
        if subject.start == 0 and thing.start - token.end == 1 and parse.tokens[actor].pos not in ("PRON", "DET"):
            yield _turned(parse, root, *((thing, subject) if swapped else (subject, thing)), behind=thing.end)


def reordered(reading: Reading) -> Iterator[str]:
    """The words before the first comma put last, or a closing "in …" or "on …" put first."""
    parse = reading.parse
    text = parse.text.rstrip(" .")
    first = parse.tokens[0]
    opened = text.split(", ", 1)
    if first.pos in ("ADP", "SCONJ") and len(opened) == 2 and len(opened[0].split()) < 9 and "," not in opened[1]:
        yield f"{opened[1][:1].upper()}{opened[1][1:]} {opened[0][:1].lower()}{opened[0][1:]}."
    for index, token in enumerate(parse.tokens):
        start, end = parse.subtree(index)
        closes = parse.tokens[end - 1].end >= len(text)
        root = parse.tokens[token.head].dep == "ROOT"
        if (
            token.dep == "prep"
            and root
            and closes
            and parse.lower[index] in ("in", "on", "during", "after")
            and start > 3
        ):
            main = opening(text[: token.start].rstrip(" ,"), proper=first.pos == "PROPN")
            yield f"{text[token.start].upper()}{text[token.start + 1 :]}, {main}."


def listed_otherwise(reading: Reading) -> Iterator[str]:
    """ "A and B" as "B and A"."""
    parse = reading.parse
    for index, token in enumerate(parse.tokens):
        other, word = parse.child(index, "conj"), parse.child(index, "cc")
        if other is None or word is None or parse.lower[word] != "and" or token.pos not in ("PROPN", "NOUN", "ADJ"):
            continue
        one, two = _name(parse, index), _name(parse, other)
        if parse.tokens[other].pos == token.pos and two.start - one.end == len(" and ") and token.dep != "conj":
            text = parse.text
            yield text[: one.start] + two.of(text) + " and " + one.of(text) + text[two.end :]


def shortened(reading: Reading) -> Iterator[str]:
    """The sentence without one of its details."""
    parse = reading.parse
    for index, token in enumerate(parse.tokens):
        start, end = parse.subtree(index)
        if token.dep not in DETAILS or start == 0 or end - start > len(parse.tokens) / 2:
            continue
        span = parse.span(start, end)
        before, after = parse.text[: span.start].rstrip(), parse.text[span.end :]
        if before.endswith(",") or (before.endswith("(") and after.startswith(")")):
            before, after = before[:-1].rstrip(), after.lstrip(",)")
        glue = "" if after[:1] in ".,;:)" or after.startswith(" ") else " "
        yield f"{before}{glue}{after}"


def _acted_upon(parse: Parse, verb: int) -> int | None:
    agent = parse.child(verb, "agent", "prep")
    return parse.child(verb, "dobj") or (agent is not None and parse.child(agent, "pobj")) or None


def _turned(parse: Parse, root: int, actor: Span, thing: Span, *, behind: int) -> str:
    text, token = parse.text, parse.tokens[root]
    plural = parse.tokens[parse.at(thing.end - 1)].tag in ("NNS", "NNPS") or " and " in thing.of(text)
    said = f"{'were' if plural else 'was'} {inflected(token.lemma, 'VERB', 'VBN')} by"
    first = parse.tokens[parse.at(actor.start)]
    doer = actor.of(text) if first.pos == "PROPN" else actor.of(text)[:1].lower() + actor.of(text)[1:]
    opened = thing.of(text)
    return f"{opened[:1].upper()}{opened[1:]} {said} {doer}{text[behind:]}"


def _whole(parse: Parse, index: int) -> Span:
    return parse.span(*parse.subtree(index))


def _name(parse: Parse, index: int) -> Span:
    """A word with those before it that belong to it, and nothing behind it."""
    start = min(
        [
            index,
            *(
                below
                for below in parse.children[index]
                if parse.tokens[below].dep in ("compound", "amod", "det", "nummod")
            ),
        ]
    )
    return parse.span(start, index + 1)
