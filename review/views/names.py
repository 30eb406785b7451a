"""Ruling on a name: each act ends on the name's card, with the copy marked as it was ruled."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from analysis.document import Label
from review.actions.rulings import rule_on_name, take_back_ruling
from review.forms.names import RulingForm, TakingBackForm
from review.models import Ruling, RulingKind
from review.policies import Refused
from review.screen.highlights import LAYER_OF_LABEL
from review.screen.look import Look
from review.views.pages import PersonRequest, tells_refusals
from review.views.runs import story_of

_SAID = {
    RulingKind.CONFIRMED: "Confirmed: “{}” holds for every draft of this story.",
    RulingKind.RELABELLED: "“{}” is marked so in every draft of this story.",
    RulingKind.ADDED: "“{}” is marked in every draft of this story.",
    RulingKind.REMOVED: "“{}” is marked as no name in this story.",
    RulingKind.TAKEN_BACK: "Taken back: “{}” stands as Backread reads it.",
}
_READ_AGAIN = " The drafts are being read again with it."


@require_POST
@tells_refusals
def name_rule(request: PersonRequest, story_id: int) -> HttpResponse:
    """Confirm, relabel, mark or remove a name; the address says how the page was looked at."""
    story = story_of(request, story_id)
    form = RulingForm(request.POST)
    if not form.is_valid():
        raise Refused("That is no word on a name: choose one from the list.")
    return _told(request, rule_on_name(by=request.user, story=story, **form.cleaned_data))


@require_POST
@tells_refusals
def name_take_back(request: PersonRequest, story_id: int) -> HttpResponse:
    story = story_of(request, story_id)
    form = TakingBackForm(request.POST)
    if not form.is_valid():
        raise Refused("That is no word on a name: choose one from the list.")
    return _told(request, take_back_ruling(by=request.user, story=story, **form.cleaned_data))


def _told(request: PersonRequest, ruling: Ruling) -> HttpResponse:
    """The page with the name's card, in the list where the name stands now."""
    said = _SAID[RulingKind(ruling.kind)].format(ruling.name)
    messages.success(request, said + (_READ_AGAIN if ruling.read_again else ""))
    look = Look.read(ruling.story_id, request.GET)
    layer = LAYER_OF_LABEL[Label(ruling.label)] if ruling.label else look.names
    return redirect(look.at_name(layer, ruling.name).url)
