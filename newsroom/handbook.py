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
    CallState,
    ClaimStatus,
    CommentKind,
    DecisionKind,
    Loudness,
    Reason,
    ResolutionKind,
    RunState,
    Scope,
    TokenScope,
    WebhookEvent,
)
from review.moves import BY_WORK, MOVES
from review.outgoing.exports import Export
from review.verbs import AccountVerb, DeskVerb, Verb

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
    "What the record of an account knows": AccountVerb,
    "How loud a check is on a desk": Loudness,
    "What a token may do": TokenScope,
    "What a webhook is told of": WebhookEvent,
    "A webhook’s call": CallState,
    "What can be taken out": Export,
}


def checks_page() -> str:
    """Every check, in its own words."""
    return "\n".join(["# What is checked", "", GENERATED, "", *_checks()])


def states_page() -> str:
    """Every state, as the screens name it, and how a story moves from one to the other."""
    return "\n".join(["# States and verbs", "", GENERATED, "", *_moves(), *_states()])


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


def _moves() -> Iterator[str]:
    """The table of acts, and the same as a diagram."""
    yield "## How a story moves\n"
    yield "| act | by | where the story is | it leads to | what happens next |"
    yield "| --- | --- | --- | --- | --- |"
    for move in MOVES.values():
        roles = ", ".join(role.label.lower() for role in move.roles)
        starts = ", ".join(state.label.lower() for state in StoryState if state in move.starts)
        to = move.to.label.lower() if move.to else "where its drafts stand"
        yield f"| {move.title} | {roles} | {starts} | {to} | {move.next} |"
    yield "\nBy itself, as drafts are handed in, read, compared and decided on, a story at work becomes\n"
    yield from (f"- {state.label.lower()}, when {words}" for state, words in BY_WORK.items())
    yield from ("", "```mermaid", "stateDiagram-v2", *_diagram(), "```", "")


def _diagram() -> Iterator[str]:
    """What leads nowhere else is left out."""
    yield "  state at_work {"
    yield from (f"    {state}" for state in BY_WORK)
    yield "  }"
    for move in MOVES.values():
        starts = {"at_work" if state in BY_WORK else state.value for state in move.starts}
        end = move.to.value if move.to else "at_work"
        yield from (f"  {start} --> {end}: {move.title}" for start in sorted(starts) if start != end)
