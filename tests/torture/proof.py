"""What must hold when all is over: nothing acknowledged is lost, nothing was done twice, nothing hangs."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus

from django.db.models import Count

from articles.audit import every_chain, first_broken
from articles.models import AuditEvent, Draft, Story, Upload, UploadState
from newsroom.running.deployment import STOP_SECONDS
from review.models import (
    Alert,
    AlertKind,
    AlertState,
    Analysis,
    Call,
    CallState,
    Comparison,
    Decision,
    DecisionKind,
    Finding,
    Resolution,
    RunState,
)
from review.verbs import Verb
from tests.torture.faults import Torturer
from tests.torture.poison import POISON
from tests.torture.readings import differences, story_read
from tests.torture.texts import KINDS

CALM = "calm"  # how slug lines begin of what was handed in before the first fault
_ONCE_EACH: dict[Verb, Callable[[Story], int]] = {  # how many events of a kind a story may have: as many as it has rows
    Verb.ANALYSED_DRAFT: lambda story: Analysis.objects.filter(draft__story=story, state=RunState.DONE).count(),
    Verb.COMPARED_DRAFTS: lambda story: story.comparisons.filter(state=RunState.DONE).count(),
    Verb.RECEIVED_DRAFT: lambda story: story.drafts.count(),
    Verb.READ_FILE: lambda story: story.uploads.filter(state=UploadState.CONFIRMED).count(),
    Verb.APPROVED: lambda story: story.decisions.filter(kind=DecisionKind.APPROVE).count(),
    Verb.OPENED_STORY: lambda _: 1,
}


@dataclass(frozen=True, slots=True)
class Proof:
    """Where something is broken, and how much was looked at: where it is of two kinds, of the rarer one."""

    looked_at: Callable[[Torturer], int]
    broken: Callable[[Torturer], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that must hold, of so many that were looked at; `broken` says where it did not."""

    what: str
    looked_at: int
    broken: tuple[str, ...]

    @property
    def is_shown(self) -> bool:
        """What there was none of shows nothing, however little of it is broken."""
        return bool(self.looked_at) and not self.broken


def settled(*, hangs: str, put_off: str, unsent: str) -> Iterator[Held]:
    """What was waited for, each with what is left of it."""
    runs = min(Analysis.objects.count(), Comparison.objects.count())
    yield Held("no draft stays in work", runs, (hangs,) if hangs else ())
    yield Held("nothing waits for a clock that was wrong", runs, (put_off,) if put_off else ())
    outbox = min(Alert.objects.count(), Call.objects.count())
    yield Held("nothing hangs in the outbox", outbox, (unsent,) if unsent else ())


def proofs(torturer: Torturer) -> Iterator[Held]:
    """All but those for which this machine lacks a part, which the table names."""
    for what, proof in _PROOFS.items():
        if torturer.house.disk or proof is not _REFUSED:
            yield Held(what, proof.looked_at(torturer), tuple(proof.broken(torturer)))


def _lost_hand_ins(torturer: Torturer) -> Iterator[str]:
    kept = dict(Upload.objects.filter(draft__isnull=False).values_list("pk", "story__slug"))
    for upload, slug in torturer.staff.ledger.hand_ins.items():
        if kept.get(upload) != slug:
            yield f"hand-in {upload} of {slug}"


def _unasked_uploads(torturer: Torturer) -> Iterator[str]:
    """More than was acknowledged: something was done twice, or a refusal left something."""
    for upload in Upload.objects.exclude(pk__in=torturer.staff.ledger.hand_ins).select_related("story"):
        yield f"upload {upload.pk} of {upload.story}: {upload.state}"


def _left_by_refusals(torturer: Torturer) -> Iterator[str]:
    yield from torturer.not_refused
    yield from Story.objects.filter(slug__in=torturer.staff.ledger.refused).values_list("slug", flat=True)
    yield from torturer.house.disk.left_behind() if torturer.house.disk else ()


def _badly_read(_: Torturer) -> Iterator[str]:
    for draft in Draft.objects.exclude(text__contains=POISON).prefetch_related("analyses"):
        if [reading.state for reading in draft.analyses.all()] != [RunState.DONE]:
            yield f"{draft}: {[(run.state, run.tries, run.reason) for run in draft.analyses.all()]}"
    poisoned = Draft.objects.filter(text__contains=POISON).values("pk")
    pairs = Comparison.objects.exclude(left__in=poisoned).exclude(right__in=poisoned)
    yield from (f"{pair}: {pair.state} {pair.reason}" for pair in pairs.exclude(state=RunState.DONE))


def _read_otherwise(_: Torturer) -> Iterator[str]:
    undisturbed = {story.slug: story_read(story) for story in Story.objects.filter(slug__startswith=CALM)}
    for story in Story.objects.filter(slug__startswith="story-"):
        number = int(story.slug.rpartition("-")[2]) % KINDS
        if found := differences(story_read(story), undisturbed[f"{CALM}-{number}"]):
            yield f"{story}: other {', '.join(found)}"


def _events_twice(_: Torturer) -> Iterator[str]:
    for story in Story.objects.all():
        events = Counter(AuditEvent.objects.filter(story=story).values_list("verb", flat=True))
        for verb, rows in _ONCE_EACH.items():
            if events[verb] != rows(story):
                yield f"{story}: {events[verb]} times “{verb}”, of {rows(story)}"
        resolved = sum(events[verb] for verb in (Verb.DISMISSED, Verb.ACCEPTED))
        if resolved != Resolution.objects.filter(story=story, by__isnull=False).count():
            yield f"{story}: {resolved} decisions on findings in the record"


def _lost_decisions(torturer: Torturer) -> Iterator[str]:
    ledger = torturer.staff.ledger
    made = Counter(Resolution.objects.filter(by__isnull=False).values_list("finding", flat=True))
    yield from (
        f"finding {finding}: decided {made[finding]} times" for finding in ledger.resolved if made[finding] != 1
    )
    yield from (f"finding {finding}: decided by nobody" for finding in made if finding not in ledger.resolved)
    signed = Counter(Decision.objects.values_list("story", "draft"))
    if signed != Counter(ledger.approved.items()):
        yield f"signatures: {signed - Counter(ledger.approved.items())}, {Counter(ledger.approved.items()) - signed}"


def _broken_chains(_: Torturer) -> Iterator[str]:
    for chain in every_chain():
        if number := first_broken(chain):
            yield f"{chain}: event {number}"


def _told_wrongly(torturer: Torturer) -> Iterator[str]:
    """A message may come twice under one id, where its sender died before it could note that it was taken."""
    for came, rows, sent in (
        (torturer.house.mail.received(), Alert.objects.all(), AlertState.SENT),
        (torturer.house.receiver.calls, Call.objects.all(), CallState.SENT),
    ):
        written = dict(rows.values_list("message_id", "state"))
        yield from (f"message {one} that nobody wrote" for one in came if one not in written)
        yield from (f"message {one} came {came[one]} times and is {state}" for one, state in written.items()
                    if (state == sent) != (came[one] > 0))  # fmt: skip
    alike = Alert.objects.exclude(kind=AlertKind.FLAGGED).values("recipient", "story", "kind", "draft", "caused_by")
    for alert in alike.annotate(times=Count("pk")).filter(times__gt=1):
        yield f"told {alert['times']} times of {alert['kind']} in story {alert['story']}"


def _not_poisoned(_: Torturer) -> Iterator[str]:
    for reading in Analysis.objects.filter(draft__text__contains=POISON):
        if (reading.state, reading.tries) != (RunState.FAILED, 3) or not reading.reason:
            yield f"{reading}: {reading.state} after {reading.tries} starts, “{reading.reason}”"


def _said_to_be_broken(torturer: Torturer) -> Iterator[str]:
    """A part that is away is told as such; this answer would be a fault of the program."""
    if times := torturer.staff.ledger.answers[str(int(HTTPStatus.INTERNAL_SERVER_ERROR))]:
        yield f"{times} answers"


def _findings_in(slugs: str) -> int:
    return Finding.objects.filter(annotation__story__slug__startswith=slugs).count()


def _slow_stops(torturer: Torturer) -> Iterator[str]:
    yield from (f"{took:.1f} s" for took in torturer.stopped_in_seconds if took > STOP_SECONDS)


def _rarest_event(_: Torturer) -> int:
    return min(AuditEvent.objects.filter(verb=verb).count() for verb in _ONCE_EACH)


_REFUSED = Proof(lambda torturer: len(torturer.staff.ledger.refused), _left_by_refusals)
_PROOFS = {
    "everybody got an answer in time": Proof(
        lambda torturer: torturer.staff.ledger.asked, lambda torturer: torturer.staff.ledger.troubles
    ),
    "every acknowledged hand-in is a draft": Proof(
        lambda torturer: len(torturer.staff.ledger.hand_ins), _lost_hand_ins
    ),
    "nothing was handed in that nobody handed in": Proof(lambda _: Upload.objects.count(), _unasked_uploads),
    "what was refused left nothing, nor did the dead leave files": _REFUSED,
    "every draft is read once, every pair compared once": Proof(
        lambda _: min(Draft.objects.count(), Comparison.objects.count()), _badly_read
    ),
    "all is read and found as in the undisturbed newsroom": Proof(
        lambda _: min(_findings_in(CALM), _findings_in("story-")), _read_otherwise
    ),
    "every event is in the record once": Proof(_rarest_event, _events_twice),
    "every decision is there, once": Proof(
        lambda torturer: min(len(torturer.staff.ledger.resolved), len(torturer.staff.ledger.approved)), _lost_decisions
    ),
    "the chains of the record verify": Proof(lambda _: AuditEvent.objects.count(), _broken_chains),
    "everybody is told once, under one id": Proof(
        lambda torturer: min(len(torturer.house.mail.received()), len(torturer.house.receiver.calls)), _told_wrongly
    ),
    "the poison is given up after three starts, with a reason": Proof(
        lambda _: Analysis.objects.filter(draft__text__contains=POISON).count(), _not_poisoned
    ),
    "nobody is told that something broke": Proof(lambda torturer: torturer.staff.ledger.asked, _said_to_be_broken),
    f"what is asked to stop ends before systemd kills it, in {STOP_SECONDS} s": Proof(
        lambda torturer: len(torturer.stopped_in_seconds), _slow_stops
    ),
}
