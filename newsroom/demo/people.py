"""Who works in the demo newsroom, and the one password that they all log in with."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from articles.models import Role

PASSWORD = "second-pair-of-eyes"  # noqa: S105 - for the demo newsroom only; `make run` prints it


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One log-in; on every desk of the list in the same role."""

    username: str
    name: str
    role: Role
    desks: tuple[str, ...]

    @property
    def email(self) -> str:
        return f"{self.username}@backread.example"


EDITOR = DemoPerson("editor", "Edith Marlow", Role.EDITOR, ("City desk", "Business desk"))
CHIEF = DemoPerson("chief", "Carl Venner", Role.CHIEF, ("City desk", "Business desk"))
PEOPLE = (
    EDITOR,
    CHIEF,
    DemoPerson("nadia", "Nadia Ferris", Role.REPORTER, ("City desk",)),
    DemoPerson("owen", "Owen Pratt", Role.REPORTER, ("City desk",)),
    DemoPerson("imogen", "Imogen Clay", Role.REPORTER, ("Business desk",)),
    DemoPerson("daniel", "Daniel Osei", Role.REPORTER, ("Business desk",)),
)


def log_ins() -> Iterator[str]:
    """A line for those of one role on the same desks: "nadia, owen: reporter on City desk"."""
    for (role, desks), people in groupby(PEOPLE, key=lambda person: (person.role, person.desks)):
        names = ", ".join(person.username for person in people)
        yield f"{names}: {role.label.lower()} on {' and '.join(desks)}"
