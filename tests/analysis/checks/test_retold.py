"""What the retold check catches and what it leaves alone."""

import pytest

from analysis.checks import retold
from tests.analysis.checks.reading import within

CAUGHT = [
    "Rovers won before a crowd of 21,400 at Linden Park. The crowd of 24,100 was a large crowd for March.",
    "The trust was founded in 1957 by Ernest Coyle. It is rich. Ernest Coyle founded it in 1961 with a friend.",
    "Ardane was founded in 1984 in Leith. The firm, founded in 1987, has never made a loss.",
    "The lease costs the town £4m a year. The council met. It pays the lease of £4m a month from its savings.",
]

IGNORED = [
    "Rovers won before a crowd of 21,400 at Linden Park. The crowd of 21,000 was the largest of the year.",
    "Rovers won before a crowd of 21,400 at Linden Park. Last week a crowd of 24,100 saw them lose.",
    "Rovers won before a crowd of 21,400 on 1 March. On 8 March a crowd of 24,100 saw them lose.",
    "The trust was founded in 1957 by Ernest Coyle. His sister founded a choir in 1961.",
    "The trust was founded in 1957 by Ernest Coyle. “I founded it in 1961,” Coyle said.",
    "The mill has 40 looms. The other mill has 60 looms.",
    "The lease costs the town £4m a year. The council met. It pays the lease of £4m a year from its savings.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_retold_catches_one_thing_with_two_values(text: str) -> None:
    assert within(retold, text)


@pytest.mark.parametrize("text", IGNORED)
def test_retold_leaves_alone_what_may_differ(text: str) -> None:
    assert not within(retold, text)
