"""How precise each check has been on a desk: what people acted on, against what they dismissed as wrong."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef
from django.db.models.functions import TruncWeek

from analysis.findings import Kind
from articles.models import Desk
from review.models import Reason, Resolution, ResolutionKind
from review.screen.kinds import label

WEEKS = 12
TALLEST = 100  # of a column of the plot, in its own units
STEP, WIDE = 34, 22
_ACTED = frozenset({ResolutionKind.TO_FIX, ResolutionKind.FIXED, ResolutionKind.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Verdicts:
    """So many last words on findings of a kind in one week: whether people acted on them or found them wrong."""

    kind: str
    monday: date
    times: int
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


def verdicts_on(desk: Desk) -> list[Verdicts]:
    """The last word on each finding of the desk's stories, unless it was opened again."""
    told = Resolution.objects.filter(finding__isnull=False)
    later = told.filter(story=OuterRef("story"), fingerprint=OuterRef("fingerprint"), pk__gt=OuterRef("pk"))
    last = told.filter(~Exists(later), story__desk=desk).exclude(kind=ResolutionKind.REOPENED)
    weekly = last.annotate(week=TruncWeek("at")).order_by().values_list("finding__kind", "kind", "reason", "week")
    return [
        Verdicts(kind, week.date(), times, is_right=decided in _ACTED, is_wrong=reason == Reason.WRONG)
        for kind, decided, reason, week, times in weekly.annotate(times=Count("pk"))
    ]


def records(verdicts: Iterable[Verdicts]) -> list[Record]:
    """Kinds of which something was decided, the least precise first."""
    counts: dict[str, Counter[str]] = {}
    for verdict in verdicts:
        counts.setdefault(verdict.kind, Counter())[_what(verdict)] += verdict.times
    found = [Record(Kind(kind), each["right"], each["wrong"], each["otherwise"]) for kind, each in counts.items()]
    return sorted(found, key=lambda record: (101 if record.share_right is None else record.share_right, record.kind))


def weeks(verdicts: Sequence[Verdicts], *, today: date) -> list[Week]:
    """The last twelve, the oldest first."""
    monday = today - timedelta(days=today.weekday())
    starts = [monday - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    counts = {start: Counter[str]() for start in starts}
    for verdict in verdicts:
        if verdict.monday in counts:
            counts[verdict.monday][_what(verdict)] += verdict.times
    most = max((each["right"] + each["wrong"] for each in counts.values()), default=0) or 1
    return [
        Week(
            start,
            each["right"],
            each["wrong"],
            x=place * STEP + (STEP - WIDE) // 2,
            acted_height=round(TALLEST * each["right"] / most),
            wrong_height=round(TALLEST * each["wrong"] / most),
        )
        for place, (start, each) in enumerate(counts.items())
    ]


def _what(verdict: Verdicts) -> str:
    if verdict.is_right:
        return "right"
    return "wrong" if verdict.is_wrong else "otherwise"
