"""The records of every change: append-only, one hash chain a story, one a desk and one a person's account."""

from django.conf import settings
from django.db import models

from articles.models.desks import Desk, User
from articles.models.stories import Story


class Event(models.Model):
    """One change: who, when, what. Each row hashes the one before and the digest of its details."""

    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=40)
    details_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        abstract = True


class AuditEvent(Event):
    """One change of a story. Details stand apart, so that a purge of a story's text leaves the chain whole."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="audit_events")

    class Meta:
        ordering = ["story", "number"]
        indexes = [models.Index(fields=["story", "at"], name="audit_event_by_story_and_time")]
        constraints = [models.UniqueConstraint(fields=["story", "number"], name="one_audit_event_a_number")]

    def __str__(self) -> str:
        return f"{self.story} {self.number}: {self.verb}"


class AuditDetails(models.Model):
    """What an event changed, from what to what, as JSON."""

    event = models.OneToOneField(AuditEvent, on_delete=models.CASCADE, related_name="details")
    content = models.JSONField()

    class Meta:
        verbose_name_plural = "audit details"

    def __str__(self) -> str:
        return f"details of {self.event}"


class DeskEvent(Event):
    """One change of a desk itself: its people, its settings, its house list, how loud a check is."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="events")
    details = models.JSONField()

    class Meta:
        ordering = ["desk", "number"]
        indexes = [models.Index(fields=["-at", "-id"], name="desk_event_by_time")]
        constraints = [models.UniqueConstraint(fields=["desk", "number"], name="one_desk_event_a_number")]

    def __str__(self) -> str:
        return f"{self.desk} {self.number}: {self.verb}"


class AccountEvent(Event):
    """One change of an account: how its person gets in, and what an administrator made of it."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="events")
    details = models.JSONField()

    class Meta:
        ordering = ["person", "number"]
        indexes = [models.Index(fields=["-at", "-id"], name="account_event_by_time")]
        constraints = [models.UniqueConstraint(fields=["person", "number"], name="one_account_event_a_number")]

    def __str__(self) -> str:
        return f"{self.person} {self.number}: {self.verb}"
