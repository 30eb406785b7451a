"""One finding in one draft, on which a test decides."""

import pytest

from articles.models import Draft
from review.models import Finding
from review.standing import Standing, standing_of, standings
from tests.factories import found
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long and grey, says the council."


@pytest.fixture
def draft(newsroom: Newsroom) -> Draft:
    newsroom.alone[WALL] = [found()]
    return newsroom.read_in(WALL)


@pytest.fixture
def finding(draft: Draft) -> Finding:
    return standings(draft.story)[0].finding


def stands(finding: Finding) -> Standing:
    return standing_of(finding)
