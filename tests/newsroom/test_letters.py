"""What comes in is UTF-8, whatever a request says of itself."""

from collections.abc import Callable
from wsgiref.util import setup_testing_defaults

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.wsgi import application

FORM = b'--x\r\nContent-Disposition: form-data; name="username"\r\n\r\nedda\r\n--x--\r\n'

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("letters", ["hex", "rot13", "zlib", "utf-16", "idna"])
def test_form_in_other_letters_is_refused_and_fails_nothing(client: Client, letters: str) -> None:
    content_type = f"multipart/form-data; boundary=x; charset={letters}"

    assert client.generic("POST", reverse("login"), FORM, content_type=content_type).status_code == 400


@pytest.mark.parametrize(("letters", "status"), [("hex", "400 Bad Request"), ("a\x00b", "200 OK"), ("utf-8", "200 OK")])
def test_address_in_other_letters_is_refused_by_the_web_server_itself(letters: str, status: str) -> None:
    asked = {"PATH_INFO": reverse("login"), "QUERY_STRING": "next=/", "HTTP_HOST": "testserver"}
    asked["CONTENT_TYPE"] = f"text/plain; charset={letters}"
    setup_testing_defaults(asked)
    answered: list[str] = []

    def start_response(status: str, *_: object) -> Callable[[bytes], object]:
        answered.append(status)
        return answered.append  # type: ignore[return-value] # nobody writes by it

    application(asked, start_response).close()

    assert answered == [status]


def test_system_that_writes_in_other_letters_is_told_so_as_every_error_of_the_api_is(client: Client) -> None:
    answer = client.generic("POST", "/api/v1/hand-ins", b"{}", content_type="application/json; charset=hex")

    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("letters", ["utf-8", "UTF8", "us-ascii", "nonsense"])
def test_form_in_our_letters_is_read(client: Client, letters: str) -> None:
    content_type = f"multipart/form-data; boundary=x; charset={letters}"

    assert client.generic("POST", reverse("login"), FORM, content_type=content_type).status_code == 200
