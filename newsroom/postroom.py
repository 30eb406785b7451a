"""Takes in files: a huge one fills no disk before it is refused, and none stays behind of whoever dies meanwhile."""

from tempfile import TemporaryFile
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile


class CappedUpload(FileUploadHandler):
    """Keeps a little more than a file may have, so that it is refused with a sentence, and drops the rest.

    Of whoever is not logged in it keeps nothing: a form is read before anybody looks at who sent it.

    The file has no name on the disk: when its process is killed, nobody else finds unpublished copy there.
    """

    file: "UploadedFile[Any]"

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's signature
        super().new_file(*args, **kwargs)
        if not self._is_known():
            raise SkipFile
        kept = TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR)  # noqa: SIM115 - Django closes it with the request
        self.file = UploadedFile(kept, self.file_name, self.content_type, 0, self.charset, self.content_type_extra)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if start > settings.UPLOAD_MAX_BYTES:
            return None
        try:
            self.file.write(raw_data)
        except OSError:
            self.file.close()  # nobody else would
            raise
        return None

    def file_complete(self, file_size: int) -> "UploadedFile[Any]":
        self.file.seek(0)
        self.file.size = file_size
        return self.file

    def _is_known(self) -> bool:
        """Whether there is a log-in, or a token that opened the API's door, which is asked for before."""
        return hasattr(self.request, "auth") or SESSION_KEY in getattr(self.request, "session", ())

    def upload_interrupted(self) -> None:
        if hasattr(self, "file"):
            self.file.close()
