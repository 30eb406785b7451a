"""Direct speech: passages in quote marks put together with their cue, across breaks and paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.parse import Parse
from analysis.quotations.attribution import (
    ENDS,
    QUOTE_MARKS,
    Attribution,
    attribution_before,
    attribution_behind,
)
from analysis.quotations.marks import Quoted, last_letter

SENTENCE = 8  # words from which on quoted words may stand as speech with no cue of their own
SPOKEN = 3  # words from which on a capital and a cue right before make speech: "said “No new taxes”"
LONGEST_BREAK = 45  # words between two parts of one quotation
MARKS_AT_END = 2  # "… on “Newsnight.” “And then": a stop and a mark
OPEN_ENDS = frozenset(",?!—–…-")
SENTENCE_ENDS = frozenset(".?!…")
CLOSING = frozenset("” \" '' ’ '".split())


@dataclass(slots=True)
class Speech:
    """Passages that are one quotation; no attribution where nobody is named for it."""

    passages: list[Quoted]
    attribution: Attribution | None
    follows: "Speech | None" = field(default=None)  # the speech whose speaker goes on speaking here


def speeches(parse: Parse, passages: Iterable[Quoted]) -> tuple[list[Speech], list[Quoted]]:
    """The direct quotations, and what stands in quote marks besides: fragments, titles, scare quotes."""
    spoken: list[Speech] = []
    loose: list[Quoted] = []
    for passage in passages:
        last = spoken[-1] if spoken else None
        if last and _continues(parse, last, passage):
            last.passages.append(passage)
            last.attribution = last.attribution or attribution_behind(parse, passage)
        elif attribution := _attribution(parse, passage):
            spoken.append(Speech([passage], attribution))
        elif _is_sentence(parse, passage):
            spoken.append(Speech([passage], None, last if last and _is_near(parse, last, passage) else None))
        else:
            loose.append(passage)
    return spoken, loose


def _continues(parse: Parse, speech: Speech, passage: Quoted) -> bool:
    """Whether a passage goes on with the speech before: the next paragraph, or behind "…,” she said. "."""
    before = speech.passages[-1]
    if before.goes_on:
        return parse.text[before.outer_end : passage.outer_start].isspace()
    attribution, first, last = speech.attribution, parse.at(before.outer_end), parse.at(passage.outer_start)
    if "\n" in parse.text[before.outer_end : passage.outer_start] or last - first > LONGEST_BREAK:
        return False
    if attribution is None or not first <= attribution.first < last:
        return False
    between = parse.words[first : last - MARKS_AT_END]
    if any(word in ENDS for word in between) or _has_own_cue(parse, passage, attribution):
        return False
    return _begins_speech(parse, passage) and _is_closed(parse, passage)


def _has_own_cue(parse: Parse, passage: Quoted, known: Attribution) -> bool:
    """ "…,” she said, adding later, “…": another act of speech."""
    own = attribution_before(parse, passage)
    return own is not None and own.first > known.first and parse.tokens[own.first].pos == "VERB"


def _is_closed(parse: Parse, passage: Quoted) -> bool:
    """Not a fragment that opens a sentence of the writer's: “You let us down” by closing, she said."""
    behind = parse.text[passage.outer_end : passage.outer_end + 2]
    return last_letter(parse.text, passage) in SENTENCE_ENDS | OPEN_ENDS or not behind.strip() or behind[0] in ".,;!?"


def _begins_speech(parse: Parse, passage: Quoted) -> bool:
    """Not a fragment within a sentence of the writer's: a stop, a comma or a colon stands before it."""
    before = (
        parse.text[: passage.outer_start].rstrip()[-1:] if passage.outer_start < 2 else _mark_before(parse, passage)
    )
    return before in SENTENCE_ENDS or before in (",", ":", "") or _is_joined(parse, passage)


def _is_joined(parse: Parse, passage: Quoted) -> bool:
    """ "…,” she said, but “…": the sentence that was begun goes on."""
    index = parse.at(passage.outer_start)
    return parse.lower[max(0, index - 2) : index] in ([",", "but"], [",", "and"])


def _mark_before(parse: Parse, passage: Quoted) -> str:
    index = parse.at(passage.outer_start) - 1
    while index > 0 and parse.words[index] in CLOSING and parse.words[index - 1] in SENTENCE_ENDS:
        index -= 1  # "… on “Newsnight.” “And then"
    return parse.text[parse.tokens[index].end - 1] if index >= 0 else ""


def _attribution(parse: Parse, passage: Quoted) -> Attribution | None:
    """The cue of a passage that is speech: behind a comma, before a colon, around a whole sentence."""
    before, behind = attribution_before(parse, passage), attribution_behind(parse, passage)
    mark = _mark_before(parse, passage)
    if before and mark == ":":
        return before
    if (
        behind
        and (_is_left_open(parse, passage) or parse.lower[behind.first] in ("―", "—", "–"))
        and _opens(parse, passage)
    ):
        return behind
    if before and (_is_behind_comma(parse, passage) or _is_spoken(parse, passage)):
        return before
    return None


def _is_behind_comma(parse: Parse, passage: Quoted) -> bool:
    """ "She said, “…", but not "She said that, “…": there the words are a part of the clause."""
    index = parse.at(passage.outer_start) - 1
    return index > 0 and parse.words[index] == "," and parse.lower[index - 1] != "that"


def _is_left_open(parse: Parse, passage: Quoted) -> bool:
    """Ends with a comma or an outcry, inside the marks or behind them, so that a cue may follow."""
    behind = parse.text[passage.outer_end : passage.outer_end + 1]
    ending = last_letter(parse.text, passage)
    return ending in OPEN_ENDS or behind == "," or ending == "."


def _opens(parse: Parse, passage: Quoted) -> bool:
    """Begins a sentence, or goes on behind a comma."""
    index = parse.at(passage.outer_start)
    if index == 0 or parse.text.endswith("\n", 0, passage.outer_start):
        return True
    mark = _mark_before(parse, passage)
    return mark in SENTENCE_ENDS or mark in (",", ":", "—", "–") or mark in QUOTE_MARKS or "\n" in _gap(parse, index)


def _gap(parse: Parse, index: int) -> str:
    return parse.text[parse.tokens[index - 1].end : parse.tokens[index].start]


def _is_spoken(parse: Parse, passage: Quoted) -> bool:
    first, last = parse.range_of(passage.inner)
    return last - first >= SPOKEN and parse.text[passage.start].isupper()


def _is_sentence(parse: Parse, passage: Quoted) -> bool:
    first, last = parse.range_of(passage.inner)
    if passage.single or last - first < SENTENCE or not _opens(parse, passage):
        return False
    return last_letter(parse.text, passage) in SENTENCE_ENDS and not parse.text[passage.start].islower()


def _is_near(parse: Parse, speech: Speech, passage: Quoted) -> bool:
    """In the same paragraph, or in the next."""
    return parse.text[speech.passages[-1].outer_end : passage.outer_start].strip().count("\n") == 0
