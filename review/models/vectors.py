"""What the sentences of a draft mean, kept so that a later draft pays for its changed sentences only."""

from django.db import models

from articles.models import Draft


class SentenceVectors(models.Model):
    """One row a draft and `model`. `sentences` are digests of their words, `vectors` what they mean, in one order."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="sentence_vectors")
    model = models.CharField(max_length=100)
    sentences = models.JSONField()
    vectors = models.BinaryField()

    class Meta:
        verbose_name_plural = "sentence vectors"
        constraints = [models.UniqueConstraint(fields=["draft", "model"], name="one_set_of_vectors_a_model")]

    def __str__(self) -> str:
        return f"vectors of {self.draft}"
