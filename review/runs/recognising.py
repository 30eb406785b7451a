"""What the run over an earlier draft found already, though the sentence around it is worded otherwise now."""

from collections.abc import Iterator, Sequence

from django.db.models import Prefetch, Q, QuerySet

from analysis.anchors import Anchor, anchored, closest, in_one_place
from analysis.findings import Finding as Found
from analysis.fingerprints import plain_words
from review.models import Analysis, Comparison, Finding, Passage, RunState

MOST = 400  # earlier findings looked at, newest first

Told = tuple[Found, Sequence[Passage]]


def recognised(run: Analysis | Comparison, told: Sequence[Told]) -> dict[int, Finding]:
    """For each of the new findings, by index, the earlier one that it is; what is new is left out.

    It has the same fingerprint, or else the same kind, values and words in the same place, where the earlier one's
    fingerprint is found no more.
    """
    earlier = list(_newest_first(findings_before(run))) if told else []
    known: dict[str, Finding] = {}
    for finding in earlier:
        known.setdefault(finding.fingerprint, finding)
    present = {found.fingerprint for found, _ in told}
    gone = [finding for fingerprint, finding in known.items() if fingerprint not in present]
    return dict(_pairs(told, known, gone))


def _pairs(told: Sequence[Told], known: dict[str, Finding], gone: list[Finding]) -> Iterator[tuple[int, Finding]]:
    for number, (found, passages) in enumerate(told):
        same = known.get(found.fingerprint)
        twin = None if same else _twin(found, passages, gone)
        if same and stands_where(passages, passages_of(same)):
            yield number, same
        elif twin:
            gone.remove(twin)
            yield number, twin


def _twin(found: Found, passages: Sequence[Passage], gone: Sequence[Finding]) -> Finding | None:
    """The one that says the same in the same place; of two in places alike, neither is taken for it."""
    alike = [old for old in gone if _tells_the_same(found, passages, old)]
    if len(alike) < 2:
        return next(iter(alike), None)
    here, there = _first_anchors(passages), [_first_anchors(passages_of(old)) for old in alike]
    chosen = {closest(anchor, [anchors[version] for anchors in there]) for version, anchor in here.items()} - {None}
    return alike[chosen.pop() or 0] if len(chosen) == 1 else None


def findings_before(run: Analysis | Comparison) -> QuerySet[Finding]:
    """What other runs found in drafts of the same version, or between drafts of the same two versions."""
    if isinstance(run, Analysis):
        same = Q(analysis__draft__story=run.draft.story_id, analysis__draft__version=run.draft.version)
        return Finding.objects.filter(same, analysis__state=RunState.DONE).exclude(analysis=run)
    left, right = run.left.version, run.right.version
    pair = Q(comparison__left=run.left_id, comparison__right=run.right_id)
    if left != right:  # a draft and its own revision are compared just once
        pair = Q(comparison__left__version=left, comparison__right__version=right)
        pair |= Q(comparison__left__version=right, comparison__right__version=left)
    return Finding.objects.filter(pair, comparison__story=run.story_id, comparison__state=RunState.DONE).exclude(
        comparison=run
    )


def stands_where(one: Sequence[Passage], other: Sequence[Passage]) -> bool:
    """Whether the first passages in each version stand in the same surroundings."""
    here, there = _first_anchors(one), _first_anchors(other)
    return here.keys() == there.keys() and all(in_one_place(here[version], there[version]) for version in here)


def passages_of(finding: Finding) -> list[Passage]:
    return list(finding.annotation.passages.all())


def with_passages(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """The findings with their places and the drafts these are in, without the texts."""
    passages = Prefetch("annotation__passages", Passage.objects.select_related("draft").defer("draft__text"))
    return findings.select_related("annotation").prefetch_related(passages)


def _newest_first(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    return with_passages(findings).order_by("-pk")[:MOST]


def _tells_the_same(found: Found, passages: Sequence[Passage], old: Finding) -> bool:
    values = sorted(map(plain_words, (found.values.a or "", found.values.b or "")))
    if found.kind != old.kind or values != sorted(map(plain_words, (old.value_a, old.value_b))):
        return False
    here, there = _first_anchors(passages), _first_anchors(passages_of(old))
    same_words = all(here[version].exact == there[version].exact for version in here.keys() & there.keys())
    return same_words and stands_where(passages, passages_of(old))


def _first_anchors(passages: Sequence[Passage]) -> dict[int, Anchor]:
    """The anchor of the first passage in each version."""
    return {
        passage.draft.version: anchored(exact=passage.exact, prefix=passage.prefix, suffix=passage.suffix)
        for passage in reversed(passages)
    }
