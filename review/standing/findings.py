"""Findings and what was decided of them."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from analysis.findings import Severity
from articles.models import Draft, DraftStanding, Story
from review.models import Finding, Passage, Resolution, ResolutionKind
from review.standing.latest import NOTHING, OPEN_KINDS, latest_findings, with_resolution

_GRAVEST_FIRST = {severity.value: place for place, severity in enumerate(Severity)}
_UNREAD = ("analysis__document", "comparison__alignment", "comparison__moved")


@dataclass(frozen=True, slots=True)
class Standing:
    """A finding, and the last thing decided of it. One that is to be fixed is open, and goes on blocking."""

    finding: Finding
    resolution: Resolution | None

    @property
    def resolved_as(self) -> str:
        """The resolution's kind; NOTHING where none was made."""
        return self.resolution.kind if self.resolution else NOTHING

    @property
    def is_open(self) -> bool:
        return self.resolved_as in OPEN_KINDS

    @property
    def blocks(self) -> bool:
        return self.is_open and self.finding.severity == Severity.BLOCKER

    @property
    def label(self) -> str:
        """In words: "To fix", "Fixed in B4", "Dismissed: Both are true"."""
        match self.resolution:
            case None:
                return "Open"
            case Resolution(kind=ResolutionKind.REOPENED):
                return "Open again"
            case Resolution(kind=ResolutionKind.FIXED, draft=Draft() as draft):
                return f"Fixed in {draft.label}"
            case Resolution(kind=ResolutionKind.DISMISSED) as resolution:
                until = f" until {resolution.last_day}" if resolution.until else ""
                return f"Dismissed{until}: {resolution.get_reason_display()}"
            case resolution:
                return resolution.get_kind_display()

    @property
    def is_open_again(self) -> bool:
        return self.resolved_as == ResolutionKind.REOPENED

    @property
    def open_since(self) -> datetime | None:
        """When it was opened again, else when it was found."""
        return self.resolution.at if self.resolution and self.is_open_again else self.found_at

    @property
    def found_at(self) -> datetime | None:
        """When the run that found it was through."""
        run = self.finding.analysis or self.finding.comparison
        return run.finished_at if run else None

    def concerns(self, draft: Draft) -> bool:
        """Whether it was found in this draft, alone or against another."""
        return draft.pk in draft_ids(self.finding)


def draft_ids(finding: Finding) -> tuple[int, ...]:
    """The draft or the two drafts that a finding stands in, left before right."""
    if finding.comparison:
        return finding.comparison.left_id, finding.comparison.right_id
    return (finding.analysis.draft_id,) if finding.analysis else ()


def rank(severity: str) -> int:
    """0 is gravest."""
    return _GRAVEST_FIRST[severity]


def standings(story: Story, *, drafts: Iterable[Draft] | None = None) -> list[Standing]:
    """The findings in these drafts and between any two of them, gravest first; by default in the current ones."""
    chosen = story.drafts.current().defer("text") if drafts is None else drafts
    ids = [draft.pk for draft in chosen]
    within = Q(analysis__draft__in=ids) | Q(comparison__left__in=ids, comparison__right__in=ids)
    return _standings(latest_findings().filter(within, annotation__story=story), story=story)


def standings_with(draft: Draft) -> list[Standing]:
    """What was found in this draft and against those that stand beside it, gravest first.

    Once it was revised, against those that stood beside it until then: what was signed of it can be read for ever.
    """
    beside = None if draft.standing == DraftStanding.CURRENT else [draft, *_stood_beside(draft)]
    return [standing for standing in standings(draft.story, drafts=beside) if standing.concerns(draft)]


def _stood_beside(draft: Draft) -> Iterable[Draft]:
    """The newest of each other version that was there before its own was revised."""
    others = draft.story.drafts.exclude(version=draft.version).defer("text").order_by("number")
    there = others.filter(standing__in=(DraftStanding.CURRENT, DraftStanding.SUPERSEDED))
    revision = draft.revisions.order_by("number").first()
    until = there.filter(number__lt=revision.number) if revision else there
    return {other.version: other for other in until}.values()


def standings_in(stories: Iterable[Story]) -> dict[int, list[Standing]]:
    """The same in the current drafts of many stories, by the story's id, in a constant number of queries."""
    told: dict[int, list[Standing]] = {story.pk: [] for story in stories}
    current = DraftStanding.CURRENT
    both = Q(comparison__left__standing=current, comparison__right__standing=current)
    within = Q(analysis__draft__standing=current) | both
    for standing in _standings(latest_findings().filter(within, annotation__story__in=told)):
        told[standing.finding.annotation.story_id].append(standing)
    return told


def standing_of(finding: Finding) -> Standing:
    """One finding as it stands now, also one of an older run."""
    return standings_of(Finding.objects.filter(pk=finding.pk))[0]


def standings_of(findings: QuerySet[Finding]) -> list[Standing]:
    """These findings with what was decided of them, gravest first, in two queries."""
    return _standings(findings.select_related("annotation__story__desk"))


def open_blockers(draft: Draft) -> list[Standing]:
    """What keeps this draft from being signed: alone, and against the latest of each other version."""
    return [standing for standing in standings_with(draft) if standing.blocks]


def findings_as_they_stand(draft: Draft) -> list[list[str]]:
    """[fingerprint, severity, resolution] of all found in this draft and against the current others, sorted."""
    concerned = standings_with(draft)
    return sorted([s.finding.fingerprint, s.finding.severity, s.resolved_as] for s in concerned)


def findings_digest(draft: Draft) -> str:
    """What a signature records of the findings: another digest means that they stood otherwise."""
    return digest_of(findings_as_they_stand(draft))


def digest_of(findings: list[list[str]]) -> str:
    return hashlib.sha256(json.dumps(findings).encode()).hexdigest()


def _standings(findings: QuerySet[Finding], *, story: Story | None = None) -> list[Standing]:
    """`story` is theirs where it is at hand: hundreds of rows need not bring it along, nor all that their runs tell."""
    found = list(with_resolution(findings).select_related("annotation", "analysis", "comparison").defer(*_UNREAD))
    if story is not None:
        for finding in found:
            finding.annotation.story = story
    reached: dict[int, int | None] = {finding.pk: getattr(finding, "resolution_id", None) for finding in found}
    resolutions = Resolution.objects.select_related("by", "draft", "story__desk").defer("draft__text")
    decided = resolutions.in_bulk([pk for pk in reached.values() if pk])
    return sorted(
        (Standing(finding, decided.get(reached[finding.pk] or 0)) for finding in found),
        key=lambda standing: (rank(standing.finding.severity), -standing.finding.confidence, standing.finding.pk),
    )


def passages_of(found: Iterable[Standing]) -> dict[int, list[Passage]]:
    """Where each finding stands, by its annotation, in one query."""
    passages: dict[int, list[Passage]] = {standing.finding.annotation_id: [] for standing in found}
    asked = Passage.objects.filter(annotation__in=passages).select_related("draft").defer("draft__text")
    for passage in asked:
        passages[passage.annotation_id].append(passage)
    return passages
