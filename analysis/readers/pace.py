"""How much slower than ours this machine works, so that a limit refuses what is in a file and not the machine."""

from functools import cache
from time import process_time  # of the processor, which stands still while others have it: no clock

_OUR_SECONDS = 0.003  # for the piece of work below, where the limits were set
_TRIES = 5  # the best one counts: a machine is busy now and then, and no faster than it is
_SLOWEST = 5.0  # where it seems slower still, something else is wrong, and a hostile file may not have more


@cache
def slowness() -> float:
    """1 for a machine as fast as ours or faster, 2 for one half as fast; tried once in a process, for some 15 ms."""
    return slowness_by(min(_seconds_of_work() for _ in range(_TRIES)))


def slowness_by(seconds: float) -> float:
    """By how long the piece of work takes."""
    return min(max(1.0, seconds / _OUR_SECONDS), _SLOWEST)


def _seconds_of_work() -> float:
    """What readers do, in small: text is made, put in order and looked up."""
    began = process_time()
    words = sorted(f"{number * 7919 % 10007:x}" for number in range(8000))
    lengths: dict[str, int] = {}
    for word in words:
        lengths[word[:2]] = lengths.get(word[:2], 0) + len(word)
    return process_time() - began
