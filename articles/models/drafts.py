"""Files as received, and the drafts they became."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.timezone import now

from articles.models.desks import User
from articles.models.stories import Story


class UploadState(models.TextChoices):
    WAITING = "waiting", "Waiting to be read"
    READ = "read", "Read, to be confirmed"
    REFUSED = "refused"
    CONFIRMED = "confirmed", "Handed in"
    DISCARDED = "discarded"


class UploadQuerySet(models.QuerySet["Upload"]):
    def visible_to(self, user: User) -> Self:
        return self.filter(story__desk__memberships__user=user)

    def on_their_way(self) -> Self:
        """Those that wait to be read or confirmed: the story may change by them."""
        return self.filter(state__in=[UploadState.WAITING, UploadState.READ])

    def to_be_read(self) -> Self:
        """Those that a worker has to take up: to read them, or to confirm one that was read and confirms itself."""
        waiting, read = models.Q(state=UploadState.WAITING), models.Q(state=UploadState.READ)
        return self.filter(waiting | read & models.Q(confirms_itself=True))


class Upload(models.Model):
    """The bytes as received, hostile until a task has read them; the person confirms what was read.

    `reason` is the sentence that says why a file was refused, `notes` are the reader's remarks on one that was
    not. What was read (`headline` to `body`) may be edited until it is confirmed. `tries` counts starts; the
    sweep takes up what still waits at `due_at`. One that `confirms_itself` came from a system that nobody can ask:
    it becomes a draft, a revision of `revises` by `written_by`, as soon as it is read. `enclosed_in` is the mail or
    the message that brought it.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="uploads")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=now)
    filename = models.CharField(max_length=255)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=UploadState.choices, default=UploadState.WAITING)
    reason = models.TextField(blank=True)
    notes = models.JSONField(default=list, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=now)
    headline = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=200, blank=True)
    dateline = models.CharField(max_length=200, blank=True)
    dated = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    slug = models.CharField(max_length=80, blank=True)
    embargo_until = models.DateTimeField(null=True, blank=True)
    body = models.TextField(blank=True)
    confirms_itself = models.BooleanField(default=False)
    revises = models.ForeignKey("Draft", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    enclosed_in = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="enclosures")

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["uploaded_at", "id"]
        indexes = [
            models.Index(fields=["story", "sha256"]),
            models.Index(fields=["state", "due_at"], name="upload_due"),
        ]

    def __str__(self) -> str:
        return self.filename


class DraftStanding(models.TextChoices):
    """Whether a draft still speaks for its version: only current ones are compared and block."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    EXCLUDED = "excluded"
    WITHDRAWN = "withdrawn"


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, user: User) -> Self:
        return self.filter(story__desk__memberships__user=user)

    def current(self) -> Self:
        """The latest draft of each version that was not excluded."""
        return self.filter(standing=DraftStanding.CURRENT)


class Draft(models.Model):
    """One version of a story as handed in. It never changes, since every span counts into its text.

    `number` counts a story's drafts from 1. `version` counts its independent versions from 1 and is shown
    as a letter: a revision (`revises`) keeps the version of the draft that it revises, another writer's or
    a wire's draft starts the next. `text` is canonical (see articles/canonical.py): `sections` says where
    headline, standfirst, body and captions stand in it, as [name, start, end] in code points.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="drafts")
    number = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()
    revises = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="revisions")
    standing = models.CharField(max_length=10, choices=DraftStanding.choices, default=DraftStanding.CURRENT)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="drafts_written"
    )
    handed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField(default=now)
    headline = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=200, blank=True)
    dateline = models.CharField(max_length=200, blank=True)
    dated = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    upload = models.OneToOneField(Upload, null=True, blank=True, on_delete=models.PROTECT, related_name="draft")
    text = models.TextField()
    sections = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["story", "number"]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="one_draft_a_number"),
            models.UniqueConstraint(
                fields=["story", "version"], condition=models.Q(standing="current"), name="one_current_draft_a_version"
            ),
            models.UniqueConstraint(
                fields=["revises"],
                condition=~models.Q(standing="withdrawn"),
                name="one_revision_a_draft_unless_withdrawn",
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="draft_is_not_empty"),
        ]
        indexes = [
            models.Index(fields=["sha256"], name="draft_by_text"),
            models.Index(fields=["written_by", "story"], name="draft_by_writer"),
            models.Index(fields=["handed_in_by", "story"], name="draft_by_sender"),
        ]

    def __str__(self) -> str:
        return f"{self.story} {self.label}"

    @property
    def letter(self) -> str:
        """Version 1 is A, 27 is AA."""
        letters, rest = "", self.version
        while rest:
            rest, place = divmod(rest - 1, 26)
            letters = chr(ord("A") + place) + letters
        return letters

    @property
    def label(self) -> str:
        """How people name it: version and number, "B3"."""
        return f"{self.letter}{self.number}"
