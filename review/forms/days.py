"""What is asked of a day or a moment that somebody types."""

from datetime import date

from django.core.exceptions import ValidationError

from analysis.reach import FIRST_YEAR, LAST_YEAR, is_in_reach


def check_is_in_reach(day: date) -> None:
    """A validator, also of moments."""
    if not is_in_reach(day):
        raise ValidationError(f"Write a year from {FIRST_YEAR} to {LAST_YEAR}.")
