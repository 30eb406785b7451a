"""The board, and the way from a story's address to its most useful screen."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from articles.models import Desk, Story
from review.board import MOST_SHOWN, Filters, columns_of, rows_for
from review.views.pages import PersonRequest, page_or_fragment
from review.views.uploads import ON_THE_WAY


@require_GET
def board(request: PersonRequest) -> HttpResponse:
    """Stories in columns by state or as a table; the list alone for htmx, which asks again now and then."""
    filters = Filters.read(request.GET)
    rows = rows_for(request.user, filters)
    context = {
        "filters": filters,
        "rows": rows,
        "most_shown": MOST_SHOWN,
        "columns": [] if filters.as_table else columns_of(rows),
        "desks": list(Desk.objects.filter(memberships__user=request.user)),
    }
    return page_or_fragment(request, "board/board.html", "board/_stories.html", context)


@require_GET
def story(request: PersonRequest, story_id: int) -> HttpResponse:
    """To the review; to hand in as long as there is no draft, or a file waits to be confirmed."""
    story = get_object_or_404(Story.objects.visible_to(request.user), pk=story_id)
    waiting = story.uploads.filter(state__in=ON_THE_WAY).exists()
    ready = story.drafts.exists() and not waiting
    return redirect("review" if ready else "hand-in-to", story.pk)
