"""Lines of plain text made paragraphs: what a mailer broke at a fixed width is joined again."""

import re
from collections.abc import Iterator
from itertools import pairwise

_LINE_ENDS = re.compile(r"\r\n|[\r\n\x0b\x0c\u2028\u2029]")
_WRAPS = range(55, 91)  # columns at which people and mailers break lines: around 60 to 80
_RAGGED = 15  # columns that a broken line may fall short of the widest
_INDENT = 4  # columns by which a paragraph's first line may have been shorter
_CLOSED = (".", "!", "?", ":", "”", '"', "’", "'", ")")  # how a paragraph ends, and a broken line seldom


def paragraphs(text: str) -> list[str]:
    """One paragraph a line, whatever ends the lines."""
    text = _LINE_ENDS.sub("\n", text)
    blocks = [[line.strip() for line in block.splitlines()] for block in re.split(r"\n\s*\n", text.strip())]
    width = max((len(line) for block in blocks for line in block), default=0)
    if len(blocks) > 1 and width in _WRAPS and _is_wrapped(blocks, width):
        return [line for block in blocks for line in _joined(block, width)]
    return [line for block in blocks for line in block if line]


def unbroken(blocks: list[list[str]]) -> Iterator[str]:
    """Paragraphs of markup, each in the lines that its breaks make: those at a fixed width were a mailer's."""
    width = max((len(line) for block in blocks for line in block[:-1]), default=0)
    for block in blocks:
        is_wrapped = width in _WRAPS and len(block) > 1 and _is_wrapped([block], width)
        yield from _joined(block, width, indent=_INDENT) if is_wrapped else block


def _is_wrapped(blocks: list[list[str]], width: int) -> bool:
    """Whether most lines that have another below them are about as long as the widest, and break off in a sentence."""
    broken = [before for block in blocks for before in block[:-1]]
    like = [line for line in broken if len(line) >= width - _RAGGED and not line.endswith(_CLOSED)]
    return len(like) * 2 > len(broken)


def _joined(block: list[str], width: int, *, indent: int = 0) -> list[str]:
    """A line goes on in the next one when that one's first word would not have fitted on it."""
    paragraphs = [block[0]]
    for before, line in pairwise(block):
        if before and line and len(before) + 1 + len(line.split(maxsplit=1)[0]) > width - indent:
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
    return paragraphs
