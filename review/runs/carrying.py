"""Earlier findings and later drafts: what no longer is there is fixed, what comes back is open again."""

from collections.abc import Iterable, Sequence

from django.db.models import F, Q

from articles.audit import record
from articles.models import Draft, DraftStanding, Story
from review.models import Analysis, Comparison, Finding, Loudness, Resolution, ResolutionKind, RunState
from review.runs.recognising import findings_before, passages_of, stands_where, with_passages
from review.standing import Standing, Work, draft_ids, latest_findings, standings, standings_of, still_open, work_on
from review.verbs import Verb

DECIDED = (ResolutionKind.DISMISSED, ResolutionKind.ACCEPTED, ResolutionKind.TO_FIX)


def carry_over(story: Story, *, work: Work | None = None) -> None:
    """Write the system's own resolutions, once all work on the current drafts is over; needs the story's lock.

    Other decisions hang on fingerprints and need no carrying (see recognising). Versions whose run failed stay as
    they stood. `work` is the story's, where it is at hand.
    """
    work = work or work_on(story)
    if not work.is_over:
        return
    found = standings(story, drafts=work.drafts)
    present = {standing.finding.fingerprint for standing in found}
    runs: list[Analysis | Comparison] = [*work.analyses, *work.comparisons]
    earlier = [s for run in runs if run.state == RunState.DONE for s in _open_before(run, story)]
    gone = [s for s in earlier if s.finding.fingerprint not in present]
    back = [s for s in found if s.resolved_as == ResolutionKind.FIXED]
    for run in runs:
        _say_what_changed(run, [s for s in found if s.resolution is None and _is_of(run, s.finding)], present)
    _say(ResolutionKind.FIXED, Verb.FOUND_FIXED, gone, story=story)
    _say(ResolutionKind.REOPENED, Verb.FOUND_AGAIN, back, story=story)


def _is_of(run: Analysis | Comparison, finding: Finding) -> bool:
    return run.pk == (finding.analysis_id if isinstance(run, Analysis) else finding.comparison_id)


def _say_what_changed(run: Analysis | Comparison, new: Sequence[Standing], present: set[str]) -> None:
    """What was decided of other values in the same place holds no more; the finding is open again, and says why."""
    if not new or run.state != RunState.DONE:
        return
    before = {
        s.finding.fingerprint: s for s in reversed(standings_of(findings_before(run))) if s.resolved_as in DECIDED
    }
    gone = [before[fingerprint].finding.pk for fingerprint in before.keys() - present]
    earlier = list(with_passages(Finding.objects.filter(pk__in=gone)).order_by("-pk"))
    told = with_passages(Finding.objects.filter(pk__in=[s.finding.pk for s in new])) if earlier else []
    for finding in told:
        places = passages_of(finding)
        old = next((o for o in earlier if o.kind == finding.kind and stands_where(places, passages_of(o))), None)
        if old is not None:
            earlier.remove(old)
            _reopen(before[old.fingerprint], finding)


def _reopen(before: Standing, finding: Finding) -> None:
    old, story = before.finding, finding.annotation.story
    note = f"{before.label} while it was {_values(old)}; now it is {_values(finding)}."
    Resolution.objects.create(
        story=story, fingerprint=finding.fingerprint, finding=finding, kind=ResolutionKind.REOPENED, note=note
    )
    details = {"finding": finding.fingerprint, "message": finding.message, "before": old.fingerprint, "note": note}
    record(story=story, actor=None, verb=Verb.FOUND_CHANGED, details=details)


def _values(finding: Finding) -> str:
    return " and ".join(f"“{value}”" for value in sorted((finding.value_a, finding.value_b)) if value)


def _open_before(run: Analysis | Comparison, story: Story) -> list[Standing]:
    """What is open in the drafts that this run's ones took the place of; a withdrawn one never stood.

    Read under the same rulings: what a ruling on a name made go, no draft has fixed, nor what the desk silenced.
    """
    if not any(draft.revises_id for draft in run.drafts):
        return []
    if isinstance(run, Analysis):
        earlier = _before_draft(run.draft) & Q(analysis__rulings=run.rulings)
    else:
        earlier = _before_pair(run) & Q(comparison__rulings=run.rulings)
    silenced = story.desk.tunings.filter(loudness=Loudness.SILENCED).values("kind")
    told = latest_findings().filter(earlier, annotation__story=story).exclude(kind__in=silenced)
    told = told.exclude(annotation__passages__draft__standing=DraftStanding.WITHDRAWN)
    # In two steps: in one, PostgreSQL asks of every finding of the newsroom what was decided of it.
    ids = list(told.values_list("pk", flat=True))
    return standings_of(still_open(Finding.objects.filter(pk__in=ids))) if ids else []


def _before_draft(draft: Draft) -> Q:
    return Q(
        analysis__draft__story=draft.story_id, analysis__draft__version=draft.version, analysis__draft__lt=draft.pk
    )


def _before_pair(pair: Comparison) -> Q:
    """Between earlier drafts of the same two versions; a draft against its own revision is no such pair."""
    versions = [pair.left.version, pair.right.version]
    same = Q(comparison__left__version__in=versions, comparison__right__version__in=versions)
    own_revision = Q(comparison__left__version=F("comparison__right__version"))
    itself = Q(comparison__left=pair.left_id, comparison__right=pair.right_id)
    return Q(same, ~own_revision, ~itself, comparison__story=pair.story_id)


def _say(kind: ResolutionKind, verb: Verb, standing: Iterable[Standing], *, story: Story) -> None:
    once = {each.finding.fingerprint: each.finding for each in standing}
    if not once:
        return
    newest = _newest_of_versions(story)
    Resolution.objects.bulk_create(
        Resolution(
            story=story,
            fingerprint=fingerprint,
            finding=finding,
            kind=kind,
            draft=max((newest[pk] for pk in draft_ids(finding)), key=lambda draft: draft.number),
        )
        for fingerprint, finding in once.items()
    )
    record(
        story=story,
        actor=None,
        verb=verb,
        details={"findings": sorted(once), "messages": sorted({finding.message for finding in once.values()})},
    )


def _newest_of_versions(story: Story) -> dict[int, Draft]:
    """For each draft of the story, by id, the newest of its version."""
    drafts = list(story.drafts.exclude(standing=DraftStanding.WITHDRAWN).defer("text").order_by("number"))
    newest = {draft.version: draft for draft in drafts}
    return {draft.pk: newest[draft.version] for draft in drafts}
