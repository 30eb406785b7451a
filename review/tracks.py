"""How far each file and draft has come, as four stations: received, read, annotated, compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from articles.models import Draft, Upload, UploadState
from review.models import Analysis, Comparison, RunState, Stage


class Mark(StrEnum):
    DONE = "done"
    NOW = "now"
    WAITING = "waiting"
    FAILED = "failed"


SAID = {Mark.DONE: "done", Mark.NOW: "going on", Mark.WAITING: "not yet", Mark.FAILED: "failed"}


@dataclass(frozen=True, slots=True)
class Station:
    """`detail` says what a worker is doing there, or with what a draft is compared."""

    label: str
    mark: Mark
    detail: str = ""

    @property
    def said(self) -> str:
        """The mark in words, for who does not see it."""
        return SAID[self.mark]


@dataclass(frozen=True, slots=True)
class Track:
    """One draft on its way."""

    draft: Draft
    stations: tuple[Station, ...]


def track_of(reading: Analysis, comparisons: Iterable[Comparison]) -> Track:
    """The way of a draft that was received and read from its file long ago."""
    own = [pair for pair in comparisons if reading.draft_id in (pair.left_id, pair.right_id)]
    return Track(reading.draft, (*_behind(), _annotated(reading), _compared(reading.draft, own)))


def stations_of(upload: Upload) -> tuple[Station, ...]:
    """The way of a file that is no draft yet."""
    read = {UploadState.WAITING: Mark.NOW, UploadState.REFUSED: Mark.FAILED}.get(UploadState(upload.state), Mark.DONE)
    ahead = (Station("Annotated", Mark.WAITING), Station("Compared", Mark.WAITING))
    return (Station("Received", Mark.DONE), Station("Read", read), *ahead)


def _behind() -> tuple[Station, ...]:
    return Station("Received", Mark.DONE), Station("Read", Mark.DONE)


def _annotated(reading: Analysis) -> Station:
    detail = "" if reading.is_over else str(Stage(reading.stage).label)
    return Station("Annotated", _mark([reading]), detail)


def _compared(draft: Draft, pairs: Sequence[Comparison]) -> Station:
    """A draft alone waits for another one; one that was revised since is compared no more."""
    labels = [(pair.right if pair.left_id == draft.pk else pair.left).label for pair in pairs]
    if not pairs:
        return Station("Compared", Mark.WAITING, "with nothing yet")
    going_on = [str(Stage(pair.stage).label) for pair in pairs if pair.state == RunState.RUNNING]
    return Station("Compared", _mark(pairs), going_on[0] if going_on else f"with {', '.join(labels)}")


def _mark(runs: Sequence[Analysis | Comparison]) -> Mark:
    states = {RunState(run.state) for run in runs}
    if RunState.RUNNING in states:
        return Mark.NOW
    if RunState.WAITING in states:
        return Mark.WAITING
    return Mark.DONE if states == {RunState.DONE} else Mark.FAILED
