"""How things stand: findings with what was decided of them, signatures, and what stands in the way of one."""

from review.standing.approvals import (
    ApprovalKind,
    ApprovalStanding,
    approval_from,
    approval_standing,
    approvals_of,
    signatures_among,
    signatures_by_text,
)
from review.standing.findings import (
    Standing,
    digest_of,
    draft_ids,
    findings_as_they_stand,
    findings_digest,
    open_blockers,
    passages_of,
    rank,
    standing_of,
    standings,
    standings_of,
    standings_with,
)
from review.standing.latest import OPEN_KINDS, latest_findings, still_open
from review.standing.obstacles import Obstacle, obstacles, obstacles_in_text, own_draft
from review.standing.orders import (
    LegalRead,
    correction_of,
    decisions_on,
    filed_text,
    legal_read_among,
    legal_read_of,
    order_among,
)
from review.standing.overview import OpenFindings, open_between, worst_open
from review.standing.settled import Settled, settled
from review.standing.signoff import SignOff
from review.standing.work import Work, work_on

__all__ = [
    "OPEN_KINDS", "ApprovalKind", "ApprovalStanding", "LegalRead", "Obstacle", "OpenFindings", "Settled", "SignOff",
    "Standing", "Work", "approval_from", "approval_standing", "approvals_of", "correction_of", "decisions_on",
    "digest_of", "draft_ids", "filed_text", "findings_as_they_stand", "findings_digest",
    "latest_findings", "legal_read_among", "legal_read_of", "obstacles", "obstacles_in_text", "open_between",
    "open_blockers", "order_among", "own_draft", "passages_of", "rank", "settled", "signatures_among",
    "signatures_by_text", "standing_of", "standings", "standings_of", "standings_with", "still_open", "work_on",
    "worst_open",
]  # fmt: skip
