"""The review screen: two drafts side by side, their findings, and the card of the one selected."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import TypeVar

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET, require_POST

from analysis.document import Label
from articles.models import Draft, Story, User
from review.actions.runs import ask_comparison
from review.forms.names import RulingForm
from review.models import LastLooked
from review.policies import Refused, check_can_resolve, check_can_rule
from review.screen.card import card_of
from review.screen.deciding import DecisionForm, empty_forms
from review.screen.elsewhere import fixed_here, other_pairs
from review.screen.highlights import Layer
from review.screen.look import Look
from review.screen.margin import Margin, margin_of
from review.screen.roll import Roll
from review.screen.spread import Spread, open_spread
from review.screen.typesetting import MAP_HEIGHT, map_of, set_in_type
from review.views.pages import STOP_POLLING, PersonRequest, tells_refusals

Context = dict[str, object]
Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A decision that was not taken: why, in words, and what the person had filled in."""

    kind: str
    form: DecisionForm
    words: str = ""

    @property
    def note(self) -> str:
        return str(self.form["note"].value() or "")


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
    spread = open_spread(story, look)
    if spread is None:
        return render(request, "review/nothing.html", {"story": story})
    look = look.on(*(side.draft.pk for side in spread.sides))
    context: Context = {"story": story, "spread": spread, "look": look}
    match request.htmx.target if request.htmx else None:
        case "runs":
            status = STOP_POLLING if spread.progress.is_over else HTTPStatus.OK
            response = render(request, "review/_runs.html", context, status=status)
        case "card" | "findings" as part:
            context |= _beside_the_copy(request.user, spread, margin_of(spread, look), refused)
            if look.names or part == "findings":
                context |= _names(request.user, spread, look)
            fragment = "_name" if look.names and part == "card" else f"_{part}"
            response = render(request, f"review/{fragment}.html", context, status=status)
            response["HX-Replace-Url"] = look.url
        case _:
            margin = margin_of(spread, look)
            context |= _beside_the_copy(request.user, spread, margin, refused) | _copy(spread, margin)
            context |= _names(request.user, spread, look)
            response = render(request, "review/review.html", context, status=status)
            LastLooked.objects.note(person=request.user, story=story)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def _beside_the_copy(user: User, spread: Spread, margin: Margin, refused: Refusal | None) -> Context:
    card = card_of(spread, margin.selected) if margin.selected else None
    forms = empty_forms()
    return {
        "margin": margin,
        "fixed": fixed_here(spread, margin),
        "card": card,
        "forms": forms | {refused.kind: refused.form} if refused else forms,
        "refused": refused,
        "may_not": _why_not(check_can_resolve, user, card.entry.finding) if card else "",
    }


def _names(user: User, spread: Spread, look: Look) -> Context:
    roll = Roll(spread, look)
    chosen = roll.selected if look.names else None
    return {
        "roll": roll,
        "ruling_form": RulingForm(initial={"label": chosen.label or Label.PERSON}) if chosen else None,
        "may_not_rule": _why_not(check_can_rule, user, spread.story) if chosen else "",
    }


def _copy(spread: Spread, margin: Margin) -> Context:
    return {
        "rows": set_in_type(spread, margin),
        "ticks": map_of(spread, margin),
        "map_height": MAP_HEIGHT,
        "layers": list(Layer),
        "other_pairs": other_pairs(spread),
    }


def _why_not(check: Callable[[User, Subject], None], user: User, subject: Subject) -> str:
    """Why the policy refuses this person; empty for one who may."""
    try:
        check(user, subject)
    except Refused as refused:
        return str(refused)
    return ""
