"""The findings that count today, and the decisions that reach them: the same query for page and board."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from review.models import Analysis, Comparison, Finding, Resolution, ResolutionKind, RunState, Scope

NOTHING = ""  # what was decided where nothing was
OPEN_KINDS = frozenset({NOTHING, ResolutionKind.TO_FIX.value, ResolutionKind.REOPENED.value})


def latest_findings() -> QuerySet[Finding]:
    """Findings of the last finished run over each draft and each pair.

    That none came later is asked for each side alone: so PostgreSQL looks it up, and reads no other story's runs.
    """
    done = RunState.DONE
    analyses = Analysis.objects.filter(draft=OuterRef("analysis__draft"), state=done, pk__gt=OuterRef("analysis"))
    pair = {"left": OuterRef("comparison__left"), "right": OuterRef("comparison__right")}
    pairs = Comparison.objects.filter(**pair, state=done, pk__gt=OuterRef("comparison"))
    found = Finding.objects.filter(Q(analysis__state=done) | Q(comparison__state=done))
    return found.filter(~Exists(analyses), ~Exists(pairs))


def with_resolution(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Adds `resolution_id`, what was decided last.

    A decision on one passage reaches only that passage, one for the desk reaches its other stories as well.
    """
    return findings.annotate(resolution_id=Coalesce(_in_the_story(), _on_the_desk()))


def still_open(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Those of which nothing was decided, or that are to be fixed, or open again."""
    return with_resolution(findings).annotate(decided=last_decided()).filter(decided__in=OPEN_KINDS)


def last_decided() -> Coalesce:
    """For findings with their resolution: its kind, or NOTHING."""
    kind = Resolution.objects.filter(pk=OuterRef("resolution_id")).values("kind")
    return Coalesce(Subquery(kind), Value(NOTHING))


def _in_the_story() -> Subquery:
    decided = Resolution.objects.filter(story=OuterRef("annotation__story"), fingerprint=OuterRef("fingerprint"))
    reaching = decided.filter(~Q(scope=Scope.PASSAGE) | Q(anchor=OuterRef("anchor")))
    return Subquery(reaching.order_by("-id").values("id")[:1])


def _on_the_desk() -> Subquery:
    of_the_same_desk = {"story__desk__stories": OuterRef("annotation__story")}  # the findings' stories are not joined
    decided = Resolution.objects.filter(scope=Scope.DESK, fingerprint=OuterRef("fingerprint"), **of_the_same_desk)
    return Subquery(decided.order_by("-id").values("id")[:1])
