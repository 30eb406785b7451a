"""Whatever people do in whatever order, what must never happen does not happen."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

import pytest
from django.core import mail
from django.db import transaction
from django.utils.timezone import now
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from analysis.findings import Severity
from articles.audit import first_broken
from articles.models import AuditEvent, Draft, Membership, Role, Story, StoryState, User
from review.actions.claims import Evidence, give_verdict, take_back_verdict
from review.actions.comments import comment, comment_on_words
from review.actions.decisions import decide
from review.actions.desks import change_settings, invite, take_off
from review.actions.drafts import exclude_draft, take_in_again
from review.actions.resolutions import accept, dismiss, dismiss_all, mark_to_fix, reopen, take_back
from review.actions.withdrawal import move_draft, withdraw_draft
from review.alerting.sending import send_alerts
from review.models import (
    SIGNATURES,
    Alert,
    Annotation,
    AnnotationKind,
    Claim,
    ClaimSighting,
    ClaimStatus,
    Comment,
    CommentKind,
    Decision,
    DecisionKind,
    Finding,
    Reason,
    Scope,
    Unsettled,
    Verdict,
)
from review.moves import is_allowed
from review.policies import Refused
from review.runs.lapsing import open_lapsed
from review.standing import Standing, open_blockers, standings
from review.standing.stale import stale_signatures
from review.states import state_of
from review.tasks import settle_story
from review.verbs import Verb
from tests.factories import DeskFactory, ResolutionFactory, StoryFactory, found, member
from tests.review.claims import reads_claims
from tests.review.conftest import Newsroom

pytestmark = pytest.mark.long
TEXTS = ("The wall is 40 metres long.", "The wall is 50 metres long.", "A wall of 40 metres.", "A wall of 50 metres.")
SOME = st.integers(min_value=0, max_value=7)  # whichever of what there is
CALLS = ("Says who?", "@desk, who measured it?", "@stranger should know.", "@rhea, please.")


class AnyDay(RuleBasedStateMachine):
    """Everybody may try everything, also who is on another desk; a refusal is an answer like any other."""

    newsroom: Newsroom
    stories: list[Story]
    crowd: list[User]

    def __init__(self) -> None:
        super().__init__()
        self.day = transaction.atomic()
        self.day.__enter__()
        self.newsroom.story.refresh_from_db()
        self.kept: dict[type, set[int]] = {}
        self.settled: dict[int, int] = {}
        mail.outbox.clear()
        for text in TEXTS[::2]:  # nothing is found in these two: they can be signed
            self.newsroom.read_in(text)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.day.__exit__(None, None, None)

    @rule(by=SOME, text=st.sampled_from(TEXTS), revises=st.none() | SOME, where=SOME)
    def hand_in(self, by: int, text: str, revises: int | None, where: int) -> None:
        revised = None if revises is None else self.some_draft(revises)
        story = revised.story if revised else self.some_story(where)
        self.attempt(lambda: self.newsroom.hand_in(text, by=self.person(by), revises=revised, story=story))

    @rule()
    def work(self) -> None:
        self.newsroom.work()

    @rule(by=SOME, kind=st.sampled_from(DecisionKind), which=SOME)
    def decide(self, by: int, kind: DecisionKind, which: int) -> None:
        draft, person = self.some_draft(which), self.person(by)
        story = draft.story if draft else self.newsroom.story
        told = {"note": "Measure again.", "seen_sha256": draft.sha256 if draft else ""}
        self.attempt(lambda: decide(by=person, kind=kind, story=story, draft=draft, **told))

    @rule(which=SOME, kind=st.sampled_from(SIGNATURES))
    def sign_what_can_be_signed(self, which: int, kind: DecisionKind) -> None:
        """Chance alone seldom gets so far."""
        self.newsroom.work()
        if draft := self.some_draft(which):
            told = {"note": "Fine.", "seen_sha256": draft.sha256}
            for chief in self.crowd[2:4]:
                self.attempt(partial(decide, by=chief, kind=kind, story=draft.story, draft=draft, **told))

    @rule(by=SOME, which=SOME, act=st.sampled_from([exclude_draft, take_in_again, withdraw_draft]))
    def let_a_draft_stand_or_not(self, by: int, which: int, act: Callable[..., None]) -> None:
        if draft := self.some_draft(which):
            self.attempt(lambda: act(by=self.person(by), draft=draft))

    @rule(by=SOME, which=SOME, to=SOME, revises=st.none() | SOME)
    def move(self, by: int, which: int, to: int, revises: int | None) -> None:
        if draft := self.some_draft(which):
            there = self.some_story(to)
            drafts = list(there.drafts.all())
            revised = drafts[revises % len(drafts)] if drafts and revises is not None else None
            self.attempt(lambda: move_draft(by=self.person(by), draft=draft, to=there, revises=revised))

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

    @rule(by=SOME, which=SOME, status=st.none() | st.sampled_from(ClaimStatus))
    def check_a_claim(self, by: int, which: int, status: ClaimStatus | None) -> None:
        """None takes the last word back."""
        claims = list(Claim.objects.all())
        if not claims:
            return
        claim, person = claims[which % len(claims)], self.person(by)
        last = claim.verdicts.last()
        seen = last.pk if last else None
        if status is None:
            self.attempt(lambda: take_back_verdict(by=person, claim=claim, seen=seen))
        else:
            evidence, note = Evidence("Survey of the harbour", "sheet 2"), "So it says."
            told = partial(give_verdict, claim=claim, status=status, seen=seen, evidence=evidence, note=note)
            self.attempt(lambda: told(by=person))

    @rule(by=SOME, which=SOME, text=st.sampled_from(CALLS))
    def begin_a_thread(self, by: int, which: int, text: str) -> None:
        if draft := self.some_draft(which):
            self.attempt(lambda: comment_on_words(by=self.person(by), draft=draft, words="metres", text=text))

    @rule(by=SOME, which=SOME, text=st.sampled_from(CALLS), kind=st.sampled_from(CommentKind))
    def answer(self, by: int, which: int, text: str, kind: CommentKind) -> None:
        threads = list(Annotation.objects.exclude(kind=AnnotationKind.MENTION))
        if threads:
            thread = threads[which % len(threads)]
            self.attempt(lambda: comment(by=self.person(by), annotation=thread, text=text, kind=kind))

    @rule(signatures=st.integers(1, 2), claims=st.booleans())
    def change_the_rules(self, signatures: int, claims: bool) -> None:  # noqa: FBT001 - hypothesis names it
        """And have the workers look where each story stands now."""
        chief, desk = self.crowd[2], self.newsroom.desk
        self.attempt(
            lambda: change_settings(by=chief, desk=desk, signatures_needed=signatures, claims_must_be_checked=claims)
        )
        for story in self.stories:
            settle_story(story.pk)

    @rule(who=SOME)
    def come_or_go(self, who: int) -> None:
        """Somebody of the desk leaves it, or is invited to it again; the stranger never is."""
        person, chief = self.crowd[who % (len(self.crowd) - 1)], self.crowd[2]
        membership = Membership.objects.filter(user=person, desk=self.newsroom.desk).first()
        if membership:
            self.attempt(lambda: take_off(by=chief, membership=membership))
        else:
            told = {"email": person.email, "first_name": "", "last_name": ""}
            self.attempt(lambda: invite(by=chief, desk=self.newsroom.desk, role=Role.EDITOR, **told))

    @rule()
    def send_the_mails(self) -> None:
        """To nobody who is not on the desk now, of nobody's own act, and no message twice."""
        before = len(mail.outbox)
        send_alerts()
        addresses = {person.email for person in self.newsroom.desk.members.filter(is_active=True)}
        assert {address for message in mail.outbox[before:] for address in message.to} <= addresses
        ids = [message.extra_headers["Message-ID"] for message in mail.outbox]
        assert len(ids) == len(set(ids))

    @invariant()
    def chains_are_whole(self) -> None:
        assert not [story for story in self.stories if first_broken(story)]
        assert first_broken(self.newsroom.desk) is None

    @invariant()
    def nothing_that_was_found_or_said_is_lost(self) -> None:
        for model in (Finding, Claim, ClaimSighting, Verdict, Comment, Decision, Draft):
            there = set(model.objects.values_list("pk", flat=True))
            assert self.kept.get(model, set()) <= there, model.__name__
            self.kept[model] = there

    @invariant()
    def stories_are_where_their_drafts_and_decisions_put_them(self) -> None:
        for story in Story.objects.filter(pk__in=[story.pk for story in self.stories]):
            if self.settled.get(story.pk) != story.audit_length:  # nothing happens without an event
                assert story.state == state_of(story)
            self.settled[story.pk] = story.audit_length

    @invariant()
    def stories_are_marked_as_a_recount_has_them(self) -> None:
        waiting = Unsettled.objects.values("story")
        for story in Story.objects.filter(pk__in=[story.pk for story in self.stories]).exclude(pk__in=waiting):
            assert story.is_blocked == any(standing.blocks for standing in standings(story))
            assert story.is_stale == stale_signatures().filter(story=story).exists()
            last = story.audit_events.last()
            assert (story.recorded_at, story.marked_to) == (last.at if last else None, story.audit_length)

    @invariant()
    def every_move_is_in_the_table(self) -> None:
        moved = AuditEvent.objects.filter(verb=Verb.CHANGED_STATE).values_list("details__content", flat=True)
        assert all(is_allowed(StoryState(move["from"]), StoryState(move["to"])) for move in moved)

    @invariant()
    def approved_text_stands_and_was_signed_by_others_than_its_writers(self) -> None:
        for story in Story.objects.filter(state=StoryState.APPROVED):
            assert any(_signers(draft) for draft in story.drafts.current())
        for story in Story.objects.filter(state=StoryState.FILED):
            filed = story.decisions.filter(kind=DecisionKind.FILE).latest("pk")
            earlier = story.decisions.filter(sha256=filed.sha256, kind__in=SIGNATURES, pk__lt=filed.pk)
            assert earlier.exists()

    @invariant()
    def story_that_is_ready_has_a_draft_without_blockers(self) -> None:
        for story in Story.objects.filter(state=StoryState.READY):
            assert any(not open_blockers(draft) for draft in story.drafts.current())

    @invariant()
    def claim_stands_as_its_last_verdict_has_it(self) -> None:
        for claim in Claim.objects.prefetch_related("verdicts"):
            said = list(claim.verdicts.all())
            assert claim.status == (said[-1].status if said else ClaimStatus.UNCHECKED)

    @invariant()
    def nobody_who_was_never_on_the_desk_is_told_and_nobody_of_their_own_act(self) -> None:
        assert not Alert.objects.filter(recipient=self.crowd[-1]).exists()
        assert not [alert for alert in Alert.objects.all() if alert.recipient_id == alert.caused_by_id]

    def person(self, number: int) -> User:
        return self.crowd[number % len(self.crowd)]

    def some_story(self, number: int) -> Story:
        return self.stories[number % len(self.stories)]

    def some_draft(self, number: int) -> Draft | None:
        drafts = list(Draft.objects.filter(story__in=self.stories).select_related("story__desk"))
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


def test_no_sequence_of_acts_breaks_a_promise(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    minor = found(severity=Severity.MINOR, fingerprint="minor")
    newsroom.alone[TEXTS[1]] = [found(fingerprint="alone"), minor]
    newsroom.between[frozenset(TEXTS[:2])] = [found(fingerprint="40 or 50"), minor]
    newsroom.between[frozenset({TEXTS[0], TEXTS[3]})] = [found(fingerprint="40 or 50")]
    reads_claims(newsroom, monkeypatch)
    others = [member(newsroom.desk, role) for role in (Role.REPORTER, Role.LEGAL)]
    stranger = member(DeskFactory.create(), Role.CHIEF, username="stranger")
    AnyDay.newsroom = newsroom
    AnyDay.stories = [newsroom.story, StoryFactory.create(desk=newsroom.desk, slug="pier")]
    AnyDay.crowd = [
        newsroom.reporter, newsroom.editor, newsroom.chief, member(newsroom.desk, Role.CHIEF), *others, stranger
    ]  # fmt: skip

    run_state_machine_as_test(
        AnyDay, settings=settings(max_examples=10, stateful_step_count=16, phases=[Phase.generate, Phase.shrink])
    )
