"""What the growth check catches and what it leaves alone."""

import pytest

from analysis.checks import growth
from tests.analysis.checks.reading import within

CAUGHT = [
    "Profits rose from £8 million to £5 million.",
    "Unemployment fell from 4 per cent to 6 per cent.",
    "Costs fell to £12 million from £9 million a year earlier.",
    "The fare is £3, up from £4.",
    "Takings doubled from £4 million to £9 million.",
    "Takings more than doubled from £4 million to £7 million.",
    "The flock halved from 900 sheep to 300.",
    "Rents rose by 20 per cent to £660 from £610.",
    "The school has 84 pupils, down from 210, a fall of 80 per cent.",
    "Support rose six points to 38 per cent from 35 per cent.",
]

IGNORED = [
    "Profits rose from £5 million to £8 million.",
    "Unemployment fell from 6 per cent to 4 per cent.",
    "Takings doubled from £4.1 million to £8.3 million.",
    "Takings more than doubled from £4 million to £9 million.",
    "Takings nearly tripled from £4 million to £11 million.",
    "Rents rose by 8 per cent to £660 from £610.",
    "Rents rose 20 per cent in the north; in the south they went to £660 from £610.",
    "The school has 84 pupils, down from 210, a fall of 60 per cent.",
    "Support rose three points to 38 per cent from 35 per cent.",
    "The number of pupils grew steadily from 2009 to 2013.",
    "Prices climbed from May to July.",
    "The team grew from a club of 12 friends to one that nobody beats.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_growth_catches_a_change_that_contradicts_its_figures(text: str) -> None:
    assert [finding.conflict for finding in within(growth, text)] == [True]


@pytest.mark.parametrize("text", IGNORED)
def test_growth_leaves_alone_what_is_right(text: str) -> None:
    assert not within(growth, text)
