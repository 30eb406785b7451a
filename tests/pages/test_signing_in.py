"""Somebody sets up a second factor and logs in with it; somebody comes in by the newsroom's own directory."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from articles.models import Desk, User
from newsroom.signin.asking import Asked
from tests.directory.provider import EDDA, GHOST
from tests.directory.provider import PASSWORD as PASSWORD_THERE
from tests.directory.running import Directory, running_directory
from tests.factories import PASSWORD
from tests.factors import code_for, code_of
from tests.pages.steps import log_in, person_on


@pytest.fixture(scope="module")
def standing_directory(live_server: LiveServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    with running_directory(tmp_path_factory.mktemp("directory"), live_server.url) as directory:
        yield directory


@pytest.fixture
def directory(standing_directory: Directory, settings: Settings) -> Directory:
    standing_directory.set_fault()
    standing_directory.connect(settings)
    return standing_directory


def type_password(page: Page, person: User) -> None:
    page.goto("/")
    page.get_by_label("Username").fill(person.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def type_code(page: Page, code: str) -> None:
    expect(page.get_by_role("heading", name="Enter your code")).to_be_visible()
    page.get_by_label("Code", exact=True).fill(code)
    page.get_by_role("button", name="Log in").click()


def set_up(page: Page, person: User) -> list[str]:
    """Their recovery codes, after the app was told the secret that stands there in words."""
    secret = page.locator(".secret").inner_text().replace(" ", "")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_label("The code that the app shows").fill(code_for(secret))
    page.get_by_role("button", name="Switch it on").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    expect(page.locator(".codes code")).to_have_count(10)
    return page.locator(".codes code").all_inner_texts()


def log_out(page: Page, person: User) -> None:
    page.locator("summary", has_text=str(person)).click()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


def log_in_there(page: Page, username: str) -> None:
    """From our log-in page, over the directory's own."""
    page.get_by_role("link", name="Log in with the Harbour directory").click()
    expect(page).to_have_title("Directory")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD_THERE)
    page.get_by_role("button", name="Enter").click()


def test_a_second_factor_is_set_up_and_asked_for_and_a_recovery_code_works_once(page: Page, desk: Desk) -> None:
    person = person_on(desk)
    log_in(page, person)
    page.locator("summary", has_text=str(person)).click()
    page.get_by_role("link", name="Second factor").click()
    page.get_by_role("link", name="Set it up").click()
    picture = page.get_by_role("img", name="A code to scan")
    expect(picture).to_have_js_property("complete", True)  # noqa: FBT003 - Playwright's own signature
    assert picture.evaluate("image => image.naturalWidth") > 0
    codes = set_up(page, person)

    log_out(page, person)
    type_password(page, person)
    type_code(page, code_of(person))
    expect(page.get_by_role("heading", name="Board")).to_be_visible()

    log_out(page, person)
    type_password(page, person)
    type_code(page, codes[0])
    expect(page.get_by_role("heading", name="Board")).to_be_visible()

    log_out(page, person)
    type_password(page, person)
    type_code(page, codes[0])
    expect(page.get_by_text("it was used already")).to_be_visible()


def test_whoever_must_have_one_comes_no_further_before(page: Page, desk: Desk, settings: Settings) -> None:
    settings.SECOND_FACTOR_FOR = Asked.EVERYBODY
    person = person_on(desk)
    type_password(page, person)

    expect(page.get_by_text("Your newsroom asks you for a second factor")).to_be_visible()
    page.goto("/hand-in/")
    expect(page.get_by_role("heading", name="Set up a second factor")).to_be_visible()
    set_up(page, person)
    page.get_by_role("link", name="I have them").click()

    expect(page.get_by_role("heading", name="Board")).to_be_visible()


def test_it_is_set_up_without_scripts(scriptless_page: Page, desk: Desk) -> None:
    person = person_on(desk)
    type_password(scriptless_page, person)
    scriptless_page.goto("/accounts/second-factor/set-up/")

    assert len(set_up(scriptless_page, person)) == 10


def test_somebody_comes_in_by_the_directory_from_nothing(page: Page, desk: Desk, directory: Directory) -> None:
    person_on(desk, first_name="Edda", last_name="Editor", email="edda@backread.example")
    page.goto("/hand-in/")

    log_in_there(page, EDDA)

    expect(page).to_have_url(re.compile("/hand-in/$"))
    expect(page.locator("summary", has_text="Edda Editor")).to_be_visible()


def test_somebody_of_the_directory_who_is_unknown_here_is_told_so(page: Page, desk: Desk, directory: Directory) -> None:
    page.goto("/hand-in/")

    log_in_there(page, GHOST)

    expect(page.get_by_role("alert")).to_contain_text("Ask your desk chief to invite you")
    assert page.goto("/hand-in/")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


def test_a_forged_answer_lets_nobody_in(page: Page, desk: Desk, directory: Directory) -> None:
    person_on(desk, email="edda@backread.example")
    directory.set_fault("signature")
    page.goto("/")

    log_in_there(page, EDDA)

    expect(page.get_by_role("alert")).to_contain_text("could not be trusted")


def test_a_directory_that_is_down_is_a_sentence_and_the_password_goes_on_working(
    page: Page, desk: Desk, directory: Directory
) -> None:
    person = person_on(desk)
    directory.set_fault("discovery is down")
    page.goto("/")
    page.get_by_role("link", name="Log in with the Harbour directory").click()

    expect(page.get_by_role("alert")).to_contain_text("The directory does not answer")
    page.get_by_label("Username").fill(person.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Board")).to_be_visible()
