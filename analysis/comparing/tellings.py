"""Whether a sentence tells something that was done, said or counted, and whether it can be understood alone."""

from collections.abc import Sequence

from analysis.comparing.disagreements import GRAVE
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.document import Claim, Quantity
from analysis.spans import Spanned

PRESENT = frozenset({"VBZ", "VBP"})
STATING = frozenset({"ROOT", "conj", "ccomp"})
THINGS = ("nsubj", "nsubjpass", "dobj")


def tells(side: Side, claim: Claim, figures: Sequence[Quantity]) -> bool:
    """Whether somebody speaks, a deed is told, or a figure is what the sentence states.

    What is left is its writer's view: "was reminiscent of", "goes beyond what most had hoped for in its 12 years".
    """
    sentence = side.sentence_of(claim)
    sourced = any(quotation.speaker for quotation in side.quotations.get(sentence, ()))
    deeds = (word for word in side.words_of(sentence) if _is_deed(side, word) and _is_main(side, word))
    return sourced or any(deeds) or any(_is_stated(side, figure) for figure in figures)


def _is_deed(side: Side, verb: int) -> bool:
    """ "resigned", "was fined", "is digging"; "was reminiscent", "has kept up", "are amended" tell how things are."""
    token = side.parse.tokens[verb]
    if token.lemma == "be" or token.pos not in ("VERB", "AUX"):
        return False
    helpers = [side.parse.tokens[below].tag for below in side.parse.children[verb] if _helps(side, below)]
    if token.tag == "VBN" and helpers:
        return helpers[-1] not in PRESENT or token.lemma in GRAVE
    return token.tag in ("VBD", "VBG", "VBN")


def _helps(side: Side, word: int) -> bool:
    return side.parse.tokens[word].dep in ("aux", "auxpass")


def _is_main(side: Side, verb: int) -> bool:
    """Whether a verb is what the sentence says first, or joined to it by "and"."""
    parse = side.parse
    while parse.tokens[verb].dep == "conj":
        verb = parse.tokens[verb].head
    return parse.tokens[verb].dep == "ROOT"


def _is_stated(side: Side, figure: Quantity) -> bool:
    """Whether a figure belongs to what the sentence says first, not to an aside."""
    parse = side.parse
    verb = parse.verb_over(parse.head_of(*parse.range_of(figure)))
    while verb is not None and parse.tokens[verb].dep in STATING:
        if parse.tokens[verb].head == verb:
            return True
        verb = parse.tokens[verb].head
    return False


def leans_back(pair: Pair, side: Side, place: Spanned) -> bool:
    """Whether a sentence speaks of what only the one before explains: "her office", "those remarks", "the meeting"."""
    sentence = side.sentence_of(place)
    before = side.sentence_contents[sentence - 1] if sentence else frozenset()
    return any(_points(side, word) or _repeats(side, word, before - pair.central) for word in side.words_of(sentence))


def _points(side: Side, word: int) -> bool:
    """Whether a word is "those" of "those remarks", or "her" of a subject that opens its sentence."""
    token = side.parse.tokens[word]
    if token.tag == "PRP$":
        return side.parse.tokens[token.head].dep in THINGS[:2] and word == side.words_of(side.sentence_of(token)).start
    return token.tag == "DT" and token.dep == "det" and side.parse.lower[word] in ("this", "that", "these", "those")


def _repeats(side: Side, word: int, before: frozenset[str]) -> bool:
    """Whether a noun with a bare "the" takes up one of the sentence before."""
    token, below = side.parse.tokens[word], side.parse.children[word]
    bare = len(below) == 1 and side.parse.lower[below[0]] == "the"
    return bare and token.pos == "NOUN" and token.dep in THINGS and token.lemma in before
