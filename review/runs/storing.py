"""What the analysis says, written down as rows: findings with their places, and the claims of a story."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.anchors import anchored
from analysis.comparison import Comparison as Compared
from analysis.document import Claim as ReadClaim
from analysis.document import Document
from analysis.findings import Finding as Found
from analysis.fingerprints import plain_words
from analysis.spans import Spanned
from articles.models import Draft, Story
from review.models import Analysis, Annotation, AnnotationKind, Claim, ClaimSighting, Comparison, Finding, Passage
from review.runs.recognising import recognised

CONTEXT = 32  # code points kept on each side of a passage, to find it again in a later draft


@dataclass(frozen=True, slots=True)
class _Place:
    draft: Draft
    span: Spanned

    def passage(self, annotation: Annotation) -> Passage:
        text, start, end = self.draft.text, self.span.start, self.span.end
        return Passage(
            annotation=annotation,
            draft=self.draft,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )


def store_document(analysis: Analysis, document: Document) -> None:
    """The findings of one draft alone, and its claims. Needs a transaction: all or nothing."""
    draft = analysis.draft
    _store_findings(draft.story, document.findings, [draft], analysis=analysis)
    Passage.objects.filter(draft=draft, sighting__isnull=False).delete()  # those of an earlier reading
    _store_claims(draft, [claim for claim in document.claims if claim.worth])


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
        (found, [place.passage(annotation) for place in _places(found, drafts)])
        for found, annotation in zip(once, annotations, strict=True)
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


def _places(found: Found, drafts: Sequence[Draft]) -> Iterator[_Place]:
    for draft, spans in zip(drafts, (found.a, found.b), strict=False):
        yield from (_Place(draft, span) for span in spans if span.start < span.end)


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


def _store_claims(draft: Draft, claims: Sequence[ReadClaim]) -> None:
    told = [(_Place(draft, claim), claim) for claim in claims]
    ledger = _ledger(draft.story, [draft.text[claim.start : claim.end] for claim in claims])
    passages = [place.passage(ledger[_normalised(draft.text[c.start : c.end])].annotation) for place, c in told]
    Passage.objects.bulk_create(passages)
    ClaimSighting.objects.bulk_create(
        ClaimSighting(
            claim=ledger[_normalised(passage.exact)],
            passage=passage,
            score=claim.score,
            reasons=list(claim.reasons),
            speaker=(claim.speaker or "")[:200],
            source_class=claim.source_class,
        )
        for passage, claim in zip(passages, claims, strict=True)
    )


def _ledger(story: Story, texts: Iterable[str]) -> dict[str, Claim]:
    """The story's claims by their normalised words, with a new row for each that was never sighted."""
    told = {_normalised(text): text for text in texts}
    known = {claim.normalised: claim for claim in story.claims.filter(normalised__in=told).select_related("annotation")}
    new = [name for name in told if name not in known]
    annotations = _annotations(story, AnnotationKind.CLAIM, len(new))
    rows = Claim.objects.bulk_create(
        Claim(annotation=annotation, story=story, normalised=name, text=told[name])
        for name, annotation in zip(new, annotations, strict=True)
    )
    return known | {claim.normalised: claim for claim in rows}


def _normalised(text: str) -> str:
    return hashlib.sha256(plain_words(text).encode()).hexdigest()


def _annotations(story: Story, kind: AnnotationKind, count: int) -> list[Annotation]:
    return Annotation.objects.bulk_create(Annotation(story=story, kind=kind) for _ in range(count))
