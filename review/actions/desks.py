"""Running a desk: its settings, its people, and how loud a check is; every change is on the desk's record."""

from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.timezone import now

from analysis.findings import Kind
from articles.audit import record_on_account, record_on_desk
from articles.log_ins import end_sessions
from articles.models import Desk, Membership, Role, StoryState, User
from review.alerting.invitations import write_invitation
from review.models import Loudness, Tuning
from review.policies import Refused, check_can_run_desk, check_can_switch_on, check_can_tune
from review.states import ask_to_settle
from review.verbs import AccountVerb, DeskVerb

_DECIDE_WHERE_STORIES_STAND = frozenset({"signatures_needed", "claims_must_be_checked"})


class Settings(TypedDict, total=False):
    """What is set anew; what is missing stays as it is."""

    signatures_needed: int
    alert_threshold: str
    mails_quote: bool
    claims_must_be_checked: bool
    time_zone: str


@transaction.atomic
def change_settings(*, by: User, desk: Desk, **settings: Unpack[Settings]) -> None:
    desk = Desk.objects.locked().get(pk=desk.pk)
    check_can_run_desk(by, desk)
    changed = {name: value for name, value in settings.items() if value != getattr(desk, name)}
    if not changed:
        return
    details = {name: {"from": getattr(desk, name), "to": value} for name, value in changed.items()}
    Desk.objects.filter(pk=desk.pk).update(**changed)
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.CHANGED_SETTINGS, details=details)
    if changed.keys() & _DECIDE_WHERE_STORIES_STAND:
        ask_to_settle(desk.stories.exclude(state=StoryState.KILLED).values_list("pk", flat=True))


@transaction.atomic
def invite(*, by: User, desk: Desk, email: str, first_name: str, last_name: str, role: Role) -> Membership:
    """Put somebody on the desk; who has no account yet gets one, and a mail that leads to a password."""
    desk = Desk.objects.locked().get(pk=desk.pk)
    check_can_run_desk(by, desk)
    person = User.objects.filter(email__iexact=email).first() or _new_person(email, first_name, last_name, by=by)
    if person.is_on(desk):
        raise Refused(f"{person} is on the desk already.")
    if not person.is_active:
        _switch_on(person, by=by, desk=desk)
    membership = Membership.objects.create(user=person, desk=desk, role=role)
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.INVITED, details=_named(person) | {"role": role.value})
    if not person.has_usable_password():
        write_invitation(membership)
    return membership


@transaction.atomic
def invite_again(*, by: User, membership: Membership) -> None:
    """Send the mail once more. Raises Refused for somebody who has a password."""
    check_can_run_desk(by, membership.desk)
    if membership.user.has_usable_password():
        raise Refused(f"{membership.user} has a password already, and can ask for another one at the log-in.")
    write_invitation(membership)


@transaction.atomic
def give_role(*, by: User, membership: Membership, role: Role) -> None:
    desk = Desk.objects.locked().get(pk=membership.desk.pk)
    check_can_run_desk(by, desk)
    if role == membership.role:
        return
    _check_leaves_a_chief(membership)
    details = _named(membership.user) | {"role": {"from": membership.role, "to": role.value}}
    Membership.objects.filter(pk=membership.pk).update(role=role)
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.GAVE_ROLE, details=details)


@transaction.atomic
def take_off(*, by: User, membership: Membership) -> bool:
    """End a membership. Whether the account was deactivated too: of who is on no other desk and no administrator."""
    desk, person = Desk.objects.locked().get(pk=membership.desk.pk), membership.user
    check_can_run_desk(by, desk)
    _check_leaves_a_chief(membership)
    membership.delete()
    goes = not person.is_staff and not person.memberships.exists() and _switch_off(person, by=by, desk=desk)
    details = _named(person) | {"deactivated": goes}
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.TOOK_OFF, details=details)
    return goes


@transaction.atomic
def tune_check(*, by: User, desk: Desk, kind: Kind, loudness: Loudness, reason: str) -> None:
    """Lower or silence a kind of finding for drafts read from now on, or tell it as found again, with a reason."""
    desk = Desk.objects.locked().get(pk=desk.pk)
    check_can_tune(by, desk)
    if not reason.strip():
        raise Refused("To change how loud a check is takes a reason, which readers of the drafts are shown.")
    before = desk.tunings.filter(kind=kind).first()
    was = Loudness(before.loudness) if before else Loudness.AS_FOUND
    if loudness == Loudness.AS_FOUND:
        desk.tunings.filter(kind=kind).delete()
    else:
        told = {"loudness": loudness, "reason": reason.strip(), "by": by, "at": now()}
        Tuning.objects.update_or_create(desk=desk, kind=kind, defaults=told)
    details = {"kind": kind.value, "loudness": {"from": was.value, "to": loudness.value}, "reason": reason.strip()}
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.TUNED_CHECK, details=details)
    Desk.objects.filter(pk=desk.pk).update(standards_changed_at=now())


def _named(person: User) -> dict[str, str | int]:
    """As the desk's record has it: by the name of that day, and by the number that stays."""
    return {"person": str(person), "account": person.pk}


def _switch_on(person: User, *, by: User, desk: Desk) -> None:
    check_can_switch_on(by, person)
    person.is_active = True
    person.save(update_fields=["is_active"])
    record_on_account(person=person, actor=by, verb=AccountVerb.SWITCHED_ON, details={"desk": str(desk)})


def _switch_off(person: User, *, by: User, desk: Desk) -> bool:
    """Whether they were on. Their log-ins end too: else an old one would go on when they are invited again."""
    if not User.objects.filter(pk=person.pk, is_active=True).update(is_active=False):
        return False
    record_on_account(person=person, actor=by, verb=AccountVerb.SWITCHED_OFF, details={"desk": str(desk)})
    end_sessions(person)
    return True


def _new_person(email: str, first_name: str, last_name: str, *, by: User) -> User:
    """Named by the address until they choose otherwise; without a password nobody can log in."""
    person = User(username=email.lower()[:150], email=email, first_name=first_name, last_name=last_name)
    if User.objects.filter(username=person.username).exists():
        raise Refused("Somebody else has that user name: ask an administrator to add this person.")
    person.set_unusable_password()
    person.save()
    record_on_account(person=person, actor=by, verb=AccountVerb.OPENED, details={"username": person.username})
    return person


def _check_leaves_a_chief(membership: Membership) -> None:
    others = membership.desk.memberships.filter(role=Role.CHIEF, user__is_active=True).exclude(pk=membership.pk)
    if membership.role == Role.CHIEF and not others.exists():
        raise Refused("A desk needs a chief: give somebody else that role first.")
