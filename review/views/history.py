"""A story's history: the audit record in plain language."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from articles.models import Story
from review.telling import told
from review.views.pages import PersonRequest

SHOWN_AT_ONCE = 100


@require_GET
def history(request: PersonRequest, story_id: int) -> HttpResponse:
    """The latest first, a page of them at a time."""
    story = get_object_or_404(Story.objects.visible_to(request.user).select_related("desk"), pk=story_id)
    events = story.audit_events.select_related("actor", "details").order_by("-number")
    shown = Paginator(events, SHOWN_AT_ONCE).get_page(request.GET.get("page"))
    context = {"story": story, "events": shown, "lines": [told(event) for event in shown]}
    return render(request, "history/history.html", context)
