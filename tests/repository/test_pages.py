"""No page is forgotten by the tests that look at every page."""

from django.urls import get_resolver

from tests.pages.every_page import EVERY_PAGE
from tests.review.views.test_access import ONLY_BY_POST, names

# They lead elsewhere, or answer with a file or a part of a page.
NO_PAGE = {
    "export",
    "logout",
    "story",
    "progress",
    "company",
    "house-csv",
    "history-export",
    "records-export",
    "finding-thread",
    "healthz",
    "readyz",
    "metrics",
    "admin-login",
    "admin-password-change",
    "directory",
    "directory-back",
}


def test_every_page_is_looked_at() -> None:
    looked_at = {look.name for look in EVERY_PAGE}

    assert looked_at == names(get_resolver().url_patterns) - ONLY_BY_POST - NO_PAGE, "tests/pages/every_page.py"


def test_no_two_looks_bear_one_name() -> None:
    shown = [str(look) for look in EVERY_PAGE]

    assert len(shown) == len(set(shown))
