"""The card of one claim in the margin: where it stands in the open drafts, who says so, and what was said of it."""

from dataclasses import dataclass
from functools import cached_property

from articles.models import Draft
from review.ledger import Row, Wording, row_of, said_by
from review.screen.look import Look
from review.screen.spread import Spread


@dataclass(frozen=True, slots=True)
class Told:
    """The claim in one open draft; `number` is its paragraph's, counted from 1."""

    draft: Draft
    words: str
    said_by: str
    number: int
    link: str


@dataclass(frozen=True)
class ClaimCard:
    """`before` and `after` are the addresses of its neighbours in the open drafts."""

    row: Row
    told: list[Told]
    before: str
    after: str

    @cached_property
    def elsewhere(self) -> list[Wording]:
        """How drafts tell it that do not lie open."""
        shown = {place.draft for place in self.told}
        return [wording for wording in self.row.wordings if not shown & {draft for draft, _ in wording.places}]

    @property
    def words(self) -> str:
        return self.told[0].words if self.told else self.row.words


def claim_card_of(spread: Spread, look: Look) -> ClaimCard | None:
    """The claim that the address asks for; None where it asks for none, or the story has no such claim."""
    row = row_of(spread.story, look.claim, spread.drafts) if look.claim and not look.names else None
    if row is None:
        return None
    before, after = _neighbours(spread, row.claim.pk)
    return ClaimCard(row, _told(spread, row), *(look.at_claim(one).url if one else "" for one in (before, after)))


def _told(spread: Spread, row: Row) -> list[Told]:
    """In the order of the columns, then of the text."""
    found = []
    for column, side in zip("ab", spread.sides, strict=False):
        here = [sighting for sighting in row.sightings if sighting.passage.draft_id == side.draft.pk]
        for sighting in here:
            number = side.paragraph_at(sighting.passage.start) + 1
            link = f"#{column}-{number}"
            found.append(Told(side.draft, sighting.passage.exact, said_by(sighting), number, link))
    return found


def _neighbours(spread: Spread, claim: int) -> tuple[int | None, int | None]:
    """The claims before and after it, left draft first, each where it stands first; from outside, to the first."""
    order = [side.draft.pk for side in spread.sides]
    places = sorted(spread.talk.claims.items(), key=lambda one: (order.index(one[0][0]), one[0][1]))
    shown = list(dict.fromkeys(claimed.claim for _, claimed in places))
    if claim not in shown:
        return None, next(iter(shown), None)
    place = shown.index(claim)
    return next(reversed(shown[:place]), None), next(iter(shown[place + 1 :]), None)
