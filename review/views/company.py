"""Who else looks at a story, and what they do to it: a page asks every few seconds for as long as it is open."""

from http import HTTPStatus

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.timezone import now
from django.views.decorators.http import require_GET

from articles.models import Story, User
from review.addresses import parts_of
from review.screen.company import Known, be_present, company_of, decided_since, known_today, news_for
from review.screen.look import Look
from review.screen.spread import open_spread
from review.views.beside import beside_the_copy, names_of
from review.views.pages import PersonRequest


@require_GET
def company(request: PersonRequest, story_id: int) -> HttpResponse:
    """Nothing (204) while nothing changes, else the parts of the page that do; without htmx the page itself."""
    story = get_object_or_404(Story.objects.visible_to(request.user).select_related("desk"), pk=story_id)
    if not request.htmx:
        return redirect("review", story.pk)
    look, known = _look(request, story), Known.read(request.GET)
    be_present(request.user, look, at=now())
    others, today = company_of(request.user, look, at=now()), known_today(story, look)
    if known == today and others.token == request.GET.get("here", ""):
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    context = {
        "story": story,
        "look": look,
        "company": others,
        "known": today,
        "arrived": story.drafts.filter(pk__gt=known.draft).defer("text") if known.draft < today.draft else (),
        "is_read_again": (known.reading, known.comparison) != (today.reading, today.comparison),
    }
    if known.decision < today.decision:
        context |= _news(request.user, story, look, known)
    # What is filled in or chosen right now is not taken from under the hands.
    context |= {"is_deciding": "deciding" in request.GET, "is_choosing": "choosing" in request.GET}
    response = render(request, "review/_company_now.html", context)
    patch_vary_headers(response, ["HX-Request", "HX-Current-URL"])
    return response


def _look(request: PersonRequest, story: Story) -> Look:
    """As the page's address says it now; the drafts as they lie open, which the address need not name."""
    address = QueryDict(parts_of(request.htmx.current_url or "").query)
    drafts = Look.read(story.pk, request.GET)
    return Look.read(story.pk, address).on(drafts.a or 0, drafts.b)


def _news(user: User, story: Story, look: Look, known: Known) -> dict[str, object]:
    """The margin's parts, with what was just decided still listed."""
    spread = open_spread(story, look)
    if spread is None:
        return {}
    beside = beside_the_copy(user, spread, look, just_decided=decided_since(story, known.decision))
    return {"spread": spread, "news": news_for(user, beside["margin"])} | beside | names_of(user, spread, look)
