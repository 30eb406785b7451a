"""A file read in a child process: the same answers, and an end to every hostile one."""

import multiprocessing
import os
import sys
from datetime import date

import pytest
from psutil import Process

from analysis.readers import ReadText, TooDemanding, WronglyNamed, read_under_limits
from tests.analysis.readers.word_files import plain, word_file


def test_the_child_reads_what_we_would_read() -> None:
    content = "Bridge shut – again\n3 March 2026\nThe “€4m” bridge is shut.".encode()

    text = read_under_limits(content, "bridge.txt")

    assert text == ReadText("The “€4m” bridge is shut.", headline="Bridge shut – again", dated=date(2026, 3, 3))


def test_a_refusal_crosses_with_its_words() -> None:
    with pytest.raises(WronglyNamed, match=r"“Brücke \{0\}\.docx” is wrongly named: .* a picture"):
        read_under_limits(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "Brücke {0}.docx")


def test_a_file_that_takes_too_long_is_refused() -> None:
    before = Process().children()

    with pytest.raises(TooDemanding, match="too much time or memory"):
        read_under_limits(word_file(*(plain(f"Line {n}.") for n in range(20_000))), "long.docx", seconds=0.3)

    assert Process().children() == before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds the memory limit")
def test_a_file_that_takes_too_much_memory_is_refused() -> None:
    huge = b"<nitf><body>" + b"<p>a</p>" * 500_000 + b"</body></nitf>"

    with pytest.raises(TooDemanding):
        read_under_limits(huge, "l.xml", memory_bytes=100_000_000, seconds=250, processor_seconds=250)


def test_a_file_that_keeps_the_processor_busy_is_refused() -> None:
    with pytest.raises(TooDemanding):
        read_under_limits(b"# T\n\n" + b"*a **a " * 90_000, "a.md", seconds=250, processor_seconds=0.5)


def test_the_child_gets_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHOME", "/nowhere")  # no interpreter that sees this would start

    assert read_under_limits(b"The bridge is shut.", "a.txt").body == "The bridge is shut."


def _read_as_a_worker_would() -> None:
    os._exit(0 if read_under_limits(b"The bridge is shut.", "a.txt").body == "The bridge is shut." else 1)


def test_a_daemonic_worker_may_read() -> None:
    worker = multiprocessing.get_context("spawn").Process(target=_read_as_a_worker_would, daemon=True)

    worker.start()
    worker.join(timeout=120)

    assert worker.exitcode == 0
