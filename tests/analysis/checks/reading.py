"""Lets a check's twin read texts as short as its examples."""

from datetime import date
from functools import lru_cache
from types import ModuleType

from analysis.comparing.pairs import pair_up
from analysis.comparing.sides import Side
from analysis.document import Document
from analysis.findings import Finding
from analysis.pipeline import annotate

DATED = date(2026, 3, 4)  # a Wednesday


@lru_cache(maxsize=512)
def read(text: str) -> Document:
    return annotate(text, dated=DATED)


def between(check: ModuleType, a: str, b: str) -> list[Finding]:
    """What a check of two drafts finds, notes included."""
    return list(check.compare(pair_up(read(a), read(b))))


def conflicts(check: ModuleType, a: str, b: str) -> list[Finding]:
    """What a check of two drafts calls a conflict."""
    return [finding for finding in between(check, a, b) if finding.conflict]


def within(check: ModuleType, text: str) -> list[Finding]:
    """What a check of one draft finds."""
    return list(check.find(Side(read(text))))
