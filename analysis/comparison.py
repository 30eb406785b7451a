"""All checks run: over one draft, and over two against each other; one finding for one disagreement."""

from dataclasses import dataclass, replace

from analysis.alignment import Match
from analysis.checks import document_checks, pair_checks
from analysis.document import Document
from analysis.findings import Finding
from analysis.pairs import pair_up
from analysis.settlement import settled


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two drafts disagree about, and which sentences of the one answer to which of the other."""

    findings: tuple[Finding, ...]
    matches: tuple[Match, ...]
    moved: tuple[tuple[int, int], ...]


def examined(document: Document) -> Document:
    """The document with what the checks of one draft find in it."""
    return replace(document, findings=settled(found for check in document_checks() for found in check.find(document)))


def compare(a: Document, b: Document) -> Comparison:
    """Compare two annotated drafts; the findings stand in the order of `a`."""
    pair = pair_up(a, b)
    findings = (finding for check in pair_checks() for finding in check.compare(pair))
    return Comparison(settled(findings), pair.matches, pair.moved)
