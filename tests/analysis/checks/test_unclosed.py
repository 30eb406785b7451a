"""What the unclosed check catches and what it leaves alone."""

import pytest

from analysis.checks import unclosed
from tests.analysis.checks.reading import within

CAUGHT = [
    "“We will rebuild the pier, said Joan Harker.\nThe council meets on Monday.",
    '"We will rebuild the pier, said Joan Harker.',
    'We will rebuild the pier," said Joan Harker, "and soon."',
    'We will rebuild the pier, said Joan Harker."',
]

IGNORED = [
    "“We will rebuild the pier,” said Joan Harker.",
    "“We will rebuild the pier.\n“And we will start on Monday,” said Joan Harker.",
    '"We will rebuild the pier," said Joan Harker.',
    "The keeper is 6'3\" tall.",
    "She called the pier “a wreck.“",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_unclosed_catches_quotations_left_open(text: str) -> None:
    assert within(unclosed, text)


@pytest.mark.parametrize("text", IGNORED)
def test_unclosed_leaves_alone_what_is_right(text: str) -> None:
    assert not within(unclosed, text)
