"""Bodies that the model misses or takes for something else: teams called by their city, makers, councils, courts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.document import Label
from analysis.entities.names import Name, written
from analysis.entities.titles import (
    BODY_ENDINGS,
    BODY_NOUNS,
    BODY_OPENINGS,
    CHAMBERS,
    CLUB_ENDINGS,
    DOUBLED,
    PLAYING_STATES,
)
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
NICKNAMED = frozenset({Label.PRODUCT, Label.WORK_OF_ART, Label.EVENT, Label.FAC, Label.PERSON})
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
    teams = (_is_team(parse, name) or _is_nickname(parse, name) for name in told)
    return [replace(name, label=Label.ORG) if team else name for name, team in zip(told, teams, strict=True)]


def named_bodies(parse: Parse) -> Iterator[Name]:
    """Capitalised words with one for a body at their end or before "of": "U.S. Senate", "Bank of Lorne"."""
    for index, word in enumerate(parse.lower):
        if not parse.words[index][0].isupper() or parse.words[index].isupper():
            continue
        first, last = _opening(parse, index), _behind_of(parse, index) if word in BODY_OPENINGS else index + 1
        if last > index + 1 or (word in BODY_ENDINGS and (first < index or word in CHAMBERS)):
            yield Name(first, last, Label.ORG)


def _opening(parse: Parse, index: int) -> int:
    """Where the capitalised words before a word begin."""
    first = index
    while first and index - first < LONGEST and _is_part(parse, first - 1):
        first -= 1
    return first


def _behind_of(parse: Parse, index: int) -> int:
    """Where the capitalised words behind "of" or "for" end, and those behind "and" for bodies with two fields."""
    last = index + 1
    if parse.lower[last : last + 1] not in (["of"], ["for"]) or not _is_capital(parse, last + 1):
        return last
    last += 2
    while last - index < 2 * LONGEST and _is_capital(parse, last):
        last += 1
        if parse.lower[last : last + 1] == ["and"] and parse.lower[index] in DOUBLED and _is_capital(parse, last + 1):
            last += 1
    return last


def _is_capital(parse: Parse, index: int) -> bool:
    """A capitalised name word, on the line of the one before it."""
    if index >= len(parse.words) or parse.tokens[index].pos not in ("PROPN", "ADJ", "NOUN"):
        return False
    return parse.words[index][0].isupper() and parse.tokens[index].start - parse.tokens[index - 1].end <= 1


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


def _is_nickname(parse: Parse, name: Name) -> bool:
    """ "Wexley Town"; "the Kestrels": a plural with an article before it."""
    if name.last - name.first > 1 and parse.lower[name.last - 1] in CLUB_ENDINGS:
        return name.label in NICKNAMED | TOLD_AS_PLACES and not _is_placed(parse, name)
    plural = parse.lower[name.last - 1].endswith("s") and parse.tokens[name.last - 1].tag in ("NNPS", "NNP", "NNS")
    return name.label in NICKNAMED and plural and name.first > 0 and parse.lower[name.first - 1] == "the"


def _is_team(parse: Parse, name: Name) -> bool:
    """A town or state that plays: it does the verb of a game, or is what one is done to; a country stays a place."""
    place = place_key(written(parse, name))
    if name.label not in TOLD_AS_PLACES or (known_place(place) and place not in PLAYING_STATES):
        return False
    if _is_placed(parse, name):
        return False
    before = parse.lower[name.first - 1] if name.first else ""
    head = parse.head_of(name.first, name.last)
    token = parse.tokens[head]
    verb = parse.tokens[parse.verb_over(head) or head].lemma
    if token.dep in ("nsubj", "dobj", "nsubjpass", "poss", "dative"):
        return token.dep == "poss" or verb in GAMES
    return token.dep == "pobj" and before in AGAINST


def _is_placed(parse: Parse, name: Name) -> bool:
    return name.first > 0 and parse.lower[name.first - 1] in PLACED
