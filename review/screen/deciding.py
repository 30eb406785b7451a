"""What an editor fills in to decide on a finding; each form's clean values are the arguments of its action."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.timezone import localdate, make_aware

from articles.models import Story
from review.forms.days import check_is_in_reach
from review.forms.rows import RowsField
from review.models import Finding, Reason, ResolutionKind, Scope

SEVERAL = "several"  # what a page calls the form that dismisses many
NONE_CHOSEN = "None is chosen yet: tick those that you mean in the list below."


class DecisionForm(forms.Form):
    """A word on the finding. `seen` is the last decision that the person saw, empty for none."""

    seen = forms.IntegerField(required=False)
    note = forms.CharField(required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


def _reasons() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=Reason.choices,
        coerce=Reason,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a reason: a finding is never dismissed without one."},
    )


class DismissalForm(DecisionForm):
    reason = _reasons()
    scope = forms.TypedChoiceField(
        label="Holds for",
        choices=Scope.choices,
        coerce=Scope,
        required=False,
        empty_value=Scope.STORY,
        initial=Scope.STORY,
    )
    until = forms.DateField(
        label="Until the end of",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        validators=[check_is_in_reach],
        help_text="Empty: for good. Afterwards it is open again.",
    )
    field_order = ["reason", "note", "scope", "until", "seen"]

    def clean_until(self) -> datetime | None:
        """The moment after that day, on the clock that is told just now."""
        day: date | None = self.cleaned_data["until"]
        if day is None:
            return None
        if day < localdate():
            raise ValidationError("That day is over.")
        return make_aware(datetime.combine(day + timedelta(days=1), time.min))


class SeveralForm(forms.Form):
    """One reason for many findings of a story, by id."""

    finding = RowsField(queryset=Finding.objects.none(), error_messages={"required": NONE_CHOSEN})
    reason = _reasons()
    note = forms.CharField(required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: QueryDict | None = None, *, story: Story | None = None) -> None:
        super().__init__(data, auto_id=f"{SEVERAL}-%s")
        if story:
            field = cast(RowsField, self.fields["finding"])
            field.queryset = Finding.objects.filter(annotation__story=story)


class AcceptanceForm(DecisionForm):
    note = forms.CharField(
        label="Why it may stand",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why it may stand."},
    )


FORMS: Mapping[str, type[DecisionForm]] = {
    ResolutionKind.TO_FIX: DecisionForm,
    ResolutionKind.DISMISSED: DismissalForm,
    ResolutionKind.ACCEPTED: AcceptanceForm,
    ResolutionKind.REOPENED: DecisionForm,
}


def empty_forms() -> dict[str, forms.Form]:
    """One for each thing that can be decided, by its kind, and one for many findings at once."""
    return {kind: form(auto_id=f"{kind}-%s") for kind, form in FORMS.items()} | {SEVERAL: SeveralForm()}
