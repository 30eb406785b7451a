"""How long the server takes over each page of a crowded newsroom, beside the log-in page, which asks no database."""

import gc
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http import HTTPStatus

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Desk, Story, User
from benchmarks.crowded import LONG_SLUG, crowded_desk, tell, told
from benchmarks.stopwatch import timed
from review.models import Comparison, Finding, Reason

STORIES = 1_000
USUAL, LONG = 600, 5_000  # words
HIGHLIGHTS = 300
ROUNDS = 15
THE_LONG_ONE = f"review of {LONG:,} words, {HIGHLIGHTS} highlights"
BARS = {"board": (100, 12), THE_LONG_ONE: (250, 25)}  # milliseconds and queries

Load = Callable[[], None]


class NotShown(RuntimeError):
    """What was to be measured is no page but a refusal or an error."""


def lines() -> Iterator[str]:
    """One for each page."""
    desk = crowded_desk(told(USUAL), stories=STORIES)
    long_pair = _long_pair(desk)
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(username="chief"))
    gc.collect()
    gc.freeze()  # the language model that wrote the stories is no part of a web server
    yield f"{STORIES:,} stories on one desk, {connection.vendor}; milliseconds in the server, {ROUNDS} rounds"
    yield f"{'':<42}{'queries':>8}{'median':>8}{'p95':>8}{'× log-in':>10}{'at most':>16}"
    baseline = 0.0
    for name, load in _pages(client, desk, long_pair).items():
        queries = queries_of(load)
        times = timed(load, rounds=ROUNDS)
        baseline = baseline or times.median
        ratio = times.median / baseline
        bar = f"{BARS[name][0]} ms, {BARS[name][1]}" if name in BARS else ""
        yield f"{name:<42}{queries:>8}{times.median * 1000:>8.1f}{times.p95 * 1000:>8.1f}{ratio:>10.1f}{bar:>16}"


def _long_pair(desk: Desk) -> Comparison:
    reporter = User.objects.get(username="reporter")
    story = Story.objects.create(desk=desk, slug=LONG_SLUG, opened_by=reporter)
    return tell(story, told(LONG, findings=HIGHLIGHTS), by=reporter)


def _pages(client: Client, desk: Desk, long_pair: Comparison) -> Mapping[str, Load]:
    """What each is called, and how it is loaded; the log-in page comes first."""
    story = Story.objects.filter(desk=desk).order_by("pk")[0].pk
    usual, long = reverse("review", args=[story]), reverse("review", args=[long_pair.story_id])
    findings = list(Finding.objects.filter(comparison=long_pair))
    load = partial(load_page, client)
    return {
        "log-in": partial(load_page, Client(headers={"host": "localhost"}), reverse("login")),
        "board": partial(load, reverse("board")),
        "board as a table": partial(load, reverse("board"), {"table": "1"}),
        "board, searched": partial(load, reverse("board"), {"words": "council"}),
        "board, blocked stories only": partial(load, reverse("board"), {"blocking": "1"}),
        "hand in": partial(load, reverse("hand-in")),
        "hand in to a story": partial(load, reverse("hand-in-to", args=[story])),
        "sign-off": partial(load, reverse("sign-off", args=[story])),
        "history": partial(load, reverse("history", args=[story])),
        "notifications": partial(load, reverse("mails")),
        f"review of {USUAL} words": partial(load, usual),
        THE_LONG_ONE: partial(load, long),
        "  card of one of them": partial(load, long, {"finding": findings[0].pk}, part="card"),
        "  dismissing one, and what comes next": partial(_dismiss, client, iter(findings)),
    }


def load_page(client: Client, address: str, query: Mapping[str, str | int] | None = None, *, part: str = "") -> None:
    """The page, or a part of it as htmx asks for it."""
    headers = {"HX-Request": "true", "HX-Target": part} if part else {}
    response = client.get(address, query, headers=headers)
    if response.status_code not in {HTTPStatus.OK, HTTPStatus.NO_CONTENT}:
        raise NotShown(f"{address} answered {response.status_code}.")


def _dismiss(client: Client, findings: Iterator[Finding]) -> None:
    finding, headers = next(findings), {"HX-Request": "true", "HX-Target": "findings"}
    address = reverse("finding-dismiss", args=[finding.pk])
    response = client.post(address, {"reason": Reason.BOTH_TRUE, "seen": ""}, headers=headers, follow=True)
    if not response.redirect_chain or response.status_code != HTTPStatus.OK:
        raise NotShown(f"{address} answered {response.status_code}.")


def queries_of(load: Load) -> int:
    load()  # the first time templates are compiled, and a first look is written down
    with CaptureQueriesContext(connection) as asked:
        load()
    return len(asked)
