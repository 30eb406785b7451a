"""What a desk's webhooks are told: rows, written in the transaction of what they tell, and sent later."""

import json
import uuid
from collections.abc import Iterable
from datetime import UTC
from typing import Any

from django.utils.timezone import now

from articles.models import Draft, Story
from review.addresses import absolute, finding_address, review_address, sign_off_address
from review.alerting.news import was_told
from review.models import Call, Decision, Webhook, WebhookEvent
from review.standing import ApprovalStanding, Standing


def announce_flagged(story: Story, draft: Draft, found: Iterable[Standing]) -> None:
    """Each webhook hears of what it was not told as gravely before."""
    found = list(found)
    for webhook in _asking_for(WebhookEvent.FLAGGED, story):
        told = list(webhook.calls.filter(story=story, event=WebhookEvent.FLAGGED))
        if news := [standing for standing in found if not was_told(standing, told)]:
            told_now = {"findings": [_finding(standing) for standing in news]}
            _write(webhook, WebhookEvent.FLAGGED, story, draft, told_now, news)


def announce_approved(decision: Decision, approval: ApprovalStanding) -> None:
    signatures = [_signature(signature) for signature in approval.signatures]
    for webhook in _asking_for(WebhookEvent.APPROVED, decision.story):
        _write(webhook, WebhookEvent.APPROVED, decision.story, decision.draft, {"signatures": signatures})


def announce_stale(story: Story, approval: ApprovalStanding) -> None:
    """The text that was signed stands no more; `draft` is what stands for it now, if anything does."""
    signatures = [_signature(signature) for signature in approval.signatures]
    for webhook in _asking_for(WebhookEvent.STALE, story):
        _write(webhook, WebhookEvent.STALE, story, approval.current, {"signatures": signatures})


def _asking_for(event: WebhookEvent, story: Story) -> list[Webhook]:
    return [hook for hook in Webhook.objects.in_force().filter(desk=story.desk_id) if event in hook.events]


def _write(
    webhook: Webhook,
    event: WebhookEvent,
    story: Story,
    draft: Draft | None,
    told: dict[str, Any],
    news: Iterable[Standing] = (),
) -> None:
    moment = now()
    about = {"desk": story.desk.slug, "story": _story(story), "draft": _draft(draft) if draft else None}
    message = {"type": event.value, "timestamp": moment.astimezone(UTC).isoformat(), "data": about | told}
    Call.objects.create(
        webhook=webhook,
        story=story,
        draft=draft,
        event=event,
        message_id=f"msg_{uuid.uuid4().hex}",
        body=json.dumps(message, ensure_ascii=False),
        findings={standing.finding.fingerprint: standing.finding.severity for standing in news},
        created_at=moment,
    )


def _story(story: Story) -> dict[str, Any]:
    return {"id": story.pk, "slug": story.slug, "url": absolute(sign_off_address(story))}


def _draft(draft: Draft) -> dict[str, Any]:
    url = absolute(review_address(draft.story, draft))
    return {"id": draft.pk, "label": draft.label, "sha256": draft.sha256, "url": url}


def _finding(standing: Standing) -> dict[str, Any]:
    """Without a word of the copy where the desk wants none of it to leave the app."""
    finding = standing.finding
    told = {
        "id": finding.pk,
        "fingerprint": finding.fingerprint,
        "kind": finding.kind,
        "severity": finding.severity,
        "conflict": finding.conflict,
        "url": absolute(finding_address(finding)),
    }
    return told | ({"message": finding.message} if finding.annotation.story.desk.mails_quote else {})


def _signature(decision: Decision) -> dict[str, Any]:
    at = decision.at.astimezone(UTC).isoformat()
    return {"by": str(decision.by), "at": at, "kind": decision.kind, "sha256": decision.sha256}
