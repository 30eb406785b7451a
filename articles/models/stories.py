"""A story: what several drafts tell."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, Value
from django.db.models.functions import Upper
from django.utils.timezone import now

from articles.models.desks import Desk, User


class StoryState(models.TextChoices):
    """Where a story stands: the board's columns, in their order."""

    DRAFTING = "drafting"
    ANALYSING = "analysing"
    NEEDS_WORK = "needs_work", "Needs work"
    READY = "ready", "Ready for sign-off"
    APPROVED = "approved"
    FILED = "filed"
    CORRECTION = "correction", "To be corrected"
    ON_HOLD = "on_hold", "On hold"
    KILLED = "killed"


class Priority(models.IntegerChoices):
    """As wires number it: 1 is most urgent."""

    FLASH = 1, "Flash"
    URGENT = 2, "Urgent"
    ROUTINE = 3, "Routine"


# Sorts behind what has one, in the words of both databases: only so is an index read in that order.
WITHOUT_DEADLINE = ExpressionWrapper(Q(deadline_at__isnull=True), output_field=BooleanField())
_LAGS = ~Q(marked_to=F("audit_length"))

# The board's usual order in each of its columns.
_BY_URGENCY = (
    "desk", "state", "priority", WITHOUT_DEADLINE, "deadline_at", F("touched_at").desc(), F("id").desc()
)  # fmt: skip


class StoryQuerySet(models.QuerySet["Story"]):
    def visible_to(self, user: User) -> Self:
        """The stories of the desks that this person belongs to, and no others.

        No join: with one, SQLite reads each story of the desk, and not the index of those that are filtered for.
        """
        return self.filter(desk__in=user.memberships.values("desk"))

    def each_visible_to(self, user: User) -> Self:
        """The same, asked of each story: for the first in the order of an index, where SQLite would sort them all."""
        return self.filter(Exists(user.memberships.filter(desk=OuterRef("desk"))))

    def of_slug_line(self, slug: str) -> Self:
        """People type a slug line in whatever case, and with whatever blanks: it is the same story."""
        return self.alias(line=Upper("slug")).filter(line=Upper(Value(" ".join(slug.split()))))

    def known_by(self, slug: str) -> "Story | None":
        """The one story of this slug line; where older ones differ in case alone, the one written just so."""
        found = self.of_slug_line(slug)
        return found.filter(slug=" ".join(slug.split())).first() or found.first()

    def lagging(self) -> Self:
        """Those that a program of an older release changed: it knew nothing of the marks that the board filters by."""
        return self.filter(_LAGS)

    def locked(self) -> Self:
        """One writer a story at a time: every action takes this lock first. Needs a transaction."""
        return self.select_related("desk").select_for_update(of=("self",), no_key=True)


class Story(models.Model):
    """One event that the newsroom tells, in any number of drafts. `slug` is the slug line, "budget-vote".

    `handover_note` is what the assignee should know, with who left it and when. `audit_length` and `audit_end`, the
    last event's digest, show whether the end of the record was cut off. `readings` counts how often people had its
    drafts read again by new standards of the desk. `is_blocked` and `is_stale` are kept by review/standing/marks.py
    alone, and speak of the record as far as `marked_to`; `recorded_at` is when its last event was.
    """

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="stories")
    slug = models.CharField("slug line", max_length=80)
    state = models.CharField(max_length=12, choices=StoryState.choices, default=StoryState.DRAFTING)
    priority = models.PositiveSmallIntegerField(choices=Priority.choices, default=Priority.ROUTINE)
    embargo_until = models.DateTimeField(null=True, blank=True)
    deadline_at = models.DateTimeField(null=True, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    handover_note = models.TextField(blank=True)
    handover_at = models.DateTimeField(null=True, blank=True)
    handover_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=now)
    touched_at = models.DateTimeField(default=now)
    touched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    readings = models.PositiveIntegerField(default=0)

    audit_length = models.PositiveIntegerField(default=0)
    audit_end = models.CharField(max_length=64, blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True)

    is_blocked = models.BooleanField(default=False, db_default=False)
    is_stale = models.BooleanField(default=False, db_default=False)
    marked_to = models.IntegerField(default=0, db_default=0)

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["priority", "-touched_at"]
        verbose_name_plural = "stories"
        indexes = [
            models.Index(*_BY_URGENCY, name="story_by_urgency"),
            models.Index(*_BY_URGENCY, name="story_blocked", condition=Q(is_blocked=True)),
            models.Index(*_BY_URGENCY, name="story_stale", condition=Q(is_stale=True)),
            models.Index(fields=["-touched_at"], name="story_by_touch"),
            models.Index("desk", Upper("slug"), name="story_by_slug_line"),
            models.Index(fields=["assignee", "desk", "state"], name="story_by_assignee"),
            models.Index(fields=["-recorded_at"], name="story_by_record"),
            models.Index(fields=["-touched_at"], name="story_lagging", condition=_LAGS),
        ]
        constraints = [models.UniqueConstraint(fields=["desk", "slug"], name="one_slug_line_a_desk")]

    def __str__(self) -> str:
        return self.slug
