"""Workers on two machines, as far as one can be two: each in a network of its own, with one wire to the servers.

A network namespace shares no address, port or abstract socket with the others, so what works here needs nothing but the
network, the programs and the settings. It takes root; the namespaces are gone afterwards.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory

from benchmarks.scratch import newsroom_in
from tests.services import free_port, postgresql, wait_until

IP = shutil.which("ip") or ""


@dataclass(frozen=True, slots=True)
class Machine:
    """`name` is the namespace's and its wire's; `server` is the address of this end of it, `own` of the other."""

    name: str
    server: str
    own: str


MACHINES = tuple(
    Machine(f"bench{os.getpid() % 10_000}{letter}", f"10.213.{number}.1", f"10.213.{number}.2")
    for number, letter in enumerate("ab", 1)
)


class NotPermitted(Exception):
    """What this machine lacks to be two."""


def lines() -> Iterator[str]:
    """The rate of both; the same with one wire cut would be that of one worker."""
    with ExitStack() as network:
        try:
            for machine in MACHINES:
                network.enter_context(_wired(machine))
        except NotPermitted as lacking:
            yield f"skipped: {lacking}"
            return
        yield from network.enter_context(_newsroom_between())


@contextmanager
def _newsroom_between() -> Iterator[Iterator[str]]:
    port = free_port()
    addresses = [machine.server for machine in MACHINES]
    with ExitStack() as servers:
        var = Path(servers.enter_context(TemporaryDirectory(prefix="valkey-")))
        url = servers.enter_context(postgresql(is_durable=True, listen=addresses))
        servers.enter_context(_valkey(var, addresses, port))
        named = {"DATABASE_URL": url, "REDIS_URL": f"redis://{addresses[0]}:{port}"}
        servers.enter_context(newsroom_in(named))
        yield _measured(port)


def _measured(port: int) -> Iterator[str]:
    from benchmarks import workers  # needs the settings
    from benchmarks.results import keep
    from benchmarks.running import started, wait_for_workers, wait_until_all_is_read

    desk = workers.desk_with_reporter()
    with TemporaryDirectory() as elsewhere, ExitStack() as at_work:
        processes = []
        for machine, program in zip(MACHINES, workers.serving_all(len(MACHINES)), strict=True):
            told = {
                "DATABASE_URL": f"postgres://postgres@{machine.server}/postgres",
                "REDIS_URL": f"redis://{machine.server}:{port}",
                "BACKREAD_VAR": f"{elsewhere}/{machine.name}",  # nothing of the disk is shared
            }
            within = [IP, "netns", "exec", machine.name]
            processes += at_work.enter_context(started(program, within=within, told=told))
        wait_for_workers(len(MACHINES))
        workers.fill(desk, stories=4)
        wait_until_all_is_read(timeout_seconds=workers.PATIENCE_SECONDS)
        done = workers.measured(desk, processes)
    yield f"two workers in two networks, one broker: {done.drafts_an_hour:,.0f} drafts an hour, {done.spent:.2f} s each"
    keep("machines", {"two": asdict(done)})


@contextmanager
def _valkey(var: Path, addresses: list[str], port: int) -> Iterator[None]:
    from newsroom.running.valkey import answers, command

    listen = ["--bind", *addresses, "--protected-mode", "no"]
    with Popen([*command(keep_in=var, port=port), *listen], stdout=DEVNULL) as valkey:
        try:
            wait_until(lambda: answers(f"redis://{addresses[0]}:{port}"), "Valkey")
            yield
        finally:
            valkey.terminate()


@contextmanager
def _wired(machine: Machine) -> Iterator[None]:
    """A namespace with one end of a wire in it, whose other end is here; deleting it takes the wire along."""
    if os.geteuid() != 0 or not IP:
        raise NotPermitted("namespaces are made by root, with `ip` of iproute2")
    _ip("netns", "add", machine.name)
    here, there = f"{machine.name}h", f"{machine.name}n"
    try:
        _ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", machine.name)
        _ip("address", "add", f"{machine.server}/24", "dev", here)
        _ip("link", "set", here, "up")
        inside = ("netns", "exec", machine.name, IP)
        _ip(*inside, "address", "add", f"{machine.own}/24", "dev", there)
        _ip(*inside, "link", "set", there, "up")
        _ip(*inside, "link", "set", "lo", "up")
        yield
    finally:
        _ip("netns", "delete", machine.name)


def _ip(*words: str) -> None:
    told = subprocess.run([IP, *words], capture_output=True, text=True)
    if told.returncode:
        raise NotPermitted(f"this machine makes no namespace: {told.stderr.strip()}")
