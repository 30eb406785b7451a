"""Prints how long the analysis takes, and the pages of a newsroom with a thousand stories."""

from collections.abc import Iterable

from benchmarks import comparing, reading
from benchmarks.scratch import scratch_newsroom


def main() -> None:
    _print(reading.lines())
    _print(comparing.lines())
    with scratch_newsroom():
        from benchmarks import pages  # needs the models, which Django lets nobody import before

        _print(pages.lines())


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
