"""The review screen: two drafts side by side, their findings, and the card of the one selected."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_POST

from articles.models import Draft, Story
from review.actions.runs import ask_comparison
from review.addresses import row_number
from review.models import LastLooked
from review.screen.company import be_present
from review.screen.elsewhere import other_pairs
from review.screen.highlights import Layer
from review.screen.look import Look
from review.screen.margin import Margin
from review.screen.spread import Spread, open_spread
from review.screen.typesetting import MAP_HEIGHT, map_of, set_in_type
from review.views.beside import Refusal, beside_the_copy, cards_at_hand, names_of
from review.views.pages import STOP_POLLING, PersonRequest, tells_refusals

Context = dict[str, object]


@require_GET
def review(request: PersonRequest, story_id: int) -> HttpResponse:
    """The page, or the part of it that htmx names as its target."""
    story = get_object_or_404(Story.objects.visible_to(request.user).select_related("desk"), pk=story_id)
    return show(request, story, Look.read(story.pk, request.GET))


@require_POST
@tells_refusals
def compare(request: PersonRequest, story_id: int) -> HttpResponse:
    """Ask the workers for a pair that nobody wanted yet."""
    story = get_object_or_404(Story.objects.visible_to(request.user), pk=story_id)
    look = Look.read(story.pk, request.GET)
    drafts = Draft.objects.filter(story=story)
    left, right = get_object_or_404(drafts, pk=look.a), get_object_or_404(drafts, pk=look.b)
    ask_comparison(by=request.user, left=left, right=right)
    return redirect(look.url)


def show(
    request: PersonRequest, story: Story, look: Look, *, refused: Refusal | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    """Also where a refused decision ends: on the finding's card."""
    if (spread := open_spread(story, look)) is None:
        return render(request, "review/nothing.html", {"story": story})
    look = look.on(*(side.draft.pk for side in spread.sides))
    context: Context = {"story": story, "spread": spread, "look": look, "just_decided": _just_decided(request)}
    match request.htmx.target if request.htmx else None:
        case "runs":
            status = STOP_POLLING if spread.progress.is_over else HTTPStatus.OK
            response = render(request, "review/_runs.html", context, status=status)
        case "at-hand":
            context |= cards_at_hand(request.user, spread, look)
            response = render(request, "review/_at_hand.html", context)
        case "card" | "findings" as part:
            context |= beside_the_copy(request.user, spread, look, refused)
            if look.names or part == "findings":
                context |= names_of(request.user, spread, look)
            response = render(request, f"review/{_fragment(part, context)}.html", context, status=status)
            response["HX-Replace-Url"] = look.url
        case _:
            beside = beside_the_copy(request.user, spread, look, refused)
            context |= {**beside, **names_of(request.user, spread, look), **_copy(spread, beside["margin"])}
            response = render(request, "review/review.html", context, status=status)
            LastLooked.objects.note(person=request.user, story=story)
            be_present(request.user, look, at=now())
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def _fragment(part: str, context: Context) -> str:
    """A card is that of a name or a claim where one is selected."""
    if part == "card" and context.get("claim_card"):
        return "_claim"
    return "_name" if part == "card" and "roll" in context else f"_{part}"


def _just_decided(request: PersonRequest) -> list[int]:
    """What the person may want to undo, as the address names it for this once."""
    return [number for written in request.GET.getlist("decided") if (number := row_number(written))]


def _copy(spread: Spread, margin: Margin) -> Context:
    return {
        "rows": set_in_type(spread, margin),
        "ticks": map_of(spread, margin),
        "map_height": MAP_HEIGHT,
        "layers": list(Layer),
        "other_pairs": other_pairs(spread),
    }
