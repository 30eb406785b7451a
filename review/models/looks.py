"""When a person last had a story open, since what came later is new to them; and who has it open now."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from articles.models import Story, User
from review.models.annotations import Finding

PRESENT = timedelta(seconds=15)  # a page says every three that it is there; a slow line may lose some of that


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


class PresenceQuerySet(models.QuerySet["Presence"]):
    def company_of(self, person: User, at: datetime) -> Self:
        """Who else is there at that time."""
        return self.filter(at__gt=at - PRESENT).exclude(user=person)


class Presence(models.Model):
    """A person with a story's review open, at one of its findings or at none. It lapses by itself."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="presences")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "story"], name="one_presence_a_story")]

    def __str__(self) -> str:
        return f"{self.user} at {self.story}"
