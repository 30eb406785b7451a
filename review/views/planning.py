"""A story's plan: priority, deadline, embargo, who looks after it, and handing several over at the end of a shift."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles.models import Story, User
from review.actions.planning import Plan, plan_story
from review.forms.planning import HandOverForm, PlanForm
from review.policies import Refused, check_can_plan
from review.views.pages import PersonRequest, telling, tells_refusals


@require_http_methods(["GET", "POST"])
@tells_refusals
def plan(request: PersonRequest, story_id: int) -> HttpResponse:
    """Who may not plan reads what is planned."""
    stories = Story.objects.visible_to(request.user).select_related("desk", "assignee", "handover_by")
    story = get_object_or_404(stories, pk=story_id)
    with timezone.override(story.desk.clock):
        return _planned(request, story)


@require_http_methods(["GET", "POST"])
def hand_over(request: PersonRequest) -> HttpResponse:
    """At the end of a shift: all that the person looks after, to one colleague, with one note."""
    form = HandOverForm(request.POST or None, person=request.user)
    if form.is_valid():
        to, note = form.cleaned_data["to"], form.cleaned_data["note"]
        for story in form.cleaned_data["stories"]:
            with telling(request):
                _hand_over(request, story, to, note)
        return redirect("hand-over")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "planning/hand_over.html", {"form": form}, status=status)


def _planned(request: PersonRequest, story: Story) -> HttpResponse:
    form = PlanForm(request.POST or None, story=story)
    if form.is_valid():
        plan_story(by=request.user, story=story, **form.plan)
        messages.success(request, "The plan is saved." if form.changed_data else "Nothing was changed.")
        return redirect("plan", story.pk)
    context = {"story": story, "form": form, "may_not": _why_not(request, story)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "planning/plan.html", context, status=status)


def _hand_over(request: PersonRequest, story: Story, to: User, note: str) -> None:
    told = Plan(assignee=to, handover_note=note) if note else Plan(assignee=to)
    plan_story(by=request.user, story=story, **told)
    messages.success(request, f"{to} looks after “{story}” now.")


def _why_not(request: PersonRequest, story: Story) -> str:
    try:
        check_can_plan(request.user, story)
    except Refused as refused:
        return str(refused)
    return ""
