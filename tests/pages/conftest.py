"""The desk whose pages are opened, two drafts of it that contradict each other, and browsers of another kind."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from articles.models import Desk
from review.models import Finding
from tests.factories import DeskFactory
from tests.review.drafts import Pair, pair_of_drafts


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    return DeskFactory.create(name="City desk")


@pytest.fixture
def scriptless_page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page in a browser whose scripts are switched off: everything works there as well."""
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    yield context.new_page()
    context.close()


@pytest.fixture
def pair(desk: Desk) -> Pair:
    return pair_of_drafts(desk)


@pytest.fixture
def days(pair: Pair) -> Finding:
    return pair.found("Monday", "Friday", kind="date", message="The days differ.")


@pytest.fixture
def names(pair: Pair) -> Finding:
    return pair.found("Ines Moreau", "Inez Moreau", kind="name", message="The names differ.")
