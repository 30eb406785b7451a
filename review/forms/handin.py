"""What people type in when they hand in: files, texts, and what was read put right."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.timezone import localdate
from rapidfuzz.distance import Indel

from analysis.datelines import day_told
from analysis.readers import READABLE
from articles.canonical import canonical
from articles.models import Desk, Draft, Story, Upload, User
from review.forms.days import check_is_in_reach

if TYPE_CHECKING:  # generic for the type checker only
    File = UploadedFile[Any]
    Files = MultiValueDict[str, File]
    DraftField = forms.ModelChoiceField[Draft]
else:
    File = UploadedFile
    Files = MultiValueDict
    DraftField = forms.ModelChoiceField

LONGEST_TEXT = 500_000  # characters; the readers refuse more from a file as well
TOO_LONG = f"The text is longer than {LONGEST_TEXT:,} characters: hand it in in parts."
LARGEST_FILE_MB = settings.UPLOAD_MAX_BYTES // 2**20
MOST_FILES = settings.DATA_UPLOAD_MAX_NUMBER_FILES
WHAT_IS_READ = READABLE[0].upper() + READABLE[1:]
TOO_LARGE = f"larger than {LARGEST_FILE_MB} MB, which is too much for a draft"
ALL_BUT_THE_SAME = 0.9
MUCH_ALIKE = 0.8  # of the words of two texts or headlines, from which one most likely revises the other


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Any number of files."""

    widget = SeveralFilesInput

    def clean(self, data: Sequence[File] | None, initial: object = None) -> list[File]:
        return [super(SeveralFilesField, self).clean(one, initial) for one in data or ()]


class VersionsForm(forms.Form):
    """Files, or a text pasted in, or both."""

    versions = SeveralFilesField(
        label="Files",
        required=False,
        allow_empty_file=True,  # refused by the reader, one by one, so that the others are kept
        widget=SeveralFilesInput(attrs={"data-largest": settings.UPLOAD_MAX_BYTES, "data-too-large": TOO_LARGE}),
        help_text=f"{WHAT_IS_READ}. Up to {LARGEST_FILE_MB} MB each, {MOST_FILES} at once at most.",
    )
    headline = forms.CharField(required=False, max_length=500)
    text = forms.CharField(  # without max_length: the browser would cut what is pasted, and say nothing
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 10, "class": "copy", "data-longest": LONGEST_TEXT, "data-too-long": TOO_LONG}
        ),
        help_text="One paragraph a line.",
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")  # a browser sends line ends as two characters
        if len(text) > LONGEST_TEXT:
            raise forms.ValidationError(TOO_LONG)
        return text

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.errors and not (self.cleaned_data["versions"] or self.cleaned_data["text"]):
            raise forms.ValidationError("Choose at least one file, or paste a text.")
        return cleaned


class StoryForm(VersionsForm):
    """The same for a story told by its desk and slug line, which opens it where it is new."""

    desk = forms.ModelChoiceField(Desk.objects.none(), empty_label=None)
    slug = forms.CharField(
        label="Slug line",
        max_length=80,
        help_text="A new slug line opens a story; one that is there already gets these as further versions.",
        widget=forms.TextInput(attrs={"list": "slug-lines", "autocomplete": "off", "spellcheck": "false"}),
    )
    field_order = ["desk", "slug", "versions", "headline", "text"]

    def __init__(self, data: QueryDict | None = None, files: Files | None = None, *, person: User) -> None:
        super().__init__(data, files)
        self.fields["text"].help_text = "One paragraph a line. One version now: the next page takes the others."
        offer(self, "desk", Desk.objects.filter(memberships__user=person))

    def clean_slug(self) -> str:
        """As `open_story` keeps it: two blanks are one."""
        return " ".join(self.cleaned_data["slug"].split())

    def known_story(self) -> Story | None:
        """The desk's story of this slug line, whatever its case, if there is one."""
        desk, slug = self.cleaned_data["desk"], self.cleaned_data["slug"]
        return Story.objects.filter(desk=desk).known_by(slug)


class DraftChoice(DraftField):
    """Which draft is revised, told by label and headline."""

    def label_from_instance(self, draft: Draft) -> str:
        return f"A revision of {draft.label}" + (f", “{draft.headline}”" if draft.headline else "")


class ConfirmForm(forms.Form):
    """What was read from a file, to be put right before it becomes a draft; its fields are `confirm_upload`'s."""

    headline = forms.CharField(required=False, max_length=500, help_text="Copy without one may leave it empty.")
    byline = forms.CharField(required=False, max_length=200, help_text="The writer’s name as it is printed.")
    dated = forms.DateField(
        label="Date",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        validators=[check_is_in_reach],
        help_text="The day it was written: “Tuesday” and “last year” are reckoned from it.",
    )
    source = forms.CharField(required=False, max_length=200, help_text="For a wire or partner: who sent it.")
    written_by = forms.ModelChoiceField(
        User.objects.none(), required=False, empty_label="Somebody outside: a wire or a partner"
    )
    revises = DraftChoice(
        Draft.objects.none(), label="Version", required=False, empty_label="An independent version of the story"
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, upload: Upload) -> None:
        super().__init__(data, initial=_as_read(upload), auto_id=f"upload-{upload.pk}-%s")
        offer(self, "written_by", upload.story.desk.members.filter(token=None).order_by("first_name", "username"))
        offer(self, "revises", Draft.objects.current().filter(story=upload.story))


def typed_among_others(sent: QueryDict, upload: Upload) -> dict[str, str]:
    """What stands in its form, where those of several files are sent at once: each name begins with the upload's id."""
    named = {name: f"{upload.pk}-{name}" for name in ConfirmForm.base_fields}
    return {name: str(sent[told]) for name, told in named.items() if told in sent}


def offer(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    """Let the person choose among these rows and no others."""
    choice = form.fields[name]
    assert isinstance(choice, forms.ModelChoiceField)  # noqa: S101 - narrows the type
    choice.queryset = rows


def _as_read(upload: Upload) -> dict[str, object]:
    """What the file says of itself; where it is silent, what the draft says that it revises, or the likeliest."""
    revised = _likely_predecessor(upload)
    return {
        "headline": upload.headline,
        "byline": upload.byline or (revised.byline if revised else ""),
        "dated": upload.dated or (revised.dated if revised else None) or _day_of_dateline(upload) or localdate(),
        "source": upload.source,
        "written_by": revised.written_by if revised and not upload.byline else _likely_writer(upload),
        "revises": revised,
    }


def _day_of_dateline(upload: Upload) -> date | None:
    return day_told(upload.dateline, handed_in=localdate(upload.uploaded_at))


def _likely_writer(upload: Upload) -> User | None:
    """Whom the byline names; without one, who hands it in, unless a wire sent it."""
    members = upload.story.desk.members.all()
    named = [member for member in members if member.get_full_name().lower() in upload.byline.lower()]
    if upload.byline or upload.source:
        return named[0] if named else None
    return upload.uploaded_by


def _likely_predecessor(upload: Upload) -> Draft | None:
    """A writer who hands in again, or a text much like one there, has most likely revised that version."""
    current = Draft.objects.current().filter(story=upload.story).select_related("written_by")
    if upload.byline and (own := current.filter(byline__iexact=upload.byline).last()):
        return own
    # Who hands in two files at once sets them against each other: neither revises what the other becomes.
    earlier = current.filter(handed_in_at__lt=upload.uploaded_at)
    return next((draft for draft in reversed(earlier) if _is_much_like(draft, upload)), None)


def _is_much_like(draft: Draft, upload: Upload) -> bool:
    """Copy of another source is the same version only where next to nothing was changed in it."""
    copy = _likeness(draft.text, canonical(headline=upload.headline, body=upload.body).text)
    if draft.source.casefold() != upload.source.casefold():
        return not upload.source and copy > ALL_BUT_THE_SAME
    return copy > MUCH_ALIKE or (bool(draft.headline) and _likeness(draft.headline, upload.headline) > MUCH_ALIKE)


def _likeness(one: str, other: str) -> float:
    """0 to 1: how many of their words two texts share, in order."""
    words, others = one.casefold().split(), other.casefold().split()
    return Indel.normalized_similarity(words, others, score_cutoff=MUCH_ALIKE)
