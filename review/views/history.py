"""A story's history: the audit record in plain language, filtered by who and what, and as a file."""

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from articles.audit import exported
from articles.models import Story, User
from review.forms.history import HistoryFilter
from review.telling import told
from review.views.pages import PersonRequest

SHOWN_AT_ONCE = 100


@require_GET
def history(request: PersonRequest, story_id: int) -> HttpResponse:
    """The latest first, a page of them at a time."""
    story = get_object_or_404(Story.objects.visible_to(request.user).select_related("desk"), pk=story_id)
    people = User.objects.filter(pk__in=story.audit_events.order_by().values("actor"))
    wanted = HistoryFilter(people, request.GET)
    events = wanted.kept(story.audit_events.select_related("actor", "details").order_by("-number"))
    shown = Paginator(events, SHOWN_AT_ONCE).get_page(request.GET.get("page"))
    context = {"story": story, "events": shown, "lines": [told(event) for event in shown], "filter": wanted}
    return render(request, "history/history.html", context)


@require_GET
def export(request: PersonRequest, story_id: int) -> HttpResponseBase:
    """The whole record as JSON lines, whatever the page was filtered by."""
    story = get_object_or_404(Story.objects.visible_to(request.user), pk=story_id)
    response = StreamingHttpResponse(exported(story), content_type="application/jsonl; charset=utf-8")
    name = f"{slugify(story.slug) or 'story'}-history.jsonl"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response
