"""What people type in to decide about a story; a form's fields are the words that its action takes."""

from django import forms
from django.http import QueryDict

from articles.models import Draft
from review.models import DecisionKind

_QUESTIONS = {
    DecisionKind.APPROVE: "Note for the record",
    DecisionKind.SEND_BACK: "What is to be done",
    DecisionKind.HOLD: "Why it has to wait",
    DecisionKind.RELEASE: "Why it may go on",
    DecisionKind.KILL: "Why it will not run",
}
_ANSWERED = frozenset({DecisionKind.SEND_BACK, DecisionKind.HOLD, DecisionKind.KILL})


class DecisionForm(forms.Form):
    """A decision with its note, which goes into the record and the mails."""

    note = forms.CharField(max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, kind: DecisionKind, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id=f"{kind}-%s")
        self.fields["note"].label = _QUESTIONS[kind]
        self.fields["note"].required = kind in _ANSWERED


class LeaveOutForm(forms.Form):
    """Why a version is compared no more."""

    note = forms.CharField(
        label="Why it does not count", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="leave-out-%s")


class ApprovalForm(DecisionForm):
    """Bound to the text that was on the page, and given only by whoever says so."""

    seen_sha256 = forms.CharField(widget=forms.HiddenInput)
    agreed = forms.BooleanField(error_messages={"required": "Tick the box to say that this is the text you sign."})

    def __init__(self, draft: Draft, data: QueryDict | None = None) -> None:
        super().__init__(DecisionKind.APPROVE, data)
        self.fields["seen_sha256"].initial = draft.sha256
        self.fields["agreed"].label = f"I have read draft {draft.label}, and sign exactly this text"


def form_for(kind: DecisionKind, draft: Draft, data: QueryDict | None = None) -> DecisionForm:
    """The form of an act; without data it is empty."""
    return ApprovalForm(draft, data) if kind == DecisionKind.APPROVE else DecisionForm(kind, data)
