"""Drafts of all files that were read and have nothing to ask, by one press instead of one for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.models import Story
from review.actions.uploads import confirm_upload
from review.forms.handin import ConfirmForm, typed_among_others
from review.policies import Refused
from review.progress import progress_of
from review.views.arriving import Arriving, Card, arriving_in
from review.views.pages import PersonRequest


@dataclass(frozen=True, slots=True)
class Outcome:
    """Every card that was on the page, as it stands now: a draft, or a file that waits for somebody still."""

    cards: Sequence[Card]

    @property
    def drafts(self) -> list[Card]:
        return [card for card in self.cards if card.draft]

    @property
    def staying(self) -> list[Card]:
        return [card for card in self.cards if card.form and not card.draft]

    @property
    def is_in_order(self) -> bool:
        """Whether no form is at fault, which would be looked at before anything else."""
        return not any(card.refusal or (card.form and card.form.errors) for card in self.staying)

    @property
    def words(self) -> str:
        """ "Drafts now: A1, B2. Not yet: “wire.txt”, look at it by itself." """
        made = ", ".join(card.draft.label for card in self.drafts if card.draft)
        stays = ", ".join(f"“{card.upload}”" for card in self.staying)
        each = "it" if len(self.staying) == 1 else "each"
        told = [f"Drafts now: {made}." if made else "", f"Not yet: {stays}, look at {each} by itself." if stays else ""]
        return " ".join(filter(None, told)) or "No file waited for that any more."


@require_POST
def confirm_at_once(request: PersonRequest, story_id: int) -> HttpResponse:
    """Each as by its own button, in the order in which they came; what is refused stays and leaves the others alone."""
    story = get_object_or_404(Story.objects.visible_to(request.user).select_related("desk"), pk=story_id)
    meant = set(request.POST.getlist("upload"))
    ready = [card for card in arriving_in(story).ready if str(card.upload.pk) in meant]
    tried = {card.upload.pk: _tried(request, card) for card in ready}
    story.refresh_from_db()
    arriving = arriving_in(story)
    outcome = _outcome(request, arriving, tried)
    if request.htmx:
        context = {"story": story, "progress": progress_of(story), "outcome": outcome, "arriving": arriving}
        return render(request, "handin/_made_at_once.html", context)
    (messages.warning if outcome.staying else messages.success)(request, outcome.words)
    return redirect(f"{reverse('hand-in-to', args=[story.pk])}#main")


def _tried(request: PersonRequest, card: Card) -> Card:
    """The card with its draft, or with why there is none. Without scripts nothing of its form is sent along."""
    typed = typed_among_others(request.POST, card.upload)
    form = ConfirmForm(typed or None, upload=card.upload)
    if form.is_bound and not form.is_valid():
        return replace(card, form=form)
    given = form.cleaned_data if form.is_bound else form.initial
    try:
        draft = confirm_upload(by=request.user, upload=card.upload, **given)
    except Refused as refused:
        return replace(card, form=form, refusal=str(refused))
    return replace(card, draft=draft)


def _outcome(request: PersonRequest, arriving: Arriving, tried: Mapping[int, Card]) -> Outcome:
    """The drafts that came of it, then what is still on its way."""
    drafts = [card for card in tried.values() if card.draft]
    return Outcome([*drafts, *(tried.get(card.upload.pk) or _as_typed(request, card) for card in arriving.cards)])


def _as_typed(request: PersonRequest, card: Card) -> Card:
    """A file that was not asked for keeps what somebody typed into its form."""
    if card.form:
        card.form.initial.update(typed_among_others(request.POST, card.upload))
    return card
