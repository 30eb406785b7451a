"""What the administrator's pages do to accounts besides Django's own: each change is recorded, a lost second factor is
reset, a link undone.

The tables of django-allauth are not shown there: they hold secrets, and what changes them is recorded by our acts.
"""

from collections.abc import Callable, Mapping
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles.audit import record_on_account
from articles.log_ins import end_sessions
from articles.models import User
from newsroom.signin.admission import unlink
from newsroom.signin.factors import reset
from newsroom.signin.locking import end_wait
from newsroom.signin.record import record_and_tell
from review.verbs import AccountVerb
from review.views.pages import PersonRequest

for _hidden in (EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken, Group):
    admin.site.unregister(_hidden)
admin.site.site_header = admin.site.site_title = "Backread"

Step = dict[str, object]  # "from" and "to"

_RIGHTS = ("username", "is_staff", "is_superuser", "groups", "user_permissions")
_NAMES = ("first_name", "last_name")
_APART = ("email", "is_active")


class PersonForm(UserChangeForm):  # type: ignore[type-arg]
    """An address is one person's: by it they are invited, and found when they come by the directory."""

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        others = User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk)
        if email and "email" in self.changed_data and (other := others.first()):
            raise ValidationError(f"That is the address of {other} ({other.username}).")
        return email


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    """Django's page for accounts."""

    form = PersonForm
    actions = ["end_wait", "reset_second_factor", "unlink_from_directory"]

    def save_model(self, request: PersonRequest, obj: User, form: ModelForm, change: bool) -> None:  # type: ignore[type-arg, override]  # noqa: FBT001 - Django's own signature
        """Nothing but what was typed: what the account's record holds meanwhile stays."""
        if not change:
            super().save_model(request, obj, form, change)
            about = {"username": obj.username}
            record_on_account(person=obj, actor=request.user, verb=AccountVerb.OPENED, details=about)
            return
        before = User.objects.select_for_update(no_key=True).get(pk=obj.pk)
        steps = _steps(before, form)
        obj.save(update_fields={field.name for field in User._meta.concrete_fields}.intersection(form.changed_data))
        _record_steps(before, steps, by=request.user)

    def history_view(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's own signature
        object_id: str,
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002
    ) -> HttpResponse:
        """Django's own log of these pages knows less than the record."""
        return HttpResponseRedirect(reverse("records", query={"person": object_id}))

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:  # noqa: ARG002 - Django's own signature
        """What an account did stays on the record, and so does the account: it is switched off."""
        return False

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002 - Django's own signature
        """The administrator gives, or takes away, somebody's password."""
        by = request.user if isinstance(request.user, User) else None
        with transaction.atomic():
            before = _password_of(id)
            page = super().user_change_password(request, id, form_url)
            if _password_of(id) != before:
                person = User.objects.get(pk=id)
                record_and_tell(person=person, actor=by, verb=AccountVerb.CHANGED_PASSWORD, details={})
        return page

    @admin.action(description="End the wait after too many tries to log in", permissions=["change"])
    def end_wait(self, request: PersonRequest, people: QuerySet[User]) -> None:
        _tell(request, people, end_wait, done="The wait is over", none="has to wait")

    @admin.action(description="Reset the second factor, which was lost", permissions=["change"])
    def reset_second_factor(self, request: PersonRequest, people: QuerySet[User]) -> None:
        _tell(request, people, reset, done="The second factor is reset", none="has a second factor")

    @admin.action(description="Unlink from the newsroom’s directory", permissions=["change"])
    def unlink_from_directory(self, request: PersonRequest, people: QuerySet[User]) -> None:
        _tell(
            request, people, unlink, done="The link with the directory is undone", none="is linked with the directory"
        )


@admin.register(Group)
class GroupOfPeopleAdmin(GroupAdmin):
    """Django's page for groups: what a group may do, its people may."""

    def save_related(self, request: PersonRequest, form: ModelForm, formsets: Any, change: bool) -> None:  # type: ignore[type-arg, override]  # noqa: ANN401, FBT001 - Django's own signature
        """Its name was saved before this, its permissions are now."""
        group = Group.objects.select_for_update(no_key=True).get(pk=form.instance.pk)
        before = {"name": form.initial.get("name", ""), "permissions": _told(group.permissions)}
        super().save_related(request, form, formsets, change)
        after = {"name": group.name, "permissions": _told(group.permissions)}
        steps = {name: {"from": before[name], "to": after[name]} for name in after if before[name] != after[name]}
        if steps:
            _record_of_group(group, steps, by=request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:  # noqa: ARG002
        """Its name stands on records: its permissions are taken away instead, which they tell."""
        return False


def _record_of_group(group: Group, steps: Mapping[str, Step], *, by: User) -> None:
    """On the record of everybody in it, whom a mail tells, and of the administrator: a group has none of its own."""
    about: dict[str, Any] = {"group": group.name, **steps}
    inside = set(group.user_set.all())
    for person in sorted({by, *inside}, key=lambda one: one.pk):  # in one order, since each is locked
        record = record_and_tell if person in inside else record_on_account
        record(person=person, actor=by, verb=AccountVerb.CHANGED_GROUP, details=about)


def _steps(before: User, form: ModelForm) -> dict[str, Step]:  # type: ignore[type-arg]
    """From what to what each field goes: another administrator may have changed it meanwhile, to the same."""
    typed = {name: form.cleaned_data[name] for name in form.changed_data if name in (*_RIGHTS, *_NAMES, *_APART)}
    steps = {name: {"from": _told(getattr(before, name)), "to": _told(value)} for name, value in typed.items()}
    return {name: step for name, step in steps.items() if step["from"] != step["to"]}


def _told(value: Any) -> object:  # noqa: ANN401 - whatever a field of an account can hold
    """Groups and permissions by their names."""
    return sorted(str(one) for one in value.all()) if hasattr(value, "all") else value


def _record_steps(before: User, steps: Mapping[str, Step], *, by: User) -> None:
    """Told is how somebody gets in and what they may do, at the address of before where that is changed, too; not that
    they are switched off, since they could do nothing with the mail.
    """
    if address := steps.get("email"):
        record_and_tell(person=before, actor=by, verb=AccountVerb.CHANGED_ADDRESS, details=address)
    if rights := {name: step for name, step in steps.items() if name in _RIGHTS}:
        record_and_tell(person=before, actor=by, verb=AccountVerb.CHANGED_RIGHTS, details=rights)
    if "is_active" in steps:
        verb = AccountVerb.SWITCHED_ON if steps["is_active"]["to"] else AccountVerb.SWITCHED_OFF
        record_on_account(person=before, actor=by, verb=verb, details={})
        end_sessions(before)  # else an old one would go on when the account is switched on again
    if names := {name: step for name, step in steps.items() if name in _NAMES}:
        record_on_account(person=before, actor=by, verb=AccountVerb.RENAMED, details=names)


def _password_of(number: str) -> str | None:
    """As it is kept, in an account that is locked from then on; None for one that is not there."""
    people = User.objects.select_for_update(no_key=True).values_list("password", flat=True)
    return people.filter(pk=number).first() if number.isdecimal() else None


def _tell(request: PersonRequest, people: QuerySet[User], act: Callable[..., bool], *, done: str, none: str) -> None:
    changed = [str(person) for person in people if act(by=request.user, person=person)]
    if changed:
        messages.success(request, f"{done}: {', '.join(changed)}.")
    else:
        messages.warning(request, f"None of them {none}.")
