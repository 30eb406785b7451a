"""The newsroom's own things: desks and people, stories and drafts, and the record of every change."""

from articles.models.audit import AccountEvent, AuditDetails, AuditEvent, DeskEvent
from articles.models.desks import Desk, HouseEntry, Membership, Role, User
from articles.models.drafts import Draft, DraftStanding, Upload, UploadState
from articles.models.stories import Priority, Story, StoryState

__all__ = [
    "AccountEvent", "AuditDetails", "AuditEvent", "Desk", "DeskEvent", "Draft", "DraftStanding", "HouseEntry",
    "Membership", "Priority", "Role", "Story", "StoryState", "Upload", "UploadState", "User",
]  # fmt: skip
