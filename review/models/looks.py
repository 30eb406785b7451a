"""When a person last had a story open: what came since is new to them."""

from django.conf import settings
from django.db import models

from articles.models import Story


class LastLooked(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="looks")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "story"], name="one_last_look_a_story")]

    def __str__(self) -> str:
        return f"{self.user} at {self.story}"
