"""Whether pages get slower as the newsroom's history grows: each at a hundred, a thousand and 20,000 stories.

All three stand side by side and take turns. What is counted is the processor's time in the best round, of this
process and of the database that serves it: the clock on the wall tells what else the machine does.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import perf_counter

from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.urls import reverse

from articles.models import Desk, Story, User
from benchmarks import extent
from benchmarks.copies import copied, server_of, use
from benchmarks.editors import polls_in
from benchmarks.history import PATTERNS, RARE, RARE_SLUG, grow_to, newsroom_of_patterns
from benchmarks.pages import Load, load_page, queries_of
from benchmarks.results import keep
from benchmarks.stopwatch import computed_together
from newsroom.watching import figures
from review.actions.connections import make_token
from review.actions.uploads import paste_text
from review.models import Finding, TokenScope
from review.tasks import sweep

SIZES = (PATTERNS, 1_000, 20_000)  # stories
SHORT_SIZES = (PATTERNS, 300)
ROUNDS = 9
AT_MOST = 1.3  # times as long with the longest history as with the shortest


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of the best round, and how often the database was asked."""

    milliseconds: float
    queries: int


@dataclass(frozen=True, slots=True)
class Newsroom:
    """One with so many stories, and the process of PostgreSQL that answers for it."""

    database: BaseDatabaseWrapper
    server: int | None


def lines() -> Iterator[str]:
    """One for each page, with its time at every size."""
    desk = newsroom_of_patterns()
    gc.collect()
    gc.freeze()  # the language model that wrote the stories is no part of a web server
    sizes, loads, newsrooms = extent.of(SIZES, short=SHORT_SIZES), _loads(desk), []
    for size in sizes:
        began = perf_counter()
        newsrooms.append(_grown(size, desk))
        yield f"{size:,} stories are there, after {perf_counter() - began:.0f} s"
    yield f"{connection.vendor}; milliseconds of the processor, the best of {ROUNDS} rounds; at most × {AT_MOST}"
    yield f"{'stories':<40}" + "".join(f"{size:>9,}" for size in sizes) + f"{'growth':>9}{'queries':>14}"
    measured: dict[str, list[Measured]] = {}
    for name, load in loads.items():
        at = measured[name] = _measured(load, newsrooms)
        times = "".join(f"{one.milliseconds:>9.1f}" for one in at)
        asked = " ".join(str(one.queries) for one in at)
        yield f"{name:<40}{times}{at[-1].milliseconds / at[0].milliseconds:>9.2f}{asked:>14}"
    keep(f"growth-{connection.vendor}", {"sizes": sizes, "pages": _as_rows(measured)})


def _grown(size: int, desk: Desk) -> Newsroom:
    """Of the patterns alone, which stay as they are in the database that was in use."""
    patterns = connections["default"]
    database = copied(f"of_{size}")
    use(database)
    grow_to(size, desk)
    server = server_of(database)
    use(patterns)
    return Newsroom(database, server)


def _measured(load: Load, newsrooms: Sequence[Newsroom]) -> list[Measured]:
    """At every size. They take turns, so that a busy machine favours none."""
    queries, rounds = [], []
    for newsroom in newsrooms:
        use(newsroom.database)
        queries.append(queries_of(load))
    for _ in range(ROUNDS):
        rounds.append([_once(load, newsroom) for newsroom in newsrooms])
    best = [min(seconds) * 1000 for seconds in zip(*rounds, strict=True)]
    return [Measured(milliseconds, asked) for milliseconds, asked in zip(best, queries, strict=True)]


def _once(load: Load, newsroom: Newsroom) -> float:
    use(newsroom.database)
    return computed_together(load, other=newsroom.server)


def _as_rows(measured: Mapping[str, list[Measured]]) -> list[dict[str, object]]:
    return [
        {"page": name, "milliseconds": [one.milliseconds for one in at], "queries": [one.queries for one in at]}
        for name, at in measured.items()
    ]


def _loads(desk: Desk) -> dict[str, Load]:
    chief = User.objects.get(username="chief")
    return {**_pages(chief), **_pages_of_a_story(chief), **_pages_of_a_desk(chief, desk), **_others(chief, desk)}


def _pages(person: User) -> dict[str, Load]:
    board = partial(load_page, _client(person), reverse("board"))
    asked = {
        "board": {},
        "board as a table": {"table": "1"},
        "board: its last page": {"table": "1", "page": "last"},
        "board: mine": {"mine": "1"},
        "board: blocked": {"blocking": "1"},
        "board: news": {"news": "1"},
        "board: approved but stale": {"stale": "1"},
        "board: nobody's": {"with": "-"},
        "board: overdue": {"time": "overdue"},
        "search: a rare word": {"words": RARE},
        "search: a word of every story": {"words": "council"},
        "search: part of a slug line": {"words": RARE_SLUG},
        "search: part of every slug line": {"words": "-"},
    }
    loads: dict[str, Load] = {name: partial(board, query) for name, query in asked.items()}
    loads["board: what it polls"] = partial(board, part="stories")
    return loads | {
        name: partial(load_page, _client(person), reverse(name)) for name in ("hand-in", "hand-over", "mails")
    }


def _pages_of_a_story(person: User) -> dict[str, Load]:
    """Of one that was there from the beginning."""
    story = Story.objects.order_by("pk")[1]
    client, finding = _client(person), Finding.objects.filter(comparison__story=story)[0]
    names = ("review", "hand-in-to", "claims", "comments", "sign-off", "history", "plan")
    loads: dict[str, Load] = {name: partial(load_page, client, reverse(name, args=[story.pk])) for name in names}
    review = reverse("review", args=[story.pk])
    company = next(poll for poll in polls_in(client.get(review).content.decode()) if poll.part == "company")
    return loads | {
        "review: a finding's card": partial(load_page, client, review, {"finding": finding.pk}, part="card"),
        "review: what it polls": partial(load_page, client, company.address, part=company.part),
    }


def _pages_of_a_desk(person: User, desk: Desk) -> dict[str, Load]:
    client = _client(person)
    names = ("desk", "house", "precision", "connections")
    loads: dict[str, Load] = {name: partial(load_page, client, reverse(name, args=[desk.slug])) for name in names}
    searched = partial(load_page, client, reverse("house", args=[desk.slug]), {"words": "00017"})
    return loads | {"house: searched": searched}


def _others(person: User, desk: Desk) -> dict[str, Load]:
    """The API, the administrator's pages, what operators ask, and what goes on behind the pages."""
    _, token = make_token(by=person, desk=desk, name="bench", scopes=list(TokenScope))
    api = Client(headers={"host": "localhost", "authorization": f"Bearer {token}"})
    story = Story.objects.order_by("pk")[1]
    asked = {
        "API: stories": "stories",
        "API: stories by slug line": f"stories?slug={story.slug}",
        "API: stories by state": "stories?state=needs_work",
        "API: findings": f"stories/{story.pk}/findings",
        "API: claims": f"stories/{story.pk}/claims",
        "API: decisions": f"stories/{story.pk}/decisions",
    }
    admin = _client(User.objects.create_superuser("admin"))
    tables = ("articles_user", "articles_desk", "review_alert", "review_invitation")
    return {
        **{name: partial(load_page, api, f"/api/v1/{address}") for name, address in asked.items()},
        **{f"admin: {table}": partial(load_page, admin, reverse(f"admin:{table}_changelist")) for table in tables},
        "metrics": _figures,
        "the sweep": sweep,
        "handing in": partial(_hand_in, story, person, iter(range(10**6))),
    }


def _figures() -> None:
    figures.as_text()


def _hand_in(story: Story, person: User, numbers: Iterator[int]) -> None:
    """And take it back, so that the history is no longer for it."""
    with transaction.atomic():
        paste_text(by=person, story=story, headline="Late news", text=f"Number {next(numbers)}.")
        transaction.set_rollback(True)


def _client(person: User) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    return client
