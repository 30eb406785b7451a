"""The second factor: codes of an authenticator app (TOTP, RFC 6238), and recovery codes for who lost it.

django-allauth keeps and computes both. That a code works once is kept in its row and not in the cache, as allauth has
it: its mark there ends before a code does that is also taken a moment late, and nobody could log in without a cache.
"""

import logging

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from cryptography.fernet import InvalidToken
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import now

from articles.log_ins import end_sessions
from articles.models import User
from newsroom.signin.record import record_and_tell
from review.verbs import AccountVerb

log = logging.getLogger(__name__)


def has_second_factor(person: User) -> bool:
    return _factors(person).exists()


def codes_left(person: User) -> int:
    """How many recovery codes are not used up."""
    kept = _factors(person).filter(type=Authenticator.Type.RECOVERY_CODES).first()
    return len(_unused(kept)) if kept else 0


def set_up(*, by: User, secret: str, code: str) -> list[str] | None:
    """Their recovery codes, to be shown once; None where the code is not of the secret, and nothing is done."""
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=by.pk)
        if has_second_factor(by):
            return None
        factor = TOTP.activate(by, secret).instance
        if not _is_its_code(factor, code):
            transaction.set_rollback(True)
            return None
        record_and_tell(person=by, actor=by, verb=AccountVerb.SET_UP_FACTOR, details={})
        return _new_codes(by)


@transaction.atomic
def make_recovery_codes(*, by: User) -> list[str]:
    """Instead of those there are."""
    _factors(by).filter(type=Authenticator.Type.RECOVERY_CODES).delete()
    record_and_tell(person=by, actor=by, verb=AccountVerb.MADE_CODES, details={})
    return _new_codes(by)


@transaction.atomic
def switch_off(*, by: User) -> None:
    """What sessions had proven is there no more: they end. The one it is done in is for the view to keep."""
    _factors(by).delete()
    record_and_tell(person=by, actor=by, verb=AccountVerb.SWITCHED_OFF_FACTOR, details={})
    end_sessions(by)


@transaction.atomic
def reset(*, by: User | None, person: User) -> bool:
    """Take a lost factor away, so that the password alone lets in; `by` None is the command. Whether there was one.

    The person is logged out everywhere: whoever has what they lost may be logged in by it.
    """
    deleted, _ = _factors(person).delete()
    if deleted:
        record_and_tell(person=person, actor=by, verb=AccountVerb.RESET_FACTOR, details={})
        end_sessions(person)
    return bool(deleted)


@transaction.atomic
def take_code(*, of: User, code: str) -> bool:
    """Whether it is a code of their app or a recovery code, not used before; from now on it is used."""
    return any(_fits(factor, code) for factor in _factors(of).select_for_update().order_by("pk"))


def _factors(person: User) -> QuerySet[Authenticator]:
    factors: QuerySet[Authenticator] = Authenticator.objects.filter(user=person)
    return factors


def _fits(factor: Authenticator, code: str) -> bool:
    try:
        return _is_its_code(factor, code) if factor.type == Authenticator.Type.TOTP else _uses_up(factor, code)
    except InvalidToken:
        log.warning("The second factor of account %s was sealed with another SECRET_KEY: reset it.", factor.user_id)
        return False


def _is_its_code(factor: Authenticator, code: str) -> bool:
    secret = decrypt(factor.data["secret"])
    for counter in yield_hotp_counters_from_time():
        is_new = counter > factor.data.get("last_counter", 0)
        if is_new and compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, counter))):
            factor.data["last_counter"] = counter
            factor.last_used_at = now()
            factor.save(update_fields=["data", "last_used_at"])
            return True
    return False


def _uses_up(factor: Authenticator, code: str) -> bool:
    if not RecoveryCodes(factor).validate_code(code):
        return False
    factor.refresh_from_db()
    left = {"left": len(_unused(factor))}
    record_and_tell(person=factor.user, actor=factor.user, verb=AccountVerb.USED_CODE, details=left)
    return True


def _new_codes(person: User) -> list[str]:
    return _unused(RecoveryCodes.activate(person).instance)


def _unused(factor: Authenticator) -> list[str]:
    unused: list[str] = RecoveryCodes(factor).get_unused_codes()
    return unused
