"""Files on their way in."""

from django.core.files.uploadhandler import load_handler
from django.http import HttpRequest
from pytest_django import Settings

from newsroom.postroom import CappedUpload

CHUNK = b"The wall. " * 100


def taken_in(chunks: int) -> bytes:
    handler = load_handler("newsroom.postroom.CappedUpload", HttpRequest())
    assert isinstance(handler, CappedUpload)
    handler.new_file("versions", "wall.txt", "text/plain", None, None, {})
    for number in range(chunks):
        handler.receive_data_chunk(CHUNK, number * len(CHUNK))
    file = handler.file_complete(chunks * len(CHUNK))
    assert file
    return bytes(file.read())


def test_file_is_kept_whole(settings: Settings) -> None:
    assert settings.FILE_UPLOAD_HANDLERS[-1] == "newsroom.postroom.CappedUpload"
    assert taken_in(5) == CHUNK * 5


def test_file_that_is_too_large_is_kept_no_further_than_it_takes_to_refuse_it(settings: Settings) -> None:
    settings.UPLOAD_MAX_BYTES = 2 * len(CHUNK)

    assert settings.UPLOAD_MAX_BYTES < len(taken_in(1_000)) <= settings.UPLOAD_MAX_BYTES + len(CHUNK)
