"""What the meaning model made of sentences of two drafts, kept so that later drafts pay for changed sentences only."""

from django.db import models

from review.models.runs import Comparison


class SentenceVerdicts(models.Model):
    """One row a comparison and `model`. `pairs` are digests of two sentences each, `verdicts` three probabilities."""

    comparison = models.ForeignKey(Comparison, on_delete=models.CASCADE, related_name="sentence_verdicts")
    model = models.CharField(max_length=100)
    pairs = models.JSONField()
    verdicts = models.JSONField()

    class Meta:
        verbose_name_plural = "sentence verdicts"
        constraints = [models.UniqueConstraint(fields=["comparison", "model"], name="one_set_of_verdicts_a_model")]

    def __str__(self) -> str:
        return f"verdicts on {self.comparison}"
