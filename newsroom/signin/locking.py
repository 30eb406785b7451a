"""Who tried too often has to wait, which an administrator can end."""

from axes.utils import reset
from django.db import transaction
from django.urls import reverse

from articles.models import User
from newsroom.signin.record import record_and_tell
from newsroom.throttling import forget_tries
from review.verbs import AccountVerb

_ASKING_FOR_CODES = ("mfa_authenticate", "second-factor-set-up", "second-factor-off", "recovery-codes")


@transaction.atomic
def end_wait(*, by: User, person: User) -> bool:
    """Forget their tries, from wherever and on whatever page. Whether there were any."""
    tries = [bool(reset(username=person.username)), forget_tries(reverse("login"), person.username.casefold())]
    tries += [forget_tries(reverse(name), str(person.pk)) for name in _ASKING_FOR_CODES]
    if any(tries):
        record_and_tell(person=person, actor=by, verb=AccountVerb.ENDED_WAIT, details={})
    return any(tries)
