"""Where the embedded newsroom keeps its things: the same for every process that reads the settings."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

SOCKET_LIMIT = 100  # bytes; macOS refuses the path of a socket from 104 on


def kept_secret(var: Path, *, otherwise: str) -> str:
    """The secret key that `make run` made for this newsroom, if it did."""
    path = var / "secret-key"
    return path.read_text() if path.exists() else otherwise


def socket_in(var: Path) -> Path:
    """The bundled Valkey's socket: among the other things, or under the temporary folder where that is too long."""
    socket = var / "valkey.sock"
    if len(os.fsencode(socket)) <= SOCKET_LIMIT:
        return socket
    return Path(tempfile.gettempdir()) / f"backread-{sha256(os.fsencode(var)).hexdigest()[:12]}" / socket.name
