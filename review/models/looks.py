"""When a person last had a story open: what came since is new to them."""

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from articles.models import Story, User


class LookQuerySet(models.QuerySet["LastLooked"]):
    def note(self, *, person: User, story: Story) -> None:
        """Write down that they look at it now: in one query but for the first time."""
        if not self.filter(user=person, story=story).update(at=now()):
            self.update_or_create(user=person, story=story, defaults={"at": now()})


class LastLooked(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="looks")
    at = models.DateTimeField()

    objects = LookQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "story"], name="one_last_look_a_story")]

    def __str__(self) -> str:
        return f"{self.user} at {self.story}"
