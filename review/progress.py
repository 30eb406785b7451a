"""How far the workers are with a story: one step for each draft that counts, one for each pair of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.models import Draft, Story
from review.models import Analysis, Comparison, RunState, Stage

STAGES = {stage: place for place, stage in enumerate(Stage)}


@dataclass(frozen=True, slots=True)
class Step:
    """One run as the page tells it."""

    title: str
    detail: str
    run: Analysis | Comparison

    @property
    def is_comparison(self) -> bool:
        return isinstance(self.run, Comparison)

    @property
    def stage_reached(self) -> int:
        """Out of `Progress.last_stage`."""
        return STAGES[Stage.FINISHED] if self.run.is_over else STAGES[Stage(self.run.stage)]

    @property
    def failed(self) -> bool:
        return self.run.state == RunState.FAILED


@dataclass(frozen=True, slots=True)
class Progress:
    """All that the workers do for a story's current drafts. Without drafts there is nothing to wait for."""

    steps: tuple[Step, ...]

    last_stage = STAGES[Stage.FINISHED]

    @property
    def finished(self) -> int:
        return sum(step.run.is_over for step in self.steps)

    @property
    def is_over(self) -> bool:
        return self.finished == len(self.steps)


def progress_of(story: Story) -> Progress:
    """In three queries, without the documents that the runs brought."""
    drafts = {draft.pk: draft for draft in story.drafts.current().defer("text")}
    analyses = Analysis.objects.filter(draft__in=drafts).defer("document")
    pairs = Comparison.objects.filter(left__in=drafts, right__in=drafts).defer("alignment", "moved")
    return Progress((*_readings(drafts, analyses), *_comparisons(drafts, pairs)))


def _readings(drafts: dict[int, Draft], analyses: Iterable[Analysis]) -> Iterator[Step]:
    latest = {analysis.draft_id: analysis for analysis in analyses}
    for key, run in sorted(latest.items()):
        yield Step(f"Draft {drafts[key].label}", drafts[key].headline, run)


def _comparisons(drafts: dict[int, Draft], pairs: Iterable[Comparison]) -> Iterator[Step]:
    latest = {(pair.left_id, pair.right_id): pair for pair in pairs}
    for (left, right), run in sorted(latest.items()):
        yield Step(f"{drafts[left].label} against {drafts[right].label}", "", run)
