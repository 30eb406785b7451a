"""The margin of the review, as it is heard: what is a heading, a landmark, a button, and by what name."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Desk
from review.models import Finding
from tests.pages.steps import enter, person_on
from tests.review.drafts import Pair

CARD = """
- region "Selected finding":
  - paragraph:
    - text: /1 Blocker date/
    - link "Next finding"
  - heading "When does it sail? A1 says Monday, B2 Friday." [level=2]
  - figure "A1 read as 40":
    - link "A1"
    - link "Edit the copy of A1"
    - blockquote:
      - mark: Monday
  - figure "B2 read as 50":
    - link "B2"
    - link "Edit the copy of B2"
    - blockquote:
      - mark: Friday
  - button /To fix/
  - group: /Dismiss/
  - group: /Accept as is/
  - paragraph:
    - link /Comment on it/
"""
LIST = """
- region "List of findings":
  - heading "2 open findings" [level=2]
  - text: 0 of 2 decided
  - progressbar "0 of 2 decided"
  - form "Filter the findings":
    - searchbox "Search the findings"
  - list:
    - listitem:
      - link "1 Blocker date When does it sail? A1 says Monday, B2 Friday."
    - listitem:
      - link "2 Blocker name The names differ."
"""


@pytest.fixture
def review(page: Page, desk: Desk, pair: Pair) -> Page:
    days: Finding = pair.found(
        "Monday", "Friday", kind="date", message="When does it sail? One draft says Monday, the other Friday."
    )
    pair.found("Ines Moreau", "Inez Moreau", kind="name", message="The names differ.")
    enter(page, person_on(desk))
    page.goto(f"/stories/{pair.story.pk}/review/?finding={days.pk}")
    return page


def test_the_card_is_heard_from_what_it_is_to_what_can_be_done(review: Page) -> None:
    expect(review.get_by_role("complementary", name="Findings")).to_match_aria_snapshot(CARD)


def test_the_list_is_heard_with_its_counts_and_each_finding_in_a_sentence(review: Page) -> None:
    expect(review.get_by_role("complementary", name="Findings")).to_match_aria_snapshot(LIST)


def test_a_decision_is_told_by_a_live_region(review: Page) -> None:
    review.keyboard.press("f")

    expect(review.get_by_role("status").filter(has_text="Marked to fix")).to_be_visible()
    expect(review.get_by_role("main")).to_match_aria_snapshot("- status:\n  - list:\n    - listitem: /Marked to fix/")
