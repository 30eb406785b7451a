"""Prints what hostile files cost, how long the analysis and the pages take, and what a worker has in memory."""

from collections.abc import Iterable

from benchmarks import comparing, hostile, judging, reading
from benchmarks.scratch import scratch_newsroom


def main() -> None:
    _print("Files made to hurt", hostile.lines())
    _print("Reading", reading.lines())
    _print("Comparing", comparing.lines())
    _print("Judging", judging.lines())
    with scratch_newsroom():
        from benchmarks import browsing, memory, pages  # need the models, which Django lets nobody import before

        _print("Pages", pages.lines())
        _print("In the browser, the longest review page", browsing.lines())
        _print("Memory", memory.lines())


def _print(title: str, lines: Iterable[str]) -> None:
    print(f"\n{title}", flush=True)
    for line in lines:
        print(f"  {line}", flush=True)


if __name__ == "__main__":
    main()
