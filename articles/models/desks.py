"""Desks, the people on them, and each desk's house list."""

from datetime import tzinfo
from typing import Self
from zoneinfo import ZoneInfo, available_timezones

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone

from analysis.document import Label
from analysis.findings import Severity


class Role(models.TextChoices):
    REPORTER = "reporter"
    EDITOR = "editor"
    CHIEF = "chief", "Desk chief"
    LEGAL = "legal"


class User(AbstractUser):
    """A person of the newsroom, or its administrator. `audit_…` hold the end of their own record.

    `log_ins_ended` counts how often they were logged out everywhere: no session begun before holds after.
    """

    audit_length = models.IntegerField(default=0, db_default=0, editable=False)
    audit_end = models.CharField(max_length=64, blank=True, default="", db_default="", editable=False)
    log_ins_ended = models.IntegerField(default=0, db_default=0, editable=False)

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What each session holds and Django compares. For whom nothing ended it is Django's own."""
        own = str(super()._get_session_auth_hash(secret))  # type: ignore[misc] # not in the stubs
        return f"{own}-{self.log_ins_ended}" if self.log_ins_ended else own

    def is_on(self, desk: "Desk", *roles: Role) -> bool:
        """Whether this person is on the desk, in one of the roles where any are named."""
        memberships = self.memberships.filter(desk=desk)
        return (memberships.filter(role__in=roles) if roles else memberships).exists()


def check_is_time_zone(name: str) -> None:
    """Raises ValidationError for a name that no clock of the world has."""
    if name not in available_timezones():
        raise ValidationError("There is no time zone of that name: write it like “Europe/London”.")


class DeskQuerySet(models.QuerySet["Desk"]):
    def visible_to(self, user: User) -> Self:
        """With their stories, house list and all else."""
        return self.filter(memberships__user=user)

    def locked(self) -> Self:
        """Held until the end of the transaction; rows that only point at them can be added meanwhile."""
        return self.select_for_update(no_key=True)

    def run_by(self, user: User) -> Self:
        """Those whose people and settings the person may look at: an administrator all, and no story by that."""
        return self.all() if user.is_superuser else self.visible_to(user)


class Desk(models.Model):
    """A part of the newsroom whose stories nobody else sees. Its time zone is the newsroom's where it names none.

    `standards_changed_at` is when its house list or the loudness of a check changed last: what was read before
    was read by other standards. `audit_length` and `audit_end` hold the end of its own record, as a story's do.
    """

    name = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(unique=True)
    signatures_needed = models.PositiveSmallIntegerField(default=1)
    alert_threshold = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in Severity], default=Severity.MAJOR.value
    )
    time_zone = models.CharField(
        max_length=64,
        blank=True,
        validators=[check_is_time_zone],
        help_text="Such as Europe/London. Deadlines and all other times of the desk’s stories are told in it.",
    )
    claims_must_be_checked = models.BooleanField(
        default=False, help_text="An accusation or a figure of the headline that is not verified blocks sign-off."
    )
    mails_quote = models.BooleanField(
        "mails quote the copy", default=True, help_text="Off: mails tell what was found, and no word of the drafts."
    )
    standards_changed_at = models.DateTimeField(null=True, blank=True, editable=False)
    audit_length = models.PositiveIntegerField(default=0, editable=False)
    audit_end = models.CharField(max_length=64, blank=True, editable=False)
    members = models.ManyToManyField(User, through="Membership", related_name="desks")

    objects = DeskQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=models.Q(signatures_needed__gte=1), name="desk_needs_a_signature")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page: the administrator's pages lead there."""
        return reverse("desk", args=[self.slug])

    @property
    def clock(self) -> tzinfo:
        """The time zone that its times are told and typed in."""
        return ZoneInfo(self.time_zone) if self.time_zone else get_default_timezone()


class Membership(models.Model):
    """One person's place on one desk."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "desk"], name="one_membership_a_desk")]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()} on {self.desk}"


class HouseEntry(models.Model):
    """How this desk spells and titles a name; it outranks what the machine reads. An empty label: it is no name."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="house_list")
    name = models.CharField(max_length=200)
    label = models.CharField(max_length=20, choices=[(label.value, label.value) for label in Label], blank=True)
    aliases = models.JSONField(default=list, blank=True)
    role = models.CharField(max_length=200, blank=True)
    spelling = models.TextField(blank=True, help_text="A note on how to write it.")
    own_staff = models.BooleanField(default=False)
    never = models.JSONField(default=list, blank=True, help_text="Forms that the desk does not write.")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "house entries"
        constraints = [models.UniqueConstraint(fields=["desk", "name", "label"], name="one_house_entry_a_name")]

    def __str__(self) -> str:
        return self.name
