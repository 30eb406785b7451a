"""Two drafts opened like facing pages: which ones, what was read in them, and how their paragraphs face."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import TypeVar

from django.db.models import QuerySet

from analysis.document import Document, Mention, Quotation
from analysis.document import Ruling as Ruled
from analysis.namesakes import Named, namesakes
from analysis.rulings import as_ruled, plain_name
from analysis.spans import Span, paragraphs
from articles.models import Draft, Story
from review.documents import as_ruled_by, document_of
from review.models import Analysis, Comparison, Ruling, RunState
from review.progress import Progress, Step
from review.screen.choice import chosen_pair
from review.screen.look import Look
from review.screen.remarks import Talk, talk_in
from review.screen.sidebyside import Alignment, Row, Weights, facing, shared_weights


@dataclass(frozen=True)
class Side:
    """One of the two drafts, with every run of the analysis over it, oldest first."""

    draft: Draft
    runs: tuple[Analysis, ...]
    ruled: tuple[Ruled, ...] = ()

    @cached_property
    def document(self) -> Document | None:
        """What the latest run that finished read in it, with the labels that were ruled since.

        None where that was written in the form of an older version.
        """
        done = latest_done(self.runs)
        document = document_of(done) if done else None
        return as_ruled(document, self.ruled) if document else None

    @cached_property
    def mentions(self) -> Mapping[int, Sequence[Mention]]:
        """By entity, in order of the text."""
        return _by(lambda mention: mention.entity, self.document.mentions if self.document else ())

    @cached_property
    def quotations(self) -> Mapping[int | None, Sequence[Quotation]]:
        """By the entity that speaks."""
        return _by(_speaker, self.document.quotations if self.document else ())

    @cached_property
    def stances(self) -> Mapping[int | None, Sequence[Quotation]]:
        """By the entity that takes them."""
        return _by(_speaker, self.document.stances if self.document else ())

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        return tuple(paragraphs(self.draft.text))

    @property
    def has_headline(self) -> bool:
        return self.section_at(0) == "headline"

    def paragraph_at(self, offset: int) -> int:
        """The paragraph that this code point of the draft stands in."""
        return max(bisect_right(self.paragraphs, offset, key=lambda place: place.start) - 1, 0)

    def letters(self, paragraph: int) -> int:
        return self.paragraphs[paragraph].end - self.paragraphs[paragraph].start

    def section_at(self, offset: int) -> str:
        """ "headline" or another part of the canonical text; empty where the draft names none."""
        return next((name for name, start, end in self.draft.sections if start <= offset < end), "")


@dataclass(frozen=True)
class Spread:
    """What lies open. `right` is None while the story has one draft only; `drafts` are all there are to choose from."""

    story: Story
    drafts: Sequence[Draft]
    left: Side
    right: Side | None
    comparisons: tuple[Comparison, ...]
    rulings: Sequence[Ruling] = ()

    @property
    def sides(self) -> tuple[Side, ...]:
        return (self.left, self.right) if self.right else (self.left,)

    @property
    def is_revision(self) -> bool:
        """Whether the right draft is a later text of the left one's version: what differs was taken out or put in."""
        return self.right is not None and self.left.draft.version == self.right.draft.version

    @cached_property
    def talk(self) -> Talk:
        return talk_in(side.draft for side in self.sides)

    @cached_property
    def comparison(self) -> Comparison | None:
        return latest_done(self.comparisons)

    @cached_property
    def progress(self) -> Progress:
        """The latest run of each kind: what the page still waits for, or why something was not checked."""
        steps = [Step(f"Draft {side.draft.label}", "", side.runs[-1]) for side in self.sides if side.runs]
        if self.right and self.comparisons:
            title = f"{self.left.draft.label} against {self.right.draft.label}"
            steps.append(Step(title, "", self.comparisons[-1]))
        return Progress(tuple(steps))

    @property
    def is_read_again(self) -> bool:
        """Whether the page waits for what it has already in an earlier state."""
        return not self.progress.is_over and self.is_checked

    @property
    def is_by_older_standards(self) -> bool:
        """Whether the desk's house list or the loudness of its checks changed since the drafts were read."""
        changed_at = self.story.desk.standards_changed_at
        runs = [step.run for step in self.progress.steps]
        return bool(
            changed_at and self.progress.is_over and any((r.started_at or r.asked_at) < changed_at for r in runs)
        )

    @cached_property
    def cast(self) -> list[Named]:
        """Who and what the open drafts speak of."""
        return namesakes([side.document or Document("") for side in self.sides])

    def named(self, words: str) -> Named | None:
        """Who of them goes by these words."""
        return self._by_spelling.get(plain_name(words))

    @cached_property
    def _by_spelling(self) -> dict[str, Named]:
        """A name outranks what somebody else is called as well."""
        aliases = {spelling: named for named in self.cast for spelling in named.spellings}
        return aliases | {named.name: named for named in self.cast}

    def rulings_on(self, spellings: Sequence[str]) -> tuple[Ruling | None, Ruling | None]:
        """The ruling in force on one of these spellings, and the last word that stands to be overruled."""
        by_name = {ruling.name: ruling for ruling in self.rulings}
        words = [by_name[spelling] for spelling in spellings if spelling in by_name]
        in_force = next((word for word in words if word.is_in_force), None)
        return in_force, in_force or by_name.get(spellings[0])

    @property
    def is_checked(self) -> bool:
        """Whether all that could be found was looked for."""
        runs = [latest_done(side.runs) for side in self.sides] + ([self.comparison] if self.right else [])
        return all(runs)

    @cached_property
    def alignment(self) -> Alignment:
        """The matched sentences as seen from the left side, whichever draft was stored first."""
        if not self.comparison or not self._speaks_of_these_readings:
            return ()
        if self.comparison.left_id == self.left.draft.pk:
            return [(i, j, similarity) for i, j, similarity in self.comparison.alignment]
        return [(j, i, similarity) for i, j, similarity in self.comparison.alignment]

    @cached_property
    def rows(self) -> list[Row]:
        right = self.right.paragraphs if self.right else ()
        return facing(len(self.left.paragraphs), len(right), self._weights())

    @cached_property
    def row_of(self) -> dict[tuple[int, int], int]:
        """Where a paragraph, given by its draft's id and its index, lies on the spread."""
        places = {(self.left.draft.pk, i): number for number, row in enumerate(self.rows) for i in row.left}
        if self.right:
            right = self.right.draft.pk
            places |= {(right, j): number for number, row in enumerate(self.rows) for j in row.right}
        return places

    def place_of(self, draft_id: int, offset: int) -> tuple[int, int]:
        """The row that this code point of a draft lies in, and the code point itself: sorts down the page."""
        side = next(side for side in self.sides if side.draft.pk == draft_id)
        return self.row_of[draft_id, side.paragraph_at(offset)], offset

    @property
    def _speaks_of_these_readings(self) -> bool:
        """Whether the comparison counts these sentences: not while newer checks have read a draft but not the pair."""
        runs = [self.comparison, *(latest_done(side.runs) for side in self.sides)]
        return None not in runs and len({run.versions for run in runs if run}) == 1

    def has_counterpart(self, column: int, paragraph: int) -> bool:
        """Whether any of it is told by the other draft, facing it or not: a lede that the other has as its headline."""
        return any(pair[column] == paragraph for pair in self._shared)

    @cached_property
    def _shared(self) -> Weights:
        if not self._speaks_of_these_readings or not self.left.document or not self.right or not self.right.document:
            return {}
        return shared_weights(self.left.document, self.right.document, self.alignment)

    def _weights(self) -> Weights:
        right = self.right
        if right is None:
            return {}
        if self._speaks_of_these_readings and self.left.document and right.document:
            weights = self._shared
            if self.left.has_headline and right.has_headline:
                below = {pair: weight for pair, weight in weights.items() if 0 not in pair}
                return below | {(0, 0): inf}  # headlines face each other, however little they share, and nothing else
            return weights
        # Not compared yet: the paragraphs face each other as they come.
        return {(i, i): 1.0 for i in range(min(len(self.left.paragraphs), len(right.paragraphs)))}


Key = TypeVar("Key")
Part = TypeVar("Part")


def _by(key: Callable[[Part], Key], parts: Iterable[Part]) -> Mapping[Key, Sequence[Part]]:
    found: dict[Key, list[Part]] = defaultdict(list)
    for part in parts:
        found[key(part)].append(part)
    return found


def _speaker(quotation: Quotation) -> int | None:
    return quotation.speaker.entity if quotation.speaker else None


AnyRun = TypeVar("AnyRun", Analysis, Comparison)


def latest_done(runs: Sequence[AnyRun]) -> AnyRun | None:
    return next((run for run in reversed(runs) if run.state == RunState.DONE), None)


def open_spread(story: Story, look: Look) -> Spread | None:
    """The two drafts that the address asks for, or those that are most worth comparing; None without any draft.

    Raises `Http404` for a draft of another story.
    """
    drafts = list(story.drafts.select_related("written_by", "handed_in_by"))
    if not drafts:
        return None
    left, right = chosen_pair(drafts, look)
    rulings = list(story.rulings.last_words().select_related("by"))
    if right is None:
        return Spread(story, drafts, _side(left, rulings), None, (), rulings)
    comparisons = tuple(_comparisons(left, right))
    return Spread(story, drafts, _side(left, rulings), _side(right, rulings), comparisons, rulings)


def _side(draft: Draft, rulings: Sequence[Ruling]) -> Side:
    """Documents are large: only the one to be shown is fetched."""
    ruled = tuple(as_ruled_by(ruling) for ruling in rulings if ruling.is_in_force)
    return Side(draft, tuple(draft.analyses.defer("document")), ruled)


def _comparisons(one: Draft, other: Draft) -> QuerySet[Comparison]:
    left, right = sorted([one.pk, other.pk])
    return Comparison.objects.filter(left=left, right=right)
