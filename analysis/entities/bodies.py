"""Bodies that the model misses or takes for something else: teams called by their city, makers, councils, courts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.document import Label
from analysis.entities.names import Name, written
from analysis.entities.titles import BODY_ENDINGS, BODY_NOUNS, CHAMBERS, PLAYING_STATES
from analysis.lexicon.sameness import known_place, place_key
from analysis.parse import Parse

SCORE = re.compile(r"(?<![\w$£€-])\d{1,3}-\d{1,3}(?![\w-])")
SCORES_OF_A_REPORT = 3  # results and standings from which on a draft tells of games
GAMES = frozenset(
    "beat win lose host score defeat lead trail outscore rally cruise edge play visit punt draw tie kick shoot rout "
    "top stun hold face blank upset thrash sweep drop improve fall advance qualify meet dominate crush down force "
    "outlast overcome open sign trade draft".split()
)
AGAINST = frozenset("over against past for with by on put give hand".split())
PLACED = frozenset("in at near from to outside through around across".split())
TOLD_AS_PLACES = frozenset({Label.GPE, Label.LOC})
RELABELLED = frozenset({Label.GPE, Label.LOC, Label.PERSON, Label.PRODUCT, Label.FAC, Label.EVENT})
LONGEST = 6  # words of a body's name


def as_bodies(parse: Parse, names: list[Name]) -> list[Name]:
    """The names, where a noun before them ("retailer Moorland") or a game that they play makes them a body."""
    surnames = {
        parse.lower[name.last - 1] for name in names if name.label == Label.PERSON and name.last - name.first > 1
    }
    called = {
        written(parse, name)
        for name in names
        if name.label in RELABELLED and parse.lower[name.last - 1] not in surnames and _is_called_body(parse, name)
    }
    told = [replace(name, label=Label.ORG) if written(parse, name) in called else name for name in names]
    if len(SCORE.findall(parse.text)) < SCORES_OF_A_REPORT:
        return told
    return [replace(name, label=Label.ORG) if _is_team(parse, name) else name for name in told]


def named_bodies(parse: Parse) -> Iterator[Name]:
    """Capitalised words that end in a word for a body: "European Commission", "U.S. Senate"; some need none."""
    for index, word in enumerate(parse.lower):
        if word not in BODY_ENDINGS or not parse.words[index][0].isupper() or parse.words[index].isupper():
            continue
        first = index
        while first and index - first < LONGEST and _is_part(parse, first - 1):
            first -= 1
        if first < index or word in CHAMBERS:
            yield Name(first, index + 1, Label.ORG)


def _is_part(parse: Parse, index: int) -> bool:
    """A capitalised name word of the same sentence: neither an article nor a possessor."""
    token, word = parse.tokens[index], parse.words[index]
    return token.pos == "PROPN" and word[0].isupper() and parse.tokens[index + 1].start - token.end <= 1


def _is_called_body(parse: Parse, name: Name) -> bool:
    """ "jacket maker Nordvane", "news agency Tamba": the noun hangs on the name, or the name on it."""
    before = name.first - 1
    if before < 0 or parse.tokens[before].tag != "NN" or not parse.words[before].islower():
        return False
    apposed = parse.tokens[name.last - 1].head == before
    return parse.lower[before] in BODY_NOUNS and (apposed or name.first <= parse.tokens[before].head < name.last)


def _is_team(parse: Parse, name: Name) -> bool:
    """A town or state that plays: it does the verb of a game, or is what one is done to; a country stays a place."""
    place = place_key(written(parse, name))
    if name.label not in TOLD_AS_PLACES or (known_place(place) and place not in PLAYING_STATES):
        return False
    before = parse.lower[name.first - 1] if name.first else ""
    if before in PLACED:
        return False
    head = parse.head_of(name.first, name.last)
    token = parse.tokens[head]
    verb = parse.tokens[parse.verb_over(head) or head].lemma
    if token.dep in ("nsubj", "dobj", "nsubjpass", "poss", "dative"):
        return token.dep == "poss" or verb in GAMES
    return token.dep == "pobj" and before in AGAINST
