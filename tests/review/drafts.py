"""Documents made by hand, without the language model: one paragraph a line, one sentence after every full stop."""

import re

from analysis.document import Document, Sentence


def plain_document(*paragraphs: str) -> Document:
    text = "\n".join(paragraphs)
    found = re.finditer(r"[^.\n]+\.?", text)
    return Document(text, sentences=tuple(Sentence(*match.span(), 0, 0) for match in found))
