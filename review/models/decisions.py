"""What people decided: about a finding, and about a draft. Both are append-only."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime, now

from articles.models import Desk, Draft, Story
from review.models.annotations import Finding


class ResolutionKind(models.TextChoices):
    """`FIXED` and `REOPENED` can be the system's word; the others are an editor's."""

    TO_FIX = "to_fix", "To fix"
    FIXED = "fixed"
    DISMISSED = "dismissed"
    ACCEPTED = "accepted", "Accepted as is"
    REOPENED = "reopened"


class Reason(models.TextChoices):
    """Why a finding was dismissed."""

    WRONG = "wrong", "The finding is wrong"
    SAME_THING = "same_thing", "Both say the same thing"
    BOTH_TRUE = "both_true", "Both are true"
    KNOWN = "known", "Known and intended"
    OTHER = "other", "Another reason"


class Scope(models.TextChoices):
    """How far a dismissal reaches."""

    PASSAGE = "passage", "This passage"
    STORY = "story", "This story"
    DESK = "desk", "This desk's house list"


class Resolution(models.Model):
    """One step in the life of a finding; the latest for a story and fingerprint counts.

    `by` is empty where the system speaks ("draft B4 no longer has it"); `draft` is the one it speaks of.
    `anchor` is the passage that a decision of that scope reaches; a dismissal with `until` is over then.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="resolutions")
    fingerprint = models.CharField(max_length=64)
    finding = models.ForeignKey(Finding, null=True, on_delete=models.SET_NULL, related_name="resolutions")
    kind = models.CharField(max_length=10, choices=ResolutionKind.choices)
    reason = models.CharField(max_length=12, choices=Reason.choices, blank=True)
    note = models.TextField(blank=True)
    scope = models.CharField(max_length=10, choices=Scope.choices, default=Scope.STORY)
    anchor = models.CharField(max_length=64, blank=True)
    until = models.DateTimeField(null=True, blank=True)
    draft = models.ForeignKey(Draft, null=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["until"]),
            models.Index(fields=["story", "fingerprint", "-id"]),
            models.Index(fields=["fingerprint", "scope"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="dismissed") | ~models.Q(reason=""), name="dismissal_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} by {self.by or 'Backread'}"

    @property
    def last_day(self) -> str:
        """The last day on which a dismissal holds; empty where it holds for good."""
        return last_day(self.until, self.story.desk) if self.until else ""


def last_day(until: datetime, desk: Desk) -> str:
    """By the desk's clock: "3 July 2026"."""
    return date_format(localtime(until - timedelta(seconds=1), desk.clock), "j F Y")


class DecisionKind(models.TextChoices):
    """The acts of sign-off; review/moves.py says who may do each, and when."""

    APPROVE = "approve", "Approved"
    RESERVE = "reserve", "Approved with reservations"
    WITHDRAW = "withdraw", "Signature withdrawn"
    SEND_BACK = "send_back", "Sent back"
    ASK_LEGAL = "ask_legal", "Legal read asked for"
    LEGAL_READ = "legal_read", "Read by legal"
    DROP_LEGAL = "drop_legal", "No legal read needed"
    HOLD = "hold", "Put on hold"
    RELEASE = "release", "Released from hold"
    FILE = "file", "Filed"
    CORRECT = "correct", "To be corrected"
    KILL = "kill", "Killed"


SIGNATURES = (DecisionKind.APPROVE, DecisionKind.RESERVE)
VERDICTS = (*SIGNATURES, DecisionKind.WITHDRAW, DecisionKind.SEND_BACK)  # what is said of one text


class Decision(models.Model):
    """One act of sign-off, bound to the text: `sha256` of it and the digest of the findings as they stood.

    `findings` are those, as [fingerprint, severity, resolution]: what is not among them came later.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=10, choices=DecisionKind.choices)
    draft = models.ForeignKey(Draft, null=True, on_delete=models.PROTECT, related_name="decisions")
    sha256 = models.CharField(max_length=64, blank=True)
    findings = models.JSONField(default=list, blank=True)
    findings_digest = models.CharField(max_length=64, blank=True)
    versions = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind__in=["approve", "reserve", "legal_read", "file"])
                | (models.Q(draft__isnull=False) & ~models.Q(sha256="")),
                name="approval_is_bound_to_a_text",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind__in=["reserve", "correct"]) | ~models.Q(note=""),
                name="reservation_or_correction_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} by {self.by}"
