"""The desk whose pages are opened, and browsers of another kind."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from articles.models import Desk
from tests.factories import DeskFactory


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    return DeskFactory.create(name="City desk")


@pytest.fixture
def scriptless_page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page in a browser whose scripts are switched off: everything works there as well."""
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    yield context.new_page()
    context.close()
