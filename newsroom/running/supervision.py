"""Keeping processes alive for as long as a block of code lasts, and ending them with it."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from subprocess import PIPE, STDOUT, Popen, TimeoutExpired
from threading import Event, Thread
from typing import IO

from django.conf import settings

from newsroom.running.console import say
from newsroom.running.programs import Program, environment

PATIENCE_SECONDS = 15  # above the worker's soft shutdown and the web server's graceful timeout
LOOKS_EVERY_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30
PROVEN_SECONDS = 60  # a process that lived this long starts again without a growing pause


@contextmanager
def supervised(*programs: Program) -> Iterator[None]:
    """The programs run, each in a thread's care, until the block ends; then all are asked to stop at once."""
    stopping = Event()
    carers = [Thread(target=_keep_running, args=(program, stopping), daemon=True) for program in programs]
    for carer in carers:
        carer.start()
    try:
        yield
    finally:
        stopping.set()
        for carer in carers:
            carer.join()


def _keep_running(program: Program, stopping: Event) -> None:
    for pause in _growing_pauses():
        status = _run(program, stopping)
        if stopping.is_set():
            return
        say(f"The {program.name} process ended unexpectedly ({_in_words(status)}). It starts again in {pause} s.")
        if stopping.wait(pause):
            return


def _growing_pauses() -> Iterator[int]:
    """1, 2, 4 … seconds; 1 again after a process has proven itself."""
    pause = 1
    while True:
        began = time.monotonic()
        yield pause
        pause = 1 if time.monotonic() - began > PROVEN_SECONDS else min(pause * 2, LONGEST_PAUSE_SECONDS)


def _run(program: Program, stopping: Event) -> int:
    """One life of the program, in a process group of its own, which ends with it."""
    process = Popen(
        program.command, cwd=settings.BASE_DIR, env=environment(), stdout=PIPE, stderr=STDOUT, start_new_session=True
    )
    Thread(target=_pass_on, args=(program.name, process.stdout, stopping), daemon=True).start()
    while process.poll() is None and not stopping.wait(LOOKS_EVERY_SECONDS):
        pass
    return _end(process)


def _pass_on(name: str, output: IO[bytes], stopping: Event) -> None:
    """What the program says, but for its farewells: whoever stops the newsroom has been told that it stops."""
    with output:
        for line in output:
            if not stopping.is_set():
                say(line.decode(errors="replace").rstrip(), who=name)


def _end(process: Popen[bytes]) -> int:
    """Ask, wait, and then leave nothing of the group. Its exit status."""
    process.terminate()
    with suppress(TimeoutExpired):
        process.wait(PATIENCE_SECONDS)
    with suppress(ProcessLookupError, PermissionError):  # macOS refuses a signal to a group of dead processes
        os.killpg(process.pid, signal.SIGKILL)
    return process.wait()


def _in_words(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else f"status {status}"
