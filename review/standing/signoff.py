"""All that the sign-off of a story depends on for one person: each part is read when it is asked for, and once."""

from dataclasses import dataclass
from functools import cached_property

from articles.models import Draft, DraftStanding, Role, Story, User
from review.models import Decision
from review.standing.approvals import ApprovalStanding, Signatures, approval_from, signatures_among
from review.standing.findings import Standing, standings
from review.standing.orders import LegalRead, correction_among, decisions_on, filed_among, legal_read_among
from review.standing.work import Work, work_on


@dataclass(frozen=True)
class SignOff:
    """Made anew for every act and every page: nothing of it is looked up a second time."""

    story: Story
    person: User

    @cached_property
    def roles(self) -> frozenset[Role]:
        """What the person is on the desk; empty for somebody who is not."""
        held = self.person.memberships.filter(desk=self.story.desk_id).values_list("role", flat=True)
        return frozenset(map(Role, held))

    @cached_property
    def decisions(self) -> list[Decision]:
        return decisions_on(self.story)

    @cached_property
    def drafts(self) -> list[Draft]:
        """All of them, without their texts."""
        return list(self.story.drafts.defer("text"))

    @property
    def current(self) -> list[Draft]:
        return [draft for draft in self.drafts if draft.standing == DraftStanding.CURRENT]

    @cached_property
    def found(self) -> list[Standing]:
        return standings(self.story)

    @cached_property
    def work(self) -> Work:
        return work_on(self.story)

    @cached_property
    def signed(self) -> Signatures:
        return signatures_among(self.story, self.decisions)

    @cached_property
    def approval(self) -> ApprovalStanding:
        needed = self.story.desk.signatures_needed
        return approval_from(needed, self.current, self.signed, found=lambda: self.found)

    @cached_property
    def legal(self) -> LegalRead:
        return legal_read_among(self.decisions)

    @cached_property
    def filed(self) -> Decision | None:
        return filed_among(self.decisions)

    @cached_property
    def correction(self) -> Decision | None:
        return correction_among(self.decisions)
