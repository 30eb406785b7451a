"""The work on a story's drafts as the page tells it: one step for each draft, one for each pair."""

from dataclasses import dataclass

from articles.models import Story
from review.models import Analysis, Comparison, RunState, Stage
from review.standing import work_on
from review.tracks import Track, track_of

_STAGES = {stage: place for place, stage in enumerate(Stage)}
LAST_STAGE = _STAGES[Stage.FINISHED]


@dataclass(frozen=True, slots=True)
class Step:
    """One run in words."""

    title: str
    detail: str
    run: Analysis | Comparison

    @property
    def is_comparison(self) -> bool:
        return isinstance(self.run, Comparison)

    @property
    def stage_reached(self) -> int:
        """From 0 to `LAST_STAGE`."""
        return LAST_STAGE if self.run.is_over else _STAGES[Stage(self.run.stage)]

    @property
    def failed(self) -> bool:
        return self.run.state == RunState.FAILED


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the workers are. Without drafts there is nothing to wait for."""

    steps: tuple[Step, ...]
    last_stage: int = LAST_STAGE

    @property
    def finished(self) -> int:
        return sum(step.run.is_over for step in self.steps)

    @property
    def tracks(self) -> list[Track]:
        """One for each draft."""
        readings = [step.run for step in self.steps if isinstance(step.run, Analysis)]
        comparisons = [step.run for step in self.steps if isinstance(step.run, Comparison)]
        return [track_of(reading, comparisons) for reading in readings]

    @property
    def troubles(self) -> list[Step]:
        """The steps that brought nothing, or not all; each says why."""
        return [step for step in self.steps if step.run.is_over and step.run.reason]

    @property
    def is_over(self) -> bool:
        return self.finished == len(self.steps)

    @property
    def is_complete(self) -> bool:
        """Whether each step brought what it is for: none failed, none was left out."""
        return all(step.run.state == RunState.DONE for step in self.steps)


def progress_of(story: Story) -> Progress:
    """In a constant number of queries, without the documents that the runs brought."""
    work = work_on(story)
    readings = [Step(f"Draft {run.draft.label}", run.draft.headline, run) for run in work.analyses]
    comparisons = [Step(f"{run.left.label} against {run.right.label}", "", run) for run in work.comparisons]
    return Progress((*readings, *comparisons))
