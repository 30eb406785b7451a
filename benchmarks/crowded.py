"""A desk with many stories, each told in two drafts that were read and compared."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle, islice, product

from django.db import transaction
from django.utils.timezone import now

from analysis.comparison import Comparison as Compared
from analysis.comparison import compare
from analysis.document import Document
from analysis.findings import Finding, Kind, Severity, Values
from analysis.pipeline import annotate
from analysis.spans import Span
from analysis.stored import dumped
from analysis.versions import VERSIONS
from articles.audit import record
from articles.models import Desk, Draft, Role, Story, StoryState, User
from benchmarks.newscopy import newscopy, rewritten
from review.models import Alert, AlertKind, Analysis, Comparison, Decision, DecisionKind, RunState, Stage
from review.runs.storing import store_comparison, store_document
from review.verbs import Verb

LONG_SLUG = "long"  # of the story with the longest review page
EVENTS = 200  # in the record of a story that was long worked on
MADE_UP = (Span(0, 12), Span(20, 32))  # the letters of a sentence that findings are made up about
CLAIMS_KEPT = 3  # one in so many: every sentence of our copy is a claim, as in no newspaper
STATES = (StoryState.NEEDS_WORK, StoryState.READY, StoryState.APPROVED)
DONE = {"versions": VERSIONS, "state": RunState.DONE, "stage": Stage.FINISHED}


@dataclass(frozen=True, slots=True)
class Told:
    """One story in two versions, as the analysis reads them."""

    left: Document
    right: Document
    compared: Compared


def told(words: int, *, findings: int | None = None, about: str = "") -> Told:
    """Copy of that length, which opens with a place; with `findings`, it has so many, made up and spread over it."""
    text = f"The council met in {about}.\n{newscopy(words)}" if about else newscopy(words)
    left, right = _read(text), _read(rewritten(text, share=0.2))
    compared = compare(left, right)
    if findings is None:
        return Told(left, right, compared)
    made_up = tuple(islice(_made_up(left, right, compared), findings))
    return Told(replace(left, findings=()), replace(right, findings=()), replace(compared, findings=made_up))


@transaction.atomic
def crowded_desk(usual: Told, *, stories: int) -> Desk:
    """The same two drafts in every story: approved here, stale there, with one notification each for the chief."""
    desk = Desk.objects.create(name="City desk", slug="city")
    chief, reporter = _member(desk, "chief", Role.CHIEF), _member(desk, "reporter", Role.REPORTER)
    opened = Story.objects.bulk_create(
        Story(desk=desk, slug=f"story-{number}", opened_by=reporter, touched_by=chief, state=state)
        for number, state in zip(range(stories), cycle(STATES))
    )
    for story in opened:
        tell(story, usual, by=reporter)
    approved = [story for story in opened if story.state == StoryState.APPROVED]
    Decision.objects.bulk_create(_signature(story, chief, stale=place % 2 == 0) for place, story in enumerate(approved))
    Alert.objects.bulk_create(
        Alert(recipient=chief, story=story, kind=AlertKind.FLAGGED, message_id=f"<{story.pk}@bench>")
        for story in opened
    )
    for _ in range(EVENTS):
        record(story=opened[0], actor=chief, verb=Verb.DISMISSED, details={"message": "The figures differ."})
    return desk


def tell(story: Story, told: Told, *, by: User) -> Comparison:
    """Store both drafts and what was found, as the workers do."""
    left, right = (_draft(story, number, document, by) for number, document in enumerate((told.left, told.right), 1))
    comparison = Comparison.objects.create(story=story, left=left, right=right, finished_at=now(), **DONE)
    store_comparison(comparison, told.compared)
    return comparison


def _read(text: str) -> Document:
    document = annotate(text, dated=date(2026, 3, 2))
    return replace(document, claims=document.claims[::CLAIMS_KEPT])


def _draft(story: Story, number: int, document: Document, by: User) -> Draft:
    draft = Draft.objects.create(
        story=story,
        number=number,
        version=number,
        written_by=by,
        handed_in_by=by,
        headline=document.text.split(".")[0],
        text=document.text,
        sections=[["body", 0, len(document.text)]],
        sha256=hashlib.sha256(document.text.encode()).hexdigest(),
    )
    analysis = Analysis.objects.create(draft=draft, document=dumped(document), finished_at=now(), **DONE)
    store_document(analysis, document)
    return draft


def _member(desk: Desk, username: str, role: Role) -> User:
    person = User.objects.create(username=username)
    desk.memberships.create(user=person, role=role)
    return person


def _signature(story: Story, chief: User, *, stale: bool) -> Decision:
    draft = story.drafts.all()[0]
    return Decision(
        story=story, kind=DecisionKind.APPROVE, draft=draft, by=chief, sha256="gone" if stale else draft.sha256
    )


def _made_up(left: Document, right: Document, compared: Compared) -> Iterator[Finding]:
    """Two for each two matched sentences, of all kinds and severities."""
    places = product(compared.matches, MADE_UP)
    for number, ((match, letters), kind, severity) in enumerate(zip(places, cycle(Kind), cycle(Severity))):
        here, there = left.sentences[match.a].start, right.sentences[match.b].start
        yield Finding(
            kind=kind,
            severity=severity,
            conflict=True,
            confidence=0.9,
            message="One draft says two, the other three.",
            why="Both tell of the same thing.",
            a=(Span(here + letters.start, here + letters.end),),
            b=(Span(there + letters.start, there + letters.end),),
            values=Values("2", "3"),
            subject="figure",
            fingerprint=f"made-up-{number}",
        )
