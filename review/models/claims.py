"""The ledger of a story's claims: where each stands, what was said of it and on what evidence."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from analysis.document import SourceClass
from analysis.ledger.sameness import Change
from analysis.ledger.stakes import Stake
from articles.models import Story, User
from review.models.annotations import Annotation, Passage


class ClaimStatus(models.TextChoices):
    UNCHECKED = "unchecked"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class ClaimQuerySet(models.QuerySet["Claim"]):
    def visible_to(self, user: User) -> Self:
        return self.filter(story__desk__memberships__user=user)


class Claim(models.Model):
    """A statement that could be checked. It lives with the story; `statement` finds it again in later drafts.

    `text` is how it was told first. `status` is that of the last verdict. A claim that took the place of another
    in a later draft `follows` it, and `change` says what is told otherwise.
    """

    annotation = models.OneToOneField(Annotation, on_delete=models.CASCADE, related_name="claim")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="claims")
    text = models.TextField()
    statement = models.JSONField(default=dict)
    status = models.CharField(max_length=10, choices=ClaimStatus.choices, default=ClaimStatus.UNCHECKED)
    follows = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="followed_by")
    change = models.CharField(max_length=10, choices=[(c.value, c.value) for c in Change], blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["story", "status"])]

    def __str__(self) -> str:
        return self.text


class ClaimSighting(models.Model):
    """A claim standing in one draft: how it is told there, by whom, and what hangs on it."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="sightings")
    passage = models.OneToOneField(Passage, on_delete=models.CASCADE, related_name="sighting")
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    stake = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Stake], default=Stake.OTHER.value)
    speaker = models.CharField(max_length=200, blank=True)
    source_class = models.CharField(max_length=20, choices=[(s.value, s.value) for s in SourceClass])

    def __str__(self) -> str:
        return f"{self.claim} in {self.passage.draft}"


class Verdict(models.Model):
    """One step in the life of a claim, with the evidence that it rests on; the last one counts.

    `what` is the evidence ("Council minutes, 3 March"), `locator` where exactly in it (an address, a page, a minute).
    A verdict that `takes_back` another restores the status before it.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="verdicts")
    status = models.CharField(max_length=10, choices=ClaimStatus.choices)
    what = models.CharField(max_length=300, blank=True)
    locator = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)
    takes_back = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="taken_back_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status=ClaimStatus.VERIFIED)
                | models.Q(takes_back__isnull=False)
                | ~(models.Q(what="") | models.Q(locator="")),
                name="verified_on_evidence",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} by {self.by}"
