"""The same quotation is given in two wordings.

Catches words exchanged, put in or struck out inside a quotation that both drafts carry, however much more one of them
quotes. Ignores a part of the quotation, words in square brackets, an ellipsis, contractions, number style, titles and
first names left out, "so" and "well", masked swearing and the style of quote marks. One quotation is one finding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from rapidfuzz.distance import DamerauLevenshtein

from analysis.comparing.changes import Change
from analysis.comparing.clauses import NEGATORS
from analysis.comparing.counterparts import two_spellings
from analysis.comparing.differences import Operation
from analysis.comparing.disagreements import disagreement
from analysis.comparing.pairs import Pair
from analysis.comparing.passages import Passage
from analysis.comparing.sides import Side
from analysis.comparing.wordings import reworded
from analysis.document import Form, Label, Mention
from analysis.findings import Evidence, Finding, Kind
from analysis.lexicon.roles import is_office, same_role
from analysis.spans import Span

WHY = "A quotation has one wording; words inside the quote marks differ."
EDITED = frozenset("[]…*") | {"..."}
WEIGHTY = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
NEAR = 2  # letters that may differ between two spellings of a name
FILLERS = frozenset("so well now then also just very really even too okay let".split())
STAYED = 3  # words beside a change at the edge of a quotation
LONGEST = 4  # words: more, and the two are different sentences
MARKS = ' ,;:.“”"‘’'
YOURS = frozenset("you your yours".split())
SHORT = 2  # words that may be missing anywhere
LEFT_OUT = 12  # words that a draft may have lost without dots


def compare(pair: Pair) -> Iterator[Finding]:
    told = set()
    for one, other in pair.same_quotations:
        changes = list(reworded(pair.a, pair.b, one, other))
        changed = [found for change in changes for found in _misquoted(pair, change)]
        apart = _two_mouths(pair, one, other) or any(_to_another(pair, change) for change in changes)
        if changed and not apart:
            yield _as_one(changed)
        if changed or apart:
            told.add((one, other))
    for change in pair.changes:
        places = pair.places(change)
        passages = pair.a.passage_at(places[0]), pair.b.passage_at(places[1])
        if None not in passages and passages not in told:
            yield from _misquoted(pair, change)


def _two_mouths(pair: Pair, one: Passage, other: Passage) -> bool:
    """Whether two people say much the same, each in words of their own."""
    here, there = one.speaker, other.speaker
    if not here or not there or not pair.a.calls_by_name(here):
        return False
    told = here.entity is not None and pair.counterparts.get(here.entity) == there.entity
    return not told and not two_spellings(here.name or "", there.name or pair.b.words(there))


def _to_another(pair: Pair, change: Change) -> bool:
    """Whether one speaks to the person of whom the other speaks: a letter, and what its writer told the press."""
    addressed = [not YOURS.isdisjoint(side.parse.lower[word] for word in words) for side, words in _sides(pair, change)]
    return change.operation is Operation.CHANGED and addressed[0] != addressed[1]


def _as_one(changed: Sequence[Finding]) -> Finding:
    """The gravest of the changes, with the places of the others."""
    first = next((found for found in changed if found.conflict), changed[0])
    places = [(found.a, found.b) for found in changed if found is not first]
    return replace(
        first,
        a=tuple(chain(first.a, *(here for here, _ in places))),
        b=tuple(chain(first.b, *(there for _, there in places))),
    )


def _sides(pair: Pair, change: Change) -> tuple[tuple[Side, range], tuple[Side, range]]:
    return (pair.a, change.words_a), (pair.b, change.words_b)


def _misquoted(pair: Pair, change: Change) -> Iterator[Finding]:
    if not _answer(pair, change) or _edited(pair.a, change.words_a) or _edited(pair.b, change.words_b):
        return
    a, b = pair.places(change)
    if not _matters(pair, change) or _goes_on(pair, change):
        return
    yield disagreement(
        pair,
        Kind.QUOTE,
        [a],
        [b],
        subject=pair.topic(a, b),
        message=_message(pair, change, _by(pair, a, b)),
        why=WHY,
        conflict=change.operation is Operation.CHANGED or (_negated(pair, change) and not _is_run(change)),
        evidence=Evidence.QUOTATION,
    )


def _answer(pair: Pair, change: Change) -> bool:
    """Whether few words took the place of few; what is missing must be missing from the midst of a sentence."""
    longest = max(len(change.words_a), len(change.words_b))
    if not _is_run(change):
        return longest <= LONGEST
    return longest <= LEFT_OUT and all(_in_midst(side, words) for side, words in _sides(pair, change))


def _goes_on(pair: Pair, change: Change) -> bool:
    """Whether words that seem lost stand in the speaker's quoted words beside: "she said" cuts a quotation in two."""
    if change.operation is Operation.CHANGED:
        return False
    place_a, place_b = pair.places(change)
    has, words, lacks, place = (
        (pair.a, change.words_a, pair.b, place_b) if change.words_a else (pair.b, change.words_b, pair.a, place_a)
    )
    lost = tuple(has.parse.lower[word] for word in words if has.parse.lower[word][0].isalnum())
    passage = lacks.passage_at(place)
    before, behind = _beside(lacks, passage) if passage else ((), ())
    return lost in (before[-len(lost) :], behind[: len(lost)])


def _beside(side: Side, passage: Passage) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the same speaker is quoted with right before and right behind a passage."""
    place = side.passages.index(passage)
    last = side.passages[place - 1] if place else None
    following = side.passages[place + 1] if place + 1 < len(side.passages) else None
    before, behind = (near.said if near and _one_mouth(passage, near) else () for near in (last, following))
    return before, behind


def _one_mouth(one: Passage, other: Passage) -> bool:
    """Whether nobody else is said to speak the other passage."""
    speakers = {passage.speaker.entity for passage in (one, other) if passage.speaker}
    return len(speakers - {None}) < 2


def _is_run(change: Change) -> bool:
    """Whether several words in a row are missing."""
    return change.operation is not Operation.CHANGED and max(len(change.words_a), len(change.words_b)) > SHORT


def _in_midst(side: Side, words: range) -> bool:
    """Whether words of the same sentence stand before and behind a place."""
    sentence = side.words_of(side.parse.sentence_at(side.document.tokens[max(0, words.start - 1)].start))
    return sentence.start + STAYED <= words.start and words.stop + STAYED <= sentence.stop


def _message(pair: Pair, change: Change, by: str) -> str:
    if _is_run(change):
        said = f"only one draft has “{(pair.a.words(change.a) or pair.b.words(change.b)).strip(MARKS)}”"
    else:
        a, b = pair.places(change)
        said = f"one draft has “{pair.a.words(a).strip(MARKS)}”, the other “{pair.b.words(b).strip(MARKS)}”"
    return f"In the same quotation{by}, {said}."


def _by(pair: Pair, a: Span, b: Span) -> str:
    """Who speaks, where a draft says so by name."""
    passages = pair.a.passage_at(a), pair.b.passage_at(b)
    spoken = (passage.quotation for passage in passages if passage and passage.quotation)
    name = next((quotation.speaker.name for quotation in spoken if quotation.speaker), None)
    return f" by {name}" if name else ""


def _matters(pair: Pair, change: Change) -> bool:
    """Whether a word of weight changed: not an article, not a name that is only written otherwise."""
    if any(_same_name(pair, one, other) for one, other in pair.mentions_at(change)):
        return False
    if same_role(pair.a.words(change.a), pair.b.words(change.b)):
        return False
    if _completes_name(pair.a, change.words_a) or _completes_name(pair.b, change.words_b):
        return False
    left, right = _weighty(pair.a, change.words_a), _weighty(pair.b, change.words_b)
    return _negated(pair, change) or (
        left != right and (bool(left and right) or change.operation is not Operation.CHANGED)
    )


def _same_name(pair: Pair, one: Mention, other: Mention) -> bool:
    """Whether both name one person or body: no speaker spells a name."""
    spelt = DamerauLevenshtein.distance(pair.a.words(one).lower(), pair.b.words(other).lower())
    return pair.counterparts.get(one.entity) == other.entity or spelt <= NEAR


def _completes_name(side: Side, words: range) -> bool:
    """Whether the words are a part of somebody's name or its title: "Sherrod" of "Sherrod Brown"."""
    if not words or any(side.parse.tokens[word].pos != "PROPN" for word in words):
        return False
    place, beside = side.shown(words), side.shown(range(max(0, words.start - 1), words.stop + 1))
    whole = any(found.start >= place.start and found.end <= place.end for found in _people(side, place))
    return bool(_people(side, beside)) and (not whole or is_office(side.words(Span(beside.start, place.start))))


def _people(side: Side, place: Span) -> list[Mention]:
    return [found for found in side.mentions_at(place) if found.label is Label.PERSON and found.form is Form.NAME]


def _weighty(side: Side, words: range) -> list[str]:
    tokens = (side.parse.tokens[word] for word in words)
    return [token.lemma.lower() for token in tokens if token.pos in WEIGHTY and token.lemma.lower() not in FILLERS]


def _edited(side: Side, words: range) -> bool:
    """Whether an editor's brackets, dots or asterisks stand at the words."""
    around = range(max(0, words.start - 1), min(words.stop + 1, len(side.parse.tokens)))
    return any(mark in side.parse.lower[word] for word in around for mark in EDITED)


def _negated(pair: Pair, change: Change) -> bool:
    words = [pair.a.parse.lower[word] for word in change.words_a] + [
        pair.b.parse.lower[word] for word in change.words_b
    ]
    return any(word in NEGATORS for word in words)
