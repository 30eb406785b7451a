"""What people fill in to take a draft back, or to move it to the story that it belongs to."""

from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict

from articles.models import Draft, Story, StoryState
from review.forms.handin import DraftChoice, offer

if TYPE_CHECKING:  # generic for the type checker only
    StoryField = forms.ModelChoiceField[Story]
else:
    StoryField = forms.ModelChoiceField


class WithdrawForm(forms.Form):
    note = forms.CharField(
        label="Why",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For the record.",
    )


class TargetForm(forms.Form):
    """The story that a draft is to be moved to: another one of the same desk."""

    to = StoryField(Story.objects.none(), label="The story that it belongs to", empty_label="Choose a story")

    def __init__(self, data: QueryDict | None = None, *, draft: Draft) -> None:
        super().__init__(data)
        others = Story.objects.filter(desk=draft.story.desk_id).exclude(pk=draft.story_id)
        offer(self, "to", others.exclude(state=StoryState.KILLED).order_by("-touched_at"))


class MoveForm(WithdrawForm):
    """How it stands in the other story."""

    revises = DraftChoice(
        Draft.objects.none(), label="In that story it is", required=False, empty_label="An independent version"
    )
    field_order = ["revises", "note"]

    def __init__(self, data: QueryDict | None = None, *, to: Story) -> None:
        super().__init__(data)
        offer(self, "revises", to.drafts.current())
