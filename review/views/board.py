"""The board, and the way from a story's address to its most useful screen."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from articles.models import Desk, Story, StoryState, User
from review.board.filters import NOBODY, Filters, Sort, Timing
from review.board.rows import columns_of, table_of
from review.board.stories import Chosen, stories_for
from review.views.arriving import ON_THE_WAY
from review.views.pages import PersonRequest, page_or_fragment

Context = dict[str, object]


@require_GET
def board(request: PersonRequest) -> HttpResponse:
    """Stories in columns by state or as a table; the list alone for htmx, which asks again now and then."""
    filters = Filters.read(request.GET)
    chosen = stories_for(request.user, filters)
    context = _table(chosen, filters, request.GET.get("page")) if filters.as_table else _columns(chosen, filters)
    context |= {"filters": filters, "cut_at": chosen.cut_at} | _choices(request.user)
    context |= {"has_any": filters.narrows or context["total"]}
    response = page_or_fragment(request, "board/board.html", "board/_stories.html", context)
    match request.htmx.trigger if request.htmx else None:
        case "words":  # while somebody types, one step back is enough for all letters
            response["HX-Replace-Url"] = filters.address
        case "filters":
            response["HX-Push-Url"] = filters.address
    return response


@require_GET
def story(request: PersonRequest, story_id: int) -> HttpResponse:
    """To the review; to hand in as long as there is no draft, or a file waits to be confirmed."""
    story = get_object_or_404(Story.objects.visible_to(request.user), pk=story_id)
    waiting = story.uploads.filter(state__in=ON_THE_WAY).exists()
    ready = story.drafts.exists() and not waiting
    return redirect("review" if ready else "hand-in-to", story.pk)


def _columns(chosen: Chosen, filters: Filters) -> Context:
    columns = columns_of(chosen, filters)
    rows = [row for column in columns for row in column.rows]
    total = sum(column.total for column in columns)
    return {"columns": columns, "rows": rows, "total": total, "address": filters.address}


def _table(chosen: Chosen, filters: Filters, page: str | None) -> Context:
    shown, rows = table_of(chosen, filters, page)
    return {
        "rows": rows,
        "shown": shown,
        "total": shown.paginator.count,
        "sorted_by": {sort.value: replace(filters, sort=sort).address for sort in Sort},
        "address": f"{filters.address}&page={shown.number}",
    }


def _choices(person: User) -> Context:
    """What the filters offer."""
    desks = list(Desk.objects.filter(memberships__user=person))
    colleagues = User.objects.filter(memberships__desk__in=desks, is_active=True).distinct()
    return {
        "desks": desks,
        "people": colleagues.order_by("first_name", "username"),
        "nobody": NOBODY,
        "timings": Timing.choices,
        "states": StoryState.choices,
        "sorts": Sort.choices,
    }
