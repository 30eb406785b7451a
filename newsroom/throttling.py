"""How often strangers may try: forms that anybody can send without logging in, counted in the cache.

Whom one address tries too often to be is locked out by django-axes besides, in the database and at every door.
"""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from unicodedata import normalize

from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from redis.exceptions import RedisError

from newsroom.visitors import address_of

log = logging.getLogger(__name__)

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Limits:
    """How many times a form is taken within `seconds`: from one address, and for one account, as `account` finds it."""

    account: Callable[[HttpRequest], str]
    of_address: int
    of_account: int
    seconds: int
    method: str = "POST"


def written_in(field: str) -> Callable[[HttpRequest], str]:
    """The account is what the form's field says: in whatever letters, since Django takes “ｅｄｄａ” for “edda”."""
    return lambda request: normalize("NFKC", request.POST.get(field, "")).strip().casefold()


def of_nobody(request: HttpRequest) -> str:  # noqa: ARG001
    """Where no account is named: addresses alone are counted."""
    return ""


def throttled(limits: Limits) -> Callable[[View], View]:
    """Answer what is sent too often with 429 and a sentence. Looking at the form is free, where `method` is no GET."""

    def wrap(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.method == limits.method and _is_too_often(request, limits):
                return render(request, "registration/too_often.html", status=HTTPStatus.TOO_MANY_REQUESTS)
            return view(request, *args, **kwargs)

        return answer

    return wrap


def forget_tries(path: str, account: str) -> bool:
    """Whether there were any of this account, on the page with this path."""
    try:
        return cache.delete(_key(_of_account(path, account)))
    except RedisError:  # then nobody is kept out
        return False


def _is_too_often(request: HttpRequest, limits: Limits) -> bool:
    account = limits.account(request)
    counted = [
        _count(f"{request.path}|address|{address_of(request)}", limits.seconds) > limits.of_address,
        bool(account) and _count(_of_account(request.path, account), limits.seconds) > limits.of_account,
    ]
    return any(counted)


def _count(what: str, seconds: int) -> int:
    """How many times it came in this window, with this one. Without a cache nobody is kept out."""
    key = _key(what)
    try:
        cache.add(key, 0, seconds)
        return cache.incr(key)
    except ValueError:  # the window ended between the two
        return 1
    except RedisError as down:
        log.warning("Tries are not counted, since the cache is down: %r", down)
        return 0


def _of_account(path: str, account: str) -> str:
    return f"{path}|account|{account}"


def _key(what: str) -> str:
    return f"tries:{hashlib.sha256(what.encode(errors='surrogatepass')).hexdigest()}"
