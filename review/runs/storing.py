"""What the analysis says, written down as rows: findings with their places, and claims."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from analysis.anchors import anchored
from analysis.comparison import Comparison as Compared
from analysis.document import Document
from analysis.findings import Finding as Found
from articles.models import Draft, Story
from review.models import Analysis, Annotation, AnnotationKind, Comparison, Finding, Passage
from review.runs.claims import store_claims
from review.runs.recognising import recognised


def store_document(analysis: Analysis, document: Document) -> None:
    """The findings of one draft alone, and its claims. Needs a transaction: all or nothing."""
    draft = analysis.draft
    _store_findings(draft.story, document.findings, [draft], analysis=analysis)
    store_claims(draft, document)


def store_comparison(comparison: Comparison, compared: Compared) -> None:
    """The findings between two drafts, and which of their sentences answer to each other."""
    _store_findings(comparison.story, compared.findings, [comparison.left, comparison.right], comparison=comparison)
    comparison.alignment = [[match.a, match.b, round(match.similarity, 3)] for match in compared.matches]
    comparison.moved = [list(pair) for pair in compared.moved]
    comparison.save(update_fields=["alignment", "moved"])


def _store_findings(
    story: Story,
    findings: Iterable[Found],
    drafts: Sequence[Draft],
    *,
    analysis: Analysis | None = None,
    comparison: Comparison | None = None,
) -> None:
    once = list({found.fingerprint: found for found in findings}.values())
    annotations = _annotations(story, AnnotationKind.FINDING, len(once))
    told = [
        (found, list(_passages(found, drafts, annotation))) for found, annotation in zip(once, annotations, strict=True)
    ]
    rows = [
        _finding(found, annotation, places, analysis, comparison)
        for (found, places), annotation in zip(told, annotations, strict=True)
    ]
    run = analysis or comparison
    for number, earlier in (recognised(run, told) if run else {}).items():
        rows[number].fingerprint, rows[number].anchor = earlier.fingerprint, earlier.anchor
    Passage.objects.bulk_create(passage for _, places in told for passage in places)
    Finding.objects.bulk_create(rows)


def _passages(found: Found, drafts: Sequence[Draft], annotation: Annotation) -> Iterator[Passage]:
    for draft, spans in zip(drafts, (found.a, found.b), strict=False):
        yield from (Passage.of(draft, span, annotation=annotation) for span in spans if span.start < span.end)


def _finding(
    found: Found,
    annotation: Annotation,
    passages: Sequence[Passage],
    analysis: Analysis | None,
    comparison: Comparison | None,
) -> Finding:
    return Finding(
        annotation=annotation,
        analysis=analysis,
        comparison=comparison,
        kind=found.kind,
        conflict=found.conflict,
        severity=found.severity,
        confidence=found.confidence,
        message=found.message,
        why=found.why,
        value_a=found.values.a or "",
        value_b=found.values.b or "",
        fingerprint=found.fingerprint,
        anchor=_anchor(passages),
    )


def _anchor(passages: Iterable[Passage]) -> str:
    """The same for the same words in the same surroundings, wherever they stand and whichever draft is left."""
    anchors = (anchored(exact=place.exact, prefix=place.prefix, suffix=place.suffix) for place in passages)
    surroundings = sorted("\n".join((anchor.before, anchor.exact, anchor.behind)) for anchor in anchors)
    return hashlib.sha256("\n\n".join(surroundings).encode()).hexdigest()


def _annotations(story: Story, kind: AnnotationKind, count: int) -> list[Annotation]:
    return Annotation.objects.bulk_create(Annotation(story=story, kind=kind) for _ in range(count))
