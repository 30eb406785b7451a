"""The workers' progress on a story, followed by polling, and another try for a run that failed."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET, require_POST

from articles.models import Draft, Story
from review.actions.runs import try_again as try_run_again
from review.models import Analysis, Comparison
from review.progress import progress_of
from review.views.pages import STOP_POLLING, PersonRequest, tells_refusals


@require_GET
def progress(request: PersonRequest, story_id: int) -> HttpResponse:
    """The fragment that asks for itself until every run is over; without htmx it is shown on the hand-in page."""
    story = get_object_or_404(Story.objects.visible_to(request.user), pk=story_id)
    if not request.htmx:
        return redirect("hand-in-to", story.pk)
    reached = progress_of(story)
    status = STOP_POLLING if reached.is_over else HTTPStatus.OK
    response = render(request, "handin/_progress_now.html", {"story": story, "progress": reached}, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def story_of(request: PersonRequest, story_id: int) -> Story:
    """For somebody on its desk; others get 404."""
    return get_object_or_404(Story.objects.visible_to(request.user), pk=story_id)


@require_POST
@tells_refusals
def try_again(request: PersonRequest, *, analysis_id: int = 0, comparison_id: int = 0) -> HttpResponse:
    """Exactly one of the two ids comes with the address."""
    drafts = Draft.objects.visible_to(request.user)
    run: Analysis | Comparison = (
        get_object_or_404(Analysis, pk=analysis_id, draft__in=drafts)
        if analysis_id
        else get_object_or_404(Comparison, pk=comparison_id, left__in=drafts)
    )
    try_run_again(by=request.user, run=run)
    return redirect("progress", run.story_id if isinstance(run, Comparison) else run.draft.story_id)
