"""What editors ruled on names, laid over a draft that was read before: to show at once, until it is read again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.document import Document, Entity, Form, Mention, Ruling
from analysis.spans import Spanned

AROUND_A_NAME = ' \t\n"“”‘,;:!?()[]…—–'
STOP_OF_A_SENTENCE = re.compile(r"(?<=\w{5})\.$")  # "Inc." keeps its own
POSSESSIVE = re.compile(r"'s?$")


def reaches(ruling: Ruling, spelt: Sequence[str]) -> bool:
    """Whether it speaks of an entity of these spellings: one bears the ruled name, or all are forms of it."""
    return ruling.name in spelt or {ruling.name, *ruling.forms}.issuperset(spelt)


def pattern_of(name: str) -> re.Pattern[str]:
    """Finds the name as whole words, over any blanks, in a text with typewriter apostrophes."""
    words = r"\s+".join(re.escape(word) for word in plain_apostrophes(name).split())
    return re.compile(rf"(?<!\w){words}(?!\w)")


def plain_name(words: str) -> str:
    """The name in words that somebody selected or typed: in one line, without what stands around it."""
    name = " ".join(plain_apostrophes(words).split()).strip(AROUND_A_NAME)
    return POSSESSIVE.sub("", STOP_OF_A_SENTENCE.sub("", name)).strip(AROUND_A_NAME)


def plain_apostrophes(text: str) -> str:
    """The text with every apostrophe as a typewriter writes it; offsets stand."""
    return text.replace("’", "'")


def as_ruled(document: Document, rulings: Sequence[Ruling]) -> Document:
    """The document with the labels that were ruled. Entities keep their index; what is no name has no mention more."""
    if not rulings:
        return document
    heard = {number: ruling for number, entity in enumerate(document.entities) if (ruling := _on(entity, rulings))}
    entities = [_labelled(entity, heard.get(number)) for number, entity in enumerate(document.entities)]
    mentions = [
        replace(mention, label=entities[mention.entity].label)
        for mention in document.mentions
        if mention.entity not in heard or heard[mention.entity].label
    ]
    for ruling in rulings:
        added = _unmarked(document.text, ruling, len(entities), mentions) if ruling not in heard.values() else []
        if added:
            mentions += added
            entities.append(Entity(ruling.name, added[0].label))
    return replace(document, mentions=tuple(sorted(mentions, key=lambda at: at.start)), entities=tuple(entities))


def _on(entity: Entity, rulings: Sequence[Ruling]) -> Ruling | None:
    """The word on this entity: first the one on its own name, then one on another of its spellings."""
    spelt = [entity.name, *entity.aliases]
    reaching = [ruling for ruling in rulings if reaches(ruling, spelt)]
    return next((ruling for ruling in reaching if ruling.name == entity.name), reaching[0] if reaching else None)


def _labelled(entity: Entity, ruling: Ruling | None) -> Entity:
    return replace(entity, label=ruling.label) if ruling and ruling.label else entity


def _unmarked(text: str, ruling: Ruling, entity: int, marked: Sequence[Spanned]) -> list[Mention]:
    """Where the ruled name stands and nothing is marked, as mentions of that entity."""
    if ruling.label is None:
        return []
    taken = bytearray(len(text))
    for span in marked:
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    places = [match.span() for match in pattern_of(ruling.name).finditer(plain_apostrophes(text))]
    return [Mention(start, end, ruling.label, Form.NAME, entity) for start, end in places if not any(taken[start:end])]
