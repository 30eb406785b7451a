"""Nothing sticks out on the narrowest screen, which is also a window enlarged four times, however long a word."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from articles.models import Desk, Role
from tests.factories import DraftFactory, StoryFactory
from tests.pages.steps import enter, person_on
from tests.review.drafts import read_draft

NARROWEST = ViewportSize(width=320, height=640)
LONG = "Donaudampfschifffahrtsgesellschaftskapitaenskajuetenschluessel" * 2
OF_STORY = ("hand-in", "review", "sign-off", "claims")


@pytest.mark.parametrize("address", ["/", "/?table=1", *(f"/stories/{{}}/{page}/" for page in OF_STORY)])
def test_a_long_word_widens_no_page(page: Page, desk: Desk, address: str) -> None:
    chief = person_on(desk, Role.CHIEF)
    story = StoryFactory.create(desk=desk, slug=LONG[:100])
    read_draft(story, f"{LONG} sails", f"{LONG} said so on https://example.org/{LONG}.", byline=LONG)
    DraftFactory.create(story=story, headline=LONG, text=f"{LONG}\nIt sails on Monday.", source=LONG)
    enter(page, chief)
    page.set_viewport_size(NARROWEST)

    page.goto(address.format(story.pk))

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == NARROWEST["width"]
