"""One draft names a source where the other states it as fact, or names another.

Catches a source exchanged in a revised sentence, and, as a note, a statement that one draft attributes and the other
tells in its own voice.
Ignores direct quotations, which have a speaker in any case (see speaker), sources behind a pronoun, what a source tells
of its own deeds, datelines, and sentences that share little.
"""

import re
from collections.abc import Iterator

from analysis.comparing.alignment import Match
from analysis.comparing.counterparts import surname
from analysis.comparing.disagreements import disagreement
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import in_short
from analysis.comparing.sides import Side
from analysis.document import Quotation, QuotationKind, Speaker
from analysis.findings import Evidence, Finding, Kind
from analysis.quotations.cues import SAYING as SPEECH
from analysis.spans import Span, overlaps

WHY = "Readers must know who says so: a statement with a source is not the same as one without."
ALIKE = 0.3  # similarity from which two sentences make the same statement
SHARED = 3  # words that the reported clause and the plain sentence have in common
MOST_NOTES = 3  # of a pair: those whose sentences are most alike
TELLING = 2  # of them that are no names
MOST = 0.4  # of the reported clause's words
# Words of a sentence that reports, hedges or charges all the same, without a clause that says who.
SAYING = SPEECH | frozenset(
    "accord accuse allegation allege allegedly apparently charge challenge correct hold indict indictment letter order "
    "press pressure purport reportedly rule ruling statement suggest urge".split()
)
PRONOUNS = frozenset("he she they it we who i you this that these those some many others one".split())
ENDS = frozenset(".!?…")
CONJUNCTION = re.compile(r"^(?:(?:in|on|to) (?:\w+ ){1,3})?that ")
DASHES = frozenset("—–-") | {"--"}
SUBJECTS = ("nsubj", "nsubjpass")
OPENING = 2  # sentences: the headline and the lead, or the lead's two
DATELINE = 8  # words in which a dateline ends
SAID = 30  # words of the statement that the message repeats
SHOWN = 6  # words of a sentence that has no source


def compare(pair: Pair) -> Iterator[Finding]:
    unsourced: list[Finding] = []
    for match in sorted(pair.matches, key=lambda match: -match.similarity):
        here, there = _reported(pair.a, match.a), _reported(pair.b, match.b)
        if here and there:
            yield from _other_source(pair, here[0], there[0])
        elif here or there:
            unsourced.extend(_unsourced(pair, match, here, there))
    yield from unsourced[:MOST_NOTES]


def _reported(side: Side, sentence: int) -> list[Quotation]:
    """The statements in a sentence that are given to somebody, without being quoted in full."""
    found = side.quotations.get(sentence, ())
    return [quote for quote in found if quote.kind is not QuotationKind.DIRECT and quote.speaker]


def _other_source(pair: Pair, one: Quotation, other: Quotation) -> Iterator[Finding]:
    if not one.speaker or not other.speaker or not pair.is_revised(one, other):
        return
    if not (pair.a.calls_by_name(one.speaker) and pair.b.calls_by_name(other.speaker)):
        return
    changes = pair.changes_in.get(pair.a.sentence_of(one.speaker), ())
    changed = any(overlaps(change.a, one.speaker) and overlaps(change.b, other.speaker) for change in changes)
    if changed and not _same(pair, one.speaker, other.speaker):
        yield _finding(pair, _words_of(one.speaker), _words_of(other.speaker), conflict=True)


def _same(pair: Pair, one: Speaker, other: Speaker) -> bool:
    """Whether both sources go by one name, or one's words are part of the other's."""
    if one.entity is not None and pair.counterparts.get(one.entity) == other.entity:
        return True
    return bool({*pair.a.words(one).lower().split()} & {*pair.b.words(other).lower().split()})


def _unsourced(pair: Pair, match: Match, here: list[Quotation], there: list[Quotation]) -> Iterator[Finding]:
    if match.similarity < ALIKE or (pair.a.quotations.get(match.a) and pair.b.quotations.get(match.b)):
        return
    quote = (here or there)[0]
    told, plain, sentence = (pair.a, pair.b, match.b) if here else (pair.b, pair.a, match.a)
    if not quote.speaker or _is_own_deed(plain, sentence, told, quote.speaker):
        return
    apart = not pair.is_revised(pair.a.document.sentences[match.a], pair.b.document.sentences[match.b])
    said = told.content(quote)
    if apart and (_is_under_a_source(plain, sentence, said) or not _has_verb_of(plain, sentence, told, quote)):
        return
    if _states(pair, plain, sentence, said):
        places = _place(pair.a, match.a, here), _place(pair.b, match.b, there)
        source = quote.speaker.name or told.words(quote.speaker)
        message = (
            f"Only one draft gives a source, “{source}”, for this: “{_without_that(in_short(told, quote, most=SAID))}”."
        )
        yield _finding(pair, *places, conflict=False, message=message)


def _states(pair: Pair, side: Side, sentence: int, said: frozenset[str]) -> bool:
    """Whether a sentence says, in the draft's own voice, most of what the other draft reports."""
    shared = said & side.sentence_contents[sentence]
    telling = len(shared - pair.name_words) >= TELLING
    return telling and len(shared) >= max(SHARED, MOST * len(said)) and _in_own_voice(side, sentence)


def _has_verb_of(plain: Side, sentence: int, told: Side, quote: Quotation) -> bool:
    """Whether a sentence tells the deed that the other draft reports, and not only of the same people."""
    verb = told.parse.head_of(*told.parse.range_of(quote.parts[0]))
    return any(plain.parse.tokens[word].lemma == told.parse.tokens[verb].lemma for word in plain.words_of(sentence))


def _is_under_a_source(side: Side, sentence: int, said: frozenset[str]) -> bool:
    """Whether headline, lead or the sentence before tells of this on somebody's word: what follows rests on it."""
    above = {*range(min(OPENING, sentence)), *range(max(0, sentence - 1), sentence)}
    near = [one for one in above if said & side.sentence_contents[one]]
    return any(side.quotations.get(one) or _speaks(side, one) for one in near)


def _speaks(side: Side, sentence: int) -> bool:
    """Whether a word of a sentence reports, hedges or charges."""
    return any(side.parse.tokens[word].lemma in SAYING for word in side.words_of(sentence))


def _in_own_voice(side: Side, sentence: int) -> bool:
    """Whether nobody speaks in a sentence; a headline speaks for the text below it."""
    place = side.document.sentences[sentence]
    if ENDS.isdisjoint(side.words(place)[-2:]) or _speaks(side, sentence):
        return False
    return not any(overlaps(passage, place) for passage in side.passages)


def _without_that(words: str) -> str:
    """The statement itself: a reported clause may begin with "that" or "in a letter that"."""
    return CONJUNCTION.sub("", words)


def _is_own_deed(plain: Side, sentence: int, told: Side, speaker: Speaker) -> bool:
    """Whether the sentence tells what the source itself does, or a pronoun hides who that is."""
    words = {*told.words(speaker).lower().split()}
    if surname(speaker.name or "") in PRONOUNS or words <= PRONOUNS:
        return True
    subjects = (word for word in plain.words_of(sentence) if plain.parse.tokens[word].dep in SUBJECTS)
    doers = {plain.parse.lower[below] for word in subjects for below in range(*plain.parse.subtree(word))}
    return surname(speaker.name or told.words(speaker)) in doers


def _place(side: Side, sentence: int, reported: list[Quotation]) -> Span:
    """The source, or the beginning of the sentence that has none."""
    if reported and reported[0].speaker:
        return _words_of(reported[0].speaker)
    words = side.words_of(sentence)
    dash = next((word for word in words[:DATELINE] if side.parse.lower[word] in DASHES), None)
    start = dash + 1 if dash is not None and side.parse.words[words.start].isupper() else words.start
    return side.shown(range(start, min(start + SHOWN, words.stop)))


def _words_of(speaker: Speaker) -> Span:
    return Span(speaker.start, speaker.end)


def _finding(pair: Pair, a: Span, b: Span, *, conflict: bool, message: str | None = None) -> Finding:
    topic, question = pair.topic(a, b), "Who says so?"
    return disagreement(
        pair,
        Kind.ATTRIBUTION,
        [a],
        [b],
        subject=topic,
        question=question,
        message=message,
        why=WHY,
        conflict=conflict,
        evidence=Evidence.REVISED if conflict else Evidence.NEAR,
    )
