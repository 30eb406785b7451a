"""What an editor says of a claim, on which evidence. The last verdict counts; none is ever changed."""

from dataclasses import asdict, dataclass

from django.db import transaction

from articles.audit import record
from articles.models import Story, User
from review.models import Claim, ClaimStatus, Verdict
from review.policies import Refused, check_can_check_claims, who_was_faster
from review.states import settle
from review.verbs import Verb

_VERBS = {
    ClaimStatus.VERIFIED: Verb.VERIFIED_CLAIM,
    ClaimStatus.DISPUTED: Verb.DISPUTED_CLAIM,
    ClaimStatus.WITHDRAWN: Verb.WITHDREW_CLAIM,
    ClaimStatus.UNCHECKED: Verb.UNCHECKED_CLAIM,
}


class CheckedMeanwhile(Refused):
    """Somebody else had a word on this claim since the person looked."""


class RestsOnNothing(Refused):
    """A word on a claim without what it needs; `missing` is the part that lacks."""

    def __init__(self, sentence: str, *, missing: str) -> None:
        super().__init__(sentence)
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on, and where exactly in it: an address, a page, a minute."""

    what: str = ""
    locator: str = ""


@transaction.atomic
def give_verdict(
    *, by: User, claim: Claim, status: ClaimStatus, seen: int | None, evidence: Evidence = Evidence(), note: str = ""
) -> Verdict:
    """Say how a claim stands. `seen` is the last verdict that the person saw, None for none.

    Raises RestsOnNothing for a verification without evidence, and for doubts without a reason.
    """
    claim = _locked(claim, by=by, seen=seen)
    evidence = Evidence(evidence.what.strip(), evidence.locator.strip())
    _check_rests_on_something(status, evidence, note.strip())
    verdict = Verdict.objects.create(claim=claim, status=status, note=note.strip(), by=by, **asdict(evidence))
    _settle(verdict, _VERBS[status])
    return verdict


@transaction.atomic
def take_back_verdict(*, by: User, claim: Claim, seen: int | None) -> Verdict:
    """Undo the last verdict that holds: the claim stands as before it. Raises Refused where there is none."""
    claim = _locked(claim, by=by, seen=seen)
    holding = list(claim.verdicts.filter(takes_back=None, taken_back_by=None))
    if not holding:
        raise Refused("Nothing was said of this claim that could be taken back.")
    before = holding[-2].status if len(holding) > 1 else ClaimStatus.UNCHECKED
    verdict = Verdict.objects.create(claim=claim, status=before, takes_back=holding[-1], by=by)
    _settle(verdict, Verb.TOOK_BACK_VERDICT)
    return verdict


def _locked(claim: Claim, *, by: User, seen: int | None) -> Claim:
    story = Story.objects.locked().get(pk=claim.story_id)
    check_can_check_claims(by, story)
    last = claim.verdicts.select_related("by").last()
    if seen != (last.pk if last else None):
        who = who_was_faster(last.by if last else None, by)
        raise CheckedMeanwhile(f"{who}: look at the claim again before you decide on it.")
    return Claim.objects.select_related("story__desk").get(pk=claim.pk)


def _check_rests_on_something(status: ClaimStatus, evidence: Evidence, note: str) -> None:
    if status == ClaimStatus.VERIFIED and not (evidence.what and evidence.locator):
        missing = "locator" if evidence.what else "what"
        raise RestsOnNothing(
            "A claim is verified on evidence: say what it is, and where exactly in it.", missing=missing
        )
    if status == ClaimStatus.DISPUTED and not (evidence.what or note):
        raise RestsOnNothing("Say what speaks against the claim.", missing="note")
    if status == ClaimStatus.WITHDRAWN and not note:
        raise RestsOnNothing("Say who withdraws the claim, and why.", missing="note")


def _settle(verdict: Verdict, verb: Verb) -> None:
    claim = verdict.claim
    before, claim.status = claim.status, verdict.status
    claim.save(update_fields=["status"])
    told = {"claim": claim.text, "from": before, "status": verdict.status}
    evidence = {"what": verdict.what, "locator": verdict.locator, "note": verdict.note}
    record(story=claim.story, actor=verdict.by, verb=verb, details=told | evidence)
    settle(claim.story, by=verdict.by)
