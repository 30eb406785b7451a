"""The sign-off pack as a page, and everything that can be taken out as a file."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now
from django.views.decorators.http import require_GET

from articles.models import Draft
from review.actions.exports import take_out
from review.outgoing.exports import Export, as_attachment
from review.outgoing.pack import pack_of
from review.views.pages import PersonRequest, tells_refusals


@require_GET
def pack(request: PersonRequest, draft_id: int) -> HttpResponse:
    """Everything about one text on one page, to be read or printed."""
    draft = _visible(request, draft_id)
    context = {"story": draft.story, "draft": draft, "pack": pack_of(draft, at=now())}
    return render(request, "pack/pack.html", context)


@require_GET
@tells_refusals
def export(request: PersonRequest, draft_id: int, export: Export) -> HttpResponse:
    """A file. Asked for by a link, since nothing of the story changes but that the record tells of it."""
    return as_attachment(take_out(by=request.user, draft=_visible(request, draft_id), export=export))


def _visible(request: PersonRequest, draft_id: int) -> Draft:
    drafts = Draft.objects.visible_to(request.user).select_related("story__desk", "written_by", "handed_in_by")
    return get_object_or_404(drafts, pk=draft_id)
