"""A program that is started again when it dies, as by systemd, and that can be killed, stopped and kept down."""

import os
import random
import signal
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import STDOUT, Popen, TimeoutExpired
from threading import Event, Thread
from typing import Any

from psutil import NoSuchProcess, Process

from tests.services import wait_until

RESTART_SECONDS = 1
PATIENCE_SECONDS = 60


class Kept:
    """One program in a process group of its own, with whatever it starts."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        log: Path,
        environment: Mapping[str, str],
        **account: Any,  # noqa: ANN401 - as Popen takes it
    ) -> None:
        self.name, self.command, self.log = name, list(command), log
        self._environment, self._account = dict(environment), account
        self._over, self._may_run = Event(), Event()
        self._process: Popen[bytes] | None = None
        self.starts = 0
        self._may_run.set()
        self._carer = Thread(target=self._keep, name=f"carer of {name}", daemon=True)
        self._carer.start()

    def kill(self) -> None:
        """All of it at once, as a power cut would, as soon as it runs: what strikes nobody shows nothing."""
        wait_until(self._all, self.name)
        self._kill_all()

    def kill_child(self, chance: random.Random) -> None:
        """One of its children alone, as the kernel does when memory runs out."""
        wait_until(lambda: self._all()[1:], f"a child of {self.name}")
        if children := self._all()[1:]:
            with suppress(NoSuchProcess):
                chance.choice(children).kill()

    def keep_down(self) -> None:
        """Kill it, and start it only when it is let up."""
        self.kill()
        self._may_run.clear()

    def let_up(self) -> None:
        self._may_run.set()

    def stop(self) -> float:
        """Ask it to end, as systemd does, and say how many seconds that took; it starts again."""
        wait_until(self._all, self.name)
        process, began = self._process, time.monotonic()
        assert process is not None
        process.terminate()
        with suppress(TimeoutExpired):
            process.wait(PATIENCE_SECONDS)
        return time.monotonic() - began

    def end(self) -> None:
        self._over.set()
        self._may_run.set()
        self._kill_all()
        self._carer.join(PATIENCE_SECONDS)

    def _keep(self) -> None:
        with self.log.open("ab") as output:
            while not self._over.is_set():
                self._may_run.wait()
                if not self._over.is_set():
                    self._live(output.fileno())
                self._over.wait(RESTART_SECONDS)

    def _live(self, output: int) -> None:
        """One life; nothing of its group outlives it."""
        process = Popen(
            self.command,
            env=self._environment,
            stdout=output,
            stderr=STDOUT,
            start_new_session=True,
            **self._account,
        )
        self._process, self.starts = process, self.starts + 1
        process.wait()
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        for left in Path("/dev/shm").glob(f"*faketime_*_{process.pid}"):  # noqa: S108 - where libfaketime leaves them
            left.unlink(missing_ok=True)

    def _kill_all(self) -> None:
        for process in self._all():
            with suppress(NoSuchProcess):
                process.kill()

    def _all(self) -> list[Process]:
        """The program first, then what it started."""
        if self._process is None or self._process.poll() is not None:
            return []
        try:
            program = Process(self._process.pid)
            return [program, *program.children(recursive=True)]
        except NoSuchProcess:
            return []
