"""Everything in a read draft that stands at a place in its text."""

from collections.abc import Iterator

from analysis.document import Document
from analysis.spans import Spanned


def places(document: Document) -> Iterator[Spanned]:
    yield from document.tokens
    yield from document.sentences
    yield from document.mentions
    yield from document.quantities
    yield from document.claims
    for entity in document.entities:
        yield from entity.descriptions
    for quotation in (*document.quotations, *document.stances):
        yield quotation
        yield from quotation.parts
        yield from [place for place in (quotation.cue, quotation.speaker) if place]
    for relation in document.relations:
        yield from (relation.before, relation.after)
    for finding in document.findings:
        yield from finding.a
