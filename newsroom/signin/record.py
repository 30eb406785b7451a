"""What can happen to an account: its record tells it, and a mail tells the person where it is how they get in."""

from typing import Any

from django.db import models

from articles.audit import record_on_account
from articles.models import User
from review.alerting.notices import write_notice

BY_COMMAND = "An administrator, by command,"


class AccountVerb(models.TextChoices):
    """The label reads after the actor's name."""

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
    RENAMED = "renamed", "changed the person’s name"


def record_and_tell(*, person: User, actor: User | None, verb: AccountVerb, details: dict[str, Any]) -> None:
    """In the transaction of the change; `actor` None is the command. Whoever sees in the mail what they did not do
    themselves has lost their account to somebody, and knows it at once."""
    record_on_account(person=person, actor=actor, verb=verb, details=details)
    write_notice(person, f"{actor or BY_COMMAND} {verb.label}.")
