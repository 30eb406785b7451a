"""One finding for one disagreement: of several checks that see the same spot, the best keeps it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from analysis.findings import Finding, Kind
from analysis.fingerprints import signed
from analysis.spans import Span, overlaps

# Which kind tells an editor most about one and the same spot, first to last.
ORDER = (
    *(Kind.SPEAKER, Kind.QUOTE, Kind.SEQUENCE, Kind.FIGURE, Kind.DATE, Kind.ROLE, Kind.NAME, Kind.PLACE, Kind.POLARITY),
    *(Kind.SCOPE, Kind.CERTAINTY, Kind.ATTRIBUTION, Kind.MEANING, Kind.ONLY_IN_ONE),
)

# Two values of these kinds that clash in the headline and again in the text are one disagreement.
TELLING = frozenset({Kind.FIGURE, Kind.DATE, Kind.NAME, Kind.ROLE, Kind.PLACE, Kind.SPEAKER})

STRETCH = 200  # code points: findings further apart are never held against each other


def settled(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without doubles, signed, in the order of the text. Conflicts outrank what is worth a look."""
    kept: list[Finding] = []
    near: dict[tuple[int, int], list[Finding]] = defaultdict(list)
    for finding in _repeats_joined(sorted(findings, key=_rank)):
        stretches = _stretches(finding)
        if not any(_same_spot(finding, other) for stretch in stretches for other in near[stretch]):
            kept.append(finding)
            for stretch in stretches:
                near[stretch].append(finding)
    return tuple(signed(finding) for finding in sorted(kept, key=lambda found: (*found.a, *found.b)))


def _rank(finding: Finding) -> tuple[bool, int, float]:
    place = ORDER.index(finding.kind) if finding.kind in ORDER else len(ORDER)
    return not finding.conflict, place, -finding.confidence


def _repeats_joined(findings: Iterable[Finding]) -> Iterable[Finding]:
    """The same thing said again becomes further spans of the first finding."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        subject = "" if finding.kind in TELLING and finding.values.b is not None else finding.subject
        groups.setdefault((finding.kind, finding.conflict, subject, finding.values), []).append(finding)
    for same in groups.values():
        yield replace(same[0], a=_joined([found.a for found in same]), b=_joined([found.b for found in same]))


def _joined(spans: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(spans)))


def _stretches(finding: Finding) -> set[tuple[int, int]]:
    """The draft and stretch of each of its places: whoever shares a place with it shares one of these."""
    places = ((side, span) for side, spans in enumerate((finding.a, finding.b)) for span in spans)
    return {
        (side, stretch) for side, span in places for stretch in range(span.start // STRETCH, span.end // STRETCH + 1)
    }


def _same_spot(one: Finding, other: Finding) -> bool:
    """Whether both point at the same words in every draft that both speak of; in one draft, at no others."""
    if not one.b and not other.b:
        return _covers(one.a, other.a) or _covers(other.a, one.a)
    shared = [(left, right) for left, right in ((one.a, other.a), (one.b, other.b)) if left and right]
    return bool(shared) and all(_touch(left, right) for left, right in shared)


def _covers(left: Sequence[Span], right: Sequence[Span]) -> bool:
    return all(any(overlaps(span, other) for span in left) for other in right)


def _touch(left: Sequence[Span], right: Sequence[Span]) -> bool:
    return any(overlaps(span, other) for span in left for other in right)
