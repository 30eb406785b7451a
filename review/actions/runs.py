"""Asking the workers: once more for what failed, or for a pair that nobody wanted yet."""

from django.db import transaction
from django.db.models import F
from django.utils.timezone import now

from articles.audit import record
from articles.models import Draft, Story, User
from review.models import Analysis, Comparison, RunState, Stage
from review.pairs import comparison_of, keep_up_with_rulings, read_anew
from review.policies import Refused, check_can_follow
from review.runs import rests
from review.runs.queue import Errand, enqueue
from review.runs.running import story_id_of
from review.states import settle
from review.verbs import Verb


@transaction.atomic
def try_again(*, by: User, run: Analysis | Comparison) -> None:
    """Start a failed run anew; with a draft's reading, the comparisons that failed for want of it."""
    story = Story.objects.locked().get(pk=story_id_of(run))
    check_can_follow(by, story)
    run.refresh_from_db(fields=["state"])
    if run.state != RunState.FAILED:
        raise Refused("That has not failed: there is nothing to try again.")
    failed = [run]
    if isinstance(run, Analysis):
        enqueue(Errand.ANALYSE_DRAFT, run.pk)
        failed += Comparison.objects.of(run.draft_id).filter(state=RunState.FAILED).defer("alignment", "moved")
    else:
        enqueue(Errand.COMPARE_DRAFTS, run.pk)
    for each in failed:
        _set_waiting(each)
    record(story=story, actor=by, verb=Verb.ASKED_AGAIN, details=run.particulars)
    settle(story, by=by)


@transaction.atomic
def read_by_standards(*, by: User, story: Story) -> None:
    """Read the drafts again, since the desk's house list or the loudness of its checks changed."""
    story = Story.objects.locked().get(pk=story.pk)
    check_can_follow(by, story)
    Story.objects.filter(pk=story.pk).update(readings=F("readings") + 1)
    keep_up_with_rulings(story)
    for analysis in read_anew(story):
        enqueue(Errand.ANALYSE_DRAFT, analysis.pk)
    record(story=story, actor=by, verb=Verb.READS_BY_STANDARDS, details={})
    settle(story, by=by)


@transaction.atomic
def ask_comparison(*, by: User, left: Draft, right: Draft) -> Comparison:
    """Any two drafts of one story, in either order; a comparison that is there is not made twice."""
    story = Story.objects.locked().get(pk=left.story_id)
    check_can_follow(by, story)
    if left.story_id != right.story_id or left.pk == right.pk:
        raise Refused("Only two different drafts of one story can be compared.")
    comparison, is_new = comparison_of(left, right)
    if is_new:
        record(story=story, actor=by, verb=Verb.ASKED_COMPARISON, details=comparison.particulars)
        enqueue(Errand.COMPARE_DRAFTS, comparison.pk)
        settle(story, by=by)
    return comparison


def _set_waiting(run: Analysis | Comparison) -> None:
    run.state, run.stage, run.tries, run.reason = RunState.WAITING, Stage.WAITING, 0, ""
    run.due_at = now() + rests.GRACE
    run.save(update_fields=["state", "stage", "tries", "reason", "due_at"])
