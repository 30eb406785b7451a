"""How things stand: findings with what was decided of them, signatures, and what stands in the way of one."""

from review.standing.approvals import ApprovalKind, ApprovalStanding, approval_standing
from review.standing.findings import (
    Standing,
    digest_of,
    draft_ids,
    findings_as_they_stand,
    findings_digest,
    open_blockers,
    rank,
    standing_of,
    standings,
    standings_of,
)
from review.standing.latest import OPEN_KINDS, latest_findings, still_open
from review.standing.obstacles import Obstacle, obstacles, obstacles_in_text
from review.standing.overview import OpenFindings, has_open_blocker, open_between, worst_open
from review.standing.work import Work, work_on

__all__ = [
    "OPEN_KINDS", "ApprovalKind", "ApprovalStanding", "Obstacle", "OpenFindings", "Standing", "Work",
    "approval_standing", "digest_of", "draft_ids", "findings_as_they_stand", "findings_digest", "has_open_blocker",
    "latest_findings", "obstacles", "obstacles_in_text", "open_between", "open_blockers", "rank", "standing_of",
    "standings", "standings_of", "still_open", "work_on", "worst_open",
]  # fmt: skip
