"""What happened to an account goes on its record, and by mail to the person where it is how they get in."""

from typing import Any

from articles.audit import record_on_account
from articles.models import User
from review.alerting.notices import write_notice
from review.telling_records import BY_COMMAND
from review.verbs import AccountVerb


def record_and_tell(*, person: User, actor: User | None, verb: AccountVerb, details: dict[str, Any]) -> None:
    """In the transaction of the change; `actor` None is the command. Whoever sees in the mail what they did not do
    themselves has lost their account to somebody, and knows it at once."""
    record_on_account(person=person, actor=actor, verb=verb, details=details)
    write_notice(person, f"{actor or BY_COMMAND} {verb.label}.")
