"""A desk's own pages: who is on it, how it is run, and what changed."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from articles.models import Desk, Membership, User
from review.actions import desks as acts
from review.forms.desks import InvitationForm, RoleForm, SettingsForm
from review.policies import Refused, check_can_run_desk
from review.records import desk_events_for
from review.telling_records import told
from review.views.pages import PersonRequest, tells_refusals

EVENTS_SHOWN = 50


@require_GET
def desks(request: PersonRequest) -> HttpResponse:
    """The desks that the person is on, then those that an administrator runs; straight to the one of who has one."""
    own = list(Desk.objects.visible_to(request.user))
    others = [desk for desk in Desk.objects.run_by(request.user) if desk not in own]
    if len([*own, *others]) == 1:
        return redirect("desk", [*own, *others][0].slug)
    return render(request, "desks/desks.html", {"desks": own, "others": others})


@require_http_methods(["GET", "POST"])
@tells_refusals
def desk(request: PersonRequest, desk_slug: str) -> HttpResponse:
    """Settings, people and record; who may not change them reads them."""
    found = _run_by(request, desk_slug)
    form = SettingsForm(request.POST or None, desk=found)
    if form.is_valid():
        acts.change_settings(by=request.user, desk=found, **form.cleaned_data)
        messages.success(request, "The settings are saved.")
        return redirect("desk", desk_slug)
    return _shown(request, found, form, InvitationForm())


@require_POST
@tells_refusals
def desk_invite(request: PersonRequest, desk_slug: str) -> HttpResponse:
    found = _run_by(request, desk_slug)
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, SettingsForm(desk=found), form)
    membership = acts.invite(by=request.user, desk=found, **form.cleaned_data)
    mailed = "" if membership.user.has_usable_password() else " A mail is on its way that leads to a password."
    messages.success(request, f"{membership.user} is on the desk.{mailed}")
    return redirect("desk", desk_slug)


@require_POST
@tells_refusals
def desk_member(request: PersonRequest, membership_id: int) -> HttpResponse:
    """Another role for somebody."""
    membership = _membership(request, membership_id)
    form = RoleForm(request.POST)
    if not form.is_valid():
        raise Refused("That is no role: choose one from the list.")
    acts.give_role(by=request.user, membership=membership, role=form.cleaned_data["role"])
    messages.success(request, f"{membership.user} is {form.cleaned_data['role'].label.lower()} now.")
    return redirect("desk", membership.desk.slug)


@require_POST
@tells_refusals
def desk_invite_again(request: PersonRequest, membership_id: int) -> HttpResponse:
    membership = _membership(request, membership_id)
    acts.invite_again(by=request.user, membership=membership)
    messages.success(request, f"Another mail is on its way to {membership.user.email}.")
    return redirect("desk", membership.desk.slug)


@require_POST
@tells_refusals
def desk_take_off(request: PersonRequest, membership_id: int) -> HttpResponse:
    membership = _membership(request, membership_id)
    person = membership.user
    deactivated = acts.take_off(by=request.user, membership=membership)
    closed = " The account is closed: it was their last desk." if deactivated else ""
    messages.success(request, f"{person} is off the desk.{closed}")
    return redirect(
        "desks" if person == request.user else "desk", *([] if person == request.user else [membership.desk.slug])
    )


def desk_of(request: PersonRequest, desk_slug: str) -> Desk:
    """Of somebody who is on it; others get 404."""
    return get_object_or_404(Desk.objects.visible_to(request.user), slug=desk_slug)


def _run_by(request: PersonRequest, desk_slug: str) -> Desk:
    """Of somebody who is on it, or of an administrator; others get 404."""
    return get_object_or_404(Desk.objects.run_by(request.user), slug=desk_slug)


def _membership(request: PersonRequest, membership_id: int) -> Membership:
    memberships = Membership.objects.filter(desk__in=Desk.objects.run_by(request.user))
    return get_object_or_404(memberships.select_related("desk", "user"), pk=membership_id)


def _shown(request: PersonRequest, found: Desk, form: SettingsForm, invitation: InvitationForm) -> HttpResponse:
    people = found.memberships.filter(user__token=None)  # and no system's account, which has a page of its own
    members = people.select_related("user").order_by("user__first_name", "user__username")
    is_visitor = not request.user.is_on(found)
    events = desk_events_for(request.user).filter(desk=found).order_by("-number")
    context = {
        "is_visitor": is_visitor,
        "desk": found,
        "form": form,
        "invitation": invitation,
        "may_not": why_not(check_can_run_desk, request, found),
        "members": [(each, RoleForm(initial={"role": each.role}, auto_id=f"role-{each.pk}-%s")) for each in members],
        "lines": [told(event) for event in events[:EVENTS_SHOWN]],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors or invitation.errors else HTTPStatus.OK
    return render(request, "desks/desk.html", context, status=status)


def why_not(check: Callable[[User, Desk], None], request: PersonRequest, found: Desk) -> str:
    """Why the policy refuses this person; empty for one who may."""
    try:
        check(request.user, found)
    except Refused as refused:
        return str(refused)
    return ""
