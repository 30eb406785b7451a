"""Which part of a story's history somebody wants to read."""

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from articles.models import AuditEvent, User
from review.telling import SYSTEM
from review.verbs import VERBS_OF, Matter

_SYSTEM = "system"


class HistoryFilter(forms.Form):
    """An old or mistyped address filters nothing."""

    who = forms.ChoiceField(required=False)
    what = forms.ChoiceField(required=False, choices=[("", "Everything"), *Matter.choices])

    def __init__(self, people: QuerySet[User], data: QueryDict) -> None:
        super().__init__(data)
        named = sorted(((str(person.pk), str(person)) for person in people), key=lambda each: each[1].casefold())
        self.fields["who"].choices = [("", "Everybody"), (_SYSTEM, SYSTEM), *named]  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def narrows(self) -> bool:
        return any(self.cleaned_data.values())

    @property
    def query(self) -> str:
        """For the links to its other pages."""
        return "".join(f"&{name}={value}" for name, value in self.cleaned_data.items() if value)

    def kept(self, events: QuerySet[AuditEvent]) -> QuerySet[AuditEvent]:
        who, what = self.cleaned_data.get("who"), self.cleaned_data.get("what")
        if who:
            events = events.filter(actor=None) if who == _SYSTEM else events.filter(actor=int(who))
        return events.filter(verb__in=VERBS_OF[Matter(what)]) if what else events
