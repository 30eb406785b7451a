"""Whatever people do in whatever order, what must never happen does not happen."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils.timezone import now
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from analysis.findings import Severity
from articles.audit import first_broken
from articles.models import AuditEvent, Draft, Role, Story, StoryState, User
from review.actions.decisions import decide
from review.actions.drafts import exclude_draft
from review.actions.resolutions import accept, dismiss, dismiss_all, mark_to_fix, reopen, take_back
from review.actions.withdrawal import withdraw_draft
from review.models import SIGNATURES, Alert, Decision, DecisionKind, Finding, Reason, Scope
from review.moves import is_allowed
from review.policies import Refused
from review.runs.lapsing import open_lapsed
from review.standing import Standing, open_blockers, standings
from review.states import state_of
from review.verbs import Verb
from tests.factories import ResolutionFactory, found, member
from tests.review.conftest import Newsroom

TEXTS = ("The wall is 40 metres long.", "The wall is 50 metres long.", "A wall of 40 metres.", "A wall of 50 metres.")
SOME = st.integers(min_value=0, max_value=7)  # whichever of what there is


class AnyDay(RuleBasedStateMachine):
    """Everybody on the desk may try everything; a refusal is an answer like any other."""

    newsroom: Newsroom
    crowd: list[User]

    def __init__(self) -> None:
        super().__init__()
        self.day = transaction.atomic()
        self.day.__enter__()
        self.newsroom.story.refresh_from_db()
        self.seen: set[int] = set()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.day.__exit__(None, None, None)

    @rule(by=SOME, text=st.sampled_from(TEXTS), revises=st.none() | SOME)
    def hand_in(self, by: int, text: str, revises: int | None) -> None:
        revised = None if revises is None else self.some_draft(revises)
        self.attempt(lambda: self.newsroom.hand_in(text, by=self.person(by), revises=revised))

    @rule()
    def work(self) -> None:
        self.newsroom.work()

    @rule(by=SOME, kind=st.sampled_from(DecisionKind), which=SOME)
    def decide(self, by: int, kind: DecisionKind, which: int) -> None:
        draft, person = self.some_draft(which), self.person(by)
        told = {"note": "Measure again.", "seen_sha256": draft.sha256 if draft else ""}
        self.attempt(lambda: decide(by=person, kind=kind, story=self.newsroom.story, draft=draft, **told))

    @rule(which=SOME, kind=st.sampled_from(SIGNATURES))
    def sign_what_can_be_signed(self, which: int, kind: DecisionKind) -> None:
        """Chance alone seldom gets so far."""
        self.newsroom.work()
        if draft := self.some_draft(which):
            told = {"note": "Fine.", "seen_sha256": draft.sha256}
            for chief in self.crowd[2:4]:
                sign = partial(decide, by=chief, kind=kind, story=self.newsroom.story, draft=draft, **told)
                self.attempt(sign)

    @rule(by=SOME, which=SOME)
    def leave_out(self, by: int, which: int) -> None:
        if draft := self.some_draft(which):
            self.attempt(lambda: exclude_draft(by=self.person(by), draft=draft))

    @rule(by=SOME, which=SOME)
    def withdraw(self, by: int, which: int) -> None:
        if draft := self.some_draft(which):
            self.attempt(lambda: withdraw_draft(by=self.person(by), draft=draft))

    @rule(by=SOME, which=SOME, act=st.sampled_from(["fix", "dismiss", "accept", "reopen", "take back", "all"]))
    def resolve(self, by: int, which: int, act: str) -> None:
        found_now = standings(self.newsroom.story)
        if found_now:
            standing = found_now[which % len(found_now)]
            self.attempt(lambda: _resolve(act, standing, self.person(by), found_now))

    @rule(which=SOME, scope=st.sampled_from(Scope))
    def lapse(self, which: int, scope: Scope) -> None:
        """A dismissal whose time is over, and the sweep that comes round."""
        if found_now := standings(self.newsroom.story):
            finding = found_now[which % len(found_now)].finding
            anchor = finding.anchor if scope == Scope.PASSAGE else ""
            over = now() - timedelta(minutes=1)
            ResolutionFactory.create(finding=finding, by=self.crowd[1], until=over, scope=scope, anchor=anchor)
            open_lapsed()

    @invariant()
    def chain_is_whole(self) -> None:
        assert first_broken(self.newsroom.story) is None

    @invariant()
    def no_finding_is_lost(self) -> None:
        there = set(Finding.objects.values_list("pk", flat=True))
        assert self.seen <= there
        self.seen = there

    @invariant()
    def story_is_where_its_drafts_and_decisions_put_it(self) -> None:
        self.newsroom.story.refresh_from_db()
        assert self.newsroom.story.state == state_of(self.newsroom.story)

    @invariant()
    def every_move_is_in_the_table(self) -> None:
        moved = AuditEvent.objects.filter(verb=Verb.CHANGED_STATE).values_list("details__content", flat=True)
        assert all(is_allowed(StoryState(move["from"]), StoryState(move["to"])) for move in moved)

    @invariant()
    def approved_text_stands_and_was_signed_by_others_than_its_writers(self) -> None:
        story = Story.objects.get(pk=self.newsroom.story.pk)
        if story.state == StoryState.APPROVED:
            assert any(_signers(draft) for draft in story.drafts.current())
        if story.state == StoryState.FILED:
            filed = story.decisions.filter(kind=DecisionKind.FILE).latest("pk")
            earlier = story.decisions.filter(sha256=filed.sha256, kind__in=SIGNATURES, pk__lt=filed.pk)
            assert earlier.exists()

    @invariant()
    def story_that_is_ready_has_a_draft_without_blockers(self) -> None:
        story = Story.objects.get(pk=self.newsroom.story.pk)
        if story.state == StoryState.READY:
            assert any(not open_blockers(draft) for draft in story.drafts.current())

    @invariant()
    def nobody_outside_the_desk_is_told_and_nobody_of_their_own_act(self) -> None:
        assert not Alert.objects.exclude(recipient__memberships__desk=self.newsroom.desk).exists()
        assert not [alert for alert in Alert.objects.all() if alert.recipient_id == alert.caused_by_id]

    def person(self, number: int) -> User:
        return self.crowd[number % len(self.crowd)]

    def some_draft(self, number: int) -> Draft | None:
        drafts = list(self.newsroom.story.drafts.all())
        return drafts[number % len(drafts)] if drafts else None

    def attempt(self, act: Callable[[], object]) -> None:
        with suppress(Refused):
            act()


def _resolve(act: str, standing: Standing, by: User, found_now: list[Standing]) -> None:
    finding, seen = standing.finding, standing.resolution.pk if standing.resolution else None
    match act:
        case "fix":
            mark_to_fix(by=by, finding=finding, seen=seen)
        case "dismiss":
            dismiss(by=by, finding=finding, reason=Reason.WRONG, seen=seen)
        case "accept":
            accept(by=by, finding=finding, note="Both are right.", seen=seen)
        case "reopen":
            reopen(by=by, finding=finding, seen=seen)
        case "take back":
            take_back(by=by, finding=finding, seen=seen)
        case _:
            dismiss_all(by=by, findings=[one.finding for one in found_now], reason=Reason.WRONG)


def _signers(draft: Draft) -> set[int]:
    """Whose signature stands under this very text, told apart from how the product tells it."""
    signers: set[int] = set()
    for decision in Decision.objects.filter(story=draft.story, sha256=draft.sha256).order_by("pk"):
        if decision.kind in SIGNATURES:
            signers.add(decision.by_id)
        elif decision.kind == DecisionKind.WITHDRAW:
            signers.discard(decision.by_id)
        elif decision.kind == DecisionKind.SEND_BACK:
            signers.clear()
    same_text = draft.story.drafts.filter(sha256=draft.sha256)
    return signers - set(same_text.values_list("handed_in_by", flat=True))


def test_no_sequence_of_acts_breaks_a_promise(newsroom: Newsroom) -> None:
    minor = found(severity=Severity.MINOR, fingerprint="minor")
    newsroom.alone[TEXTS[1]] = [found(fingerprint="alone"), minor]
    newsroom.between[frozenset(TEXTS[:2])] = [found(fingerprint="40 or 50"), minor]
    newsroom.between[frozenset({TEXTS[0], TEXTS[3]})] = [found(fingerprint="40 or 50")]
    roles = (Role.REPORTER, Role.LEGAL)
    others = [member(newsroom.desk, role) for role in roles]
    AnyDay.newsroom = newsroom
    AnyDay.crowd = [newsroom.reporter, newsroom.editor, newsroom.chief, member(newsroom.desk, Role.CHIEF), *others]

    run_state_machine_as_test(
        AnyDay, settings=settings(max_examples=12, stateful_step_count=14, phases=[Phase.generate, Phase.shrink])
    )
