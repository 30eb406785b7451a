"""One click out of a kind of mail (RFC 8058): an address that needs no log-in and tells nobody anything."""

from dataclasses import dataclass

from django.core import signing
from django.urls import reverse

from articles.models import User
from review.addresses import absolute
from review.alerting.preferences import choices_of, choose
from review.models import AlertKind, Delivery

_SALT = "review.unsubscribe"
DIGEST = "digest"


class NoSuchLink(Exception):
    """The address was not written by us, or its person is gone."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """What one link ends: one kind for one person, or all that comes in their digest."""

    person: User
    kind: AlertKind | None

    @property
    def kinds(self) -> list[AlertKind]:
        if self.kind:
            return [self.kind]
        return [kind for kind, delivery in choices_of(self.person).items() if delivery == Delivery.DAILY]

    @property
    def label(self) -> str:
        return f"“{self.kind.label}”" if self.kind else "the daily digest"

    def end(self) -> None:
        """Done twice, it is done once."""
        choose(self.person, dict.fromkeys(self.kinds, Delivery.NEVER))


def headers_for(person: User, kind: AlertKind | None) -> dict[str, str]:
    """What a mail client shows as its button; `kind` None is the digest."""
    return {
        "List-Unsubscribe": f"<{link_for(person, kind)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def link_for(person: User, kind: AlertKind | None) -> str:
    return absolute(reverse("unsubscribe", args=[token_for(person, kind)]))


def token_for(person: User, kind: AlertKind | None) -> str:
    return signing.dumps([person.pk, kind.value if kind else DIGEST], salt=_SALT)


def subscription_of(token: str) -> Subscription:
    """Raises NoSuchLink. A link does not run out: a mail may be opened years later."""
    try:
        pk, kind = signing.loads(token, salt=_SALT)
    except signing.BadSignature as forged:
        raise NoSuchLink from forged
    person = User.objects.filter(pk=pk).first()
    if person is None:
        raise NoSuchLink
    return Subscription(person, None if kind == DIGEST else AlertKind(kind))
