"""What the meaning model may say beside the rules: something only of sentences in which no rule sees a conflict."""

from collections.abc import Iterable

from analysis.comparing.pairs import Pair
from analysis.findings import Finding, Kind


def left_to_the_model(pair: Pair, findings: Iterable[Finding]) -> list[Finding]:
    """All findings but those of the model on two sentences of which a rule says what is wrong with them."""
    told = list(findings)
    decided = {place for finding in told if finding.conflict for place in _by_rule(pair, finding)}
    return [
        finding for finding in told if finding.kind is not Kind.MEANING or not decided & {*_sentences(pair, finding)}
    ]


def _by_rule(pair: Pair, finding: Finding) -> list[tuple[int, int]]:
    return [] if finding.kind is Kind.MEANING else _sentences(pair, finding)


def _sentences(pair: Pair, finding: Finding) -> list[tuple[int, int]]:
    """The sentences in which both places stand, by index."""
    return [(pair.a.sentence_of(a), pair.b.sentence_of(b)) for a in finding.a for b in finding.b]
