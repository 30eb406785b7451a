"""A day on a command line."""

from argparse import ArgumentTypeError
from datetime import date


def day(written: str) -> date:
    """For `add_argument(type=…)`, which tells the person what the error says."""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise ArgumentTypeError(f"{written!r} is no date of the form YYYY-MM-DD") from error
