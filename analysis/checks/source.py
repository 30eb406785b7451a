"""Who speaks in this draft, and may they?

Catches the newsroom's own staff quoted as a source, and quotations whose speaker has no name.
Ignores documents and bodies that speak for themselves.
Rests on the sourcing rules of the Associated Press and the BBC: name the source, or say why not; we are not a source.
"""

from collections.abc import Iterator

from analysis.document import Document, Quotation, SourceClass
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark

OWN = "The newsroom's own staff cannot be a source for its own story."
NAMELESS = "Readers cannot weigh words whose speaker has no name; say who it is, or why not."


def find(document: Document) -> Iterator[Finding]:
    for quotation in document.quotations:
        if quotation.speaker and quotation.source_class is SourceClass.OWN_STAFF:
            yield _finding(document, quotation, "is our own staff, quoted as a source", OWN, Severity.MAJOR)
        elif quotation.speaker and quotation.source_class is SourceClass.UNNAMED_PERSON:
            yield _finding(document, quotation, "speaks without a name", NAMELESS, Severity.NOTE)


def _finding(document: Document, quotation: Quotation, fault: str, why: str, severity: Severity) -> Finding:
    assert quotation.speaker is not None  # noqa: S101 - asked above
    said = document.text[quotation.speaker.start : quotation.speaker.end]
    name = quotation.speaker.name or said
    message = f"“{name}” {fault}."
    return remark(Kind.SOURCE, [quotation.speaker], subject=name.lower(), message=message, why=why, severity=severity)
