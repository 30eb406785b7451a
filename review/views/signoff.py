"""Sign-off: what stands in the way, who signed which text, and the acts that decide about a story."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles.models import Draft, DraftStanding, Story
from review.actions.decisions import decide
from review.actions.drafts import exclude_draft, take_in_again
from review.addresses import finding_address, row_number
from review.alerting.alerts import concerned
from review.forms.signoff import DecisionForm, LeaveOutForm, TakeInForm, form_for
from review.models import SIGNATURES, Decision, DecisionKind
from review.moves import MOVES
from review.policies import Refused, check_can_decide, check_can_exclude, check_can_publish, check_can_take_in_again
from review.standing import SignOff, Standing, obstacles, settled
from review.views.pages import PersonRequest, tells_refusals


@require_GET
def sign_off(request: PersonRequest, story_id: int) -> HttpResponse:
    """The draft to be signed is named in the address; by default the one last handed in."""
    story = _visible(request, story_id)
    return _page(request, story, _chosen_draft(story, request.GET.get("draft")))


@require_POST
def take_decision(request: PersonRequest, story_id: int, kind: DecisionKind) -> HttpResponse:
    """One act; a refusal comes back with the page as it stands now and with what was typed."""
    story = _visible(request, story_id)
    draft = _chosen_draft(story, request.POST.get("draft"))
    if draft is None:
        raise Http404
    form = form_for(kind, draft, request.POST)
    if not form.is_valid():
        return _page(request, story, draft, tried=(kind, form), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    typed = {name: form.cleaned_data[name] for name in ("note", "seen_sha256") if name in form.fields}
    try:
        decision = decide(by=request.user, kind=kind, story=story, draft=draft, **typed)
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


@require_POST
@tells_refusals
def take_in(request: PersonRequest, draft_id: int) -> HttpResponse:
    """A version that was left out counts again."""
    draft = get_object_or_404(Draft.objects.visible_to(request.user), pk=draft_id)
    form = TakeInForm(request.POST)
    if not form.is_valid():
        return _page(request, draft.story, draft, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    take_in_again(by=request.user, draft=draft, note=form.cleaned_data["note"])
    messages.success(request, f"Draft {draft.label} counts again.")
    return redirect(f"{reverse('sign-off', args=[draft.story_id])}?draft={draft.pk}")


def _said(decision: Decision) -> str:
    """Whether the story is approved by it, the page itself says."""
    if decision.kind in SIGNATURES and decision.draft:
        return f"Your signature stands under draft {decision.draft.label}."
    return f"{decision.get_kind_display()}."


def _visible(request: PersonRequest, story_id: int) -> Story:
    return get_object_or_404(Story.objects.visible_to(request.user).select_related("desk"), pk=story_id)


def _chosen_draft(story: Story, written: str | None) -> Draft | None:
    """Also one that was revised since the page was made: the refusal then says so. None: the story has no draft."""
    drafts = story.drafts.select_related("story__desk", "written_by", "handed_in_by", "revises")
    if not written:
        return drafts.current().last()
    return get_object_or_404(drafts, pk=row_number(written))


def _page(
    request: PersonRequest,
    story: Story,
    draft: Draft | None,
    *,
    tried: tuple[DecisionKind, DecisionForm] | None = None,
    refusal: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    at = SignOff(story, request.user)
    context: dict[str, object] = {
        "story": story,
        "draft": draft,
        "drafts": at.current,
        "left_out": [one for one in at.drafts if one.standing == DraftStanding.EXCLUDED],
        "approval": at.approval,
        "legal": at.legal,
        "filed": at.filed,
        "correction": at.correction,
        "decisions": at.decisions,
        "refusal": refusal,
    }
    if draft:
        context |= _of_draft(draft, at, tried)
    return render(request, "signoff/signoff.html", context, status=status)


def _of_draft(draft: Draft, at: SignOff, tried: tuple[DecisionKind, DecisionForm] | None) -> dict[str, object]:
    """What stands in this person's way, and the acts that are open to them, with what was typed into one before."""
    person, in_the_way = at.person, obstacles(draft, at.person, at=at)
    kinds = [kind for kind in MOVES if _is_open(kind, draft, at, unhindered=not in_the_way)]
    forms = {kind: form_for(kind, draft) for kind in kinds} | dict([tried] if tried else [])
    may_leave_out = _allowed(lambda: check_can_exclude(person, draft, at=at))
    may_take_in = _allowed(lambda: check_can_take_in_again(person, draft, at=at))
    return {
        "obstacles": [obstacle for obstacle in in_the_way if not obstacle.is_own_signature],
        "has_signed": any(obstacle.is_own_signature for obstacle in in_the_way),
        "acts": [(kind, MOVES[kind], form) for kind, form in forms.items()],
        "leave_out_form": LeaveOutForm() if may_leave_out else None,
        "take_in_form": TakeInForm() if may_take_in else None,
        "signed_already": len(at.signed.get(draft.sha256, ())),
        "told": concerned(draft.story).exclude(pk=person.pk),
        "still_open": [(one, finding_address(one.finding)) for one in at.found if _only_asks(one, draft)],
        "settled": settled(draft, at.found),
        "no_copy": _why_no_copy(draft, at),
    }


def _only_asks(standing: Standing, draft: Draft) -> bool:
    """Open, and in nobody's way: whoever signs knows of it."""
    return standing.is_open and not standing.blocks and standing.concerns(draft)


def _why_no_copy(draft: Draft, at: SignOff) -> str:
    """Why the text does not leave for a CMS; empty where it may."""
    try:
        check_can_publish(at.person, draft, at=at)
    except Refused as refused:
        return str(refused)
    return ""


def _is_open(kind: DecisionKind, draft: Draft, at: SignOff, *, unhindered: bool) -> bool:
    if kind in SIGNATURES:
        return unhindered
    return _allowed(lambda: check_can_decide(at.person, kind, draft.story, draft, at=at))


def _allowed(check: Callable[[], None]) -> bool:
    try:
        check()
    except Refused:
        return False
    return True
