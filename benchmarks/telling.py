"""Writes docs/load.md and its curves from what was measured: the same figures give the same page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.curves import axis_of, drawn

Kept = Mapping[str, Any]

PAGE = "load.md"
DATABASES = {"growth-postgresql": "PostgreSQL", "growth-sqlite": "SQLite"}
CURVED = (
    "board",
    "review",
    "review: what it polls",
    "search: a rare word",
    "claims",
    "hand-in",
    "API: stories",
    "handing in",
)
GROWS_AT_MOST = 1.3
HEAD = """# Load and growth

<!-- Written by `make bench ONLY="load growth workers machines"`: run it on a machine that does nothing else. -->

How much one machine bears, what grows with the newsroom's history, and what a further worker brings.
All on copy that is made up (`benchmarks/newscopy.py`), with the programs as `make run` starts them."""
ENDS = """## Where one machine ends

| add first | when | it brings |
| --- | --- | --- |
{rows}

Workers share nothing with the web but PostgreSQL and Redis: files that were handed in are rows, so no disk is shared
([operating](operating.md)). Move them to a machine of their own before PostgreSQL, and PostgreSQL before the web."""


def tell(told: Kept, *, folder: Path) -> None:
    """The page and its curves, in this folder."""
    for name, curve in curves(told):
        (folder / name).write_text(curve)
    (folder / PAGE).write_text(page(told))


def page(told: Kept) -> str:
    """What was not measured yet is left out."""
    sections = [
        HEAD,
        *([_load(told["load"])] if "load" in told else []),
        *([_workers(told)] if "workers" in told else []),
        *([_growth(told)] if DATABASES.keys() & told.keys() else []),
        *([_ends(told)] if {"load", "workers"} <= told.keys() else []),
    ]
    return "\n\n".join(sections) + "\n"


def curves(told: Kept) -> Iterator[tuple[str, str]]:
    """Each file by its name."""
    if "load" in told:
        yield "load-waits.svg", _waits(told["load"]["sustained"])
        yield "load-rates.svg", _rates(told["load"])
    for name in [name for name in DATABASES if name in told]:
        yield f"load-{name}.svg", _grown(told[name], DATABASES[name])


def _waits(night: Kept) -> str:
    waits, sizes = night["waits"], night["sizes"]
    return drawn(
        f"{night['a_minute']:g} hand-ins a minute: seconds from each to its findings",
        {"until the findings are there": waits, "drafts and pairs not yet through": sizes},
        across=axis_of("seconds since the first", [x for x, _ in (*waits, *sizes)]),
        up=axis_of("seconds; drafts and pairs", [y for _, y in (*waits, *sizes)] + [8.5]),
        bar=8,
    )


def _rates(load: Kept) -> str:
    rungs = sorted([load["sustained"], *load["rungs"]], key=lambda rung: rung["a_minute"])
    lines = {
        name: [(rung["a_minute"], rung[key]) for rung in rungs]
        for name, key in {"p95 until the findings": "p95", "median": "median"}.items()
    }
    return drawn(
        "The wait at other rates",
        lines,
        across=axis_of("hand-ins a minute", [rung["a_minute"] for rung in rungs]),
        up=axis_of("seconds", [y for line in lines.values() for _, y in line] + [8.5]),
        bar=8,
    )


def _grown(growth: Kept, database: str) -> str:
    sizes = growth["sizes"]
    lines = {
        row["page"]: list(zip(sizes, row["milliseconds"], strict=True))
        for row in growth["pages"]
        if row["page"] in CURVED
    }
    return drawn(
        f"Pages as the history grows, {database}",
        lines,
        across=axis_of("stories", sizes, powers=True),
        up=axis_of("milliseconds of the processor", [y for line in lines.values() for _, y in line]),
    )


def _load(load: Kept) -> str:
    night = load["sustained"]
    return "\n\n".join(
        (
            "## Load",
            f"PostgreSQL, Valkey, the web and both workers on one machine, which also plays the editors. "
            f"{_circumstances(load)}",
            f"**{night['a_minute']:g} hand-ins of 800 words a minute for {night['seconds'] / 60:g} minutes, while 20 "
            f"editors poll: from hand-in to findings {night['median']:.1f} s in the median and {night['p95']:.1f} s at "
            f"p95 (at most 8), the slowest page {night['pages_p95'] * 1000:.0f} ms at p95 (at most 300), "
            f"{night['errors']} errors.** Of three drafts one opens a story, one is another writer's version and one "
            f"a revision: {night['sent']} drafts were sent, each compared with one other on the average. "
            f"{_highest(load)}",
            "![Waits](load-waits.svg)",
            "![Rates](load-rates.svg)",
            _table(["a minute", "held", "median, s", "p95, s", "slowest page p95, ms", "errors"], _rungs(load)),
            *_where_time_goes(night),
        )
    )


def _where_time_goes(night: Kept) -> Iterator[str]:
    yield "Where a draft's time goes, in seconds:"
    parts = [[name, f"{median:.2f}", f"{p95:.2f}"] for name, (median, p95) in night["parts"].items()]
    yield _table(["part", "median", "p95"], parts)
    yield "Where the processors' time goes:"
    spent = [
        [name, f"{seconds / night['seconds']:.2f}", f"{seconds / night['sent']:.2f}"]
        for name, seconds in night["spent"].items()
    ]
    yield _table(["program", "processors", "seconds a draft"], spent)
    yield "Pages meanwhile, in milliseconds as their browsers see them:"
    pages = [
        [page, f"{asked:,}", f"{median * 1000:.0f}", f"{p95 * 1000:.0f}"]
        for page, (asked, median, p95) in night["pages"].items()
    ]
    yield _table(["page", "asked", "median", "p95"], pages)


def _rungs(load: Kept) -> list[list[str]]:
    rungs = sorted([load["sustained"], *load["rungs"]], key=lambda rung: rung["a_minute"])
    return [
        [
            f"{rung['a_minute']:g}",
            "yes" if rung["held"] else "no",
            f"{rung['median']:.1f}",
            f"{rung['p95']:.1f}",
            f"{rung['pages_p95'] * 1000:.0f}",
            str(rung["errors"]),
        ]
        for rung in rungs
    ]


def _highest(load: Kept) -> str:
    held = [rung["a_minute"] for rung in (load["sustained"], *load["rungs"]) if rung["held"]]
    return f"The highest rate that held all bars was {max(held):g} a minute." if held else "No rate held all bars."


def _workers(told: Kept) -> str:
    workers = told["workers"]
    one, two = workers["one"], workers["two"]
    kinds = {"one worker": one, "two workers": two, "one for each queue, as the app is run": workers["apart"]}
    between = "No machine with two networks was at hand."
    if "machines" in told:
        kinds["two workers in two networks"] = told["machines"]["two"]
        between = (
            "The last line is of workers in two network namespaces, each with one wire to the one broker and the "
            f"PostgreSQL outside, and no disk in common. {_circumstances(told['machines'])}"
        )
    return "\n\n".join(
        (
            "## Workers",
            "A full queue: stories of two drafts of 800 words, so that two are read and one pair is compared. "
            f"A worker has one child. {_circumstances(workers)}",
            f"**Two do {two['drafts_an_hour'] / one['drafts_an_hour']:.2f} times what one does (at least 1.7).**",
            _table(
                ["workers", "drafts an hour", "MB each (RSS)", "MB each (PSS)", "processor seconds a draft"],
                (_shift(name, shift) for name, shift in kinds.items()),
            ),
            between,
        )
    )


def _shift(name: str, shift: Kept) -> list[str]:
    return [
        name,
        f"{shift['drafts_an_hour']:,.0f}",
        f"{shift['rss']:.0f}",
        f"{shift['pss']:.0f}",
        f"{shift['spent']:.2f}",
    ]


def _growth(told: Kept) -> str:
    parts = [
        "## Growth of the history",
        "Milliseconds of the processor, of the web and of the database together, in the best of several rounds, with a "
        "history of so many stories: each with two versions, findings, decisions, claims, comments, notifications and "
        "its record. All belong to the desk of who asks. No page is to take more than "
        f"{GROWS_AT_MOST} times as long, or to ask the database more often.",
        "Two look at more while there is more, up to a bound: “precision” weighs a desk's newest decisions, of which a "
        "hundred stories have fewer than it takes (`review/precision.py`); and the sweep, which is no page, asks every "
        "ten seconds whether today's checks have read all that was touched these weeks (`review/runs/outdated.py`).",
    ]
    for name in [name for name in DATABASES if name in told]:
        growth = told[name]
        rows = [_grown_row(row) for row in growth["pages"]]
        over = [row[0] for row in rows if row[-2].endswith("**")]
        asks_more = [row["page"] for row in growth["pages"] if len(set(row["queries"])) > 1]
        parts += [
            f"### {DATABASES[name]}",
            _circumstances(growth),
            f"Over the bar: {', '.join(over) or 'none'}. Asking more often: {', '.join(asks_more) or 'none'}.",
            f"![Growth on {DATABASES[name]}](load-{name}.svg)",
            _table(["page", *(f"{size:,}" for size in growth["sizes"]), "growth", "queries"], rows),
        ]
    return "\n\n".join(parts)


def _grown_row(row: Kept) -> list[str]:
    times = row["milliseconds"]
    growth = times[-1] / times[0]
    told = f"**{growth:.2f}**" if growth > GROWS_AT_MOST else f"{growth:.2f}"
    return [row["page"], *(f"{time:.1f}" for time in times), told, str(row["queries"][-1])]


def _ends(told: Kept) -> str:
    night, workers = told["load"]["sustained"], told["workers"]
    one = workers["one"]
    spent = {name: seconds / night["sent"] for name, seconds in night["spent"].items()}
    working = sum(spent.get(name, 0.0) for name in ("reading", "comparing"))
    rows = [
        ["a machine for workers", "`part=\"waited\"` of `backread_run_seconds_15m` above what editors bear",
         f"{one['drafts_an_hour']:,.0f} drafts an hour for each processor, {one['pss']:.0f} MB each; a draft takes "
         f"{working:.2f} s of a processor here"],
        ["another web process", "pages above 300 ms while a processor is idle",
         f"20 editors and {night['a_minute']:g} hand-ins a minute took "
         f"{night['spent'].get('web', 0) / night['seconds']:.2f} of a processor"],
        ["a machine for PostgreSQL", "it has none of its processors to itself",
         f"it took {night['spent'].get('PostgreSQL', 0) / night['seconds']:.2f} of a processor, "
         f"{spent.get('PostgreSQL', 0):.2f} s a draft"],
    ]  # fmt: skip
    return ENDS.format(rows="\n".join(_row(row) for row in rows))


def _circumstances(measured: Kept) -> str:
    told = measured["circumstances"]
    return f"Measured on {told['date']} at {told['commit']}: {told['machine']}; {told['others']}."


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join((_row(head), _row(["---"] * len(head)), *(_row(row) for row in rows)))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
