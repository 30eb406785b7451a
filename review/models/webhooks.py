"""Systems that want to be told: where each is called, of what, and every call that is due, made or given up."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from articles.models import Desk, Draft, Story
from review.models.alerts import Outgoing
from review.models.timing import LONGEST, LONGEST_REST, is_time_to_send


class WebhookEvent(models.TextChoices):
    FLAGGED = "draft.flagged", "A draft was flagged"
    APPROVED = "story.approved", "A story was approved"
    STALE = "approval.stale", "An approval went stale"


class WebhookQuerySet(models.QuerySet["Webhook"]):
    def in_force(self) -> Self:
        return self.filter(removed_at=None)


class Webhook(models.Model):
    """An address that is called. Its secret is worked out of `salt` and the app's own key: no row holds it."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="webhooks")
    url = models.CharField(max_length=500)
    events = models.JSONField(default=list)
    salt = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = WebhookQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.url

    @property
    def told_of(self) -> list[str]:
        """Its events in words."""
        return [event.label for event in WebhookEvent if event in self.events]


class CallState(models.TextChoices):
    WAITING = "waiting"
    SENT = "sent", "Delivered"
    FAILED = "failed", "Given up"


class CallQuerySet(models.QuerySet["Call"]):
    def due(self) -> Self:
        is_time = is_time_to_send(longest_rest=LONGEST_REST + LONGEST)
        return self.filter(is_time, state=CallState.WAITING, webhook__removed_at=None)


class Call(Outgoing):
    """One message to one webhook, always with the same `body`.

    `findings` are those it tells of, fingerprint to severity, so that no system is told the same thing twice.
    """

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="calls")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="calls")
    draft = models.ForeignKey(Draft, null=True, on_delete=models.SET_NULL, related_name="+")
    event = models.CharField(max_length=20, choices=WebhookEvent.choices)
    body = models.TextField()
    findings = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=CallState.choices, default=CallState.WAITING)

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "next_try_at"])]

    def __str__(self) -> str:
        return f"{self.get_event_display()}, to {self.webhook}"
