"""What can happen to a story, a desk and an account: every verb of their records, with the words of their pages."""

from django.db import models


class Verb(models.TextChoices):
    """The label reads after the actor's name."""

    OPENED_STORY = "opened_story", "opened the story"
    PLANNED = "planned", "planned the story"
    RECEIVED_FILE = "received_file", "handed in a file"
    PASTED_TEXT = "pasted_text", "pasted a text"
    READ_FILE = "read_file", "read the file"
    REFUSED_FILE = "refused_file", "could not read the file"
    ASKED_TO_READ_AGAIN = "asked_to_read_again", "asked to read the file again"
    DISCARDED_FILE = "discarded_file", "discarded the file"
    RECEIVED_DRAFT = "received_draft", "handed in a draft"
    EXCLUDED_DRAFT = "excluded_draft", "left a draft out of the comparison"
    TOOK_IN_DRAFT = "took_in_draft", "took a draft into the comparison again"
    WITHDREW_DRAFT = "withdrew_draft", "withdrew a draft"
    MOVED_AWAY = "moved_away", "moved a draft to another story"
    MOVED_HERE = "moved_here", "moved a draft here from another story"
    ANALYSED_DRAFT = "analysed_draft", "read the draft"
    READS_ANEW = "reads_anew", "reads the drafts anew, since its checks changed"
    DID_NOT_CHECK = "did_not_check", "did not check"
    COMPARED_DRAFTS = "compared_drafts", "compared two drafts"
    FAILED_RUN = "failed_run", "failed at its work"
    ASKED_AGAIN = "asked_again", "asked to try again"
    ASKED_COMPARISON = "asked_comparison", "asked to compare two drafts"
    MARKED_TO_FIX = "marked_to_fix", "marked a finding to fix"
    DISMISSED = "dismissed", "dismissed a finding"
    DISMISSED_SEVERAL = "dismissed_several", "dismissed several findings at once"
    ACCEPTED = "accepted", "accepted a finding as it is"
    REOPENED = "reopened", "opened a finding again"
    TOOK_BACK_DECISION = "took_back_decision", "took back what was decided of a finding"
    FOUND_LAPSED = "found_lapsed", "opened findings again whose dismissal had run out"
    CONFIRMED_NAME = "confirmed_name", "confirmed a name"
    RELABELLED_NAME = "relabelled_name", "said what a name is"
    ADDED_NAME = "added_name", "marked a name"
    REMOVED_NAME = "removed_name", "said that something is no name"
    TOOK_BACK_RULING = "took_back_ruling", "took back what was said of a name"
    FOUND_FIXED = "found_fixed", "found findings fixed"
    FOUND_AGAIN = "found_again", "found fixed findings again"
    FOUND_CHANGED = "found_changed", "found other values where something was decided"
    VERIFIED_CLAIM = "verified_claim", "verified a claim"
    DISPUTED_CLAIM = "disputed_claim", "disputed a claim"
    WITHDREW_CLAIM = "withdrew_claim", "withdrew a claim"
    UNCHECKED_CLAIM = "unchecked_claim", "said that a claim is unchecked"
    TOOK_BACK_VERDICT = "took_back_verdict", "took back what was said of a claim"
    CLAIM_CHANGED = "claim_changed", "found a checked claim changed"
    COMMENTED = "commented", "commented"
    RESOLVED_COMMENT = "resolved_comment", "resolved a comment"
    REOPENED_COMMENT = "reopened_comment", "opened a comment again"
    APPROVED = "approved", "approved a draft"
    RESERVED = "reserved", "approved a draft with reservations"
    WITHDREW = "withdrew", "withdrew their signature"
    WENT_STALE = "went_stale", "noticed that an approval went stale"
    SENT_BACK = "sent_back", "sent a draft back"
    ASKED_LEGAL = "asked_legal", "asked for a legal read"
    READ_LEGALLY = "read_legally", "read the draft for legal"
    DROPPED_LEGAL = "dropped_legal", "found that no legal read is needed"
    HELD = "held", "put the story on hold"
    RELEASED = "released", "released the story from hold"
    FILED = "filed", "filed the story"
    BEGAN_CORRECTION = "began_correction", "began a correction"
    KILLED = "killed", "killed the story"
    PURGED = "purged", "deleted the copy of the killed story"
    TOOK_OUT = "took_out", "took out"
    READS_BY_STANDARDS = "reads_by_standards", "had the drafts read again by the desk’s new standards"
    CHANGED_STATE = "changed_state", "moved the story"


class DeskVerb(models.TextChoices):
    """What can happen to a desk itself; the label reads after the actor's name."""

    OPENED_DESK = "opened_desk", "opened the desk"
    RENAMED_DESK = "renamed_desk", "renamed the desk"
    CHANGED_SETTINGS = "changed_settings", "changed the settings"
    INVITED = "invited", "invited"
    GAVE_ROLE = "gave_role", "gave another role to"
    TOOK_OFF = "took_off", "took off the desk"
    LISTED = "listed", "put on the house list"
    CHANGED_ENTRY = "changed_entry", "changed on the house list"
    STRUCK = "struck", "struck off the house list"
    TOOK_IN_LIST = "took_in_list", "took a file into the house list"
    TUNED_CHECK = "tuned_check", "changed how loud a check is"
    MADE_TOKEN = "made_token", "made a token for"
    REVOKED_TOKEN = "revoked_token", "revoked the token of"
    ADDED_WEBHOOK = "added_webhook", "added a webhook to"
    REMOVED_WEBHOOK = "removed_webhook", "removed the webhook to"
    SENT_CALL_AGAIN = "sent_call_again", "had a webhook called again:"


class AccountVerb(models.TextChoices):
    """What can happen to an account; the label reads after the actor's name."""

    SET_UP_FACTOR = "set_up_factor", "set up a second factor"
    SWITCHED_OFF_FACTOR = "switched_off_factor", "switched the second factor off"
    RESET_FACTOR = "reset_factor", "reset the second factor"
    MADE_CODES = "made_codes", "made new recovery codes"
    USED_CODE = "used_code", "used up a recovery code"
    LINKED = "linked", "linked the account with the directory"
    UNLINKED = "unlinked", "unlinked the account from the directory"
    CHOSE_PASSWORD = "chose_password", "chose a new password"
    CHANGED_PASSWORD = "changed_password", "changed the password"
    CHANGED_ADDRESS = "changed_address", "changed the mail address"
    OPENED = "opened", "opened the account"
    SWITCHED_OFF = "switched_off", "switched the account off"
    SWITCHED_ON = "switched_on", "switched the account on again"
    CHANGED_RIGHTS = "changed_rights", "changed what the account may do, or its user name"
    ENDED_WAIT = "ended_wait", "ended the wait after too many tries to log in"
    CHANGED_GROUP = "changed_group", "changed what a group of people may do"
    RENAMED = "renamed", "changed the person’s name"


ABOUT_PEOPLE_AND_SETTINGS = frozenset(
    {
        DeskVerb.OPENED_DESK, DeskVerb.RENAMED_DESK, DeskVerb.CHANGED_SETTINGS, DeskVerb.INVITED, DeskVerb.GAVE_ROLE,
        DeskVerb.TOOK_OFF,
    }
)  # fmt: skip


class Matter(models.TextChoices):
    """What the history page can be filtered by."""

    SIGN_OFF = "sign-off", "Sign-off"
    FINDINGS = "findings", "Findings"
    DRAFTS = "drafts", "Files and drafts"
    WORK = "work", "Backread’s own work"
    OTHER = "other", "All else"


_SIGN_OFF = frozenset(
    {
        Verb.APPROVED, Verb.RESERVED, Verb.WITHDREW, Verb.WENT_STALE, Verb.SENT_BACK, Verb.ASKED_LEGAL,
        Verb.READ_LEGALLY, Verb.DROPPED_LEGAL, Verb.HELD, Verb.RELEASED, Verb.FILED, Verb.BEGAN_CORRECTION,
        Verb.KILLED, Verb.PURGED, Verb.CHANGED_STATE,
    }
)  # fmt: skip
_FINDINGS = frozenset(
    {
        Verb.MARKED_TO_FIX, Verb.DISMISSED, Verb.DISMISSED_SEVERAL, Verb.ACCEPTED, Verb.REOPENED,
        Verb.TOOK_BACK_DECISION, Verb.FOUND_LAPSED, Verb.FOUND_FIXED, Verb.FOUND_AGAIN, Verb.FOUND_CHANGED,
    }
)  # fmt: skip
_DRAFTS = frozenset(
    {
        Verb.OPENED_STORY, Verb.RECEIVED_FILE, Verb.PASTED_TEXT, Verb.READ_FILE, Verb.REFUSED_FILE,
        Verb.ASKED_TO_READ_AGAIN, Verb.DISCARDED_FILE, Verb.RECEIVED_DRAFT, Verb.EXCLUDED_DRAFT,
        Verb.TOOK_IN_DRAFT,
        Verb.WITHDREW_DRAFT, Verb.MOVED_AWAY, Verb.MOVED_HERE,
    }
)  # fmt: skip
_WORK = frozenset(
    {
        Verb.ANALYSED_DRAFT, Verb.READS_ANEW, Verb.DID_NOT_CHECK, Verb.COMPARED_DRAFTS, Verb.FAILED_RUN,
        Verb.ASKED_AGAIN, Verb.ASKED_COMPARISON,
    }
)  # fmt: skip
VERBS_OF: dict[Matter, frozenset[Verb]] = {
    Matter.SIGN_OFF: _SIGN_OFF,
    Matter.FINDINGS: _FINDINGS,
    Matter.DRAFTS: _DRAFTS,
    Matter.WORK: _WORK,
    Matter.OTHER: frozenset(Verb) - _SIGN_OFF - _FINDINGS - _DRAFTS - _WORK,
}
