"""One file on its way to becoming a draft: read, confirmed, put aside, tried again."""

from dataclasses import replace
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from articles.models import Draft, Upload, UploadState
from review.actions.uploads import confirm_upload, discard_upload, try_reading_again
from review.forms.handin import ConfirmForm
from review.policies import Refused
from review.progress import progress_of
from review.views.arriving import ON_THE_WAY, Arriving, Card, arriving_in, card_of, with_what_a_card_tells
from review.views.pages import PersonRequest, page_or_fragment, tells_refusals


@require_GET
def upload(request: PersonRequest, upload_id: int) -> HttpResponse:
    """How far one file is: the card asks for itself until it was read; then it stands among the others."""
    upload = _visible(request, upload_id)
    if upload.state != UploadState.READ:
        return _answer(request, card_of(upload))
    arriving = arriving_in(upload.story)
    found = with_what_a_card_tells(upload.enclosures.filter(state__in=ON_THE_WAY)).defer("content")
    card = replace(arriving.card_of(upload), inside=[card_of(inner) for inner in found])
    return _answer(request, card, arriving=arriving)


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
    if not request.htmx:
        return redirect("hand-in-to", upload.story_id)
    context = {"arriving": arriving_in(upload.story), "story": upload.story, "oob": True}
    return render(request, "handin/_arriving_head.html", context)


@require_POST
@tells_refusals
def upload_again(request: PersonRequest, upload_id: int) -> HttpResponse:
    """Have a refused file read once more."""
    upload = _visible(request, upload_id)
    try_reading_again(by=request.user, upload=upload)
    upload.refresh_from_db()
    return _answer(request, card_of(upload))


def _visible(request: PersonRequest, upload_id: int) -> Upload:
    return get_object_or_404(with_what_a_card_tells(Upload.objects.visible_to(request.user)), pk=upload_id)


def _answer(
    request: PersonRequest, card: Card, *, arriving: Arriving | None = None, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    """The card for htmx, with the head above all cards; else the story's page, which shows it among the others."""
    if not request.htmx and status == HTTPStatus.OK:
        return redirect("hand-in-to", card.upload.story_id)
    context = {"card": card, "story": card.upload.story, "arriving": arriving}
    return page_or_fragment(request, "handin/upload.html", "handin/_upload_come.html", context, status=status)


def _handed_in(request: PersonRequest, draft: Draft) -> HttpResponse:
    """With the draft's card come the progress, which moves again, and the version choices of the other files."""
    if not request.htmx:
        return redirect("hand-in-to", draft.story_id)
    context = {
        "draft": draft,
        "story": draft.story,
        "progress": progress_of(draft.story),
        "arriving": arriving_in(draft.story),
    }
    return render(request, "handin/_handed_in.html", context)
