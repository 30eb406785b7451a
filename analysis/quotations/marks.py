"""What stands in quote marks: curly, straight and single ones, told from apostrophes, over several paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.spans import Span, paragraphs, trimmed

# A mark opens where a word begins, and closes where one ends.
DOUBLE_OPENING = re.compile(r"[“„«]|``|^”(?=\w)|(?:(?<=[\s(\[—–―:‘/-])|^)(?:\"|'')(?=\S)", re.MULTILINE)
DOUBLE_CLOSING = re.compile(r"[”“»]|(?<=\S)(?:''|\")|\"(?=\W|$)", re.MULTILINE)
SINGLE_OPENING = re.compile(
    r"(?:(?<=[\s(\[—–―:/-])|^)(?:‘|'(?!'))(?=[\w“\"£$€…])(?!\d0s|(?:em|n|til|tis|twas|cause)\b)", re.MULTILINE
)
SINGLE_CLOSING = re.compile(r"(?<=\S)[’'](?![\w’'])")
ANY_CLOSING = re.compile("[”\"]|''")
LEFT_OPEN = frozenset({"“", "„", "«", "``"})  # never a closing mark by mistake, so one that is not closed still counts
INNER_MARKS = "’'”\" "  # of words quoted within a quotation
ENDS_A_CLAUSE = frozenset(",.?!…—")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quote marks; the span leaves the marks out. `goes_on`: the next paragraph opens with a mark again."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    goes_on: bool = False
    single: bool = False

    @property
    def inner(self) -> Span:
        return Span(self.start, self.end)


def last_letter(text: str, quoted: Quoted) -> str:
    """What a passage ends with, inside the marks of a quotation in it: the comma of “She said ‘no,’”."""
    return text[quoted.start : quoted.end].rstrip(INNER_MARKS)[-1:]


def quoted_passages(text: str) -> list[Quoted]:
    """Everything in quote marks, in order, none inside another. Spans are code points into the text."""
    blocks = list(paragraphs(text))
    out: list[Quoted] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        again = DOUBLE_OPENING.match(text, following.start, following.end) if following else None
        found = list(_double(text, block, again.group() if again else None))
        anew = SINGLE_OPENING.match(text, following.start, following.end) if following else None
        single = _single(text, block, found, goes_on=anew is not None)
        out += sorted([*found, *single], key=lambda quoted: quoted.start)
    return out


def _double(text: str, block: Span, again: str | None) -> Iterator[Quoted]:
    """The passages of a paragraph; `again` is the mark that the next one opens with."""
    position = block.start
    while opening := DOUBLE_OPENING.search(text, position, block.end):
        closing = _closing(text, opening, block.end)
        if closing is None:
            goes_on = opening.group() == again
            words = trimmed(text, opening.end(), block.end)
            if words.start < words.end and (goes_on or opening.group() in LEFT_OPEN):
                yield Quoted(words.start, words.end, opening.start(), block.end, goes_on=goes_on)
            return
        words = trimmed(text, opening.end(), closing.start())
        if words.start < words.end:
            yield Quoted(words.start, words.end, opening.start(), closing.end())
        position = closing.end()


def _closing(text: str, opening: re.Match[str], end: int) -> re.Match[str] | None:
    """The mark that closes; one that opens again ("“" twice) may be a slip of the same writer."""
    if opening.group() == "“":
        curly = ANY_CLOSING.search(text, opening.end(), end)
        return curly or DOUBLE_CLOSING.search(text, opening.end() + 1, end)
    return DOUBLE_CLOSING.search(text, opening.end(), end)


def _single(text: str, block: Span, doubles: list[Quoted], *, goes_on: bool) -> Iterator[Quoted]:
    """The passages in single marks; with `goes_on` the next paragraph opens with one, so the last may have no end."""
    openings = [match for match in SINGLE_OPENING.finditer(text, block.start, block.end) if _is_free(match, doubles)]
    reached = block.start
    for number, opening in enumerate(openings):
        if opening.start() < reached:
            continue
        limit = openings[number + 1].start() if number + 1 < len(openings) else block.end
        closing = _single_closing(text, opening.end(), limit)
        if goes_on and opening is openings[-1] and (closing is None or text[closing - 1] not in ENDS_A_CLAUSE):
            yield Quoted(opening.end(), block.end, opening.start(), block.end, goes_on=True, single=True)
            return
        if closing and closing > opening.end():  # the marks stand at a word on both sides
            reached = closing + 1
            yield Quoted(opening.end(), closing, opening.start(), reached, single=True)


def _single_closing(text: str, start: int, limit: int) -> int | None:
    """The first mark behind a clause's end; else the first behind a word, which may be a plural's apostrophe."""
    closings = [match.start() for match in SINGLE_CLOSING.finditer(text, start, limit)]
    return next((place for place in closings if text[place - 1] in ENDS_A_CLAUSE), closings[0] if closings else None)


def _is_free(match: re.Match[str], doubles: list[Quoted]) -> bool:
    return not any(quoted.outer_start < match.start() < quoted.outer_end for quoted in doubles)
