"""What the one command shows."""

from threading import Event

import pytest

from newsroom.running import console


@pytest.fixture(autouse=True)
def fresh_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "_over", Event())


def test_every_line_bears_the_name_of_who_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("Starting.")
    console.say("Reading draft A1", who="reading")

    assert capsys.readouterr().out == " backread | Starting.\n  reading | Reading draft A1\n"


def test_nobody_speaks_after_the_farewell(capsys: pytest.CaptureFixture[str]) -> None:
    console.say_farewell("Stopping.")
    console.say("worker: Warm shutdown", who="worker")

    assert capsys.readouterr().out == " backread | Stopping.\n"
