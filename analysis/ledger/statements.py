"""What a statement says, read so that it is known again in another draft where that is certain."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeGuard

from analysis.document import Claim, Document, Form, Label, Mention, Quantity, QuantityKind
from analysis.fingerprints import plain_words
from analysis.spans import inside, overlaps

FIGURE, DATE, NAME = "#", "@date", "@name"  # what stands in a statement's words for one of its values
OPEN = "? "  # before the words of a value that nobody can tell: "last year" in a draft without a date
WHEN = frozenset({QuantityKind.DATE, QuantityKind.TIME})
SPOKEN = frozenset("i me my mine myself we us our ours ourselves".split())
BACKWARD = frozenset("he him his she her hers they them this these those both others another former latter".split())
OPENING = frozenset("it its their that such".split())  # further on in a statement they mean somebody named in it
ARTICLES = frozenset({"a", "an", "the"})
WORD = re.compile(r"[^\s,.;:]+(?:[.,:]\w+)*")
SHORTENED = (("can't", "can not"), ("won't", "will not"), ("n't", " not"), ("cannot", "can not"))

Value: TypeAlias = Quantity | Mention


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom or what some words of a statement mean: `name` is the fullest one that the draft gives, None if unknown."""

    label: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement's words without articles and marks, in lower case, with its values apart, in their order.

    `figures` and `dates` are normalised; one that cannot be is told by its words behind OPEN (None, read long ago).
    `names` are those that it spells out; `meant` whom "he", "we" or "the company" mean.
    """

    words: tuple[str, ...]
    figures: tuple[str | None, ...] = ()
    dates: tuple[str | None, ...] = ()
    names: tuple[Bearer, ...] = ()
    meant: tuple[Bearer, ...] = ()


def statement_of(document: Document, claim: Claim) -> Statement:
    """The statement that a claim makes in its draft."""
    values = _values(document, claim)
    words = list(_told(document, claim, values))
    figures = [value for value in values if isinstance(value, Quantity)]
    return Statement(
        words=tuple(words),
        figures=tuple(_known_as(document, figure) for figure in figures if figure.kind not in WHEN),
        dates=tuple(_known_as(document, figure) for figure in figures if figure.kind in WHEN),
        names=tuple(_bearer(document, value) for value in values if _is_name(value)),
        meant=(*_referred(document, values, words), *_spoken(claim, words)),
    )


def value_of(quantity: Quantity) -> str | None:
    """A figure or date as it can be compared: "£1.2bn" and "1.2 billion pounds" come out the same."""
    if quantity.low is None and quantity.high is None:
        return None
    unit = f" {quantity.unit}" if quantity.unit and quantity.kind not in WHEN else ""
    rate = f" a {quantity.per}" if quantity.per else ""
    return f"{quantity.kind} {_edge(quantity.low)} {_edge(quantity.high)}{unit}{rate}"


def _known_as(document: Document, quantity: Quantity) -> str:
    """Tuesday is not Thursday, whatever day either was."""
    return value_of(quantity) or f"{OPEN}{plain_words(document.text[quantity.start : quantity.end])}"


def _edge(value: object) -> str:
    return f"{value:.15g}" if isinstance(value, float | int) else str(value or "open")


def _values(document: Document, claim: Claim) -> list[Value]:
    """Its figures, dates and names in order, none inside another."""
    found: list[Value] = [*inside(claim, document.mentions), *inside(claim, document.quantities)]
    chosen: list[Value] = []
    for value in sorted(found, key=lambda each: (each.start, -each.end)):
        if not chosen or not overlaps(chosen[-1], value):
            chosen.append(value)
    return chosen


def _told(document: Document, claim: Claim, values: Sequence[Value]) -> Iterator[str]:
    """Its words in order, each figure, date and name by its sign."""
    at = claim.start
    for value in values:
        yield from _words(document.text[at : value.start])
        if isinstance(value, Quantity):
            yield DATE if value.kind in WHEN else FIGURE
        elif value.form == Form.NAME:
            yield NAME
        else:
            yield from _words(document.text[value.start : value.end])
        at = value.end
    yield from _words(document.text[at : claim.end])


def _words(text: str) -> list[str]:
    whole = text.lower().replace("’", "'")
    for short, long in SHORTENED:
        whole = whole.replace(short, long)
    return [word for word in WORD.findall(plain_words(whole)) if word not in ARTICLES]


def _referred(document: Document, values: Sequence[Value], words: Sequence[str]) -> Iterator[Bearer]:
    """Whom "she" and "the company" mean; a pronoun that nobody resolved means somebody unknown."""
    resolved = [value for value in values if isinstance(value, Mention) and value.form != Form.NAME]
    pronouns = [value for value in resolved if value.form == Form.PRONOUN]
    yield from (_bearer(document, value) for value in resolved)
    unresolved = sum(word in BACKWARD for word in words) + (not OPENING.isdisjoint(words[:1])) - len(pronouns)
    yield from (Bearer("", None) for _ in range(unresolved))


def _spoken(claim: Claim, words: Sequence[str]) -> list[Bearer]:
    """Who "I" or "we" is, once: the speaker."""
    if SPOKEN.isdisjoint(words):
        return []
    return [Bearer(Label.PERSON, plain_words(claim.speaker) if claim.speaker else None)]


def _is_name(value: Value) -> TypeGuard[Mention]:
    return isinstance(value, Mention) and value.form == Form.NAME


def _bearer(document: Document, mention: Mention) -> Bearer:
    entity = document.entities[mention.entity]
    return Bearer(mention.label, plain_words(entity.name))
