"""The newsroom whose workers a test sets to work."""

from tests.review.conftest import newsroom

__all__ = ["newsroom"]
