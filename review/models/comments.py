"""What people say to each other in the margin: a thread an annotation, to which one can only add."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from articles.models import User
from review.models.annotations import Annotation


class CommentKind(models.TextChoices):
    """Closing a thread and opening it again are said in it, with or without words."""

    SAID = "said"
    RESOLVED = "resolved"
    REOPENED = "reopened", "Opened again"


class CommentQuerySet(models.QuerySet["Comment"]):
    def visible_to(self, user: User) -> Self:
        return self.filter(annotation__story__desk__memberships__user=user)


class Comment(models.Model):
    """One step in a thread; the last that is not merely `SAID` tells whether it is open."""

    annotation = models.ForeignKey(Annotation, on_delete=models.CASCADE, related_name="comments")
    kind = models.CharField(max_length=10, choices=CommentKind.choices, default=CommentKind.SAID)
    text = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind=CommentKind.SAID) | ~models.Q(text=""), name="comment_says_something"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} by {self.by}"
