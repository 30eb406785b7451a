"""What the meaning model may say beside the rules: something only of sentences in which no rule sees a conflict."""

from collections.abc import Iterable

from analysis.comparing.pairs import Pair
from analysis.findings import Finding, Kind


def left_to_the_model(pair: Pair, findings: Iterable[Finding]) -> list[Finding]:
    """All findings but those of the model on two sentences of which a rule says what is wrong with them."""
    told = list(findings)
    decided = by_rule(pair, told)
    return [finding for finding in told if finding.kind is not Kind.MEANING or not decided & _sentences(pair, finding)]


def by_rule(pair: Pair, findings: Iterable[Finding]) -> set[tuple[int, int]]:
    """The sentences, by their index, between which a rule sees a conflict."""
    of_rules = (finding for finding in findings if finding.conflict and finding.kind is not Kind.MEANING)
    return {place for finding in of_rules for place in _sentences(pair, finding)}


def _sentences(pair: Pair, finding: Finding) -> set[tuple[int, int]]:
    """Those in which both places stand."""
    return {(pair.a.sentence_of(a), pair.b.sentence_of(b)) for a in finding.a for b in finding.b}
