"""The ledger: every claim of a story, where it stands, who says so, and what is known of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Prefetch, Q, QuerySet

from analysis.ledger.stakes import Stake
from articles.models import Draft, DraftStanding, Story
from review.addresses import passage_address
from review.labels import CHANGES, SOURCES, STAKES
from review.ledger_choice import Choice
from review.models import Claim, ClaimSighting, ClaimStatus, Verdict

_GRAVEST_FIRST = {stake.value: place for place, stake in enumerate(Stake)}
_AT_REST = frozenset({ClaimStatus.VERIFIED, ClaimStatus.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which the claim is told, and the drafts that tell it so, each with the address of the place."""

    words: str
    places: tuple[tuple[Draft, str], ...]
    said_by: str


@dataclass(frozen=True)
class Row:
    """One claim; `sightings` begin with those in current drafts, the newest first.

    `before` are the verdicts on the claim that it follows, `current` the drafts that stand.
    """

    claim: Claim
    sightings: Sequence[ClaimSighting]
    verdicts: Sequence[Verdict]
    before: Sequence[Verdict]
    current: Sequence[Draft]

    @cached_property
    def standing(self) -> list[ClaimSighting]:
        return [sighting for sighting in self.sightings if _is_current(sighting)]

    @property
    def words(self) -> str:
        """As the newest draft tells it."""
        return self.sightings[0].passage.exact if self.sightings else self.claim.text

    @cached_property
    def stake(self) -> str:
        stakes = [sighting.stake for sighting in self.standing or self.sightings]
        return min(stakes, key=_GRAVEST_FIRST.__getitem__, default=Stake.OTHER.value)

    @property
    def stake_in_words(self) -> str:
        return STAKES[self.stake]

    @property
    def reasons(self) -> list[str]:
        return list(dict.fromkeys(reason for sighting in self.sightings for reason in sighting.reasons))

    @property
    def speakers(self) -> list[str]:
        return sorted({sighting.speaker for sighting in self.sightings if sighting.speaker})

    @cached_property
    def wordings(self) -> list[Wording]:
        """In order of the drafts; those that tell it in the same words, from the same mouth, are told of once."""
        told: dict[tuple[str, str], list[ClaimSighting]] = {}
        for sighting in reversed(self.sightings):
            told.setdefault((sighting.passage.exact, said_by(sighting)), []).append(sighting)
        return [
            Wording(words, tuple((s.passage.draft, _address(s)) for s in sightings), said_by)
            for (words, said_by), sightings in told.items()
        ]

    @property
    def last(self) -> Verdict | None:
        return self.verdicts[-1] if self.verdicts else None

    @cached_property
    def holding(self) -> list[Verdict]:
        """What was said of it and not taken back, the latest last."""
        return _holding(self.verdicts)

    @property
    def evidence(self) -> list[Verdict]:
        return [verdict for verdict in self.holding if verdict.what]

    @property
    def suggested(self) -> Verdict | None:
        """The last evidence for the claim that it follows: it may hold for this wording as well."""
        return next((verdict for verdict in reversed(_holding(self.before)) if verdict.what), None)

    @property
    def change_in_words(self) -> str:
        """What is told otherwise than in the claim that it follows, where somebody had a word on that."""
        before = self.claim.follows
        return CHANGES[self.claim.change] if before and before.status != ClaimStatus.UNCHECKED else ""

    @property
    def since(self) -> list[str]:
        """What became of it after the last word on it."""
        return list(self._since(self.holding[-1].at)) if self.holding else []

    def _since(self, moment: datetime) -> Iterator[str]:
        later = [draft for draft in self.current if draft.handed_in_at > moment]
        still = {sighting.passage.draft_id for sighting in self.sightings}
        before = {said_by(s) for s in self.sightings if s.passage.draft.handed_in_at <= moment}
        if kept := [draft.label for draft in later if draft.pk in still]:
            yield f"Stands unchanged in {_listed(kept)}."
        if gone := [draft.label for draft in later if draft.pk not in still and self._stood_in_version(draft)]:
            yield f"No longer in {_listed(gone)}."
        for sighting in self.sightings:
            if sighting.passage.draft in later and before and said_by(sighting) not in before:
                yield f"In {sighting.passage.draft.label} somebody else says so: {said_by(sighting)}."

    def _stood_in_version(self, draft: Draft) -> bool:
        return any(sighting.passage.draft.version == draft.version for sighting in self.sightings)

    def status_at(self, choice: Choice) -> str:
        """How it stood when the list was drawn up that is asked for."""
        if choice.up_to is None:
            return self.claim.status
        told = [verdict.status for verdict in self.verdicts if verdict.pk <= choice.up_to]
        return told[-1] if told else ClaimStatus.UNCHECKED

    def rank(self, choice: Choice) -> tuple[bool, int, float, int]:
        """What is most at stake comes first, and what is settled last."""
        score = max((sighting.score for sighting in self.sightings), default=0.0)
        return self.status_at(choice) in _AT_REST, _GRAVEST_FIRST[self.stake], -round(score, 2), self.claim.pk


@dataclass(frozen=True)
class Ledger:
    """All claims of a story in order of what is at stake; `listed` are those that the address asks for."""

    rows: Sequence[Row]
    choice: Choice
    drafts: Sequence[Draft]

    @cached_property
    def standing(self) -> list[Row]:
        return [row for row in self.rows if row.standing]

    @property
    def gone_count(self) -> int:
        return len(self.rows) - len(self.standing)

    @cached_property
    def listed(self) -> list[Row]:
        chosen = self.choice
        return [row for row in self._among if chosen.status in ("", row.status_at(chosen))]

    @property
    def by_status(self) -> list[tuple[ClaimStatus, int, str]]:
        """How many there are of each status among what the other filters leave, and the address that lists them."""
        counts = Counter(row.claim.status for row in self._among)
        return [(status, counts[status], self.choice.with_status(status).url) for status in ClaimStatus]

    @property
    def all_count(self) -> int:
        return len(self._among)

    @property
    def speakers(self) -> list[str]:
        return sorted({speaker for row in self.rows for speaker in row.speakers})

    @cached_property
    def _among(self) -> list[Row]:
        chosen = self.choice
        return [
            row
            for row in (self.rows if chosen.gone else self.standing)
            if (not chosen.speaker or chosen.speaker in row.speakers)
            and (not chosen.draft or any(s.passage.draft_id == chosen.draft for s in row.sightings))
        ]


def ledger_of(story: Story, choice: Choice) -> Ledger:
    """In five queries, however many claims there are."""
    drafts = list(story.drafts.order_by("-number"))
    rows = _rows(story.claims.all(), drafts)
    return Ledger(sorted(rows, key=lambda row: row.rank(choice)), choice, drafts)


def row_of(story: Story, claim_id: int, drafts: Iterable[Draft]) -> Row | None:
    """One claim of a story, of which these are all drafts; None where the story has no such claim."""
    with_the_one_before = story.claims.filter(Q(pk=claim_id) | Q(followed_by=claim_id)).distinct()
    newest_first = sorted(drafts, key=lambda draft: -draft.number)
    return next((row for row in _rows(with_the_one_before, newest_first) if row.claim.pk == claim_id), None)


def _rows(claims: QuerySet[Claim], drafts: Sequence[Draft]) -> list[Row]:
    by_id = {draft.pk: draft for draft in drafts}
    sightings = Prefetch("sightings", ClaimSighting.objects.select_related("passage"))
    verdicts = Prefetch("verdicts", Verdict.objects.select_related("by"))
    found = claims.select_related("follows").prefetch_related(sightings, verdicts)
    current = [draft for draft in drafts if draft.standing == DraftStanding.CURRENT]
    said = {claim.pk: list(claim.verdicts.all()) for claim in found}
    return [
        Row(claim, _sorted(claim, by_id), said[claim.pk], said.get(claim.follows_id or 0, ()), current)
        for claim in found
    ]


def _holding(verdicts: Sequence[Verdict]) -> list[Verdict]:
    taken_back = {verdict.takes_back_id for verdict in verdicts}
    return [v for v in verdicts if v.takes_back_id is None and v.pk not in taken_back]


def _sorted(claim: Claim, drafts: dict[int, Draft]) -> list[ClaimSighting]:
    sightings = list(claim.sightings.all())
    for sighting in sightings:
        sighting.passage.draft = drafts[sighting.passage.draft_id]
    return sorted(sightings, key=lambda s: (not _is_current(s), -s.passage.draft.number, s.passage.start))


def _is_current(sighting: ClaimSighting) -> bool:
    return sighting.passage.draft.standing == DraftStanding.CURRENT


def said_by(sighting: ClaimSighting) -> str:
    source = SOURCES[sighting.source_class]
    return f"{sighting.speaker} ({source})" if sighting.speaker else source


def _address(sighting: ClaimSighting) -> str:
    return passage_address(sighting.passage, sighting.passage.draft.text, claim=sighting.claim)


def _listed(labels: Sequence[str]) -> str:
    """ "A1, B2 and A3"."""
    return f"{', '.join(labels[:-1])} and {labels[-1]}" if len(labels) > 1 else labels[0]
