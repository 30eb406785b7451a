"""Rows in the words of the API."""

from collections.abc import Sequence

from django.urls import reverse

from articles.models import Draft, Story, Upload
from review.addresses import absolute, finding_address, review_address
from review.api import answers
from review.ledger import Row
from review.models import Analysis, ClaimSighting, Comparison, Decision, Passage, Resolution, Verdict
from review.standing import ApprovalStanding, Standing, approvals_of, work_on


def told_stories(stories: Sequence[Story]) -> list[answers.StoryAnswer]:
    """However many there are, in a constant number of queries."""
    approvals = approvals_of(stories)
    return [_told_story(story, approvals[story.pk]) for story in stories]


def _told_story(story: Story, approval: ApprovalStanding) -> answers.StoryAnswer:
    return answers.StoryAnswer(
        id=story.pk,
        slug=story.slug,
        desk=story.desk.slug,
        state=story.state,
        priority=story.priority,
        opened_at=story.opened_at,
        touched_at=story.touched_at,
        embargo_until=story.embargo_until,
        approval=approval.kind.value,
        approved_draft=approval.current.pk if approval.holds and approval.current else None,
        url=absolute(reverse("story", args=[story.pk])),
    )


def told_line(draft: Draft) -> answers.DraftLine:
    return answers.DraftLine(
        id=draft.pk,
        story=draft.story_id,
        label=draft.label,
        version=draft.letter,
        number=draft.number,
        revises=draft.revises_id,
        standing=draft.standing,
        headline=draft.headline,
        byline=draft.byline,
        dated=draft.dated,
        source=draft.source,
        handed_in_at=draft.handed_in_at,
        handed_in_by=str(draft.handed_in_by),
        written_by=str(draft.written_by) if draft.written_by else None,
        sha256=draft.sha256,
        url=absolute(review_address(draft.story, draft)),
    )


def told_draft(draft: Draft) -> answers.DraftAnswer:
    line = told_line(draft).model_dump()
    return answers.DraftAnswer(**line, text=draft.text, work=_told_work(draft))


def told_hand_in(upload: Upload) -> answers.HandInAnswer:
    draft: Draft | None = getattr(upload, "draft", None)
    return answers.HandInAnswer(
        id=upload.pk,
        story=upload.story_id,
        slug=upload.story.slug,
        file=upload.filename,
        state=upload.state,
        reason=upload.reason,
        notes=[str(note) for note in upload.notes],
        draft=draft.pk if draft else None,
        received_at=upload.uploaded_at,
    )


def told_finding(standing: Standing, passages: Sequence[Passage]) -> answers.FindingAnswer:
    finding = standing.finding
    return answers.FindingAnswer(
        id=finding.pk,
        kind=finding.kind,
        conflict=finding.conflict,
        severity=finding.severity,
        confidence=finding.confidence,
        is_open=standing.is_open,
        message=finding.message,
        why=finding.why,
        values=answers.ValuesAnswer(a=finding.value_a, b=finding.value_b),
        fingerprint=finding.fingerprint,
        places=[told_place(passage) for passage in passages],
        resolution=_told_resolution(standing.resolution, standing.label) if standing.resolution else None,
        url=absolute(finding_address(finding)),
    )


def told_claim(row: Row) -> answers.ClaimAnswer:
    return answers.ClaimAnswer(
        id=row.claim.pk,
        text=row.words,
        status=row.claim.status,
        stake=row.stake,
        speakers=row.speakers,
        places=[_told_sighting(sighting) for sighting in row.sightings],
        evidence=[_told_verdict(verdict) for verdict in row.holding],
    )


def told_decision(decision: Decision) -> answers.DecisionAnswer:
    return answers.DecisionAnswer(
        id=decision.pk,
        kind=decision.kind,
        draft=decision.draft_id,
        sha256=decision.sha256,
        findings_digest=decision.findings_digest,
        note=decision.note,
        by=str(decision.by),
        at=decision.at,
    )


def told_place(passage: Passage) -> answers.PlaceAnswer:
    draft = passage.draft
    return answers.PlaceAnswer(
        draft=draft.pk, label=draft.label, start=passage.start, end=passage.end, text=passage.exact
    )


def _told_sighting(sighting: ClaimSighting) -> answers.PlaceAnswer:
    return told_place(sighting.passage)


def _told_verdict(verdict: Verdict) -> answers.EvidenceAnswer:
    return answers.EvidenceAnswer(
        status=verdict.status,
        what=verdict.what,
        locator=verdict.locator,
        note=verdict.note,
        by=str(verdict.by),
        at=verdict.at,
    )


def _told_resolution(resolution: Resolution, label: str) -> answers.ResolutionAnswer:
    return answers.ResolutionAnswer(
        kind=resolution.kind,
        label=label,
        reason=resolution.reason,
        note=resolution.note,
        scope=resolution.scope,
        by=str(resolution.by) if resolution.by else None,
        at=resolution.at,
    )


def _told_work(draft: Draft) -> answers.WorkAnswer:
    """Of a draft that stands no more nothing is to be waited for."""
    work = work_on(draft.story)
    reading, pairs = work.analysis_of(draft), work.comparisons_of(draft)
    runs = [*([reading] if reading else []), *pairs]
    return answers.WorkAnswer(
        is_over=all(run.is_over for run in runs),
        reading=_told_run(reading, against=None) if reading else None,
        comparisons=[
            _told_run(pair, against=pair.right_id if pair.left_id == draft.pk else pair.left_id) for pair in pairs
        ],
    )


def _told_run(run: Analysis | Comparison, *, against: int | None) -> answers.RunAnswer:
    return answers.RunAnswer(state=run.state, stage=run.stage, reason=run.reason, against=against)
