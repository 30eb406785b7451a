"""How precise each check has been on a desk: what people acted on, against what they dismissed as wrong."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Case, Exists, OuterRef, Value, When
from django.utils.timezone import make_aware

from analysis.findings import Kind
from articles.models import Desk, Story
from review.models import Reason, Resolution, ResolutionKind
from review.screen.kinds import label

WEEKS = 12
MOST_WEIGHED = 1_000  # decisions of a desk: what editors thought of a check long ago says nothing of today's
TALLEST = 100  # of a column of the plot, in its own units
STEP, WIDE = 34, 22
_ACTED = frozenset({ResolutionKind.TO_FIX, ResolutionKind.FIXED, ResolutionKind.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The last word on so many findings of a kind in one week: whether they were acted on or found wrong.

    `weeks_ago` counts from the week of today; it is None where the plot does not reach.
    """

    kind: str
    weeks_ago: int | None
    findings: int
    is_right: bool
    is_wrong: bool


@dataclass(frozen=True, slots=True)
class Record:
    """How one kind of finding fared."""

    kind: Kind
    acted_on: int
    wrong: int
    otherwise: int

    @property
    def words(self) -> str:
        return label(self.kind)

    @property
    def share_right(self) -> int | None:
        """Per cent of those that were judged; None where none was."""
        judged = self.acted_on + self.wrong
        return round(100 * self.acted_on / judged) if judged else None


@dataclass(frozen=True, slots=True)
class Week:
    """One column of the plot; `x` and heights in its units, wrong ones stand on those acted on."""

    starts: date
    acted_on: int
    wrong: int
    x: int
    acted_height: int
    wrong_height: int

    @property
    def acted_y(self) -> int:
        return TALLEST - self.acted_height

    @property
    def wrong_y(self) -> int:
        return self.acted_y - self.wrong_height


def verdicts_on(desk: Desk, *, today: date) -> list[Verdict]:
    """The last decision on each finding of the desk's stories, unless it was opened again: among the newest."""
    of_the_desk = Exists(Story.objects.filter(pk=OuterRef("story"), desk=desk))  # asked of the newest alone: no join
    told = Resolution.objects.filter(of_the_desk, finding__isnull=False).order_by("-pk")
    rows = told.values_list("story", "fingerprint", "finding__kind", "kind", "reason", _weeks_ago(today))
    last = {(row[0], row[1]): row[2:] for row in reversed(rows[:MOST_WEIGHED])}
    return [
        Verdict(kind, weeks_ago, findings, is_right=decided in _ACTED, is_wrong=reason == Reason.WRONG)
        for (kind, decided, reason, weeks_ago), findings in Counter(last.values()).items()
        if decided != ResolutionKind.REOPENED
    ]


def records(verdicts: Iterable[Verdict]) -> list[Record]:
    """Kinds of which something was decided, the least precise first."""
    counts: dict[str, Counter[str]] = {}
    for verdict in verdicts:
        counts.setdefault(verdict.kind, Counter())[_what(verdict)] += verdict.findings
    found = [Record(Kind(kind), each["right"], each["wrong"], each["otherwise"]) for kind, each in counts.items()]
    return sorted(found, key=lambda record: (101 if record.share_right is None else record.share_right, record.kind))


def weeks(verdicts: Sequence[Verdict], *, today: date) -> list[Week]:
    """The last twelve, the oldest first."""
    counts = {back: Counter[str]() for back in range(WEEKS - 1, -1, -1)}
    for verdict in verdicts:
        if verdict.weeks_ago is not None:
            counts[verdict.weeks_ago][_what(verdict)] += verdict.findings
    most = max((each["right"] + each["wrong"] for each in counts.values()), default=0) or 1
    return [
        Week(
            _monday(today, back),
            each["right"],
            each["wrong"],
            x=place * STEP + (STEP - WIDE) // 2,
            acted_height=round(TALLEST * each["right"] / most),
            wrong_height=round(TALLEST * each["wrong"] / most),
        )
        for place, (back, each) in enumerate(counts.items())
    ]


def _weeks_ago(today: date) -> Case:
    """Compared with twelve moments: to make a day of each would take longer than all else."""
    starts = ((back, make_aware(datetime.combine(_monday(today, back), time.min))) for back in range(WEEKS))
    return Case(*(When(at__gte=start, then=Value(back)) for back, start in starts))


def _monday(today: date, back: int) -> date:
    """With which the week began, so many weeks ago."""
    return today - timedelta(days=today.weekday(), weeks=back)


def _what(verdict: Verdict) -> str:
    if verdict.is_right:
        return "right"
    return "wrong" if verdict.is_wrong else "otherwise"
