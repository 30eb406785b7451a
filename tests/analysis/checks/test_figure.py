"""What the figure check catches and what it leaves alone."""

import pytest

from analysis.checks import figure
from tests.analysis.checks.reading import conflicts

CAUGHT = [
    (
        "The bridge at Thornley will cost £31 million and will open in 2031.",
        "The bridge at Thornley will cost £27 million and will open in 2032.",
    ),
    (
        "The talks failed over the harbour board's demand for £5.7 million in funds for a new wall.",
        "A bill that the ministers backed offered grants to fishermen in exchange for £7.7 million for the sea wall.",
    ),
    (
        "Harker admitted that she had received roughly 60,000 letters, and had burnt half of them.",
        "Her lawyer explained which of the 80,000 letters Harker took for private ones.",
    ),
    (
        "Passenger numbers at Oban doubled after the new ferry arrived.",
        "Passenger numbers at Oban tripled after the new ferry arrived.",
    ),
    (
        "Two-thirds of the islanders want a new ferry, the survey found.",
        "Half of the islanders want a new ferry, the survey found.",
    ),
    (
        "The council will spend £4 million a year on the new bridge.",
        "The council will spend £9 million a year on the new bridge.",
    ),
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
    (
        "The lease costs the town £4m a year.",
        "The lease costs the town £4m a month.",
    ),
    (
        "The lease costs the town £4m a year.",
        "The town pays £4m a month for the lease, the council said.",
    ),
]

IGNORED = [
    (
        "Higher fees alone cannot keep the harbour's £2.6 million pension fund from running out of money, Pell says.",
        "The pension fund will be empty by 2036, and £6.5 million in additional money is needed, Pell says.",
    ),
    (
        "The jobless rate in the county rose a little from 6 per cent to a new high.",
        "In the county, the jobless rate rose to 6.4 per cent, a new high.",
    ),
    (
        "It is the largest town on the coast, with a population of 156,480 in 2014.",
        "It is the largest town on the coast, with a population of 161,175 in 2019.",
    ),
    (
        "Harker says that £5 million in funding for the wall is too little for the harbour.",
        "Harker rejected what Pell had offered, saying £2 million in dredging costs was too little for the harbour.",
    ),
    (
        "The county's two Labour members, Joan Harker and Edwin Pell, called on the mayor to resign over the pier.",
        "The calls on the mayor over the pier were echoed by three Labour parish members.",
    ),
    (
        "Two-thirds of the islanders want a new ferry, the survey found.",
        "66 per cent of the islanders want a new ferry, the survey found.",
    ),
    (
        "Half of the islanders want a new ferry, the survey found.",
        "51 per cent of the islanders want a new ferry, the survey found.",
    ),
    (
        "The bridge will cost $3m to $5m.",
        "The bridge will cost $4m.",
    ),
    (
        "The bridge will cost a quarter of a million pounds.",
        "The bridge will cost £250,000.",
    ),
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
    (
        "The library will be open six days a week.",
        "Monday is the one day of the week on which the library will be shut.",
    ),
    (
        "The lease costs the town £4m a year.",
        "The town pays £4m for the lease, the council said.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CAUGHT)
def test_figure_catches_two_figures_for_one_thing(a: str, b: str) -> None:
    assert conflicts(figure, a, b)


@pytest.mark.parametrize(("a", "b"), IGNORED)
def test_figure_leaves_alone_what_agrees(a: str, b: str) -> None:
    assert not conflicts(figure, a, b)


def test_a_small_figure_of_one_noun_is_shown_wherever_it_stands() -> None:
    a = "Police arrested 12 divers off Oban on Monday. The 12 divers had no licence."
    b = "On Monday police arrested 17 divers off Oban."
    assert [len(finding.a) for finding in conflicts(figure, a, b)] == [2]
