"""Where the embedded newsroom keeps its things: the same for every process that reads the settings."""

import os
import secrets
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

SOCKET_LIMIT = 100  # bytes; macOS refuses the path of a socket from 104 on


def kept_secret(var: Path) -> str:
    """This newsroom's own secret key, made when it is first asked for."""
    path = var / "secret-key"
    if not path.exists():
        draft = Path(tempfile.mkstemp(dir=var)[1])  # readable by its owner alone
        draft.write_text(secrets.token_urlsafe(64))
        with suppress(FileExistsError):  # another process was quicker: its key is the one
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text()


def socket_in(var: Path) -> Path:
    """The bundled Valkey's socket: among the other things, or under the temporary folder where that is too long."""
    socket = var / "valkey.sock"
    if len(os.fsencode(socket)) <= SOCKET_LIMIT:
        return socket
    return Path(tempfile.gettempdir()) / f"backread-{sha256(os.fsencode(var)).hexdigest()[:12]}" / socket.name
