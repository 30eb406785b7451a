"""How long a newsroom is tortured: minutes, a quarter of an hour on a slow machine; a minute in the suite."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """`stories` are taken through under faults with such a pause between two, each kind at least once.

    Then the faults go on until all is done, for so many seconds at most; without such, each kind strikes once.
    """

    stories: int
    pause_seconds: tuple[float, float]
    faults_for_seconds: float


LONG = Form(stories=207, pause_seconds=(1, 6), faults_for_seconds=700)
SHORT = Form(stories=3, pause_seconds=(0.2, 1), faults_for_seconds=0)
