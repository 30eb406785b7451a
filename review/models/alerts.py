"""The outbox: what people are to be told, written in the same transaction as what it tells."""

from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from articles.models import Draft, Membership, Story, User
from review.models.timing import A_DAY, is_time_to_send


class AlertKind(models.TextChoices):
    FLAGGED = "flagged", "A draft was flagged"
    AWAITING = "awaiting", "A story awaits your signature"
    SENT_BACK = "sent_back", "A story was sent back"
    LEGAL_ASKED = "legal_asked", "A story awaits a legal read"
    LEGAL_READ = "legal_read", "Legal has read a story"
    APPROVED = "approved", "A story was approved"
    WITHDRAWN = "withdrawn", "A signature was withdrawn"
    HELD = "held", "A story was put on hold"
    STALE = "stale", "An approval went stale"
    NEW_CONFLICT = "new_conflict", "Approved, new conflict"
    CORRECTION = "correction", "A filed story is to be corrected"
    KILLED = "killed", "A story was killed"
    ASSIGNED = "assigned", "A story was given to you"
    MENTIONED = "mentioned", "You were mentioned in a comment"


class AlertState(models.TextChoices):
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed", "Given up"
    DROPPED = "dropped", "Not to be sent"


class Outgoing(models.Model):
    """A row of the outbox: a message that is sent at least once, always with the same `message_id`."""

    message_id = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=8, choices=AlertState.choices, default=AlertState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    reason = models.TextField(blank=True)
    created_at = models.DateTimeField(default=now)
    next_try_at = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class AlertQuerySet(models.QuerySet["Alert"]):
    def to(self, user: User) -> Self:
        """Those of the desks that this person is on today: whoever leaves one reads no more of its stories."""
        return self.filter(recipient=user, story__desk__memberships__user=user)

    def due(self) -> Self:
        """Those of a digest have a day to wait."""
        is_time = is_time_to_send() & models.Q(in_digest=False) | is_time_to_send(longest_rest=A_DAY)
        return self.filter(is_time, state=AlertState.WAITING)


class Alert(Outgoing):
    """What one person is told of a story.

    `findings` are those it tells of, fingerprint to severity, so that nobody is told the same thing twice. Those
    `in_digest` wait for the person's hour and go out together: `batch`, set then, is their mail's Message-ID.
    """

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="alerts")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="alerts")
    draft = models.ForeignKey(Draft, null=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(max_length=12, choices=AlertKind.choices)
    caused_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    findings = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    in_digest = models.BooleanField(default=False)
    batch = models.CharField(max_length=200, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["state", "next_try_at"]),
            models.Index(fields=["recipient", "-created_at"]),
            models.Index(fields=["recipient"], condition=models.Q(read_at=None), name="alert_unread"),
            models.Index(fields=["-created_at", "-id"], name="alert_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, to {self.recipient}"


Sent = TypeVar("Sent", bound=models.Model, covariant=True)


class OutgoingQuerySet(models.QuerySet[Sent]):
    def due(self) -> Self:
        return self.filter(is_time_to_send(), state=AlertState.WAITING)


class Invitation(Outgoing):
    """The mail by which somebody who was invited to a desk comes to a password; one each time that it is asked for."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="invitations")

    objects = OutgoingQuerySet["Invitation"].as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["state", "next_try_at"])]

    def __str__(self) -> str:
        return f"Invitation of {self.membership}"


class Notice(Outgoing):
    """What a person is told of their own account: somebody changed how they log in, as the `words` say.

    It goes to the `address` they had then: else whoever changes the address is told in their stead.
    """

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    address = models.EmailField(blank=True, default="", db_default="")
    words = models.TextField()

    objects = OutgoingQuerySet["Notice"].as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["state", "next_try_at"])]

    def __str__(self) -> str:
        return f"To {self.recipient}: {self.words}"
