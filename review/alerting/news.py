"""What is news to whoever was told before: a finding that is new, graver than it was told, or open again since."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from review.standing import Standing, rank


class Told(Protocol):
    """An alert or a webhook's call: the findings it told of, by fingerprint, as grave as they were then."""

    @property
    def findings(self) -> Mapping[str, str]: ...

    @property
    def created_at(self) -> datetime: ...


def was_told(standing: Standing, tellings: Iterable[Told]) -> bool:
    finding, since = standing.finding, standing.open_since
    return any(
        rank(telling.findings[finding.fingerprint]) <= rank(finding.severity)
        for telling in tellings
        if finding.fingerprint in telling.findings
        and not (standing.is_open_again and since and telling.created_at < since)
    )
