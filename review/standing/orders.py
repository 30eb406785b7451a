"""What chiefs and lawyers ordered for a whole story: a hold, a legal read, filing, a correction, its end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.models import Draft, Story, StoryState
from review.models import Decision, DecisionKind

_HOLDS = (DecisionKind.HOLD, DecisionKind.RELEASE)
_FILINGS = (DecisionKind.FILE, DecisionKind.CORRECT)
_LEGAL = (DecisionKind.ASK_LEGAL, DecisionKind.DROP_LEGAL, DecisionKind.LEGAL_READ)


@dataclass(frozen=True, slots=True)
class LegalRead:
    """`asked` is the request that still stands, `given` the last read given since."""

    asked: Decision | None = None
    given: Decision | None = None
    texts: frozenset[str] = frozenset()

    def is_given_for(self, draft: Draft) -> bool:
        """For this very text."""
        return draft.sha256 in self.texts


def decisions_on(story: Story) -> list[Decision]:
    """All of them, the oldest first, without their drafts' texts."""
    return list(story.decisions.select_related("by", "draft").defer("draft__text").order_by("id"))


def order_among(decisions: Sequence[Decision], current: Iterable[Draft]) -> StoryState | None:
    """The state that an order puts the story in, whatever the work on it: killed, on hold, filed, to be corrected.

    Takes the story's decisions, the oldest first, and its current drafts.
    """
    if _last_among(decisions, (DecisionKind.KILL,)):
        return StoryState.KILLED
    if (last := _last_among(decisions, _HOLDS)) and last.kind == DecisionKind.HOLD:
        return StoryState.ON_HOLD
    filing, filed = _last_among(decisions, _FILINGS), filed_among(decisions)
    if filing is None or filed is None:
        return None
    if filing.kind == DecisionKind.FILE:
        return StoryState.FILED
    return StoryState.CORRECTION if any(draft.sha256 == filed.sha256 for draft in current) else None


def filed_text(story: Story) -> Decision | None:
    """The last filing: its draft and text are what went out."""
    return filed_among(_decided(story, _FILINGS))


def correction_of(story: Story) -> Decision | None:
    """The correction that was begun and is not yet filed: its note says what was wrong."""
    return correction_among(_decided(story, _FILINGS))


def legal_read_of(story: Story) -> LegalRead:
    """Whether legal was asked to read, and which texts it has read since."""
    return legal_read_among(_decided(story, _LEGAL))


def filed_among(decisions: Iterable[Decision]) -> Decision | None:
    """Of a story's decisions, the oldest first."""
    return _last_among(decisions, (DecisionKind.FILE,))


def correction_among(decisions: Iterable[Decision]) -> Decision | None:
    last = _last_among(decisions, _FILINGS)
    return last if last and last.kind == DecisionKind.CORRECT else None


def legal_read_among(decisions: Iterable[Decision]) -> LegalRead:
    asked, given = None, []
    for decision in decisions:
        if decision.kind == DecisionKind.LEGAL_READ:
            given.append(decision)
        elif decision.kind in _LEGAL:
            asked, given = (decision if decision.kind == DecisionKind.ASK_LEGAL else None), []
    return LegalRead(asked, given[-1] if given else None, frozenset(read.sha256 for read in given))


def _last_among(decisions: Iterable[Decision], kinds: tuple[DecisionKind, ...]) -> Decision | None:
    return next((decision for decision in reversed(list(decisions)) if decision.kind in kinds), None)


def _decided(story: Story, kinds: tuple[DecisionKind, ...]) -> QuerySet[Decision]:
    decisions = story.decisions.filter(kind__in=kinds).select_related("by", "draft").defer("draft__text")
    return decisions.order_by("id")
