"""Which part of the records of accounts and desks an administrator wants to read."""

from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils.timezone import make_aware

from articles.models import Desk, User
from review.records import Wanted

_SENSIBLE = (MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2999, 12, 31)))


class DayField(forms.DateField):
    """A day of the newsroom's clock."""

    def __init__(self, *, label: str) -> None:
        typed = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(label=label, required=False, widget=typed, validators=_SENSIBLE)


class PersonChoice(forms.ModelChoiceField):  # type: ignore[type-arg] # generic for the type checker only
    """Two people may have one name, and no two one user name."""

    def label_from_instance(self, person: Any) -> str:  # noqa: ANN401 - Django's own signature
        return f"{person} ({person.username})" if str(person) != person.username else person.username


class RecordsFilter(forms.Form):
    person = PersonChoice(
        User.objects.order_by("first_name", "last_name", "username"), required=False, empty_label="Everybody"
    )
    desk = forms.ModelChoiceField(Desk.objects.all(), required=False, empty_label="Desks and accounts")
    since = DayField(label="From")
    until = DayField(label="To")

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.is_valid()

    @property
    def narrows(self) -> bool:
        return any(self.cleaned_data.values()) or bool(self.errors)

    @property
    def query(self) -> str:
        """For the links to its other pages and to the file."""
        told = {name: self.data[name] for name, value in self.cleaned_data.items() if value}
        return urlencode(told)

    @property
    def wanted(self) -> Wanted:
        told = self.cleaned_data
        until = told.get("until")
        return Wanted(
            person=told.get("person"),
            desk=told.get("desk"),
            since=_begin_of(told.get("since")),
            before=_begin_of(until + timedelta(days=1) if until else None),
        )


def _begin_of(day: date | None) -> datetime | None:
    return make_aware(datetime.combine(day, time.min)) if day else None
