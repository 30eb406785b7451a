"""How often the clock reminds the workers, also where somebody sets it."""

from datetime import datetime

from celery.schedules import schedstate, schedule


class Rhythm(schedule):
    """Every so many seconds. What ran last at a time that is yet to come ran on a clock that was set back since.

    Celery's own would rest until that time: after an hour too much, no sweep for an hour.
    """

    def is_due(self, last_run_at: datetime) -> schedstate:
        if self.maybe_make_aware(last_run_at) > self.maybe_make_aware(self.now()):
            return schedstate(is_due=True, next=self.seconds)
        return super().is_due(last_run_at)
