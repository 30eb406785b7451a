"""A draft that brings down every worker that reads it: as the kernel does when memory runs out, without a word."""

import os
import signal
from collections.abc import Callable

from django.apps import AppConfig

POISON = "Everybody who reads this sentence is struck dead at once."


class Poison(AppConfig):
    """The product knows nothing of it: the death is laid into a function that every reading of a draft calls."""

    name = "tests.torture"
    label = "torture"

    def ready(self) -> None:
        from articles.canonical import sha256_of
        from review.runs import analysing

        vars(analysing)["sha256_of"] = _deadly(sha256_of)


def _deadly(function: Callable[[str], str]) -> Callable[[str], str]:
    def deadly(text: str) -> str:
        if POISON in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(text)

    return deadly
