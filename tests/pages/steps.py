"""What people do on the pages, as tests follow them."""

from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import FilePayload, Page, expect

from articles.models import Desk, Role, User
from tests.factories import PASSWORD, DeskFactory, member


def person_on(desk: Desk | None = None, role: Role = Role.EDITOR, **told: str) -> User:
    """A member of the desk who can log in; without one, of a desk of their own."""
    return member(desk or DeskFactory.create(name="City desk"), role, can_log_in=True, **told)


def log_in(page: Page, person: User) -> None:
    """By the form, which takes three pages: for tests that follow somebody from the log-in on."""
    page.goto("/")
    page.get_by_label("Username").fill(person.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Board")).to_be_visible()
    page.wait_for_load_state()  # its scripts run a moment after it is seen


def enter(page: Page, person: User, address: str = "") -> None:
    """Logged in without the form, and at the address, if one is given: any page that is opened knows them."""
    client = Client()
    client.force_login(person)
    take_over(page, client)
    if address:
        page.goto(address)


def half_log_in(client: Client, person: User) -> None:
    """The password is typed, and the code is not."""
    person.set_password(PASSWORD)
    person.save(update_fields=["password"])
    client.post(reverse("login"), {"username": person.username, "password": PASSWORD})


def take_over(page: Page, client: Client) -> None:
    """The session of the one becomes that of the other."""
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "domain": "localhost", "path": "/"}])


def text_file(name: str, *paragraphs: str) -> FilePayload:
    """A file as a browser's file field takes it."""
    return {"name": name, "mimeType": "text/plain", "buffer": "\n\n".join(paragraphs).encode()}
