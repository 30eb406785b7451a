"""What a person chose to hear at once, once a day, or not by mail, and when the next digest is due."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import now

from articles.models import User
from review.models import Alert, AlertKind, AlertState, Delivery, DigestTime, Preference

NO_MAIL = "You chose to get no mail of this kind."


@dataclass(frozen=True, slots=True)
class Plan:
    """How an alert is to go out, as its row keeps it."""

    state: AlertState
    in_digest: bool
    next_try_at: datetime
    reason: str = ""


def plan_for(person: User, kind: AlertKind) -> Plan:
    """By the person's own choice; at once where they made none."""
    match choices_of(person)[kind]:
        case Delivery.NEVER:
            return Plan(AlertState.DROPPED, in_digest=False, next_try_at=now(), reason=NO_MAIL)
        case Delivery.DAILY:
            return Plan(AlertState.WAITING, in_digest=True, next_try_at=next_digest_at(digest_time_of(person)))
    return Plan(AlertState.WAITING, in_digest=False, next_try_at=now())


def choices_of(person: User) -> dict[AlertKind, Delivery]:
    """One for every kind."""
    made = {AlertKind(row.kind): Delivery(row.delivery) for row in Preference.objects.filter(user=person)}
    return {kind: made.get(kind, Delivery.AT_ONCE) for kind in AlertKind}


def digest_time_of(person: User) -> DigestTime:
    """Also for a person who never set one, not saved then."""
    return DigestTime.objects.filter(user=person).first() or DigestTime(user=person)


def next_digest_at(time: DigestTime, *, after: datetime | None = None) -> datetime:
    """The next full hour of that name on the person's clock; an hour that the clock skips comes as it strikes next."""
    start = (after or now()).astimezone(time.clock)
    today = start.replace(hour=time.hour, minute=0, second=0, microsecond=0, fold=0)
    return today if today > start else today + timedelta(days=1)


@transaction.atomic
def choose(person: User, chosen: Mapping[AlertKind, Delivery], *, time: DigestTime | None = None) -> None:
    """Keep the choices, and plan anew what still waits to be sent. Kinds that are not named stay as they were."""
    if time:
        time.user = person
        time.save()
    for kind, delivery in chosen.items():
        Preference.objects.update_or_create(user=person, kind=kind, defaults={"delivery": delivery})
    waiting = Alert.objects.filter(recipient=person, state=AlertState.WAITING, tries=0, batch="")
    for name in waiting.order_by().values_list("kind", flat=True).distinct():
        waiting.filter(kind=name).update(**asdict(plan_for(person, AlertKind(name))))
