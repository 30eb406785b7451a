"""Two drafts compared: every check between versions, one finding for one disagreement."""

from dataclasses import dataclass

from analysis.checks import pair_checks
from analysis.comparing.alignment import Match
from analysis.comparing.judging import left_to_the_model
from analysis.comparing.nearness import Vectors
from analysis.comparing.pairs import pair_up
from analysis.comparing.verdicts import Judge
from analysis.document import Document
from analysis.findings import Finding
from analysis.settlement import settled
from analysis.turning import turned


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two drafts disagree about, and which sentences of the one answer to which of the other."""

    findings: tuple[Finding, ...]
    matches: tuple[Match, ...]
    moved: tuple[tuple[int, int], ...]

    def turned(self) -> "Comparison":
        """The same, told as if the drafts had been named the other way round."""
        return Comparison(
            tuple(sorted(map(turned, self.findings), key=lambda found: (*found.a, *found.b))),
            tuple(sorted((Match(m.b, m.a, m.similarity) for m in self.matches), key=lambda match: (match.a, match.b))),
            tuple(sorted((b, a) for a, b in self.moved)),
        )


def compare(
    a: Document, b: Document, *, vectors: tuple[Vectors, Vectors] | None = None, judge: Judge | None = None
) -> Comparison:
    """Compare two annotated drafts; the findings stand in the order of `a`.

    `vectors` are what their sentences mean, if that was read (`analysis.similarity`): more sentences find each other.
    `judge` says of two sentences if they contradict each other (`analysis.meaning`): it speaks where no rule does.
    """
    pair = pair_up(a, b, vectors=vectors, judge=judge)
    findings = [finding for check in pair_checks() for finding in check.compare(pair)]
    return Comparison(settled(left_to_the_model(pair, findings)), pair.matches, pair.moved)
