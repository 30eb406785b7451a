"""How loud a check is on a desk: what it lowered or silenced, and why."""

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from analysis.findings import Kind
from articles.models import Desk


class Loudness(models.TextChoices):
    AS_FOUND = "as_found", "As found"
    LOWERED = "lowered", "Told as notes"
    SILENCED = "silenced"


class Tuning(models.Model):
    """A desk's word on one kind of finding; without one, it is told as found. Its past is in the desk's record."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="tunings")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in Kind])
    loudness = models.CharField(max_length=10, choices=Loudness.choices)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["desk", "kind"], name="one_tuning_a_kind"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="tuning_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.desk}: {self.get_loudness_display()}"
