"""Stories that are to be settled anew, since something was decided elsewhere that reaches them."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Self

from django.db import models
from django.utils.timezone import now

from articles.models import Story
from review.models.timing import is_time


class UnsettledQuerySet(models.QuerySet["Unsettled"]):
    def due(self) -> Self:
        return self.filter(is_time())

    def leave(self, story_ids: Iterable[int], *, for_now: timedelta = timedelta()) -> None:
        """Written in the transaction of what was decided. It touches no story, whose lock somebody else may have."""
        self.bulk_create(Unsettled(story_id=story_id, due_at=now() + for_now) for story_id in story_ids)


class Unsettled(models.Model):
    """One story that waits for a worker; gone when it is settled. The sweep takes it up at `due_at`."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    due_at = models.DateTimeField(db_index=True)

    objects = UnsettledQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "unsettled"

    def __str__(self) -> str:
        return f"{self.story}, to be settled"
