"""Doors for other systems: tokens with which they ask, and answers kept so that asking twice is asking once."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from articles.models import Desk

KEPT_FOR = timedelta(days=1)


class TokenScope(models.TextChoices):
    HAND_IN = "hand_in", "Hand in drafts"
    DRAFTS = "drafts", "Read stories and drafts"
    FINDINGS = "findings", "Read findings"
    CLAIMS = "claims", "Read claims and their evidence"
    DECISIONS = "decisions", "Read who decided what"
    EXPORTS = "exports", "Take out approved copy, and as files what else it may read"


class TokenQuerySet(models.QuerySet["Token"]):
    def in_force(self) -> Self:
        return self.filter(revoked_at=None)


class Token(models.Model):
    """One system's way in to one desk. Of the token itself only the digest is kept, and the `start` that people see.

    What is asked with it is done by `account`: a reporter on the desk whom nobody can log in as or write to.
    """

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=100)
    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="token")
    scopes = models.JSONField(default=list)
    start = models.CharField(max_length=16)
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def may(self) -> list[str]:
        """Its scopes in words."""
        return [scope.label for scope in TokenScope if scope in self.scopes]


class KeptAnswerQuerySet(models.QuerySet["KeptAnswer"]):
    def good(self) -> Self:
        return self.filter(at__gt=now() - KEPT_FOR)

    def outdated(self) -> Self:
        return self.filter(at__lte=now() - KEPT_FOR)


class KeptAnswer(models.Model):
    """What was answered to a request that named an idempotency key: the same request gets it again."""

    token = models.ForeignKey(Token, on_delete=models.CASCADE, related_name="answers")
    key = models.CharField(max_length=255)
    request_digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    location = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    at = models.DateTimeField(default=now, db_index=True)

    objects = KeptAnswerQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="one_answer_a_key")]

    def __str__(self) -> str:
        return f"{self.status} to {self.token}"
