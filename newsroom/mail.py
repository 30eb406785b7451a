"""Mail without a mail server: every message becomes a file that the app can show."""

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class EmlBackend(BaseEmailBackend):
    """Writes each message to MAIL_DIR as `<message-id>.eml`, readable by this account alone.

    A message sent twice is one file: alerts go out at least once, always with the same id.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        settings.MAIL_DIR.mkdir(mode=0o700, exist_ok=True)
        for message in email_messages:
            _write(message)
        return len(email_messages)


def _write(message: EmailMessage) -> None:
    """All or nothing, since the app may list the folder at any moment."""
    letter = message.message()
    folder: Path = settings.MAIL_DIR
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", delete=False) as file:
        file.write(letter.as_bytes())
    Path(file.name).replace(folder / file_name(letter["Message-ID"]))


def file_name(message_id: str) -> str:
    """The file's name for a message's id: nothing in it can lead out of the folder."""
    return re.sub(r"[^\w.@+-]", "_", message_id.strip("<>")).lstrip(".") + ".eml"
