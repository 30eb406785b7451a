"""Every format that is read, one file each: a file here that has a FORMAT is found, none is listed."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from analysis.readers.read_text import ReadText


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `recognises` looks at content alone; `read` takes the content and, for refusals, the file's name.

    `name` reads on after "it is": "a Word document". `bears_mark` is False where the content has nothing of
    its own to be told by: plain text, which is tried last.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], ReadText]
    bears_mark: bool = True


@cache
def formats() -> tuple[Format, ...]:
    """All formats, those that bear a mark first."""
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    found: list[Format] = [module.FORMAT for module in modules]
    return tuple(sorted(found, key=lambda form: not form.bears_mark))
