"""The demo newsroom's desks and stories, from index.toml and the text files beside it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from analysis.document import HouseEntry
from analysis.findings import Kind
from articles.models import Priority

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class DemoDraft:
    """One file as its writer handed it in; a wire's has a source and no writer."""

    file: str
    version: str
    dated: date
    writer: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the two files of a pair tell differently, in the words of each."""

    kind: Kind
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class DemoPair:
    """Two files, by name, and all that contradicts between them."""

    files: tuple[str, str]
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoStory:
    """Drafts stand in the order of handing in; a draft of a version that is already there revises it.

    `assignee` is a person's name.
    """

    slug: str
    desk: str
    drafts: tuple[DemoDraft, ...]
    pairs: tuple[DemoPair, ...]
    priority: int = Priority.ROUTINE.value
    assignee: str | None = None
    handover_note: str = ""

    def content(self, file: str) -> bytes:
        """The bytes of one of this story's files, as they would be uploaded."""
        return (FOLDER / self.slug / file).read_bytes()


@dataclass(frozen=True, slots=True)
class DemoDesk:
    """A desk with its house list."""

    name: str
    house: tuple[HouseEntry, ...]


@dataclass(frozen=True, slots=True)
class DemoNewsroom:
    desks: tuple[DemoDesk, ...]
    stories: tuple[DemoStory, ...]


def demo_newsroom() -> DemoNewsroom:
    return msgspec.toml.decode((FOLDER / "index.toml").read_bytes(), type=DemoNewsroom)
