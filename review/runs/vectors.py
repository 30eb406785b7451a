"""What the sentences of two drafts mean: taken from what their story keeps, read where it is new, and kept."""

import hashlib
from typing import TYPE_CHECKING

from analysis.document import Document
from articles.models import Draft
from review.models import Comparison, SentenceVectors, Stage
from review.runs.running import tell_stage

if TYPE_CHECKING:  # only workers pay for the numbers
    import numpy as np
    from numpy.typing import NDArray

    from analysis.comparing.nearness import Vectors


def vectors_of_pair(comparison: Comparison, left: Document, right: Document) -> "tuple[Vectors, Vectors] | None":
    """A row for each sentence of both drafts; None where the newsroom does without."""
    from analysis.similarity import switched_on

    if not switched_on():
        return None
    tell_stage(comparison, Stage.MEANING)
    vectors = _of_draft(comparison.left, left), _of_draft(comparison.right, right)
    tell_stage(comparison, Stage.COMPARING)
    return vectors


def _of_draft(draft: Draft, document: Document) -> "Vectors":
    from analysis.similarity import MODEL, packed, sentences_of, vectors_of

    kept = _kept(draft.story_id, MODEL)
    digests = {sentence: _digest(sentence) for sentence in sentences_of(document)}
    known = {sentence: kept[digest] for sentence, digest in digests.items() if digest in kept}
    vectors = vectors_of(document, known=known)
    row = {"sentences": [digests[sentence] for sentence in sentences_of(document)], "vectors": packed(vectors)}
    SentenceVectors.objects.update_or_create(draft=draft, model=MODEL, defaults=row)
    SentenceVectors.objects.filter(draft=draft).exclude(model=MODEL).delete()
    return vectors


def _kept(story_id: int, model: str) -> "dict[str, NDArray[np.float32]]":
    """What every sentence means that stands in a draft of the story, by its digest."""
    from analysis.similarity import unpacked

    rows = SentenceVectors.objects.filter(draft__story=story_id, model=model)
    return {digest: vector for row in rows for digest, vector in zip(row.sentences, unpacked(row.vectors), strict=True)}


def _digest(sentence: str) -> str:
    return hashlib.sha256(sentence.encode(errors="surrogatepass")).hexdigest()[:32]
