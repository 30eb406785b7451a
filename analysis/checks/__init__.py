"""The checks, one file each, found by looking into this folder: none is registered by hand."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


@cache
def document_checks() -> tuple[ModuleType, ...]:
    """Those that read one draft: they have `find(side) -> Iterator[Finding]`."""
    return tuple(module for module in _modules() if hasattr(module, "find"))


@cache
def pair_checks() -> tuple[ModuleType, ...]:
    """Those that read two drafts against each other: they have `compare(pair) -> Iterator[Finding]`."""
    return tuple(module for module in _modules() if hasattr(module, "compare"))


def check_name(module: ModuleType) -> str:
    """The check's name: that of its file."""
    return module.__name__.rpartition(".")[2]


def _modules() -> Iterator[ModuleType]:
    for found in iter_modules(__path__):
        yield import_module(f"{__name__}.{found.name}")
