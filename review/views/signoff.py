"""Sign-off: what stands in the way, who signed which text, and the acts that decide about a story."""

from collections.abc import Callable, Iterator
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles.models import Draft, Story
from review.actions.decisions import approve, hold, kill, release, send_back
from review.actions.drafts import exclude_draft
from review.forms.signoff import DecisionForm, LeaveOutForm, form_for
from review.models import Decision, DecisionKind
from review.policies import (
    Refused,
    check_can_exclude,
    check_can_hold,
    check_can_kill,
    check_can_release,
    check_can_send_back,
)
from review.standing import approval_standing, obstacles
from review.views.pages import PersonRequest, tells_refusals


@require_GET
def sign_off(request: PersonRequest, story_id: int) -> HttpResponse:
    """The draft to be signed is named in the address; by default the one last handed in."""
    story = _visible(request, story_id)
    return _page(request, story, _chosen_draft(story, request.GET.get("draft")))


@require_POST
def decide(request: PersonRequest, story_id: int, kind: DecisionKind) -> HttpResponse:
    """One act; a refusal comes back with the page as it stands now and with what was typed."""
    story = _visible(request, story_id)
    draft = _chosen_draft(story, request.POST.get("draft"))
    if draft is None:
        raise Http404
    form = form_for(kind, draft, request.POST)
    if not form.is_valid():
        return _page(request, story, draft, tried=(kind, form), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        decision = _act(kind, request, draft, form)
    except Refused as refused:
        return _page(request, story, draft, tried=(kind, form), refusal=str(refused), status=HTTPStatus.CONFLICT)
    messages.success(request, _said(decision))
    return redirect(f"{reverse('sign-off', args=[story.pk])}?draft={draft.pk}")


@require_POST
@tells_refusals
def leave_out(request: PersonRequest, draft_id: int) -> HttpResponse:
    """A version that was handed in by mistake, or that nobody will run, blocks nobody any more."""
    draft = get_object_or_404(Draft.objects.visible_to(request.user), pk=draft_id)
    form = LeaveOutForm(request.POST)
    if not form.is_valid():
        return _page(request, draft.story, draft, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    exclude_draft(by=request.user, draft=draft, note=form.cleaned_data["note"])
    messages.success(request, f"Draft {draft.label} is left out.")
    return redirect("sign-off", draft.story_id)


def _said(decision: Decision) -> str:
    """Whether the story is approved by it, the page itself says."""
    if decision.kind == DecisionKind.APPROVE and decision.draft:
        return f"Your signature stands under draft {decision.draft.label}."
    return f"{decision.get_kind_display()}."


def _visible(request: PersonRequest, story_id: int) -> Story:
    return get_object_or_404(Story.objects.visible_to(request.user).select_related("desk"), pk=story_id)


def _chosen_draft(story: Story, written: str | None) -> Draft | None:
    """Also one that was revised since the page was made: the refusal then says so. None: the story has no draft."""
    drafts = story.drafts.select_related("story__desk", "written_by", "handed_in_by", "revises")
    if not written:
        return drafts.current().last()
    try:
        number = int(written)
    except ValueError as no_number:
        raise Http404 from no_number
    return get_object_or_404(drafts, pk=number)


def _act(kind: DecisionKind, request: PersonRequest, draft: Draft, form: DecisionForm) -> Decision:
    by, given = request.user, form.cleaned_data
    match kind:
        case DecisionKind.APPROVE:
            return approve(by=by, draft=draft, note=given["note"], seen_sha256=given["seen_sha256"])
        case DecisionKind.SEND_BACK:
            return send_back(by=by, draft=draft, note=given["note"])
        case DecisionKind.HOLD:
            return hold(by=by, story=draft.story, note=given["note"])
        case DecisionKind.RELEASE:
            return release(by=by, story=draft.story, note=given["note"])
        case DecisionKind.KILL:
            return kill(by=by, story=draft.story, note=given["note"])


def _page(
    request: PersonRequest,
    story: Story,
    draft: Draft | None,
    *,
    tried: tuple[DecisionKind, DecisionForm] | None = None,
    refusal: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context: dict[str, object] = {
        "story": story,
        "draft": draft,
        "drafts": story.drafts.current().defer("text"),
        "approval": approval_standing(story),
        "decisions": story.decisions.select_related("by", "draft").defer("draft__text"),
        "refusal": refusal,
    }
    if draft:
        in_the_way = obstacles(draft, request.user)
        forms = {kind: form_for(kind, draft) for kind in _acts_open_to(request, draft, unhindered=not in_the_way)}
        context |= {
            "obstacles": [obstacle for obstacle in in_the_way if not obstacle.is_own_signature],
            "has_signed": any(obstacle.is_own_signature for obstacle in in_the_way),
            "forms": forms | dict([tried] if tried else []),
        }
        if _allowed(lambda: check_can_exclude(request.user, draft)):
            context["leave_out_form"] = LeaveOutForm()
    return render(request, "signoff/signoff.html", context, status=status)


def _acts_open_to(request: PersonRequest, draft: Draft, *, unhindered: bool) -> Iterator[DecisionKind]:
    person, story = request.user, draft.story
    if unhindered:
        yield DecisionKind.APPROVE
    if _allowed(lambda: check_can_send_back(person, draft)):
        yield DecisionKind.SEND_BACK
    if _allowed(lambda: check_can_hold(person, story)):
        yield DecisionKind.HOLD
    if _allowed(lambda: check_can_release(person, story)):
        yield DecisionKind.RELEASE
    if _allowed(lambda: check_can_kill(person, story)):
        yield DecisionKind.KILL


def _allowed(check: Callable[[], None]) -> bool:
    try:
        check()
    except Refused:
        return False
    return True
