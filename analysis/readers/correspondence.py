"""What a mail holds beside its copy: the message that it answers or forwards, the lines that phones write below it."""

import re
from dataclasses import dataclass
from itertools import takewhile

_ANSWERED = re.compile(
    r"(?:On|Am|Le|El)\s.{6,160}(?:@|\d[:.h]\d\d).{0,80}\s(?:wrote|schrieb.{0,60}|a écrit|escribió)\s?:", re.I
)
_MARKED = re.compile(r"-{2,}\s*(?:Original|Forwarded) Message\s*-{2,}|Begin forwarded message:", re.I)
_HEADER = re.compile(r"(?:From|Date|Sent|To|Cc|Subject|Reply-To|Importance):\s", re.I)
_ANSWER = re.compile(r"\s*\[?(?:re|aw|antw|sv|rv|fwd?|wg|tr)\s*:", re.I)  # of a subject
_FORWARDED = re.compile(r"\s*\[?(?:fwd?|wg|tr)\s*:", re.I)
_LEAST_HEADERS = 3
_FROM_A_PHONE = re.compile(r"Sent from (?:my|Outlook|Yahoo|Mail for)\b.{0,60}|Get Outlook for \w+.{0,40}", re.I)
_MOST_REMARK = 300  # characters above a forwarded message; more may be the copy itself


@dataclass(frozen=True, slots=True)
class Copy:
    """The lines that are copy, and a sentence for each kind that was left out."""

    lines: list[str]
    remarks: tuple[str, ...] = ()


def copy_of(lines: list[str], *, subject: str) -> Copy:
    """The sender's own copy; of a mail that forwards another and says little itself, the other's."""
    lines = _without_phone(lines)
    began = _other_message(lines, is_answer=bool(_ANSWER.match(subject)))
    if began is None:
        return Copy(lines)
    own, other = lines[:began], _without_headers(lines[began:])
    if _FORWARDED.match(subject) and other and len("".join(own)) <= _MOST_REMARK:
        said = f"What was written above the forwarded message was left out: “{' '.join(own)}”" if own else ""
        return Copy(other, (said,) if said else ())
    return Copy(own, ("The message that this one answers was left out.",)) if own else Copy(lines)


def _without_phone(lines: list[str]) -> list[str]:
    below = sum(1 for _ in takewhile(_FROM_A_PHONE.fullmatch, reversed(lines)))
    return lines[: len(lines) - below]


def _other_message(lines: list[str], *, is_answer: bool) -> int | None:
    """Where it begins: a line that says so, or the first of some header lines.

    "On Monday at 9:30 she wrote:" may be copy, too; with an address, or below a subject that answers, it is not.
    """
    for place, line in enumerate(lines):
        headers = sum(1 for _ in takewhile(_HEADER.match, lines[place : place + _LEAST_HEADERS]))
        is_told = _ANSWERED.fullmatch(line) and (is_answer or "@" in line)
        if is_told or _MARKED.fullmatch(line) or headers == _LEAST_HEADERS:
            return place
    return None


def _without_headers(lines: list[str]) -> list[str]:
    lines = lines[1:] if _ANSWERED.fullmatch(lines[0]) or _MARKED.fullmatch(lines[0]) else lines
    above = sum(1 for _ in takewhile(_HEADER.match, lines))
    return [line.removeprefix(">").strip() for line in lines[above:]]
