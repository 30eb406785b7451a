"""Two drafts compared: every check between versions, one finding for one disagreement."""

from dataclasses import dataclass

from analysis.checks import pair_checks
from analysis.comparing.alignment import Match
from analysis.comparing.nearness import Vectors
from analysis.comparing.pairs import pair_up
from analysis.document import Document
from analysis.findings import Finding
from analysis.settlement import settled


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two drafts disagree about, and which sentences of the one answer to which of the other."""

    findings: tuple[Finding, ...]
    matches: tuple[Match, ...]
    moved: tuple[tuple[int, int], ...]


def compare(a: Document, b: Document, *, vectors: tuple[Vectors, Vectors] | None = None) -> Comparison:
    """Compare two annotated drafts; the findings stand in the order of `a`.

    `vectors` are what their sentences mean, if that was read (`analysis.similarity`): more sentences find each other.
    """
    pair = pair_up(a, b, vectors=vectors)
    findings = (finding for check in pair_checks() for finding in check.compare(pair))
    return Comparison(settled(findings), pair.matches, pair.moved)
