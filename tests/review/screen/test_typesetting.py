"""The page as it is set: the map shows where along the copy the findings lie."""

import pytest

from articles.models import Role
from review.actions.resolutions import dismiss
from review.models import Reason
from review.screen.look import Look
from review.screen.margin import Margin, margin_of
from review.screen.spread import Spread, open_spread
from review.screen.typesetting import map_of, set_in_type
from tests.factories import DeskFactory, member
from tests.review.drafts import Pair, pair_of_drafts


@pytest.fixture
def pair(db: None) -> Pair:
    return pair_of_drafts(DeskFactory.create())


def laid_open(pair: Pair) -> tuple[Spread, Margin]:
    look = Look(pair.story.pk, a=pair.left.pk, b=pair.right.pk)
    spread = open_spread(pair.story, look)
    assert spread is not None
    return spread, margin_of(spread, look)


def test_the_map_follows_the_copy_from_top_to_bottom(pair: Pair) -> None:
    pair.found("Ines", "Inez", message="Below.")
    pair.found("Ferry", "Ferry", message="Above.")

    ticks = map_of(*laid_open(pair))

    assert [tick.entry.finding.message for tick in ticks] == ["Above.", "Below."]
    assert ticks[0].top == 0 < ticks[1].top


def test_the_map_tells_decided_findings_from_open_ones(pair: Pair) -> None:
    pair.found("Ferry", "Ferry")
    finding = pair.found("Ines", "Inez")
    editor = member(pair.story.desk, Role.EDITOR)
    dismiss(by=editor, finding=finding, reason=Reason.WRONG, seen=None)

    assert [tick.entry.is_open for tick in map_of(*laid_open(pair))] == [True, False]


def test_what_the_other_draft_tells_in_its_headline_stands_alone_but_is_not_called_missing(pair: Pair) -> None:
    pair.comparison.alignment = [[0, 3, 0.9], [1, 1, 0.9], [3, 4, 0.9]]
    pair.comparison.save()

    rows = set_in_type(*laid_open(pair))

    headlines, prices = rows[0], next(row for row in rows if "Tickets" in row.cells[1].paragraphs[0].copy)
    assert [len(cell.paragraphs) for cell in headlines.cells] == [1, 1]
    assert [cell.gap_in for cell in prices.cells] == ["", ""]


def test_a_finding_is_numbered_by_the_row_that_it_stands_in_whichever_its_side(pair: Pair) -> None:
    pair.found("Ines", "Inez", message="Third.")
    pair.found_alone(pair.right, "four pounds", message="Second.")
    pair.found_alone(pair.left, "nine weeks", message="First.")

    _, margin = laid_open(pair)

    assert [(entry.number, entry.finding.message) for entry in margin.entries] == [
        (1, "First."),
        (2, "Second."),
        (3, "Third."),
    ]
