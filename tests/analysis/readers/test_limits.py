"""A file read in a process of its own: the same answers, and an end to every hostile one."""

import multiprocessing
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import NoReturn

import pytest
from psutil import Process

from analysis.readers import ReaderError, ReadText, TooDemanding, WronglyNamed, read_under_limits
from analysis.readers.room import _Room

BOMB = b"# T\n\n" + b"*a **a " * 90_000  # seconds of work for any machine


def test_the_room_reads_what_we_would_read() -> None:
    content = "Bridge shut – again\n3 March 2026\nThe “€4m” bridge is shut.".encode()

    text = read_under_limits(content, "bridge.txt")

    assert text == ReadText("The “€4m” bridge is shut.", headline="Bridge shut – again", dated=date(2026, 3, 3))


def test_a_refusal_crosses_with_its_words() -> None:
    with pytest.raises(WronglyNamed, match=r"“Brücke \{0\}\.docx” is wrongly named: .* a picture"):
        read_under_limits(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "Brücke {0}.docx")


def test_a_file_that_takes_too_long_is_refused() -> None:
    with pytest.raises(TooDemanding, match="too much time or memory"):
        read_under_limits(BOMB, "long.md", seconds=0.3)

    assert _room().children() == []


def test_the_next_file_is_read_by_the_same_room_after_one_that_was_ended() -> None:
    read_under_limits(b"The bridge is shut.", "a.txt")
    room = _room()

    with pytest.raises(TooDemanding):
        read_under_limits(BOMB, "a.md", processor_seconds=0.1)

    assert read_under_limits(b"The bridge is open.", "a.txt").body == "The bridge is open."
    assert _room() == room


def test_a_room_that_was_killed_is_replaced() -> None:
    read_under_limits(b"The bridge is shut.", "a.txt")
    room = _room()

    room.kill()
    room.wait()

    assert read_under_limits(b"The bridge is open.", "a.txt").body == "The bridge is open."
    assert _room() != room


def test_a_room_that_dies_over_a_file_is_our_fault_and_not_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.readers.room.sys.executable", "/bin/false")
    monkeypatch.setattr("analysis.readers.room._room", lambda _: _Room())

    with pytest.raises(ReaderError):
        read_under_limits(b"The bridge is shut.", "a.txt")


def test_a_reading_that_was_broken_off_leaves_the_next_file_its_own_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken_off:
        broken_off.setattr("analysis.readers.room.Outcome", _told_to_stop)
        with pytest.raises(SystemExit):
            read_under_limits(b"The bridge is shut.", "a.txt")

    assert read_under_limits(b"The bridge is open.", "a.txt").body == "The bridge is open."


def test_threads_get_each_the_answer_to_its_own_file() -> None:
    bodies = [f"Bridge {number} is shut." for number in range(8)]

    with ThreadPoolExecutor(4) as readers:
        read = list(readers.map(lambda body: read_under_limits(body.encode(), "a.txt").body, bodies))

    assert read == bodies


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_fork_of_a_process_that_reads_has_a_room_of_its_own() -> None:
    read_under_limits(b"The bridge is shut.", "a.txt")

    fork = multiprocessing.get_context("fork").Process(target=_read_as_a_worker_would)
    fork.start()
    fork.join(timeout=120)

    assert fork.exitcode == 0
    assert read_under_limits(b"The bridge is open.", "a.txt").body == "The bridge is open."


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds the memory limit")
def test_a_file_that_takes_too_much_memory_is_refused() -> None:
    huge = b"<nitf><body>" + b"<p>a</p>" * 500_000 + b"</body></nitf>"

    with pytest.raises(TooDemanding):
        read_under_limits(huge, "l.xml", memory_bytes=100_000_000, seconds=250, processor_seconds=250)


def test_a_file_that_keeps_the_processor_busy_is_refused() -> None:
    with pytest.raises(TooDemanding):
        read_under_limits(BOMB, "a.md", seconds=250, processor_seconds=0.5)


def test_the_room_gets_nothing_of_our_environment() -> None:
    read_under_limits(b"The bridge is shut.", "a.txt")

    assert _room().environ() == {}


def _room() -> Process:
    (room,) = [child for child in Process().children() if "analysis.readers" in child.cmdline()]
    return room


def _told_to_stop(*_: object) -> NoReturn:
    raise SystemExit


def _read_as_a_worker_would() -> None:
    os._exit(0 if read_under_limits(b"The bridge is shut.", "a.txt").body == "The bridge is shut." else 1)


def test_a_daemonic_worker_may_read() -> None:
    worker = multiprocessing.get_context("spawn").Process(target=_read_as_a_worker_would, daemon=True)

    worker.start()
    worker.join(timeout=120)

    assert worker.exitcode == 0
