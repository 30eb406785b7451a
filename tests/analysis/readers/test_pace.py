"""The limit of a file's work goes by what this machine can do: honest copy is read on a slow one, a bomb on none."""

import pytest

from analysis.readers import TooDemanding, limits, read_under_limits
from analysis.readers.pace import slowness, slowness_by
from analysis.readers.room import Outcome, Request, ask

BOMB = b"# T\n\n" + b"*a **a " * 90_000


@pytest.mark.parametrize(("seconds", "slow"), [(0.0001, 1), (0.003, 1), (0.006, 2), (0.0075, 2.5), (30, 5)])
def test_a_machine_half_as_fast_has_twice_the_time_and_a_fast_one_no_less(seconds: float, slow: float) -> None:
    assert slowness_by(seconds) == pytest.approx(slow)


def test_this_machine_is_tried_once() -> None:
    slowness()
    tried = slowness.cache_info().misses

    slowness()

    assert slowness.cache_info().misses == tried


def test_a_slow_machine_may_work_longer_on_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Request] = []

    def noted(request: Request, content: bytes) -> Outcome:
        asked.append(request)
        return ask(request, content)

    monkeypatch.setattr(limits, "ask", noted)
    monkeypatch.setattr(limits, "slowness", lambda: 2.5)
    read_under_limits(b"The bridge is shut.", "a.md", processor_seconds=2)

    assert [request.processor_seconds for request in asked] == [5]


def test_a_bomb_is_refused_on_a_slow_machine_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "slowness", lambda: 2.0)

    with pytest.raises(TooDemanding):
        read_under_limits(BOMB, "a.md", processor_seconds=0.5)
