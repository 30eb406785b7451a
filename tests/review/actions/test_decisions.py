"""Signing, sending back, holding and killing: who may, when, and what it is bound to."""

import pytest

from articles.audit import first_broken
from articles.models import AuditEvent, Role, StoryState
from review.actions.decisions import approve, hold, kill, release, send_back
from review.actions.drafts import exclude_draft, receive_draft
from review.models import Decision, DecisionKind
from review.policies import Refused
from review.standing import ApprovalKind, approval_standing, findings_digest
from review.verbs import Verb
from tests.factories import found, member
from tests.review.conftest import Newsroom


def test_chief_signs_exactly_the_text_that_was_checked(newsroom: Newsroom) -> None:
    draft = newsroom.read_in("The wall is 40 metres long.")

    decision = approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    newsroom.story.refresh_from_db()
    assert decision.sha256 == draft.sha256
    assert decision.findings_digest == findings_digest(draft)
    assert newsroom.story.state == StoryState.APPROVED
    assert approval_standing(newsroom.story).kind == ApprovalKind.APPROVED
