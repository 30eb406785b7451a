"""Reported clauses: what somebody said in the writer's words, with or without quoted words in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.parse import Parse
from analysis.quotations.attribution import Attribution, subject_of
from analysis.quotations.cues import CHARACTERIZING, HOLDING, INTENDING, REPORTING_NOUNS, SAYING

SPEAKERS = frozenset({"NOUN", "PROPN", "PRON"})
NOBODY = frozenset("it there this that what which one nothing".split())
SHORTEST = 2  # words of a clause that is worth telling


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a reported clause, and whose they are."""

    first: int
    last: int
    attribution: Attribution


def reported_clauses(parse: Parse) -> Iterator[Clause]:
    """Every clause that is told as somebody's, in order of its cue; clauses may lie in one another."""
    for index, token in enumerate(parse.tokens):
        if parse.lower[index] == "according":
            clause = _according(parse, index)
        elif token.pos in ("VERB", "AUX"):
            clause = _of_verb(parse, index)
        elif token.pos == "NOUN" and token.lemma in REPORTING_NOUNS:
            clause = _of_noun(parse, index)
        else:
            clause = None
        if clause and clause.last - clause.first >= SHORTEST:
            yield clause


def characterizing_object(parse: Parse, first: int, last: int) -> Clause | None:
    """For words in quote marks within a sentence: the object they stand in, of a verb that says somebody said it."""
    below = parse.head_of(first, last)
    for verb in parse.governors(below):
        token = parse.tokens[verb]
        if token.pos == "VERB" and token.lemma.lower() in CHARACTERIZING | SAYING:
            subject = _speaker(parse, verb)
            left, right = parse.subtree(below)
            if subject is not None and not left <= subject < right and left > verb:
                return Clause(min(left, first), max(right, last), Attribution(verb, verb + 1, subject))
        below = verb
    return None


def _of_verb(parse: Parse, verb: int) -> Clause | None:
    lemma = parse.tokens[verb].lemma.lower()
    if lemma not in SAYING and lemma not in HOLDING and lemma not in INTENDING:
        return None
    content = _content(parse, verb, lemma)
    speaker = _speaker(parse, verb)
    if content is None or speaker is None:
        return None
    first, last = _without(parse, content, verb)
    if first <= speaker < last:
        return None
    return Clause(first, last, Attribution(verb, verb + 1, speaker))


def _content(parse: Parse, verb: int, lemma: str) -> int | None:
    if lemma in SAYING or lemma in HOLDING:
        for below in parse.children[verb]:
            if parse.tokens[below].dep == "ccomp" and parse.tokens[below].pos in ("VERB", "AUX", "ADJ", "NOUN"):
                return below
    if lemma in INTENDING and (below := parse.child(verb, "xcomp")) is not None and below > verb:
        return below if parse.tokens[below].tag in ("VB", "VBG") else None
    governor = parse.tokens[verb].head
    if lemma in SAYING and parse.tokens[verb].dep in ("parataxis", "ccomp") and governor != verb:
        return governor if _is_set_off(parse, verb) else None
    return None


def _is_set_off(parse: Parse, verb: int) -> bool:
    """ "The vote, he said, was rigged": the parser hangs the cue on the clause."""
    left, right = parse.subtree(verb)
    before = parse.words[left - 1] if left else ""
    return before == "," and right - left <= 8


def _speaker(parse: Parse, verb: int) -> int | None:
    speaker = subject_of(parse, verb)
    if speaker is None or parse.tokens[speaker].pos not in SPEAKERS or parse.lower[speaker] in NOBODY:
        return None
    return speaker


def _without(parse: Parse, content: int, verb: int) -> tuple[int, int]:
    """The words of the clause, up to its cue where that lies inside, without marks at its ends."""
    first, last = parse.subtree(content)
    if first <= verb < last:
        left, right = parse.subtree(verb) if parse.tokens[verb].head == content else (verb, verb + 1)
        first, last = (first, left) if left - first >= last - right else (right, last)
    return _trimmed(parse, first, last)


def _trimmed(parse: Parse, first: int, last: int) -> tuple[int, int]:
    while first < last and parse.tokens[first].pos == "PUNCT" and parse.words[first] in (",", ".", ":", ";"):
        first += 1
    while last > first and parse.words[last - 1] in (",", ".", ":", ";"):
        last -= 1
    return first, last


def _according(parse: Parse, index: int) -> Clause | None:
    """The rest of the sentence that "according to the ministry" hangs on."""
    if index + 2 >= len(parse.words) or parse.lower[index + 1] != "to":
        return None
    to = index + 1 if parse.tokens[index + 1].head == index else index
    speaker = parse.child(to, "pobj")
    sentence = parse.sentences[parse.sentence_at(parse.tokens[index].start)]
    if speaker is None:
        return None
    _, end = parse.subtree(index)
    rest = (end, sentence.last) if index - sentence.first < 2 else (sentence.first, index)
    first, last = _trimmed(parse, *rest)
    return Clause(first, last, Attribution(index, index + 2, speaker)) if first < last else None


def _of_noun(parse: Parse, noun: int) -> Clause | None:
    """ "the minister's claim that crime has doubled"."""
    content = parse.child(noun, "acl", "ccomp")
    speaker = parse.child(noun, "poss")
    if content is None or speaker is None or parse.tokens[speaker].tag == "PRP$":
        return None
    first, last = _trimmed(parse, *parse.subtree(content))
    if parse.lower[first] != "that":
        return None
    return Clause(first, last, Attribution(noun, noun + 1, speaker))
