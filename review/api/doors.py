"""Who asks: a token of a desk, known by its digest, with the scope that the address takes, and not too often."""

import logging
from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.core.cache import cache
from django.db.models import Q
from django.http import HttpRequest
from django.utils.timezone import now
from ninja.errors import HttpError, Throttled
from ninja.security import HttpBearer
from redis.exceptions import RedisError

from articles.models import User
from review.actions.connections import digest_of
from review.models import Token, TokenScope

WINDOW_SECONDS = 60
_NOTED_EVERY = timedelta(minutes=1)

log = logging.getLogger(__name__)


def token_of(request: HttpRequest) -> Token:
    """The token that the request came in with, past the door."""
    token: Token = request.auth  # type: ignore[attr-defined]
    return token


def account_of(request: HttpRequest) -> User:
    """Who does what is asked for: rows are those that this account sees."""
    return token_of(request).account


class Bearer(HttpBearer):
    """Lets in who has a token in force, with the scope where one is named."""

    def __init__(self, scope: TokenScope | None = None) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:  # noqa: ARG002 - ninja's own signature
        known = Token.objects.in_force().select_related("desk", "account").filter(digest=digest_of(token)).first()
        if known is None:
            return None
        _count(known)
        _note_use(known)
        if self.scope and self.scope not in known.scopes:
            raise HttpError(HTTPStatus.FORBIDDEN, f"This takes a token that may do this: {self.scope.label}.")
        return known


def _count(token: Token) -> None:
    """Raises Throttled for one too many in this minute. A cache that is down stops nobody."""
    moment = int(now().timestamp())
    key = f"api:{token.pk}:{moment // WINDOW_SECONDS}"
    try:
        cache.add(key, 0, timeout=2 * WINDOW_SECONDS)
        asked = cache.incr(key)
    except (RedisError, ValueError) as error:
        log.warning("requests are not counted: %r", error)
        return
    if asked > settings.API_REQUESTS_A_MINUTE:
        raise Throttled(wait=WINDOW_SECONDS - moment % WINDOW_SECONDS)


def _note_use(token: Token) -> None:
    """Once a minute is enough for whoever wants to know whether a token is still used."""
    unnoted = Q(last_used_at=None) | Q(last_used_at__lt=now() - _NOTED_EVERY)
    Token.objects.filter(unnoted, pk=token.pk).update(last_used_at=now())
