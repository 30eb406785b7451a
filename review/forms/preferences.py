"""How a person wants to hear of what: one choice a kind, and when the digest comes."""

from typing import Any

from django import forms
from django.http import QueryDict

from articles.models import User
from review.alerting.preferences import choices_of, digest_time_of
from review.models import AlertKind, Delivery, DigestTime


class DigestTimeForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = DigestTime
        fields = ("hour", "time_zone")
        labels = {"hour": "The digest comes at", "time_zone": "On the clock of"}
        help_texts = {"time_zone": "Such as Europe/London. Empty: the clock of your desk."}
        widgets = {"hour": forms.Select(choices=[(hour, f"{hour:02}:00") for hour in range(24)])}


class ChoicesForm(forms.Form):
    """A field for every kind of alert, named as the kind."""

    def __init__(self, person: User, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="kind-%s")
        for kind, delivery in choices_of(person).items():
            self.fields[kind.value] = forms.TypedChoiceField(
                label=kind.label,
                choices=Delivery.choices,
                coerce=Delivery,
                initial=delivery.value,
                widget=forms.RadioSelect,
            )

    @property
    def chosen(self) -> dict[AlertKind, Any]:
        return {AlertKind(name): delivery for name, delivery in self.cleaned_data.items()}


def time_form_for(person: User, data: QueryDict | None = None) -> DigestTimeForm:
    return DigestTimeForm(data, instance=digest_time_of(person))
