"""How far the work on a story's current drafts has come, and which files are no drafts yet."""

from dataclasses import dataclass

from articles.models import Draft, Story, Upload
from review.models import Analysis, Comparison


@dataclass(frozen=True, slots=True)
class Work:
    """The latest run over each current draft, and over each two of them; `unconfirmed` are files on their way."""

    drafts: tuple[Draft, ...]
    analyses: tuple[Analysis, ...]
    comparisons: tuple[Comparison, ...]
    unconfirmed: tuple[Upload, ...]

    @property
    def is_over(self) -> bool:
        return all(run.is_over for run in (*self.analyses, *self.comparisons))

    def analysis_of(self, draft: Draft) -> Analysis | None:
        return next((analysis for analysis in self.analyses if analysis.draft_id == draft.pk), None)

    def comparisons_of(self, draft: Draft) -> list[Comparison]:
        return [pair for pair in self.comparisons if draft.pk in (pair.left_id, pair.right_id)]


def work_on(story: Story) -> Work:
    """In four queries; an older run counts no more once a newer one was asked for."""
    drafts = tuple(story.drafts.current().defer("text"))
    ids = [draft.pk for draft in drafts]
    analyses = Analysis.objects.filter(draft__in=ids).select_related("draft").defer("document", "draft__text")
    pairs = Comparison.objects.filter(left__in=ids, right__in=ids).select_related("left", "right")
    return Work(
        drafts,
        tuple({run.draft_id: run for run in analyses.order_by("id")}.values()),
        tuple(
            {
                (run.left_id, run.right_id): run
                for run in pairs.defer("alignment", "moved", "left__text", "right__text").order_by("id")
            }.values()
        ),
        tuple(story.uploads.on_their_way().defer("content", "body")),
    )
