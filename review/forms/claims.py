"""What an editor fills in to say how a claim stands, and on which evidence."""

from django import forms

from review.ledger import Row
from review.models import ClaimStatus


class VerdictForm(forms.Form):
    """A word on a claim. `seen` is the last one that the person saw, empty for none."""

    status = forms.TypedChoiceField(choices=ClaimStatus.choices, coerce=ClaimStatus)
    what = forms.CharField(
        label="Evidence",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": "Council minutes, 3 March"}),
    )
    locator = forms.CharField(
        label="Where exactly",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": "address, page or minute"}),
    )
    note = forms.CharField(label="Note", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 2}))
    seen = forms.IntegerField(required=False)


class TakingBackForm(forms.Form):
    """`seen` is the last word on the claim that the person saw."""

    seen = forms.IntegerField(required=False)


def empty_verdict(row: Row) -> VerdictForm:
    """With the evidence of the claim that it follows, to be looked at again: it may hold for the new wording."""
    initial = {}
    if row.suggested and not row.holding:
        initial = {"what": row.suggested.what, "locator": row.suggested.locator}
    return VerdictForm(initial=initial, auto_id=f"claim-{row.claim.pk}-%s")
