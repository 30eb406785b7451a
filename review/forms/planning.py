"""How a story's plan is typed in: times in the desk's time zone, and only what the person changed counts."""

from datetime import datetime
from typing import TYPE_CHECKING, cast

from django import forms
from django.http import QueryDict

from articles.models import Priority, Story, StoryState, User
from review.actions.planning import Plan
from review.forms.days import check_is_in_reach
from review.forms.handin import offer
from review.forms.rows import RowsField

MOMENT = "%Y-%m-%dT%H:%M"  # as browsers write a date with its time

if TYPE_CHECKING:  # generic for the type checker only
    PersonField = forms.ModelChoiceField[User]
else:
    PersonField = forms.ModelChoiceField


class MomentField(forms.DateTimeField):
    """A day and a time; what stood there before travels with the form, so that nobody undoes another's change."""

    def __init__(self, *, label: str) -> None:
        typed = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
        super().__init__(
            label=label, required=False, widget=typed, show_hidden_initial=True, validators=[check_is_in_reach]
        )


class PlanForm(forms.Form):
    """Must be made, cleaned and shown with the desk's clock as the current time zone."""

    priority = forms.TypedChoiceField(
        choices=Priority.choices, coerce=lambda told: Priority(int(told)), show_hidden_initial=True
    )
    assignee = PersonField(
        User.objects.none(), label="Looked after by", required=False, empty_label="Nobody yet", show_hidden_initial=True
    )
    deadline_at = MomentField(label="Deadline")
    embargo_until = MomentField(label="Embargo until")
    handover_note = forms.CharField(
        label="Hand-over note",
        required=False,
        max_length=2_000,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 4}),
        show_hidden_initial=True,
        help_text="For whoever looks after it next: who calls back, what is still open. The board shows it.",
    )

    def __init__(self, data: QueryDict | None = None, *, story: Story) -> None:
        super().__init__(data, initial={name: getattr(story, name) for name in self.base_fields})
        colleagues = story.desk.members.filter(is_active=True).order_by("first_name", "username")
        offer(self, "assignee", colleagues)
        for name in ("deadline_at", "embargo_until"):
            self.fields[name].help_text = f"On the desk’s clock, {datetime.now(story.desk.clock):%Z}."

    @property
    def plan(self) -> Plan:
        """What the person changed, for a form that is valid."""
        return cast(Plan, {name: self.cleaned_data[name] for name in self.changed_data})


class HandOverForm(forms.Form):
    """The stories that a person looks after, to whom, and what they should know."""

    stories = RowsField(
        Story.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one story."},
    )
    to = PersonField(User.objects.none(), label="To", empty_label="Choose a colleague")
    note = forms.CharField(
        label="Hand-over note",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Goes with every story that is ticked. Left empty, each keeps the note it has.",
    )

    def __init__(self, data: QueryDict | None = None, *, person: User) -> None:
        super().__init__(data)
        own = Story.objects.visible_to(person).filter(assignee=person).exclude(state=StoryState.KILLED)
        colleagues = User.objects.filter(is_active=True, desks__stories__in=own).exclude(pk=person.pk).distinct()
        offer(self, "stories", own.order_by("priority", "slug"))
        offer(self, "to", colleagues.order_by("first_name", "username"))
        self.initial["stories"] = own
