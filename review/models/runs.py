"""Runs of the analysis: over one draft, and over a pair."""

from typing import Self, TypeVar

from django.db import models
from django.utils.timezone import now

from articles.models import Draft, Story
from review.models.timing import is_time, lies_ahead


class RunState(models.TextChoices):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    NOT_ANALYSED = "not_analysed", "Not analysed"
    FAILED = "failed"


UNFINISHED = (RunState.WAITING, RunState.RUNNING)


class Stage(models.TextChoices):
    """What a worker is doing, as the page tells it."""

    WAITING = "waiting", "Waiting for a worker"
    READING = "reading", "Reading people, quotes and figures"
    MEANING = "meaning", "Reading the meaning of sentences"
    COMPARING = "comparing", "Comparing the versions"
    STORING = "storing", "Writing down what was read"
    FINISHED = "finished", "Finished"


class Run(models.Model):
    """One run, repeatable: a second try of the same run has the same effect as one.

    `versions` names the checks and models; a new version is a new run, and so is a ruling on a name: `rulings`
    is how many had drafts read again when it was asked for. `tries` counts starts; the sweep takes up what is
    unfinished at `due_at`. `reason` is the sentence that says why it failed or was not analysed.
    """

    versions = models.CharField(max_length=200)
    rulings = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=12, choices=RunState.choices, default=RunState.WAITING)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    reason = models.TextField(blank=True)
    due_at = models.DateTimeField(default=now)
    asked_at = models.DateTimeField(default=now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_over(self) -> bool:
        return self.state not in UNFINISHED

    @property
    def is_held(self) -> bool:
        """Whether a worker that lives is at it."""
        return self.state == RunState.RUNNING and lies_ahead(self.due_at)


AnyRun = TypeVar("AnyRun", bound=Run)


class RunQuerySet(models.QuerySet[AnyRun]):
    def unfinished(self) -> Self:
        return self.filter(state__in=UNFINISHED)

    def due(self) -> Self:
        """Those that a worker should have taken up, or finished, by now."""
        return self.unfinished().filter(is_time())


class ComparisonQuerySet(RunQuerySet["Comparison"]):
    def of(self, draft_id: int) -> Self:
        """Those that the draft is one side of."""
        return self.filter(models.Q(left=draft_id) | models.Q(right=draft_id))

    def waiting(self) -> Self:
        return self.filter(state=RunState.WAITING)

    def ready(self) -> Self:
        """Unfinished ones whose drafts are both through with their own reading, however it ended."""
        reading = Analysis.objects.unfinished().values("draft")
        return self.unfinished().exclude(left__in=reading).exclude(right__in=reading)


class Analysis(Run):
    """One run over one draft. `document` is the whole analysis.Document as JSON, for later comparisons."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="analyses")
    document = models.JSONField(null=True, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "analyses"
        constraints = [models.UniqueConstraint(fields=["draft", "versions", "rulings"], name="one_analysis_a_version")]
        indexes = [
            models.Index(fields=["state", "due_at"], name="analysis_due"),
            models.Index(fields=["finished_at"], name="analysis_by_end"),
        ]

    def __str__(self) -> str:
        return f"analysis of {self.draft}"

    @property
    def drafts(self) -> tuple[Draft, ...]:
        return (self.draft,)

    @property
    def particulars(self) -> dict[str, str]:
        """What the record calls it by."""
        return {"draft": self.draft.label}


class Comparison(Run):
    """One run over two drafts of one story, stored once: `left` is the draft with the lower id.

    `alignment` holds [[i, j, similarity]…] and `moved` [[i, j]…]; i and j index the drafts' sentences.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="comparisons")
    left = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="+")
    right = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="+")
    alignment = models.JSONField(default=list)
    moved = models.JSONField(default=list)

    objects = ComparisonQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["left", "right", "versions", "rulings"], name="one_comparison_a_pair_and_version"
            ),
            models.CheckConstraint(condition=models.Q(left__lt=models.F("right")), name="comparison_is_ordered"),
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="comparison_due"),
            models.Index(fields=["finished_at"], name="comparison_by_end"),
        ]

    def __str__(self) -> str:
        return f"{self.left} against {self.right}"

    @property
    def drafts(self) -> tuple[Draft, ...]:
        return self.left, self.right

    @property
    def particulars(self) -> dict[str, str]:
        """What the record calls it by."""
        return {"left": self.left.label, "right": self.right.label}
