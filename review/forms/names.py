"""What an editor fills in to rule on a name."""

from django import forms

from analysis.document import Label
from review.labels import LABELS

CHOICES = [(label, words.capitalize()) for label, words in LABELS.items()]


class RulingForm(forms.Form):
    """A word on a name. `seen` is the last ruling on it that the person saw, empty for none."""

    name = forms.CharField(widget=forms.HiddenInput, max_length=400, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    label = forms.TypedChoiceField(
        label="It is a",
        choices=CHOICES,
        coerce=Label,
        empty_value=None,
        required=False,
    )
    for_desk = forms.BooleanField(required=False)


class TakingBackForm(forms.Form):
    """`seen` is the ruling that is taken back."""

    name = forms.CharField(max_length=400)
    seen = forms.IntegerField(required=False)
