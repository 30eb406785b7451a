"""The pages of docs/ that are written from the code: what is checked, and what states there are."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator

from django.db.models import Choices

from analysis import checks
from articles.models import DraftStanding, StoryState, UploadState
from review.models import (
    AlertKind,
    ClaimStatus,
    CommentKind,
    DecisionKind,
    Loudness,
    Reason,
    ResolutionKind,
    RunState,
    Scope,
)
from review.verbs import DeskVerb, Verb

GENERATED = "<!-- Written by `make docs` from the code: change it there. -->"
STATES: dict[str, type[Choices]] = {
    "A story": StoryState,
    "A file that was handed in": UploadState,
    "A draft, in its version": DraftStanding,
    "A run of the analysis": RunState,
    "A finding, by the last word on it": ResolutionKind,
    "Why a finding was dismissed": Reason,
    "How far a dismissal reaches": Scope,
    "A claim": ClaimStatus,
    "A step in a thread of comments": CommentKind,
    "What a chief decides": DecisionKind,
    "What people are told": AlertKind,
    "What the record of changes knows, after the name of who did it": Verb,
    "What the record of a desk knows": DeskVerb,
    "How loud a check is on a desk": Loudness,
}


def checks_page() -> str:
    """Every check, in its own words."""
    return "\n".join(["# What is checked", "", GENERATED, "", *_checks()])


def states_page() -> str:
    """Every state, as the screens name it."""
    return "\n".join(["# States and verbs", "", GENERATED, "", *_states()])


PAGES: dict[str, Callable[[], str]] = {"checks.md": checks_page, "states.md": states_page}


def _checks() -> Iterator[str]:
    for module in pkgutil.iter_modules(checks.__path__):
        words = inspect.getdoc(importlib.import_module(f"{checks.__name__}.{module.name}")) or ""
        yield f"## {module.name.replace('_', ' ')}\n\n{words}\n"


def _states() -> Iterator[str]:
    for title, choices in STATES.items():
        yield f"## {title}\n"
        yield from (f"- {label} (`{value}`)" for value, label in choices.choices)
        yield ""
