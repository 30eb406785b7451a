"""What editors ruled on the names of a story: the latest word on a name counts; none is ever changed."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from analysis.document import Label
from articles.models import Story


class RulingKind(models.TextChoices):
    """What the editor did, seen from what stood there before."""

    CONFIRMED = "confirmed"
    RELABELLED = "relabelled"
    ADDED = "added"
    REMOVED = "removed", "Ruled to be no name"
    TAKEN_BACK = "taken_back", "Taken back"


class Listing(models.TextChoices):
    """What a ruling did to the desk's house list, so that taking it back can undo that as well."""

    NOTHING = "", "Left the house list alone"
    ADDED = "added", "Put on the house list"
    CHANGED = "changed", "Changed on the house list"


class RulingQuerySet(models.QuerySet["Ruling"]):
    def last_words(self) -> Self:
        """The latest on each name of a story."""
        later = Ruling.objects.filter(story=models.OuterRef("story"), name=models.OuterRef("name"))
        return self.filter(~models.Exists(later.filter(pk__gt=models.OuterRef("pk"))))

    def in_force(self) -> Self:
        """The last word on each name, unless it was taken back."""
        return self.last_words().exclude(kind=RulingKind.TAKEN_BACK)

    def read_again(self) -> Self:
        """Those for which drafts are read again: a run notes how many there were."""
        return self.filter(read_again=True)


class Ruling(models.Model):
    """An editor's word on a name of a story, for all its drafts; `label` is empty where it is no name.

    `forms` are what else it was called in the drafts then, `label_before` the label that it had, `listed_before`
    the one that it had on the house list. `read_again` says that the drafts had been read otherwise.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="rulings")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=RulingKind.choices)
    label = models.CharField(max_length=20, choices=[(label.value, label.value) for label in Label], blank=True)
    label_before = models.CharField(max_length=20, blank=True)
    forms = models.JSONField(default=list, blank=True)
    listing = models.CharField(max_length=10, choices=Listing.choices, blank=True)
    listed_before = models.CharField(max_length=20, blank=True)
    read_again = models.BooleanField(default=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    objects = RulingQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["story", "name", "-id"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["removed", "taken_back"], label="")
                | models.Q(~models.Q(label=""), kind__in=["confirmed", "relabelled", "added"]),
                name="ruling_has_a_label_unless_it_removes",
            )
        ]

    def __str__(self) -> str:
        return f"“{self.name}” {self.get_kind_display().lower()} by {self.by}"

    @property
    def is_in_force(self) -> bool:
        """Of the last word on a name."""
        return self.kind != RulingKind.TAKEN_BACK
