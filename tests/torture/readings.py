"""What was read and found in a story, as it can be laid beside the undisturbed reading of the same texts."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass

from articles.models import Story
from review.models import Analysis, Comparison, Finding, Passage

Place = tuple[str, int, int]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class StoryRead:
    """Drafts go by the digests of their texts: the document of each, the pairs, and every finding with its places."""

    documents: dict[str, str]
    pairs: Counter[Pair]
    findings: Counter[str]
    claims: int


def story_read(story: Story) -> StoryRead:
    sha256 = dict(story.drafts.values_list("pk", "sha256"))
    documents = {
        sha256[reading.draft_id]: _digest(reading.document) for reading in Analysis.objects.filter(draft__in=sha256)
    }
    comparisons = Comparison.objects.filter(story=story)
    pairs = Counter(tuple(sorted((sha256[pair.left_id], sha256[pair.right_id]))) for pair in comparisons)
    return StoryRead(
        documents=documents,
        pairs=Counter({(left, right): count for (left, right), count in pairs.items()}),
        findings=Counter(_told(finding, sha256) for finding in Finding.objects.filter(annotation__story=story)),
        claims=story.claims.count(),
    )


def differences(found: StoryRead, undisturbed: StoryRead) -> list[str]:
    """In words; none where both are the same."""
    names = ("documents", "pairs", "findings", "claims")
    return [name for name in names if getattr(found, name) != getattr(undisturbed, name)]


def _told(finding: Finding, sha256: dict[int, str]) -> str:
    places = sorted(_place(passage, sha256) for passage in finding.annotation.passages.all())
    return json.dumps([finding.kind, finding.severity, finding.conflict, finding.message, places])


def _place(passage: Passage, sha256: dict[int, str]) -> Place:
    return sha256[passage.draft_id], passage.start, passage.end


def _digest(document: object) -> str:
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
