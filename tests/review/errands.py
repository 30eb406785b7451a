"""What workers are sent for, written down in tests instead of handed to the broker."""

from collections.abc import Callable

import pytest
from celery import current_app
from pytest_django import DjangoCaptureOnCommitCallbacks

from review import tasks
from review.runs.queue import Errand

Sending = tuple[Errand | int, ...]  # what for, and for which row


class Sent:
    """As if each act were committed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capture: DjangoCaptureOnCommitCallbacks) -> None:
        self._sent: list[Sending] = []
        self._capture = capture
        monkeypatch.setattr(current_app, "send_task", lambda name, ids: self._sent.append((Errand(name), *ids)))

    def by(self, act: Callable[[], object]) -> list[Sending]:
        self._sent.clear()
        with self._capture(execute=True):
            act()
        return list(self._sent)

    def by_a_sweep(self) -> list[Sending]:
        return self.by(tasks.sweep)
