"""What is typed in about the systems that ask of a desk, and those that are told."""

from django import forms

from review.models import TokenScope, WebhookEvent


class TokenForm(forms.Form):
    """The fields are those of `make_token`."""

    name = forms.CharField(
        label="Which system is it for?", max_length=100, help_text="Such as “CMS” or “Wire”. It stands in the record."
    )
    scopes = forms.TypedMultipleChoiceField(
        label="What may it do?",
        choices=TokenScope.choices,
        coerce=TokenScope,
        widget=forms.CheckboxSelectMultiple,
    )


class WebhookForm(forms.Form):
    """The fields are those of `add_webhook`."""

    url = forms.CharField(
        label="Address",
        max_length=500,
        strip=True,
        widget=forms.URLInput(attrs={"placeholder": "https://cms.example/backread"}),
        help_text="It is called by POST. Addresses inside a network are called where an administrator named the host.",
    )
    events = forms.TypedMultipleChoiceField(
        label="Tell it when",
        choices=WebhookEvent.choices,
        coerce=WebhookEvent,
        widget=forms.CheckboxSelectMultiple,
    )
