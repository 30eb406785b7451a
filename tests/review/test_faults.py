"""Which field of a refused form has the focus."""

from django import forms
from django.http import QueryDict

from review.screen.deciding import AcceptanceForm, DismissalForm


def test_only_the_first_field_at_fault_has_the_focus() -> None:
    form = DismissalForm(QueryDict("reason=nothing&until=2020-01-01"))

    shown = "".join(str(field) for field in form if field.name != "reason")

    assert set(form.errors) == {"reason", "until"}
    assert "autofocus" not in shown


def test_of_several_boxes_the_first_has_it() -> None:
    form = DismissalForm(QueryDict(""))

    shown = [box.tag() for box in form["reason"]]

    assert ["autofocus" in box for box in shown] == [True] + [False] * (len(shown) - 1)


def test_a_form_that_nobody_has_sent_takes_no_focus() -> None:
    assert "autofocus" not in str(AcceptanceForm())


class Hidden(forms.Form):
    paragraph = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField()


def test_a_hidden_field_at_fault_leaves_the_focus_to_the_next() -> None:
    form = Hidden(QueryDict(""))

    assert "autofocus" not in str(form["paragraph"])
    assert "autofocus" in str(form["text"])
