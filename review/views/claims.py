"""The ledger of a story's claims, and what people say of them."""

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles.models import Story, User
from review.actions.claims import Evidence, RestsOnNothing, give_verdict, take_back_verdict
from review.addresses import parts_of
from review.forms.claims import TakingBackForm, VerdictForm, empty_verdict
from review.ledger import Ledger, Row, ledger_of
from review.ledger_choice import Choice
from review.models import Claim, ClaimStatus, Verdict
from review.policies import Refused, check_can_check_claims
from review.screen.look import Look
from review.views.beside import Refusal
from review.views.pages import PersonRequest, page_of_story, tells_refusals
from review.views.review import show

_SAID = {
    ClaimStatus.VERIFIED: "Verified: “{}”",
    ClaimStatus.DISPUTED: "Disputed: “{}”",
    ClaimStatus.WITHDRAWN: "Withdrawn: “{}”",
    ClaimStatus.UNCHECKED: "Unchecked again: “{}”",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim on the page, with the form to decide on it and why what was sent in it was refused."""

    row: Row
    form: VerdictForm
    refusal: str = ""


@require_GET
def claims(request: PersonRequest, story_id: int) -> HttpResponse:
    """Filters stand in the address; by default every claim that a current draft has."""
    story = get_object_or_404(Story.objects.visible_to(request.user).select_related("desk"), pk=story_id)
    return _page(request, ledger_of(story, Choice.read(story.pk, request.GET)), story)


@require_POST
def claim_verdict(request: PersonRequest, claim_id: int) -> HttpResponse:
    """Lands on the claim again in the same look at the ledger, or on the page of the story where it was looked at.

    A refusal comes back with what was typed.
    """
    claim = _claim(request, claim_id)
    form = VerdictForm(request.POST, auto_id=f"claim-{claim.pk}-%s")
    if not form.is_valid():
        return _refused(request, claim, form, "", status=HTTPStatus.UNPROCESSABLE_ENTITY)
    given = form.cleaned_data
    evidence = Evidence(given["what"], given["locator"])
    try:
        verdict = give_verdict(
            by=request.user,
            claim=claim,
            status=given["status"],
            seen=given["seen"],
            evidence=evidence,
            note=given["note"],
        )
    except RestsOnNothing as refusal:
        form.add_error(refusal.missing, f"Not saved. {refusal}")
        return _refused(request, claim, form, "", status=HTTPStatus.CONFLICT)
    except Refused as refusal:
        return _refused(request, claim, form, str(refusal), status=HTTPStatus.CONFLICT)
    return _told(request, verdict)


@require_POST
@tells_refusals
def claim_take_back(request: PersonRequest, claim_id: int) -> HttpResponse:
    claim = _claim(request, claim_id)
    form = TakingBackForm(request.POST)
    if not form.is_valid():
        raise Refused("That is no word on a claim: choose one from the list.")
    return _told(request, take_back_verdict(by=request.user, claim=claim, seen=form.cleaned_data["seen"]))


def _claim(request: PersonRequest, claim_id: int) -> Claim:
    return get_object_or_404(Claim.objects.visible_to(request.user).select_related("story__desk"), pk=claim_id)


def _told(request: PersonRequest, verdict: Verdict) -> HttpResponse:
    messages.success(request, _SAID[ClaimStatus(verdict.status)].format(verdict.claim))
    choice = Choice.read(verdict.claim.story_id, request.GET).before(verdict)
    back = page_of_story(verdict.claim.story, request.POST.get("back", ""))
    return redirect(back or f"{choice.url}#claim-{verdict.claim_id}")


def _refused(request: PersonRequest, claim: Claim, form: VerdictForm, refusal: str, *, status: int) -> HttpResponse:
    if look := _look_of(request, claim):
        return show(request, claim.story, look, refused=Refusal("claim", form, refusal), status=status)
    ledger = ledger_of(claim.story, Choice.read(claim.story_id, request.GET))
    return _page(request, ledger, claim.story, refused={claim.pk: (form, refusal)}, status=status)


def _look_of(request: PersonRequest, claim: Claim) -> Look | None:
    """How the review screen was looked at, where the claim was decided on there."""
    page = parts_of(request.POST.get("back", ""))
    if page.path != reverse("review", args=[claim.story_id]):
        return None
    return Look.read(claim.story_id, QueryDict(page.query)).at_claim(claim.pk)


def _page(
    request: PersonRequest,
    ledger: Ledger,
    story: Story,
    *,
    refused: dict[int, tuple[VerdictForm, str]] | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    tried = refused or {}
    entries = [Entry(row, *tried.get(row.claim.pk, (empty_verdict(row),))) for row in ledger.listed]
    context = {
        "story": story,
        "ledger": ledger,
        "choice": ledger.choice,
        "entries": entries,
        "may_not": _why_not(request.user, story),
    }
    return render(request, "claims/claims.html", context, status=status)


def _why_not(user: User, story: Story) -> str:
    """Why the policy refuses this person; empty for one who may."""
    try:
        check_can_check_claims(user, story)
    except Refused as refused:
        return str(refused)
    return ""
