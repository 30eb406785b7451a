"""The one margin object, its places in the drafts, and what runs found there.

Mentions, quotations and figures are shown straight from the stored Document; they become annotations when
somebody acts on them (docs/adr/).
"""

from typing import Self

from django.db import models

from analysis.findings import Kind, Severity
from analysis.spans import Spanned
from articles.models import Draft, Story, User
from review.models.runs import Analysis, Comparison

CONTEXT = 32  # code points kept on each side of a passage, to find it again in a later draft


class AnnotationKind(models.TextChoices):
    MENTION = "mention"
    QUOTATION = "quotation"
    CLAIM = "claim"
    FINDING = "finding"
    NOTE = "note"


class Annotation(models.Model):
    """Something written in the margin of a story's drafts: one table to anchor, one to discuss."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="annotations")
    kind = models.CharField(max_length=10, choices=AnnotationKind.choices)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} in {self.story}"


class Passage(models.Model):
    """A place in a draft, in code points, end not included; `prefix` and `suffix` are the CONTEXT around it."""

    annotation = models.ForeignKey(Annotation, on_delete=models.CASCADE, related_name="passages")
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exact = models.TextField()
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)

    class Meta:
        ordering = ["draft", "start"]
        constraints = [
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="passage_is_not_empty")
        ]

    def __str__(self) -> str:
        return f"{self.start}–{self.end} of {self.draft}"

    @classmethod
    def of(cls, draft: Draft, place: Spanned, *, annotation: Annotation | None = None) -> "Passage":
        """The place in the draft, not yet stored."""
        text, start, end = draft.text, place.start, place.end
        return cls(
            annotation=annotation,
            draft=draft,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )


class FindingQuerySet(models.QuerySet["Finding"]):
    def visible_to(self, user: User) -> Self:
        return self.filter(annotation__story__desk__memberships__user=user)


class Finding(models.Model):
    """What one run found: in one draft (`analysis`) or between two (`comparison`).

    Decisions hang on the story and the `fingerprint`, so that they outlive the run; see review/standing/.
    `value_a` belongs to the comparison's left draft. `anchor` names its passages with the words around them:
    a decision on "this passage" reaches no other.
    """

    annotation = models.OneToOneField(Annotation, on_delete=models.CASCADE, related_name="finding")
    analysis = models.ForeignKey(Analysis, null=True, on_delete=models.CASCADE, related_name="found")
    comparison = models.ForeignKey(Comparison, null=True, on_delete=models.CASCADE, related_name="found")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in Kind])
    conflict = models.BooleanField()
    severity = models.CharField(max_length=10, choices=[(s.value, s.value) for s in Severity])
    confidence = models.FloatField()
    message = models.TextField()
    why = models.TextField(blank=True)
    value_a = models.TextField(blank=True)
    value_b = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64, db_index=True)
    anchor = models.CharField(max_length=64, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(analysis__isnull=True) ^ models.Q(comparison__isnull=True),
                name="finding_comes_from_one_run",
            ),
            models.UniqueConstraint(fields=["analysis", "fingerprint"], name="one_finding_a_fingerprint_in_a_draft"),
            models.UniqueConstraint(fields=["comparison", "fingerprint"], name="one_finding_a_fingerprint_in_a_pair"),
        ]

    def __str__(self) -> str:
        return self.message
