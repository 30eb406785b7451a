"""What the scope check catches and what it leaves alone."""

import pytest

from analysis.checks import scope
from tests.analysis.checks.reading import between, conflicts

CAUGHT = [
    (
        "From May all households must pay the levy, under plans that the council approved.",
        "Only businesses must pay the levy, which the council approved for May in a late sitting.",
    ),
    (
        "The state will bear all the costs of the new harbour wall at Thornley.",
        "For its new harbour wall, Thornley hopes that the state will bear most of the costs.",
    ),
    (
        "The order covers only training at the quarry, the inspector wrote.",
        "An inspector has written that the order covers all building at the quarry.",
    ),
    (
        "All schools in the county will close on Friday.",
        "Some schools in the county will close on Friday.",
    ),
    (
        "The embargo on grain from Canada ends at midnight.",
        "At midnight the embargo on grain from Brazil ends.",
    ),
    (
        "Exports are back. The ministry had restricted the export of tinned fish and smoked oysters since spring.",
        "Farmers cheered when exports resumed. They had faced limits on exporting their lamb since the spring.",
    ),
    (
        "The ban is over. Norwegian ports will have access to Danish Velund cranes, now that the ban has been lifted.",
        "With the ban lifted, Ardane Lifts can supply its hoists to Norway and Chile. The ban had stood for years.",
    ),
]

IGNORED = [
    (
        "Exports are back. The ministry had restricted the export of tinned fish and smoked oysters since spring.",
        "Fishermen cheered when exports resumed. They had faced limits on exporting oysters since the spring.",
    ),
    (
        "Exports are back. The ministry had restricted the export of tinned fish and lamb since spring.",
        "Farmers cheered when exports resumed. They had faced limits on exporting such goods since the spring.",
    ),
    (
        "All schools in the county will close on Friday, and only pupils who sit exams will be let in.",
        "On Friday every school in the county will close, though pupils who sit exams may come.",
    ),
    (
        "The fair lasted all day and drew some farmers.",
        "Most farmers stayed for the whole day of the fair.",
    ),
    (
        "All schools in the county will close on Friday.",
        "All the schools in the county will close on Friday.",
    ),
    (
        "The embargo on grain from Canada ends at midnight.",
        "The embargo on Canadian grain ends at midnight.",
    ),
    (
        "The ban ends at midnight.",
        "The ban on grain from Canada ends at midnight.",
    ),
    (
        "The ban is over. Norwegian ports will have access to Ardane cranes, now that the ban has been lifted.",
        "With the ban lifted, Ardane can supply its cranes to Norway and Chile. The ban had stood for years.",
    ),
    (
        "Norwegian ports will have access to Danish Velund cranes.",
        "Ardane Lifts can supply its hoists to Norway and Chile.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_scope_catches_a_rule_that_covers_other_things(a: str, b: str) -> None:
    assert conflicts(scope, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_scope_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(scope, a, b)


def test_scope_notes_who_is_let_in_without_calling_it_a_conflict() -> None:
    found = between(scope, "Norway will have access to the port.", "The treaty gives access to Norway and Iceland.")

    assert [finding.conflict for finding in found] == [False]
