"""One file on its way to becoming a draft: read, confirmed, put aside, tried again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from articles.models import Draft, DraftStanding, Story, Upload, UploadState
from articles.models.drafts import UploadQuerySet
from review.actions.uploads import confirm_upload, discard_upload, same_text, try_reading_again
from review.forms.handin import ConfirmForm
from review.policies import Refused
from review.progress import progress_of
from review.runs.running import BROUGHT_DOWN, WENT_WRONG
from review.tracks import Station, stations_of
from review.views.pages import PersonRequest, page_or_fragment, tells_refusals

ON_THE_WAY = [UploadState.WAITING, UploadState.READ, UploadState.REFUSED]


@dataclass(frozen=True, slots=True)
class Card:
    """One upload on the page, with its form once it was read; `twin` is a draft of the desk with the same text.

    `inside` are the cards of files that came to light as this one was read, and stand below it from then on.
    """

    upload: Upload
    form: ConfirmForm | None
    refusal: str = ""
    twin: Draft | None = None
    inside: Sequence["Card"] = ()

    @property
    def stations(self) -> tuple[Station, ...]:
        return stations_of(self.upload)

    @property
    def is_known(self) -> bool:
        """Whether a draft that stands in this story has the very text: there is nothing to hand in."""
        twin = self.twin
        return bool(twin and twin.story_id == self.upload.story_id and twin.standing == DraftStanding.CURRENT)

    @property
    def failed_on_our_side(self) -> bool:
        """Whether the same bytes may be read another time; a file that was refused for itself never is."""
        return self.upload.reason.endswith((BROUGHT_DOWN, WENT_WRONG))


def cards_of(story: Story) -> list[Card]:
    """The story's uploads that are no drafts yet."""
    return [_card(upload) for upload in _shown(story.uploads.filter(state__in=ON_THE_WAY)).defer("content")]


@require_GET
def upload(request: PersonRequest, upload_id: int) -> HttpResponse:
    """How far one file is: the card asks for itself until it was read."""
    card = _card(_visible(request, upload_id))
    if card.form:
        found = _shown(card.upload.enclosures.filter(state__in=ON_THE_WAY)).defer("content")
        card = replace(card, inside=[_card(inner) for inner in found])
    return _answer(request, card)


@require_POST
def upload_confirm(request: PersonRequest, upload_id: int) -> HttpResponse:
    """Make it a draft with what the person put right; a refusal keeps what was typed."""
    upload = _visible(request, upload_id)
    form = ConfirmForm(request.POST, upload=upload)
    if not form.is_valid():
        return _answer(request, Card(upload, form), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        draft = confirm_upload(by=request.user, upload=upload, **form.cleaned_data)
    except Refused as refused:
        return _answer(request, Card(upload, form, refusal=str(refused)), status=HTTPStatus.CONFLICT)
    return _handed_in(request, draft)


@require_POST
@tells_refusals
def upload_discard(request: PersonRequest, upload_id: int) -> HttpResponse:
    """Put a file aside that shall not become a draft: its card goes."""
    upload = _visible(request, upload_id)
    discard_upload(by=request.user, upload=upload)
    return HttpResponse() if request.htmx else redirect("hand-in-to", upload.story_id)


@require_POST
@tells_refusals
def upload_again(request: PersonRequest, upload_id: int) -> HttpResponse:
    """Have a refused file read once more."""
    upload = _visible(request, upload_id)
    try_reading_again(by=request.user, upload=upload)
    upload.refresh_from_db()
    return _answer(request, _card(upload))


def _visible(request: PersonRequest, upload_id: int) -> Upload:
    return get_object_or_404(_shown(Upload.objects.visible_to(request.user)), pk=upload_id)


def _shown(uploads: UploadQuerySet) -> UploadQuerySet:
    """With what a card tells of them."""
    return uploads.select_related("story__desk", "uploaded_by", "enclosed_in").defer("enclosed_in__content")


def _card(upload: Upload) -> Card:
    if upload.state != UploadState.READ:
        return Card(upload, None)
    return Card(upload, ConfirmForm(upload=upload), twin=same_text(upload))


def _answer(request: PersonRequest, card: Card, *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    """The card for htmx; else the story's page, which shows it among the others."""
    if not request.htmx and status == HTTPStatus.OK:
        return redirect("hand-in-to", card.upload.story_id)
    context = {"card": card, "story": card.upload.story}
    return page_or_fragment(request, "handin/upload.html", "handin/_upload.html", context, status=status)


def _handed_in(request: PersonRequest, draft: Draft) -> HttpResponse:
    """With the draft's card come the progress, which moves again, and the version choices of the other files."""
    if not request.htmx:
        return redirect("hand-in-to", draft.story_id)
    others = cards_of(draft.story)
    context = {
        "draft": draft,
        "story": draft.story,
        "progress": progress_of(draft.story),
        "are_some_on_their_way": bool(others),
        "others": [card for card in others if card.form],
    }
    return render(request, "handin/_handed_in.html", context)
