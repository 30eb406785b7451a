"""Idempotency keys: who asks again, since no answer came, gets the answer of the first time and does nothing twice."""

import hashlib
from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated

from django.db import transaction
from django.http import HttpResponse
from django.utils.timezone import now
from ninja import Header, Schema

from review.api.problems import problem
from review.models import KeptAnswer, Token

Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        max_length=255,
        pattern=r"^[\x21-\x7e]*$",
        description="The same key with the same request gets the same answer for a day, and nothing is done twice.",
    ),
]


def once(token: Token, key: str, request: bytes, act: Callable[[], tuple[Schema, str]]) -> HttpResponse:
    """The answer to what `act` does, all of it or nothing, and where it is found; kept under the key if there is one.

    `request` is all that was asked, so that a key that comes with another request is refused.
    """
    digest = hashlib.sha256(request).hexdigest()
    with transaction.atomic():
        Token.objects.select_for_update(no_key=True).get(pk=token.pk)  # whoever asks at the same time waits here
        kept = token.answers.good().filter(key=key).first() if key else None
        if kept:
            return _again(kept, digest)
        body, location = _done(act)
        if key:
            told = {"body": body, "location": location, "status": HTTPStatus.ACCEPTED, "at": now()}
            kept_as = {"request_digest": digest, **told}
            KeptAnswer.objects.update_or_create(token=token, key=key, defaults=kept_as)
    return _answered(body, location, HTTPStatus.ACCEPTED)


def _done(act: Callable[[], tuple[Schema, str]]) -> tuple[str, str]:
    told, location = act()
    return told.model_dump_json(), location


def _again(kept: KeptAnswer, digest: str) -> HttpResponse:
    if kept.request_digest != digest:
        words = "This idempotency key came with another request before."
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, words, kind="key-used-before")
    response = _answered(kept.body, kept.location, kept.status)
    response.headers["Idempotent-Replayed"] = "true"
    return response


def _answered(body: str, location: str, status: int) -> HttpResponse:
    headers = {"Location": location}
    return HttpResponse(body, status=status, content_type="application/json", headers=headers)
