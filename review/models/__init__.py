"""What was thought of each draft: runs, margin notes, findings, claims, decisions, alerts."""

from review.models.alerts import Alert, AlertKind, AlertState, Invitation, Notice, Outgoing
from review.models.annotations import Annotation, AnnotationKind, Finding, Passage
from review.models.claims import Claim, ClaimSighting, ClaimStatus, Verdict
from review.models.comments import Comment, CommentKind
from review.models.decisions import (
    SIGNATURES,
    VERDICTS,
    Decision,
    DecisionKind,
    Reason,
    Resolution,
    ResolutionKind,
    Scope,
)
from review.models.looks import LastLooked, Presence
from review.models.preferences import Delivery, DigestTime, Preference
from review.models.rulings import Listing, Ruling, RulingKind
from review.models.runs import Analysis, Comparison, RunState, Stage
from review.models.tokens import KeptAnswer, Token, TokenScope
from review.models.tunings import Loudness, Tuning
from review.models.unsettled import Unsettled
from review.models.vectors import SentenceVectors
from review.models.verdicts import SentenceVerdicts
from review.models.webhooks import Call, CallState, Webhook, WebhookEvent

__all__ = [
    "SIGNATURES", "VERDICTS", "Alert", "AlertKind", "AlertState", "Analysis", "Annotation", "AnnotationKind",
    "Call", "CallState", "Claim", "ClaimSighting", "ClaimStatus", "Comment", "CommentKind", "Comparison",
    "Decision", "DecisionKind", "Delivery", "DigestTime", "Finding", "Invitation", "KeptAnswer", "LastLooked",
    "Listing", "Loudness", "Notice", "Outgoing", "Passage", "Preference", "Presence", "Reason", "Resolution",
    "ResolutionKind", "Ruling", "RulingKind", "RunState", "Scope", "SentenceVectors", "SentenceVerdicts", "Stage",
    "Token", "TokenScope", "Tuning", "Unsettled", "Verdict", "Webhook", "WebhookEvent",
]  # fmt: skip
