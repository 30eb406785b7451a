"""What withdrawing a draft, or moving it, will do: told in sentences before anybody does it."""

from collections.abc import Iterable, Iterator

from analysis.findings import Severity
from articles.models import Draft, DraftStanding, Story
from review.models import Decision
from review.standing import standings_with
from review.standing.approvals import signatures_by_text
from review.templatetags.telling import of_severity


def of_withdrawing(draft: Draft) -> list[str]:
    """For the story that it leaves, gravest first. Nothing is changed."""
    again = draft.revises if draft.revises and draft.revises.standing == DraftStanding.SUPERSEDED else None
    return [*_for_its_version(draft, again), *_for_findings(draft), *_for_approvals(draft, again), _for_the_record()]


def of_moving(draft: Draft, to: Story) -> list[str]:
    """For both stories."""
    others = [other.label for other in to.drafts.current().defer("text")]
    read = f"compared with {', '.join(others)}" if others else "compared with what comes next"
    there = f"In “{to}” it becomes a new draft under the name of who handed it in, is read there and {read}."
    decided = "What was decided about its findings stays here: there they are found and decided anew."
    return [there, *of_withdrawing(draft)[:-1], decided, _for_the_record()]


def _for_its_version(draft: Draft, again: Draft | None) -> Iterator[str]:
    others = draft.story.drafts.current().exclude(pk=draft.pk)
    if again:
        yield f"Draft {again.label}, which it revised, stands again."
    elif others.exists():
        yield f"Version {draft.letter} has no draft any more; the other versions stay as they are."
    else:
        yield "The story has no draft left, and goes back to drafting."


def _for_findings(draft: Draft) -> Iterator[str]:
    concerned = [standing.finding for standing in standings_with(draft) if standing.is_open]
    if not concerned:
        return
    blockers = sum(finding.severity == Severity.BLOCKER for finding in concerned)
    among = f", {of_severity(blockers, Severity.BLOCKER)} among them," if blockers else ""
    count = f"{len(concerned)} open findings" if len(concerned) != 1 else "1 open finding"
    goes = "go" if len(concerned) != 1 else "goes"
    yield f"{count}{among} in it and against the other versions {goes} with it."


def _for_approvals(draft: Draft, again: Draft | None) -> Iterator[str]:
    signed = signatures_by_text(draft.story)
    if signatures := signed.get(draft.sha256):
        yield f"It is signed by {_names(signatures)}: the approval goes stale."
    if again and (signatures := signed.get(again.sha256)):
        yield f"Draft {again.label} is signed by {_names(signatures)}: that signature counts again."


def _names(signatures: Iterable[Decision]) -> str:
    return ", ".join(str(decision.by) for decision in signatures)


def _for_the_record() -> str:
    return "Nothing is deleted: the draft can still be read, and the history tells who did this and why."
