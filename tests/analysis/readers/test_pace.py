"""The limit of a file's work goes by what this machine can do: honest copy is read on a slow one, a bomb on none."""

import pytest

from analysis.readers import TooDemanding, limits, read_under_limits
from analysis.readers.pace import slowness, slowness_by

LONG_COPY = "\n\n".join(f"The **bridge** over the [Wend](https://a.example/{n}) is shut." for n in range(6000)).encode()
BOMB = b"# T\n\n" + b"*a **a " * 90_000
A_LITTLE = 0.2  # of the processor's time: not enough for that copy


@pytest.mark.parametrize(("seconds", "slow"), [(0.0001, 1), (0.003, 1), (0.006, 2), (0.0075, 2.5), (30, 5)])
def test_a_machine_half_as_fast_has_twice_the_time_and_a_fast_one_no_less(seconds: float, slow: float) -> None:
    assert slowness_by(seconds) == pytest.approx(slow)


def test_this_machine_is_tried_once() -> None:
    assert slowness() is slowness()


def test_honest_copy_that_a_slow_machine_works_long_on_is_read_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "slowness", lambda: 1.0)
    with pytest.raises(TooDemanding):
        read_under_limits(LONG_COPY, "long.md", processor_seconds=A_LITTLE)

    monkeypatch.setattr(limits, "slowness", lambda: 5.0)
    assert read_under_limits(LONG_COPY, "long.md", processor_seconds=A_LITTLE).body.count("bridge") == 6000


def test_a_bomb_is_refused_on_a_slow_machine_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "slowness", lambda: 2.0)

    with pytest.raises(TooDemanding):
        read_under_limits(BOMB, "a.md", processor_seconds=0.5)
