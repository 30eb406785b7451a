"""Deciding on a finding: each act ends on the next open one, or on its own card with what was refused."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import override
from django.views.decorators.http import require_POST

from review.actions import resolutions
from review.addresses import just_decided
from review.models import Finding, Resolution, ResolutionKind
from review.policies import Refused
from review.screen.deciding import FORMS, DecisionForm
from review.screen.look import Look
from review.views.beside import Refusal
from review.views.pages import PersonRequest
from review.views.review import show


@dataclass(frozen=True, slots=True)
class Act:
    """How a decision is made, and what the page says after it."""

    action: Callable[..., Resolution]
    said: str


ACTS = {
    ResolutionKind.TO_FIX: Act(resolutions.mark_to_fix, "Marked to fix: it stays open until a draft comes without it."),
    ResolutionKind.DISMISSED: Act(resolutions.dismiss, "Dismissed."),
    ResolutionKind.ACCEPTED: Act(resolutions.accept, "Accepted as is."),
    ResolutionKind.REOPENED: Act(resolutions.reopen, "Open again."),
}


@require_POST
def take_back(request: PersonRequest, finding_id: int) -> HttpResponse:
    """Undo the last word on the finding, and stay with it."""
    findings = Finding.objects.visible_to(request.user).select_related("annotation__story__desk")
    finding = get_object_or_404(findings, pk=finding_id)
    story = finding.annotation.story
    look = Look.read(story.pk, request.GET).at(finding.pk)
    form = DecisionForm(request.POST)
    seen = form.cleaned_data.get("seen") if form.is_valid() else None
    try:
        resolutions.take_back(by=request.user, finding=finding, seen=seen)
    except Refused as refusal:
        refused = Refusal("take_back", form, str(refusal))
        return show(request, story, look, refused=refused, status=HTTPStatus.CONFLICT)
    messages.success(request, "Taken back: what stood before stands again.")
    return redirect(look.url)


@require_POST
def resolve(request: PersonRequest, finding_id: int, kind: ResolutionKind) -> HttpResponse:
    """The address says where to land: on the finding that comes next, in the same look at the story."""
    findings = Finding.objects.visible_to(request.user).select_related("annotation__story__desk")
    finding = get_object_or_404(findings, pk=finding_id)
    story = finding.annotation.story
    look = Look.read(story.pk, request.GET)
    form = FORMS[kind](request.POST, auto_id=f"{kind}-%s")
    with override(story.desk.clock):
        is_valid = form.is_valid()
    if not is_valid:
        refused = Refusal(kind, form)
        return show(request, story, look.at(finding.pk), refused=refused, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        resolution = ACTS[kind].action(by=request.user, finding=finding, **form.cleaned_data)
    except Refused as refusal:
        refused = Refusal(kind, form, str(refusal))
        return show(request, story, look.at(finding.pk), refused=refused, status=HTTPStatus.CONFLICT)
    messages.success(request, ACTS[kind].said)
    return redirect(just_decided(look.url, [resolution]))
