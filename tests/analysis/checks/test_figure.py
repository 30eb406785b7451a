"""What the figure check catches and what it leaves alone."""

import pytest

from analysis.checks import figure
from tests.analysis.checks.reading import conflicts

CAUGHT = [
    (
        "Brandt Motors says its Leeds plant will bring 1,200 jobs.",
        "The Leeds plant of Brandt Motors will employ 1,500 people.",
    ),
    (
        "The ferry carried 214 passengers when it ran aground off Oban.",
        "The ferry carried 241 passengers when it ran aground off Oban.",
    ),
    (
        "The council will spend £4.2 million on the new bridge.",
        "The council will spend £4.2 billion on the new bridge.",
    ),
    (
        "Turnout in the island's referendum reached 61 per cent.",
        "Turnout in the island's referendum reached 67 per cent.",
    ),
    (
        "Rescuers pulled 14 miners from the flooded shaft at Crayford.",
        "At Crayford, where a shaft flooded, rescuers said that they had saved 19 miners.",
    ),
    (
        "The bakery chain will close 35 shops in the north, its owner said.",
        "Its owner told staff on Monday that 53 shops of the bakery chain would close.",
    ),
]

IGNORED = [
    (
        "By 2036 the pension fund will pay 77 per cent of promised benefits, the trustees wrote.",
        "The trustees say that from 2036 promised benefits of the pension fund will be cut by 23 per cent.",
    ),
    (
        "Ministers countered with £3 billion for the railway and its stations.",
        "The unions want billions of pounds for the railway and its stations.",
    ),
    (
        "The deal is worth $1.2bn, the company said.",
        "The deal is worth 1.2 billion dollars, the company said.",
    ),
    (
        "About 100 people marched through Leeds.",
        "Some 98 people marched through Leeds.",
    ),
    (
        "The fund grew to £4.98 million last spring.",
        "The fund grew to £5.0 million last spring.",
    ),
    (
        "The school has 9 teachers and a cook.",
        "The school has nine teachers and a cook.",
    ),
    (
        "Rents rose by 7 per cent in Bristol.",
        "Rents rose by 7% in Bristol.",
    ),
    (
        "More than 500 homes lost power in the storm.",
        "In the storm, 620 homes lost power.",
    ),
    (
        "The club sold 40 season tickets. The museum opened.",
        "The club sold 40 season tickets. The museum opened with 300 guests.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_figure_catches_two_figures_for_one_thing(a: str, b: str) -> None:
    assert conflicts(figure, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_figure_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(figure, a, b)
