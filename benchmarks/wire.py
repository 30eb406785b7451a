"""Drafts that come in at a steady pace through the API, whether or not the newsroom keeps up, and how long each waits.

Of three, one opens a story, one is another writer's version of an earlier story, and one revises an earlier first
draft: so a draft is compared with one other on the average.
"""

import json
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus

from django.db.models import QuerySet
from django.utils.timezone import now

from articles.models import Draft
from benchmarks.editors import asked
from benchmarks.newscopy import newscopy, rewritten
from review.models import Analysis, Comparison, RunState

WORDS = 800
REVISED, RETOLD = 0.2, 0.5  # of the paragraphs
AT_ONCE = 16
BEHIND = 8  # stories between a first draft and the next: nobody revises what came a second ago
PREFIX = "/api/v1/hand-ins"


@dataclass(frozen=True, slots=True)
class HandIn:
    """One request: its number there, the story, when it was sent, and how many seconds its answer took."""

    number: int
    story: int
    sent_at: datetime
    seconds: float


@dataclass(frozen=True, slots=True)
class Begun:
    """A story that has its first draft, with the text of it."""

    slug: str
    text: str
    first: HandIn


@dataclass(frozen=True, slots=True)
class Way:
    """A draft's way, in seconds: all of it, and its parts; those of comparing are 0 where there was nothing to."""

    sent_at: datetime
    whole: float
    parts: dict[str, float]


@dataclass
class Wire:
    """`arrived` is told the story of each draft that was taken; `refused` are the statuses of those that were not."""

    token: str
    arrived: Callable[[int], None]
    taken: list[HandIn] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    begun: deque[Begun] = field(default_factory=deque)
    retold: deque[Begun] = field(default_factory=deque)

    def send(self, *, a_minute: float, seconds: float, series: str) -> None:
        """At this pace for so long; returns when the last one was answered."""
        began, sent = time.monotonic(), 0
        answers: list[Future[None]] = []
        with ThreadPoolExecutor(AT_ONCE) as hands:
            while (due := began + sent * 60 / a_minute) < began + seconds:
                time.sleep(max(0.0, due - time.monotonic()))
                answers.append(hands.submit(self._hand_in, sent, series))
                sent += 1
        for answer in answers:
            answer.result()

    def _hand_in(self, number: int, series: str) -> None:
        match number % 3:
            case 1 if len(self.begun) > BEHIND:
                story = self.begun.popleft()
                if self._post(story.slug, rewritten(story.text, share=RETOLD, seed=number)):
                    self.retold.append(story)
            case 2 if len(self.retold) > BEHIND:
                story = self.retold.popleft()
                revision = rewritten(story.text, share=REVISED, seed=number)
                self._post(story.slug, revision, revises=self._draft_of(story.first))
            case _:
                slug, text = f"{series}-{number}", newscopy(WORDS, seed=number)
                if first := self._post(slug, text):
                    self.begun.append(Begun(slug, text, first))

    def _post(self, slug: str, text: str, *, revises: int | None = None) -> HandIn | None:
        body: dict[str, object] = {"slug": slug, "headline": text.split(".")[0][:100], "text": text}
        body |= {"revises": revises} if revises else {}
        sent_at, began = now(), time.perf_counter()
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        status, answer = asked("POST", PREFIX, headers, json.dumps(body))
        if status != HTTPStatus.ACCEPTED:
            self.refused.append(status)
            return None
        told = json.loads(answer)
        taken = HandIn(told["id"], told["story"], sent_at, time.perf_counter() - began)
        self.taken.append(taken)
        self.arrived(taken.story)
        return taken

    def _draft_of(self, first: HandIn) -> int | None:
        status, answer = asked("GET", f"{PREFIX}/{first.number}", {"Authorization": f"Bearer {self.token}"})
        number: int | None = json.loads(answer).get("draft") if status == HTTPStatus.OK else None
        return number


def ways_of(taken: Sequence[HandIn]) -> list[Way]:
    """Of those that were read and compared to the end, in the order in which they were sent."""
    found = (_way(one) for one in sorted(taken, key=lambda one: one.sent_at))
    return [way for way in found if way]


def _way(taken: HandIn) -> Way | None:
    draft = Draft.objects.filter(upload=taken.number).defer("text").first()
    if draft is None:
        return None
    reading = _span(Analysis.objects.filter(draft=draft).defer("document"))
    pairs = Comparison.objects.filter(right=draft).defer("alignment", "moved")
    comparing = _span(pairs)
    if reading is None or (comparing is None and pairs):
        return None
    parts = {
        "taking it in": (draft.handed_in_at - taken.sent_at).total_seconds(),
        "waiting to be read": (reading[0] - draft.handed_in_at).total_seconds(),
        "reading": (reading[1] - reading[0]).total_seconds(),
    }
    if comparing:
        parts["waiting to be compared"] = max(0.0, (comparing[0] - reading[1]).total_seconds())
        parts["comparing"] = (comparing[1] - comparing[0]).total_seconds()
    ended_at = max(reading[1], comparing[1]) if comparing else reading[1]
    return Way(taken.sent_at, (ended_at - taken.sent_at).total_seconds(), parts)


def _span(runs: "QuerySet[Analysis] | QuerySet[Comparison]") -> tuple[datetime, datetime] | None:
    """From the first start to the last end; None unless all of them came to a good one."""
    if any(run.state != RunState.DONE for run in runs):
        return None
    starts = [run.started_at for run in runs if run.started_at]
    ends = [run.finished_at for run in runs if run.finished_at]
    return (min(starts), max(ends)) if starts and ends else None
