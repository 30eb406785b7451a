"""The one table at the end: what was done to the newsroom, what it was asked for, and what held."""

from collections.abc import Iterator, Sequence

from tests.torture.faults import Torturer
from tests.torture.proof import Held

SHOWN = 8  # of what broke


def written(torturer: Torturer, held: Sequence[Held], seconds: dict[str, float], seed: int) -> str:
    return "\n".join(_lines(torturer, held, seconds, seed))


def _lines(torturer: Torturer, held: Sequence[Held], seconds: dict[str, float], seed: int) -> Iterator[str]:
    ledger = torturer.staff.ledger
    mails, calls = torturer.house.mail.received(), torturer.house.receiver.calls
    yield f"Torture with seed {seed}"
    yield from (_line(f"fault: {fault}", count) for fault, count in sorted(torturer.done.items()))
    for missing, what in ((torturer.house.disk, "a small disk (needs root)"), (torturer.house.clock, "a faked clock")):
        if missing is None:
            yield _line(f"left out: {what}", "not on this machine")
    yield _line("hand-ins acknowledged", len(ledger.hand_ins))
    yield _line("hand-ins refused for good", len(ledger.refused))
    yield _line("decisions on findings acknowledged", len(ledger.resolved))
    yield _line("signatures acknowledged", len(ledger.approved))
    if ledger.not_begun:
        yield _line("stories for which there was no time", ledger.not_begun)
    yield _line("requests", ledger.asked)
    yield _line("requests sent again", ledger.retries)
    yield from (_line(f"  since it was answered {answer}", count) for answer, count in ledger.answers.most_common())
    yield _line("longest wait for an acknowledgement", f"{ledger.longest_wait_seconds:.1f} s")
    slowest = max(torturer.stopped_in_seconds, default=0)
    yield _line("longest time to stop", f"{slowest:.1f} s")
    yield _line("mails, and how many came twice under one id", f"{len(mails)}, {_twice(mails)}")
    yield _line("calls, and how many came twice under one id", f"{len(calls)}, {_twice(calls)}")
    yield from (_line(f"time {what}", f"{took:.0f} s") for what, took in seconds.items())
    for one in held:
        yield _line(one.what, _outcome(one))
        yield from (f"    {words}" for words in one.broken[:SHOWN])


def _outcome(one: Held) -> str:
    if one.broken:
        return f"BROKEN {len(one.broken)} times"
    return f"held, of {one.looked_at}" if one.looked_at else "NOT SHOWN: there was none"


def _twice(came: dict[str, int]) -> int:
    return sum(times > 1 for times in came.values())


def _line(what: str, figure: object) -> str:
    return f"{what:<66} {figure}"
