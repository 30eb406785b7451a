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
_FORM_BYTES = 64 * 1024  # what a form adds to the largest file
_NOTED_EVERY = timedelta(minutes=1)

log = logging.getLogger(__name__)


def token_of(request: HttpRequest) -> Token:
    """The token that the request came in with, past the door."""
    token: Token = request.auth  # type: ignore[attr-defined]
    return token


def asking_account(request: HttpRequest) -> User:
    """Who does what is asked for: rows are those that this account sees."""
    return token_of(request).account


class Bearer(HttpBearer):
    """Lets in who has a token in force, with the scope where one is named, and with what the address `takes`."""

    def __init__(self, scope: TokenScope | None = None, *, takes: str = "") -> None:
        super().__init__()
        self.scope = scope
        self.takes = takes

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        known = Token.objects.in_force().select_related("desk", "account").filter(digest=digest_of(token)).first()
        if known:
            _note_use(known)
            self._check_may_enter(request, known)
        return known

    def _check_may_enter(self, request: HttpRequest, known: Token) -> None:
        """Whoever asks for what it may not is counted like everybody."""
        _count(known)
        check_may(known, *([self.scope] if self.scope else ()))
        if self.takes:
            _check_can_be_taken(request, self.takes)


def check_may(token: Token, *scopes: TokenScope) -> None:
    """Refuses a token that lacks one of these, and names all that it lacks."""
    if lacking := [scope.label for scope in scopes if scope not in token.scopes]:
        raise HttpError(HTTPStatus.FORBIDDEN, f"This takes a token that may do this: {'; '.join(lacking)}.")


def _check_can_be_taken(request: HttpRequest, content_type: str) -> None:
    """Before anything of the body is read."""
    if request.content_type != content_type:
        raise HttpError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"This takes {content_type}.")
    length = request.headers.get("Content-Length") or "0"
    if length.isdecimal() and int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE + _FORM_BYTES:
        raise HttpError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "That is longer than a draft may be.")


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
