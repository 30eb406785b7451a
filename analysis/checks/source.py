"""Who speaks in this draft, and may they?

Catches the newsroom's own staff quoted as a source, and quotations whose speaker has no name.
Ignores documents and bodies that speak for themselves.
Rests on the sourcing rules of the Associated Press and the BBC: name the source, or say why not; we are not a source.
"""

from collections.abc import Iterator

from analysis.document import Document, Quotation, SourceClass, Speaker
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark

OUR = "our "
OWN = "The newsroom's own staff cannot be a source for its own story."
NAMELESS = "Readers cannot weigh words whose speaker has no name; say who it is, or why not."


def find(document: Document) -> Iterator[Finding]:
    for quotation in document.quotations:
        if quotation.speaker and _is_own(document, quotation, quotation.speaker):
            yield _finding(document, quotation.speaker, "is our own staff, quoted as a source", OWN, Severity.MAJOR)
        elif quotation.speaker and quotation.source_class is SourceClass.UNNAMED_PERSON:
            yield _finding(document, quotation.speaker, "speaks without a name", NAMELESS, Severity.NOTE)


def _is_own(document: Document, quotation: Quotation, speaker: Speaker) -> bool:
    """Whether the speaker is on the house list, or called "our" anything."""
    if quotation.source_class is SourceClass.OWN_STAFF:
        return True
    told = document.entities[speaker.entity].descriptions if speaker.entity is not None else ()
    return any(document.text[max(0, role.start - len(OUR)) : role.start].lower() == OUR for role in told)


def _finding(document: Document, speaker: Speaker, fault: str, why: str, severity: Severity) -> Finding:
    name = speaker.name or document.text[speaker.start : speaker.end]
    message = f"“{name}” {fault}."
    return remark(Kind.SOURCE, [speaker], subject=name.lower(), message=message, why=why, severity=severity)
