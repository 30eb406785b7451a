"""What makes records a chain: the digest of each row covers what it holds and the digest of the row before."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any, Protocol


class Link(Protocol):
    """One row of a chain, also as a migration knows it."""

    number: int
    at: datetime
    verb: str
    details_digest: str
    previous: str

    @property
    def actor_id(self) -> int | None: ...


def digest(content: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def digest_of(link: Link, *, chain: int | str) -> str:
    """`chain` is what keeps a row from being moved to another chain: a story's id, or "desk" and a desk's."""
    at = link.at.astimezone(UTC).isoformat()
    return digest([chain, link.number, at, link.actor_id, link.verb, link.details_digest, link.previous])
