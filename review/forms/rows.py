"""Rows that somebody ticks, by number."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from review.addresses import row_number

_NO_ROW = 0


class RowsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # generic for the type checker only
    """What can be no row's number is a wrong choice like any other: SQLite fails at one that is too large for it."""

    def clean(self, value: Any) -> "QuerySet[Any]":  # noqa: ANN401 - Django's own signature
        return super().clean([row_number(str(one)) or _NO_ROW for one in value or ()])
