"""How a long passage is cut where it is shown: around its fact, at the end of a clause, and never inside a number."""

import re

from analysis.comparing.sides import Side
from analysis.spans import Span, Spanned, trimmed

WORD = re.compile(r"\S+")
SUBJECTS = ("nsubj", "nsubjpass")
LEADING = 3  # words before the comma behind "Still," or "To wit,"
TELLING = frozenset({"NOUN", "PROPN", "NUM", "PRON", "SYM"})
ENDS = frozenset(".!?")
LEAST = 8  # words that a shortened statement keeps
STOPS = frozenset(", ; : — – --".split())
JOINING = frozenset("and but while which who whom whose because although though when after before as if".split())
DANGLING = frozenset({"ADP", "CCONJ", "DET", "PART", "SCONJ", "AUX"})
TO_WIT = ["to", "wit"]


def first_words(side: Side, place: Spanned, *, most: int) -> Span:
    """The first words of a passage, fewer where a number would be cut in two."""
    ends = [found.end() for found in WORD.finditer(side.document.text, place.start, place.end)]
    if len(ends) <= most:
        return Span(place.start, place.end)
    end = ends[most - 1]
    figures = side.quantities_at(Span(end - 1, end + 1))
    cut = next((figure for figure in figures if place.start < figure.start < end < figure.end), None)
    return trimmed(side.document.text, place.start, cut.start if cut else end)


def first_clauses(side: Side, place: Spanned, *, most: int) -> Span:
    """The clauses of a passage that end within so many words, its main verb among them; else its first words."""
    first, last = side.parse.range_of(place)
    words = [word for word in range(first, last) if side.parse.words[word][0].isalnum()]
    if len(words) <= most:
        return Span(place.start, place.end)
    verb = next((word for word in words[:most] if side.parse.tokens[word].dep == "ROOT"), first)
    ends = (word for word in reversed(words[LEAST - 1 : most]) if word >= verb and _ends_clause(side, word))
    end = next(ends, None)
    return first_words(side, place, most=most) if end is None else side.parse.span(first, end + 1)


def _ends_clause(side: Side, word: int) -> bool:
    """Whether a mark or a joining word follows, and no half of a figure or name is left behind."""
    parse = side.parse
    if word + 1 >= len(parse.tokens) or parse.tokens[word].pos in DANGLING:
        return False
    place = parse.span(word, word + 2)
    if any(figure.start <= place.start and place.end <= figure.end for figure in side.quantities_at(place)):
        return False
    return parse.words[word + 1] in STOPS or parse.tokens[word + 1].dep == "mark" or parse.lower[word + 1] in JOINING


def around(side: Side, fact: Spanned, *, most: int) -> Span:
    """The sentence of a fact from its opening, or from the first clause from which so many words reach the fact.

    Its last words where that leaves little.
    """
    words = side.words_of(side.sentence_of(fact))
    opening = opening_of(side, words)
    starts = [opening, *(start for start in _clause_starts(side, fact) if opening < start)]
    near = (start for start in starts if _reaches(side, start, fact, most=most))
    stop = max(words.stop - (side.parse.words[words.stop - 1] in ENDS), side.parse.range_of(fact)[1])
    told = side.parse.span(next(near, side.parse.at(fact.start)), stop)
    short = _word_count(side, told.start, told.end) < most / 2
    return _last_words(side, side.parse.span(opening, stop), most=most) if short else told


def opening_of(side: Side, words: range) -> int:
    """The first word of a sentence behind what only joins it to the one before: "But", "Still,", "To wit,"."""
    parse, first = side.parse, words.start
    if parse.tokens[first].tag == "CC" and len(words) > 1:
        first += 1
    comma = next((word for word in words[:LEADING] if word > first and parse.lower[word] == ","), None)
    if comma is None or comma + 1 >= words.stop:
        return first
    tells = any(parse.tokens[word].pos in TELLING for word in range(first, comma))
    return first if tells and parse.lower[first:comma] != TO_WIT else comma + 1


def _clause_starts(side: Side, fact: Spanned) -> list[int]:
    """Where the clauses and nouns above a fact begin, the outermost first; "who" and "that" begin no clause alone."""
    parse = side.parse
    head = parse.head_of(*parse.range_of(fact))
    above = (head, *parse.governors(head))
    nouns = [word for word in above if parse.tokens[word].pos in ("NOUN", "PROPN")]
    subjects = (parse.child(word, *SUBJECTS) for word in above)
    clauses = [word for word in subjects if word is not None and not parse.tokens[word].tag.startswith("W")]
    return sorted(parse.subtree(word)[0] for word in (*nouns, *clauses))


def _reaches(side: Side, start: int, fact: Spanned, *, most: int) -> bool:
    begin = side.document.tokens[start].start
    return begin <= fact.start and _word_count(side, begin, fact.end) <= most


def _last_words(side: Side, place: Span, *, most: int) -> Span:
    """The last words of a passage, fewer where a number would be cut in two."""
    start = [found.start() for found in WORD.finditer(side.document.text, place.start, place.end)][-most:][0]
    cut = next((figure for figure in side.quantities_at(Span(start, start + 1)) if figure.start < start), None)
    return trimmed(side.document.text, cut.end if cut else start, place.end)


def _word_count(side: Side, start: int, end: int) -> int:
    return len(WORD.findall(side.document.text, start, end))
