"""What people fill in to comment on words of a draft, and to answer."""

from django import forms
from django.http import QueryDict

from articles.models import Draft, Story
from review.forms.handin import DraftField, offer
from review.models import CommentKind

LONGEST = 4_000
CALL = "@name tells somebody of the desk, @desk all of them."


class DraftCommentedOn(DraftField):
    """Told by label and writer."""

    def label_from_instance(self, draft: Draft) -> str:
        return f"{draft.label} · {draft.byline or draft.source or 'No byline'}"


class WordsForm(forms.Form):
    """A comment on words of a draft; `paragraph` is where they were selected, `back` the page to return to."""

    draft = DraftCommentedOn(Draft.objects.none(), label="Draft", empty_label=None)
    words = forms.CharField(
        label="On these words",
        max_length=2_000,
        help_text="As they stand in the copy.",
        widget=forms.Textarea(attrs={"rows": 2, "class": "copy"}),
    )
    text = forms.CharField(
        label="Comment", max_length=LONGEST, help_text=CALL, widget=forms.Textarea(attrs={"rows": 4})
    )
    paragraph = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    back = forms.CharField(required=False, max_length=2_000, widget=forms.HiddenInput)

    def __init__(self, story: Story, data: QueryDict | None = None, *, asked: QueryDict | None = None) -> None:
        """`asked` are the parts of an address: words that somebody selected on another page."""
        names = ("draft", "words", "text", "paragraph", "back")
        initial = {name: asked[name] for name in names if asked and name in asked}
        super().__init__(data, initial=initial, auto_id="words-%s")
        if "words" in initial:
            self.fields["text"].widget.attrs["autofocus"] = True
        offer(self, "draft", story.drafts.defer("text").order_by("-number"))


class AnswerForm(forms.Form):
    """An answer, or with another kind the closing or opening of a thread."""

    kind = forms.TypedChoiceField(choices=CommentKind.choices, coerce=CommentKind)
    text = forms.CharField(label="Answer", required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}))
