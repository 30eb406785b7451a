"""What the role check catches and what it leaves alone."""

import pytest

from analysis.checks import role
from tests.analysis.checks.reading import conflicts

CAUGHT = [
    (
        "Omar Said, the company's chief executive, resigned.",
        "Omar Said, the company's chief legal officer, resigned.",
    ),
    (
        "Health minister Lena Ortiz opened the clinic.",
        "Transport minister Lena Ortiz opened the clinic.",
    ),
    (
        "“It will hold,” said Owen Tate, bridges editor for the county council.",
        "“It will hold,” said Owen Tate, our bridges editor.",
    ),
    (
        "The charity is run by Mabel Orr, mayor of Thornley, who spoke at the fair.",
        "Governor Mabel Orr spoke at the fair about her charity.",
    ),
    (
        "Governor Dale Whitcomb signed the bill on Friday.",
        "Senator Dale Whitcomb signed the bill on Friday.",
    ),
    (
        "Priya Nair, the director of the museum, apologised.",
        "Priya Nair, the deputy director of the museum, apologised.",
    ),
    (
        "Lena Ortiz, the company's chairwoman, sold her shares.",
        "Lena Ortiz, the company's treasurer, sold her shares.",
    ),
]

IGNORED = [
    (
        "Sen. Dale Whitcomb voted against the bill.",
        "Senator Dale Whitcomb voted against the bill.",
    ),
    (
        "A spokesman for the port said it would stay shut.",
        "A spokeswoman for the port said it would stay shut.",
    ),
    (
        "The company's chief executive, Omar Said, resigned.",
        "The company's CEO, Omar Said, resigned.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_role_catches_two_offices_for_one_person(a: str, b: str) -> None:
    assert conflicts(role, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_role_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(role, a, b)
