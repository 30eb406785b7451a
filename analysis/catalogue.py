"""The page of all checks, written from their docstrings: `python -m analysis.catalogue > docs/checks.md`."""

import sys
from collections.abc import Iterable, Iterator
from inspect import cleandoc
from types import ModuleType

from analysis.checks import check_name, document_checks, pair_checks

HEAD = """# The checks

Written by `python -m analysis.catalogue` from the docstrings in `analysis/checks/`; don't edit it by hand.
What each check must catch and must leave alone stands in its twin under `tests/analysis/checks/`.
"""


def catalogue() -> str:
    """The whole page as Markdown."""
    between = _section("Between two drafts", pair_checks())
    within = _section("Inside one draft", document_checks())
    return "\n".join([HEAD, *between, *within]).rstrip() + "\n"


def _section(title: str, checks: Iterable[ModuleType]) -> Iterator[str]:
    yield f"## {title}\n"
    for check in checks:
        yield f"### {check_name(check)}\n\n{cleandoc(check.__doc__ or '')}\n"


if __name__ == "__main__":
    sys.stdout.write(catalogue())
