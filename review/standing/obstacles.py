"""What stands in the way of a signature, in words, each with the place where it can be cleared."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from articles.models import Draft, DraftStanding, Role, Story, StoryState, User
from review.addresses import claim_address, finding_address, hand_in_address, review_address
from review.models import RunState
from review.standing.claims import grave_and_unverified, in_the_way
from review.standing.findings import Standing
from review.standing.orders import LegalRead
from review.standing.signoff import SignOff
from review.standing.work import Work

_NEEDS_OF_A_PAIR = frozenset({RunState.DONE, RunState.NOT_ANALYSED})  # a wire in another language blocks nobody


@dataclass(frozen=True, slots=True)
class Obstacle:
    """`words` are one sentence; `link` leads to where it can be cleared, empty where nothing can be done.

    `is_own_signature`: the person has done their part, and needs no telling what is wrong.
    """

    words: str
    link: str = ""
    is_own_signature: bool = False


def obstacles(draft: Draft, user: User, *, at: SignOff | None = None) -> list[Obstacle]:
    """All that keeps this person from signing this draft; empty when nothing does."""
    at = at or SignOff(draft.story, user)
    in_text = obstacles_in_text(draft, work=at.work, found=at.found, legal=at.legal)
    return [*_of_person(draft, at), *_of_story(draft), *in_text]


def obstacles_in_text(draft: Draft, *, work: Work, found: list[Standing], legal: LegalRead) -> list[Obstacle]:
    """Whoever signs: what is unread, unchecked or contradicted, given the story's work, findings and legal read."""
    in_words = [*_of_files(draft, work), *_of_work(draft, work), *_of_findings(draft, found)]
    return [*in_words, *_of_claims(draft), *_of_legal(draft, legal)]


def own_draft(user: User, story: Story) -> Draft | None:
    """The first draft of the story that this person wrote or handed in."""
    hand_in = Q(written_by=user) | Q(handed_in_by=user) | Q(upload__uploaded_by=user)
    return story.drafts.filter(hand_in).defer("text").first()


def _of_person(draft: Draft, at: SignOff) -> Iterator[Obstacle]:
    if Role.CHIEF not in at.roles:
        yield Obstacle(f"Only a chief of the desk “{draft.story.desk}” signs its stories.")
    if own := own_draft(at.person, draft.story):
        yield Obstacle(f"You wrote or handed in draft {own.label}: somebody who did neither signs this story.")
    if any(signature.by_id == at.person.pk for signature in at.signed.get(draft.sha256, ())):
        yield Obstacle("You have signed this text already.", is_own_signature=True)


def _of_story(draft: Draft) -> Iterator[Obstacle]:
    if draft.story.state == StoryState.KILLED:
        yield Obstacle("The story was killed.")
    if draft.story.state == StoryState.ON_HOLD:
        yield Obstacle("The story is on hold.")
    if draft.story.state == StoryState.FILED:
        yield Obstacle("The story is filed: to change it, begin a correction.")
    if draft.story.state == StoryState.CORRECTION:
        yield Obstacle("A correction needs another text than the one that was filed.", hand_in_address(draft.story))
    if draft.standing == DraftStanding.SUPERSEDED:
        yield Obstacle(
            f"Draft {draft.label} has been revised: a newer text stands for it.", review_address(draft.story)
        )
    if draft.standing == DraftStanding.WITHDRAWN:
        yield Obstacle(f"Draft {draft.label} was withdrawn.", review_address(draft.story))
    if draft.standing == DraftStanding.EXCLUDED:
        yield Obstacle(f"Draft {draft.label} was left out.")


def _of_files(draft: Draft, work: Work) -> Iterator[Obstacle]:
    for upload in work.unconfirmed:
        yield Obstacle(f"“{upload}” was handed in and is not yet a draft.", hand_in_address(draft.story))


def _of_work(draft: Draft, work: Work) -> Iterator[Obstacle]:
    if draft.standing != DraftStanding.CURRENT:
        return  # nothing is to come of it
    link = review_address(draft.story, draft)
    analysis = work.analysis_of(draft)
    if analysis is None or not analysis.is_over:
        yield Obstacle(f"Draft {draft.label} is still being read.", link)
    elif analysis.state != RunState.DONE:
        yield Obstacle(f"Draft {draft.label} was not checked. {analysis.reason}", link)
    for comparison in work.comparisons_of(draft):
        link = review_address(draft.story, comparison.left, comparison.right)
        pair = f"{comparison.left.label} and {comparison.right.label}"
        if not comparison.is_over:
            yield Obstacle(f"Drafts {pair} are still being compared.", link)
        elif comparison.state not in _NEEDS_OF_A_PAIR:
            yield Obstacle(f"Drafts {pair} were not compared. {comparison.reason}", link)


def _of_findings(draft: Draft, found: list[Standing]) -> Iterator[Obstacle]:
    for standing in found:
        if standing.blocks and standing.concerns(draft):
            yield Obstacle(f"{standing.label}: {standing.finding.message}", finding_address(standing.finding))


def _of_claims(draft: Draft) -> Iterator[Obstacle]:
    """Where the desk wants it: the accusations and the headline's figures that nobody verified."""
    if draft.story.desk.claims_must_be_checked:
        for sighting in grave_and_unverified(draft):
            link = claim_address(draft.story, sighting.claim)
            yield Obstacle(in_the_way(sighting), link)


def _of_legal(draft: Draft, legal: LegalRead) -> Iterator[Obstacle]:
    if legal.asked is None or legal.is_given_for(draft):
        return
    if legal.given and legal.given.draft:
        earlier = f"{legal.given.by} read draft {legal.given.draft.label} for legal; draft {draft.label}"
        yield Obstacle(f"{earlier} has another text.")
    else:
        yield Obstacle(f"{legal.asked.by} asked for a legal read, which draft {draft.label} has not had.")
