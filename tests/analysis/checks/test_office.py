"""What the office check catches and what it leaves alone."""

import pytest

from analysis.checks import office
from tests.analysis.checks.reading import within

CAUGHT = [
    "Ann Pye, the chairwoman of Storex, was glad. Storex chairman Carl Dunn was not.",
    "Ann Pye, the mayor of Leeds, opened the fair. “It rains,” said Carl Dunn, the mayor of Leeds.",
]

IGNORED = [
    "Ann Pye, the chairwoman of Storex, was glad. Carl Dunn, the chairman of Ardane, was not.",
    "Ann Pye, the mayor of Leeds, was glad. Carl Dunn, the former mayor of Leeds, was not.",
    "Ann Pye, the mayor of Leeds, resigned. Carl Dunn, the mayor of Leeds from today, was glad.",
    "Ann Pye, the lawyer of Storex, was glad. Carl Dunn, a lawyer of Storex, was not.",
    "Ann Pye, the mayor of Leeds, was glad. The mayor said so.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_office_catches_two_holders_of_one_office(text: str) -> None:
    assert within(office, text)


@pytest.mark.parametrize("text", IGNORED)
def test_office_leaves_alone_a_change_and_other_bodies(text: str) -> None:
    assert not within(office, text)
