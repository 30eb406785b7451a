"""How often the clock reminds the workers, also where somebody sets it."""

import time
from datetime import datetime
from typing import Any

from celery.beat import PersistentScheduler
from celery.schedules import schedstate, schedule

STEP_SECONDS = 2  # by less than that clocks are set all the time


class Rhythm(schedule):
    """Every so many seconds. What ran last at a time that is yet to come ran on a clock that was set back since.

    Celery's own would rest until that time: after an hour too much, no sweep for an hour.
    """

    def is_due(self, last_run_at: datetime) -> schedstate:
        if self.maybe_make_aware(last_run_at) > self.maybe_make_aware(self.now()):
            return schedstate(is_due=True, next=self.seconds)
        return super().is_due(last_run_at)


class SteadyScheduler(PersistentScheduler):
    """Looks at every reminder anew when the clock was set: until then each has its time in a list that is kept."""

    _set_to: float | None = None

    def tick(self, *args: Any, **kwargs: Any) -> float:  # noqa: ANN401 - as Celery calls it
        set_to = time.time() - time.monotonic()
        if self._set_to is not None and abs(set_to - self._set_to) > STEP_SECONDS:
            self._heap = None
        self._set_to = set_to
        return float(super().tick(*args, **kwargs))
