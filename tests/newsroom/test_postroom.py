"""Files on their way in."""

import errno
from io import FileIO
from pathlib import Path

import pytest
from django.contrib.auth import SESSION_KEY
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import load_handler
from django.http import HttpRequest
from django.test import Client
from pytest_django import Settings

from articles.models import Desk, Role, Story, User
from newsroom.postroom import CappedUpload
from review.actions.connections import make_token
from review.models import TokenScope
from tests.factories import DeskFactory, member

CHUNK = b"The wall. " * 100
LARGE = SimpleUploadedFile("wall.txt", CHUNK * 3_000)  # more than is kept in memory


def handler() -> CappedUpload:
    request = HttpRequest()
    request.session = {SESSION_KEY: "1"}  # type: ignore[assignment] # of somebody who is logged in
    found = load_handler("newsroom.postroom.CappedUpload", request)
    assert isinstance(found, CappedUpload)
    found.new_file("versions", "wall.txt", "text/plain", None, None, {})
    return found


def taken_in(chunks: int) -> bytes:
    taking = handler()
    for number in range(chunks):
        taking.receive_data_chunk(CHUNK, number * len(CHUNK))
    with taking.file_complete(chunks * len(CHUNK)) as file:
        return bytes(file.read())


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """/dev/full takes nothing: the system answers as for a disk without room."""
    monkeypatch.setattr("newsroom.postroom.TemporaryFile", lambda **_: FileIO("/dev/full", "r+"))


@pytest.fixture
def desk(db: None) -> Desk:
    return DeskFactory.create()


@pytest.fixture
def chief(desk: Desk) -> User:
    return member(desk, Role.CHIEF)


def test_file_is_kept_whole(settings: Settings) -> None:
    assert settings.FILE_UPLOAD_HANDLERS[-1] == "newsroom.postroom.CappedUpload"
    assert taken_in(5) == CHUNK * 5


def test_file_that_is_too_large_is_kept_no_further_than_it_takes_to_refuse_it(settings: Settings) -> None:
    settings.UPLOAD_MAX_BYTES = 2 * len(CHUNK)

    assert settings.UPLOAD_MAX_BYTES < len(taken_in(1_000)) <= settings.UPLOAD_MAX_BYTES + len(CHUNK)


def test_file_has_no_name_under_which_it_could_stay_behind(settings: Settings, tmp_path: Path) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    taking = handler()

    taking.receive_data_chunk(CHUNK, 0)

    assert list(tmp_path.iterdir()) == []
    taking.upload_interrupted()


@pytest.mark.django_db
def test_file_of_a_stranger_is_kept_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[object] = []
    monkeypatch.setattr("newsroom.postroom.TemporaryFile", lambda **told: kept.append(told))

    answer = Client().post("/accounts/login/", {"username": "edda", "file": LARGE.open()})

    assert (answer.status_code, kept) == (200, [])
    assert 'value="edda"' in answer.content.decode()


@pytest.mark.usefixtures("full_disk")
def test_page_says_that_there_is_no_room_and_keeps_nothing(desk: Desk, chief: User) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(chief)

    response = client.post("/hand-in/", {"desk": desk.pk, "slug": "wall", "versions": LARGE.open()})

    assert (response.status_code, Story.objects.exists()) == (507, False)
    assert "There is no room for that file" in response.content.decode()


@pytest.mark.usefixtures("full_disk")
def test_system_is_told_that_there_is_no_room_and_keeps_nothing(desk: Desk, chief: User) -> None:
    _, written = make_token(by=chief, desk=desk, name="Wire", scopes=[TokenScope.HAND_IN])
    client = Client(headers={"Authorization": f"Bearer {written}"}, raise_request_exception=False)

    response = client.post("/api/v1/hand-ins/files", {"slug": "wall", "file": LARGE.open()})

    assert (response.status_code, Story.objects.exists()) == (507, False)
    assert response.json()["type"] == "urn:backread:problem:no-room"


@pytest.mark.django_db
def test_another_fault_of_ours_keeps_its_own_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr("newsroom.postroom.CappedUpload.new_file", broken)

    response = Client(raise_request_exception=False).post("/accounts/login/", {"file": LARGE.open()})

    assert response.status_code == 500
    assert "Something broke" in response.content.decode()
