"""Takes in files, and lets a huge one fill no disk before it is refused."""

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class CappedUpload(TemporaryFileUploadHandler):
    """Keeps a little more than a file may have, so that it is refused with a sentence, and drops the rest."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if start > settings.UPLOAD_MAX_BYTES:
            return None
        return super().receive_data_chunk(raw_data, start)
