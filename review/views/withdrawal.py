"""Withdrawing a draft, and moving it to another story: what that does is said before anybody does it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from articles.models import Draft, Story
from review.actions.withdrawal import move_draft, withdraw_draft
from review.consequences import of_moving, of_withdrawing
from review.forms.withdrawal import MoveForm, TargetForm, WithdrawForm
from review.policies import check_can_withdraw
from review.views.pages import PersonRequest, tells_refusals


@require_http_methods(["GET", "POST"])
@tells_refusals
def withdraw(request: PersonRequest, draft_id: int) -> HttpResponse:
    """Asks before it acts: who may not is told so at once."""
    draft = _visible(request, draft_id)
    check_can_withdraw(request.user, draft)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        withdraw_draft(by=request.user, draft=draft, note=form.cleaned_data["note"])
        messages.success(request, f"Draft {draft.label} is withdrawn.")
        return redirect("hand-in-to", draft.story_id)
    context = {"draft": draft, "story": draft.story, "form": form, "consequences": of_withdrawing(draft)}
    return render(request, "drafts/withdraw.html", context)


@require_http_methods(["GET", "POST"])
@tells_refusals
def move(request: PersonRequest, draft_id: int) -> HttpResponse:
    """First to which story, which stands in the address; then what it does there and here."""
    draft = _visible(request, draft_id)
    check_can_withdraw(request.user, draft)
    target = TargetForm(request.GET or None, draft=draft)
    if not target.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if target.errors else HTTPStatus.OK
        return render(
            request, "drafts/move.html", {"draft": draft, "story": draft.story, "target": target}, status=status
        )
    return _move(request, draft, target.cleaned_data["to"])


def _move(request: PersonRequest, draft: Draft, to: Story) -> HttpResponse:
    form = MoveForm(request.POST if request.method == "POST" else None, to=to)
    if form.is_valid():
        given = form.cleaned_data
        moved = move_draft(by=request.user, draft=draft, to=to, revises=given["revises"], note=given["note"])
        messages.success(request, f"Draft {draft.label} of “{draft.story}” is draft {moved.label} of this story now.")
        return redirect("hand-in-to", to.pk)
    context = {"draft": draft, "story": draft.story, "to": to, "form": form, "consequences": of_moving(draft, to)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "drafts/move.html", context, status=status)


def _visible(request: PersonRequest, draft_id: int) -> Draft:
    drafts = Draft.objects.visible_to(request.user).select_related("story__desk", "revises", "written_by")
    return get_object_or_404(drafts.defer("revises__text"), pk=draft_id)
