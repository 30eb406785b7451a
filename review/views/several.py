"""Deciding on many findings at once, and taking back what was just decided, of one or of many."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from articles.models import Story
from review.actions.resolutions import Several, dismiss_all, take_back_all
from review.addresses import just_decided, row_number
from review.policies import Refused
from review.screen.deciding import SEVERAL, SeveralForm
from review.screen.look import Look
from review.views.beside import Refusal
from review.views.pages import PersonRequest, tells_refusals
from review.views.review import show


@require_POST
def dismiss_several(request: PersonRequest, story_id: int) -> HttpResponse:
    """Those chosen in the list; blockers, and what others decided meanwhile, stay and are told."""
    story = get_object_or_404(Story.objects.visible_to(request.user).select_related("desk"), pk=story_id)
    look = Look.read(story.pk, request.GET).at(None)
    form = SeveralForm(request.POST, story=story)
    if not form.is_valid():
        return show(request, story, look, refused=Refusal(SEVERAL, form), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    told = form.cleaned_data
    try:
        done = dismiss_all(by=request.user, findings=told["finding"], reason=told["reason"], note=told["note"])
    except Refused as refusal:
        return show(request, story, look, refused=Refusal(SEVERAL, form, str(refusal)), status=HTTPStatus.CONFLICT)
    _tell(request, done, "dismissed.")
    return redirect(just_decided(look.url, done.resolutions))


@require_POST
@tells_refusals
def take_back_several(request: PersonRequest, story_id: int) -> HttpResponse:
    """What the person just decided; it ends on the first finding that is open again."""
    story = get_object_or_404(Story.objects.visible_to(request.user), pk=story_id)
    decided = story.resolutions.filter(by=request.user, pk__in=_numbers(request, "decided"))
    done = take_back_all(by=request.user, resolutions=decided)
    _tell(request, done, "taken back: what stood before stands again.")
    look = Look.read(story.pk, request.GET)
    first = done.resolutions[0].finding_id if done.resolutions else look.finding
    return redirect(look.at(first).url)


def _numbers(request: PersonRequest, name: str) -> list[int]:
    return [number for written in request.POST.getlist(name) if (number := row_number(written))]


def _tell(request: PersonRequest, done: Several, what: str) -> None:
    if done.resolutions:
        count = len(done.resolutions)
        messages.success(request, what.capitalize() if count == 1 else f"{count} findings {what}")
    for _, why in done.refused:
        messages.warning(request, why)
