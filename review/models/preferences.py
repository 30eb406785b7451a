"""How each person wants to hear of what: kind by kind, and when the daily digest comes."""

from datetime import tzinfo
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils.timezone import get_default_timezone

from articles.models import Desk
from articles.models.desks import check_is_time_zone
from review.models.alerts import AlertKind

DIGEST_HOUR = 7


class Delivery(models.TextChoices):
    """How a kind of alert reaches a person by mail; the app lists it either way."""

    AT_ONCE = "at_once", "At once"
    DAILY = "daily", "In the daily digest"
    NEVER = "never", "Not by mail"


class Preference(models.Model):
    """One person's wish for one kind; where there is none, mails go at once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preferences")
    kind = models.CharField(max_length=12, choices=AlertKind.choices)
    delivery = models.CharField(max_length=8, choices=Delivery.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="one_preference_a_kind")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}, {self.get_delivery_display().lower()}"


class DigestTime(models.Model):
    """When a person's digest comes: at that full hour on their own clock, else on their first desk's."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest_time")
    hour = models.PositiveSmallIntegerField(default=DIGEST_HOUR)
    time_zone = models.CharField(max_length=64, blank=True, validators=[check_is_time_zone])

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(hour__lt=24), name="digest_hour_is_on_the_clock")]

    def __str__(self) -> str:
        return f"{self.user}: {self.hour}:00"

    @property
    def clock(self) -> tzinfo:
        if self.time_zone:
            return ZoneInfo(self.time_zone)
        desk = Desk.objects.filter(memberships__user=self.user).first()
        return desk.clock if desk else get_default_timezone()
