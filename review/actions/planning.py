"""Planning a story: how urgent it is, by when, for when, who looks after it, and what they should know."""

from datetime import datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.timezone import now

from articles.audit import record
from articles.models import Priority, Story, User
from review.alerting import alerts
from review.models import AlertKind
from review.policies import Refused, check_can_plan
from review.states import settle
from review.verbs import Verb


class Plan(TypedDict, total=False):
    """What is planned anew; what is missing stays as it is."""

    priority: Priority
    deadline_at: datetime | None
    embargo_until: datetime | None
    assignee: User | None
    handover_note: str


@transaction.atomic
def plan_story(*, by: User, story: Story, **plan: Unpack[Plan]) -> Story:
    """Change what differs, and nothing else. Raises Refused for an assignee who is not on the desk."""
    story = Story.objects.locked().get(pk=story.pk)
    check_can_plan(by, story)
    _check_is_colleague(plan.get("assignee"), story)
    if "handover_note" in plan:
        plan["handover_note"] = plan["handover_note"].strip()
    before = {name: getattr(story, name) for name in plan}
    changed = {name: value for name, value in plan.items() if value != before[name]}
    if not changed:
        return story
    for name, value in changed.items():
        setattr(story, name, value)
    if "handover_note" in changed:
        story.handover_by, story.handover_at = by, now()
    story.save()
    details = {
        name: {"from": _recorded(before[name], story), "to": _recorded(changed[name], story)} for name in changed
    }
    record(story=story, actor=by, verb=Verb.PLANNED, details=details)
    if "assignee" in changed and (assignee := plan["assignee"]):
        alerts.tell(AlertKind.ASSIGNED, story=story, draft=None, by=by, note=story.handover_note, to=[assignee])
    settle(story, by=by)
    return story


def _check_is_colleague(assignee: User | None, story: Story) -> None:
    if assignee and not (assignee.is_active and assignee.is_on(story.desk)):
        raise Refused(f"{assignee} is not on the desk “{story.desk}”, and cannot look after its stories.")


def _recorded(value: Any, story: Story) -> str | int:  # noqa: ANN401 - whatever a plan holds
    """As the record keeps it: times with the desk's own distance from UTC, people by name, nothing as ""."""
    match value:
        case None:
            return ""
        case datetime():
            return value.astimezone(story.desk.clock).isoformat()
        case User():
            return str(value)
        case Priority() | int():
            return int(value)
    return str(value)
