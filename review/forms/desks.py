"""What is typed in about a desk: its settings and people, its house list, how loud its checks are."""

from typing import Any

from django import forms

from analysis.document import Label
from analysis.findings import Kind, Severity
from articles.models import Desk, HouseEntry, Role
from articles.models.desks import check_is_time_zone
from review.actions.house import LONGEST_NAME, Entry
from review.labels import LABELS, NO_NAME
from review.models import Loudness
from review.screen.kinds import label

LONGEST_FILE_BYTES = 5 * 1024 * 1024
_NAMES = [(kind.value, LABELS[kind].capitalize()) for kind in Label] + [(NO_NAME, "Not a name, or a term")]


class SettingsForm(forms.Form):
    """The fields are those of `change_settings`."""

    signatures_needed = forms.IntegerField(
        min_value=1, max_value=9, help_text="So many people sign a text before it is approved."
    )
    alert_threshold = forms.ChoiceField(
        label="Tell people from",
        choices=[(severity.value, severity.value.capitalize()) for severity in Severity],
        help_text="A draft with an open finding as grave as this or graver is flagged to its writer and the chiefs.",
    )
    mails_quote = forms.BooleanField(
        label="Mails may quote the copy",
        required=False,
        help_text="Off: a mail tells how many findings there are and of which kind, and no word of the drafts.",
    )
    claims_must_be_checked = forms.BooleanField(
        label="Claims must be checked",
        required=False,
        help_text="An accusation or a figure of the headline that is not verified blocks sign-off.",
    )
    time_zone = forms.CharField(
        required=False, max_length=64, validators=[check_is_time_zone], help_text="Such as Europe/London."
    )

    def __init__(self, data: Any = None, *, desk: Desk) -> None:  # noqa: ANN401 - what a form takes
        super().__init__(data, initial={name: getattr(desk, name) for name in self.base_fields})


class RoleForm(forms.Form):
    role = forms.TypedChoiceField(choices=Role.choices, coerce=Role)


class InvitationForm(RoleForm):
    """The fields are those of `invite`."""

    first_name = forms.CharField(max_length=150)
    last_name = forms.CharField(max_length=150)
    email = forms.EmailField(label="Email address", max_length=254)  # as long as an account keeps it
    field_order = ["first_name", "last_name", "email", "role"]


class TuningForm(forms.Form):
    """The fields are those of `tune_check`."""

    kind = forms.TypedChoiceField(label="Check", choices=[(k.value, label(k).capitalize()) for k in Kind], coerce=Kind)
    loudness = forms.TypedChoiceField(label="How loud", choices=Loudness.choices, coerce=Loudness)
    reason = forms.CharField(
        max_length=500, help_text="Shown to everybody who reads what was checked in a draft, and what was not."
    )


class EntryForm(forms.Form):
    """A line of the house list."""

    name = forms.CharField(max_length=LONGEST_NAME, help_text="As your desk writes it.")
    label = forms.ChoiceField(label="It is a", choices=_NAMES, required=False)
    aliases = forms.CharField(
        label="Also called",
        required=False,
        help_text="Other right forms, with semicolons between: “Okonjo; M. Okonjo”.",
    )
    never = forms.CharField(
        label="Never written",
        required=False,
        help_text="Forms that your desk does not write, with semicolons between; pointed out in every draft.",
    )
    role = forms.CharField(
        label="Title", required=False, max_length=LONGEST_NAME, help_text="The office as you print it."
    )
    spelling = forms.CharField(
        label="Note", required=False, max_length=2_000, help_text="How to write it, or what to look out for."
    )
    own_staff = forms.BooleanField(
        label="One of the newsroom’s own",
        required=False,
        help_text="Pointed out where a draft quotes them as a source.",
    )

    def __init__(self, data: Any = None, *, of: HouseEntry | None = None) -> None:  # noqa: ANN401 - what a form takes
        told = {name: getattr(of, name) for name in self.base_fields} if of else {"label": Label.PERSON.value}
        listed = {"aliases": "; ".join(of.aliases), "never": "; ".join(of.never)} if of else {}
        super().__init__(data, initial=told | listed)

    @property
    def entry(self) -> Entry:
        """What was typed, for a form that is valid."""
        told = self.cleaned_data | {"name": " ".join(self.cleaned_data["name"].split())}
        return Entry(**told | {name: _listed(told[name]) for name in ("aliases", "never")})


class ListForm(forms.Form):
    """A file with a house list."""

    file = forms.FileField(label="CSV file", widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}))

    def clean_file(self) -> bytes:
        file = self.cleaned_data["file"]
        if file.size > LONGEST_FILE_BYTES:
            raise forms.ValidationError("The file is larger than 5 MB: take it in in parts.")
        content: bytes = file.read()
        return content


def _listed(typed: str) -> tuple[str, ...]:
    return tuple(words for part in typed.split(";") if (words := " ".join(part.split())))
