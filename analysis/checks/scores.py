"""One result is told with two scores.

Catches "won 3-1" and, further down, "the 2-1 win"; a vote of 7-2 that is "the 6-3 vote" later; and a headline's score
that the opening has otherwise.
Ignores scores from the other side's view (1-3), half-time scores, what is quoted, and other games or votes: "last
week's 2-1 win", "the earlier 6-3 vote".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from analysis.comparing.sides import Side
from analysis.document import Document
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark
from analysis.spans import Span, Spanned, paragraphs

SCORE = re.compile(r"(?<![\w.,£$€/–-])(?P<one>\d{1,3})[-–](?P<other>\d{1,3})(?![\w/–-]|[.,]\d)")
GAME = re.compile(
    r"\b(?:win|won|wins|winning|beat|beats|beating|victory|defeat(?:ed)?|lost|lose|loss|dr[ae]w|triumph|scoreline|result)\b"
)
VOTE = re.compile(r"\b(?:vote[ds]?|voting|decision|ruling|ruled)\b")
AHEAD, BEHIND = 40, 30  # characters in which the word stands that says whose score it is
ENDS = re.compile(r"[.;:!?]\s|\n")
DEFINITE = re.compile(r"\bthe\s+$", re.IGNORECASE)
OTHER = re.compile(
    r"\b(?:an?other|last|previous(?:ly)?|earlier|first|second|third|next|half|break|interval|then|aggregate|ago|month"
    r"|season|year|week|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day|[’']s)?\b"
)
NEWS = 3  # paragraphs that tell the result
WHY = "A game or a vote has one result; the draft gives two."


@dataclass(frozen=True, slots=True)
class Score:
    start: int
    end: int
    points: tuple[int, ...]  # the higher first, whoever had them
    of_game: bool


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    found = list(_scores(side))
    opening = list(islice(paragraphs(document.text), NEWS))
    news = next((score for score in found if opening and score.end <= opening[-1].end), None)
    if news is None:
        return
    again = (score for score in found if score.start > news.end and score.of_game is news.of_game)
    rival = next((score for score in again if score.points != news.points and _is_same(document, score, opening)), None)
    if rival is not None:
        yield _finding(document, news, rival)


def _scores(side: Side) -> Iterator[Score]:
    """The results that the writer tells, with what they are results of."""
    for match in SCORE.finditer(side.document.text):
        place = Span(*match.span())
        around = _around(side.document, place)
        game = GAME.search(around)
        if (game or VOTE.search(around)) and not side.is_quoted(place):
            points = sorted((int(match["one"]), int(match["other"])), reverse=True)
            yield Score(place.start, place.end, tuple(points), of_game=bool(game))


def _around(document: Document, place: Spanned) -> str:
    """The words beside a score, in its own sentence."""
    before = ENDS.split(document.text[max(0, place.start - AHEAD) : place.start])[-1]
    return before + ENDS.split(document.text[place.start : place.end + BEHIND])[0]


def _is_same(document: Document, score: Score, opening: Sequence[Span]) -> bool:
    """Whether a score is the news again: "the 2-1 win", or right below a headline that has one."""
    if OTHER.search(_around(document, score)):
        return False
    return bool(DEFINITE.search(document.text, max(0, score.start - AHEAD), score.start)) or (
        len(opening) > 1 and score.end <= opening[1].end and not opening[0].of(document.text).endswith(".")
    )


def _finding(document: Document, news: Score, rival: Score) -> Finding:
    here, there = (document.text[score.start : score.end] for score in (news, rival))
    return remark(
        Kind.FIGURE,
        [Span(news.start, news.end), Span(rival.start, rival.end)],
        subject=" / ".join(sorted((here, there))),
        message=f"The result is {here} here and {there} further down.",
        why=WHY,
        severity=Severity.MAJOR,
        confidence=0.7,
        conflict=True,
    )
