"""What people type in to decide about a story; a form's fields are the words that its action takes."""

from django import forms
from django.http import QueryDict

from articles.models import Draft
from review.models import DecisionKind
from review.moves import MOVES

_AGREED = {
    DecisionKind.RESERVE: "sign it with these reservations",
    DecisionKind.LEGAL_READ: "have it stand",
}


class DecisionForm(forms.Form):
    """A decision with its note, which goes into the record and the mails."""

    note = forms.CharField(max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, kind: DecisionKind, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id=f"{kind}-%s")
        self.fields["note"].label = MOVES[kind].asks
        self.fields["note"].required = MOVES[kind].takes_note


class LeaveOutForm(forms.Form):
    """Why a version is compared no more."""

    note = forms.CharField(
        label="Why it does not count", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="leave-out-%s")


class TakeInForm(LeaveOutForm):
    """Why it counts again."""

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.fields["note"].label = "Why it counts again"


class ReadingForm(DecisionForm):
    """Bound to the text that was on the page, and given only by whoever says so."""

    seen_sha256 = forms.CharField(widget=forms.HiddenInput)
    agreed = forms.BooleanField(error_messages={"required": "Tick the box to say that this is the text you sign."})

    def __init__(self, kind: DecisionKind, draft: Draft, data: QueryDict | None = None) -> None:
        super().__init__(kind, data)
        read = _AGREED.get(kind, "sign exactly this text")
        self.fields["seen_sha256"].initial = draft.sha256
        self.fields["agreed"].label = f"I have read draft {draft.label}, and {read}"


def form_for(kind: DecisionKind, draft: Draft, data: QueryDict | None = None) -> DecisionForm:
    """The form of an act; without data it is empty."""
    return ReadingForm(kind, draft, data) if MOVES[kind].reads_text else DecisionForm(kind, data)
