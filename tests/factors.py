"""Second factors for tests, and the codes that an app would show."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt

from articles.models import User

PERIOD_SECONDS = 30


def give_factor(person: User) -> list[str]:
    """Set one up for them, and tell their recovery codes."""
    TOTP.activate(person, generate_totp_secret())
    codes: list[str] = RecoveryCodes.activate(person).get_unused_codes()
    return codes


def code_of(person: User) -> str:
    """A code that their app shows and that was not used: the current one, or the one that follows the last used."""
    factor = Authenticator.objects.get(user=person, type=Authenticator.Type.TOTP)
    return code_for(decrypt(factor.data["secret"]), after=factor.data.get("last_counter", 0))


def code_for(secret: str, *, after: int = 0) -> str:
    counter = max(int(time.time()) // PERIOD_SECONDS, after + 1)
    return str(format_hotp_value(hotp_value(secret, counter)))
