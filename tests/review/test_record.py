"""No change without its event, and no event without its change, whatever breaks on the way."""

import re
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from pkgutil import iter_modules

import pytest
from django.apps import apps
from django.utils.timezone import now

from analysis.document import Label
from analysis.findings import Severity
from articles.audit import first_broken
from articles.models import AuditEvent, Draft, Priority, Role, User
from review import actions
from review.actions.claims import give_verdict, take_back_verdict
from review.actions.comments import comment, comment_on_words
from review.actions.decisions import approve, decide, hold, kill, release, send_back
from review.actions.drafts import exclude_draft, receive_draft, take_in_again
from review.actions.examples import hand_in_examples
from review.actions.exports import take_out
from review.actions.planning import plan_story
from review.actions.purging import purge_story
from review.actions.resolutions import accept, dismiss, dismiss_all, mark_to_fix, reopen, take_back, take_back_all
from review.actions.rulings import rule_on_name, take_back_ruling
from review.actions.runs import ask_comparison, read_by_standards, try_again
from review.actions.stories import open_story
from review.actions.uploads import (
    confirm_as_told,
    confirm_upload,
    discard_upload,
    paste_text,
    receive_upload,
    try_reading_again,
)
from review.actions.withdrawal import move_draft, withdraw_draft
from review.models import Analysis, ClaimStatus, CommentKind, DecisionKind, Finding, Reason, RunState
from review.outgoing.exports import Export
from review.runs.lapsing import open_lapsed
from review.standing import standings
from review.tasks import analyse_draft, read_upload
from review.verbs import Verb
from tests.factories import ClaimFactory, ResolutionFactory, StoryFactory, UploadFactory, found, member
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long."
WIRE = "According to the wire, the wall is 50 metres long."

Prepared = Callable[[], object]
Prepare = Callable[[Newsroom], Prepared]


def signable(room: Newsroom) -> Draft:
    return room.read_in(WALL)


def flagged(room: Newsroom) -> Finding:
    room.alone[WALL] = [found()]
    room.read_in(WALL)
    return standings(room.story)[0].finding


def open_a_story(room: Newsroom) -> Prepared:
    return lambda: open_story(by=room.editor, desk=room.desk, slug="budget-vote")


def try_the_examples(room: Newsroom) -> Prepared:
    return lambda: hand_in_examples(by=room.reporter, desk=room.desk)


def receive_a_file(room: Newsroom) -> Prepared:
    return lambda: receive_upload(by=room.reporter, story=room.story, filename="wall.txt", content=WALL.encode())


def paste_a_text(room: Newsroom) -> Prepared:
    return lambda: paste_text(by=room.reporter, story=room.story, headline="", text=WALL)


def read_a_file(room: Newsroom) -> Prepared:
    upload = UploadFactory.create(story=room.story, content=WALL.encode())
    return lambda: read_upload(upload.pk)


def refuse_a_file(room: Newsroom) -> Prepared:
    upload = UploadFactory.create(story=room.story, content=b"")
    return lambda: read_upload(upload.pk)


def read_a_file_again(room: Newsroom) -> Prepared:
    upload = UploadFactory.create(story=room.story, state="refused")
    return lambda: try_reading_again(by=room.reporter, upload=upload)


def discard_a_file(room: Newsroom) -> Prepared:
    upload = UploadFactory.create(story=room.story)
    return lambda: discard_upload(by=room.reporter, upload=upload)


def confirm_a_file(room: Newsroom) -> Prepared:
    upload = UploadFactory.create(story=room.story, state="read", body=WALL)
    return lambda: confirm_upload(
        by=room.reporter, upload=upload, headline="", byline="", dated=None, source="", revises=None, written_by=None
    )


def confirm_what_confirms_itself(room: Newsroom) -> Prepared:
    upload = UploadFactory.create(
        story=room.story, state="read", body=WALL, confirms_itself=True, uploaded_by=room.reporter
    )
    return lambda: confirm_as_told(upload)


def refuse_what_confirms_itself(room: Newsroom) -> Prepared:
    upload = UploadFactory.create(story=room.story, state="read", body=WALL, confirms_itself=True)
    return lambda: confirm_as_told(upload)


def take_a_pack_out(room: Newsroom) -> Prepared:
    draft = signable(room)
    return lambda: take_out(by=room.reporter, draft=draft, export=Export.PACK_JSON)


def receive_a_draft(room: Newsroom) -> Prepared:
    return lambda: receive_draft(by=room.reporter, story=room.story, headline="", body=WALL)


def exclude_a_draft(room: Newsroom) -> Prepared:
    draft = signable(room)
    return lambda: exclude_draft(by=room.editor, draft=draft)


def take_a_draft_in_again(room: Newsroom) -> Prepared:
    draft = signable(room)
    exclude_draft(by=room.editor, draft=draft)
    return lambda: take_in_again(by=room.editor, draft=draft)


def withdraw_a_draft(room: Newsroom) -> Prepared:
    draft = signable(room)
    return lambda: withdraw_draft(by=room.editor, draft=draft)


def move_a_draft(room: Newsroom) -> Prepared:
    draft, to = signable(room), StoryFactory.create(desk=room.desk)
    return lambda: move_draft(by=room.editor, draft=draft, to=to)


def analyse_a_draft(room: Newsroom) -> Prepared:
    room.hand_in(WALL)
    return lambda: analyse_draft(Analysis.objects.get().pk)


def fail_at_a_draft(room: Newsroom) -> Prepared:
    room.hand_in(WALL)
    Analysis.objects.update(tries=3)
    return lambda: analyse_draft(Analysis.objects.get().pk)


def try_a_run_again(room: Newsroom) -> Prepared:
    signable(room)
    Analysis.objects.update(state=RunState.FAILED)
    return lambda: try_again(by=room.reporter, run=Analysis.objects.get())


def ask_for_a_comparison(room: Newsroom) -> Prepared:
    wall, wire = room.read_in(WALL), room.read_in(WIRE)
    wall.story.comparisons.all().delete()
    return lambda: ask_comparison(by=room.reporter, left=wall, right=wire)


def read_a_story_again(room: Newsroom) -> Prepared:
    signable(room)
    return lambda: read_by_standards(by=room.editor, story=room.story)


def fix_a_finding(room: Newsroom) -> Prepared:
    finding = flagged(room)
    return lambda: mark_to_fix(by=room.editor, finding=finding, seen=None)


def dismiss_a_finding(room: Newsroom) -> Prepared:
    finding = flagged(room)
    return lambda: dismiss(by=room.editor, finding=finding, reason=Reason.WRONG, seen=None)


def accept_a_finding(room: Newsroom) -> Prepared:
    finding = flagged(room)
    return lambda: accept(by=room.editor, finding=finding, note="Both are right.", seen=None)


def reopen_a_finding(room: Newsroom) -> Prepared:
    finding = flagged(room)
    seen = dismiss(by=room.editor, finding=finding, reason=Reason.WRONG, seen=None).pk
    return lambda: reopen(by=room.editor, finding=finding, seen=seen)


def dismiss_several_findings(room: Newsroom) -> Prepared:
    room.alone[WALL] = [found(severity=Severity.MINOR)]
    room.read_in(WALL)
    return lambda: dismiss_all(by=room.editor, findings=Finding.objects.all(), reason=Reason.WRONG)


def take_a_decision_back(room: Newsroom) -> Prepared:
    finding = flagged(room)
    seen = mark_to_fix(by=room.editor, finding=finding, seen=None).pk
    return lambda: take_back(by=room.editor, finding=finding, seen=seen)


def take_several_decisions_back(room: Newsroom) -> Prepared:
    done = [mark_to_fix(by=room.editor, finding=flagged(room), seen=None)]
    return lambda: take_back_all(by=room.editor, resolutions=done)


def open_what_has_run_out(room: Newsroom) -> Prepared:
    finding = flagged(room)
    ResolutionFactory.create(finding=finding, until=now())
    return open_lapsed


def approve_a_draft(room: Newsroom) -> Prepared:
    draft = signable(room)
    return lambda: approve(by=room.chief, draft=draft, seen_sha256=draft.sha256)


def send_a_draft_back(room: Newsroom) -> Prepared:
    draft = signable(room)
    return lambda: send_back(by=room.chief, draft=draft, note="Who measured it?")


def decided(room: Newsroom, kind: DecisionKind, by: User) -> Prepared:
    draft = room.story.drafts.get()
    return lambda: decide(
        by=by, kind=kind, story=room.story, draft=draft, note="A lawyer called.", seen_sha256=draft.sha256
    )


def approve_with_reservations(room: Newsroom) -> Prepared:
    signable(room)
    return decided(room, DecisionKind.RESERVE, room.chief)


def withdraw_a_signature(room: Newsroom) -> Prepared:
    approve_a_draft(room)()
    return decided(room, DecisionKind.WITHDRAW, room.chief)


def ask_for_a_legal_read(room: Newsroom) -> Prepared:
    signable(room)
    member(room.desk, Role.LEGAL)
    return decided(room, DecisionKind.ASK_LEGAL, room.editor)


def give_a_legal_read(room: Newsroom) -> Prepared:
    ask_for_a_legal_read(room)()
    return decided(room, DecisionKind.LEGAL_READ, User.objects.get(memberships__role=Role.LEGAL))


def do_without_a_legal_read(room: Newsroom) -> Prepared:
    ask_for_a_legal_read(room)()
    return decided(room, DecisionKind.DROP_LEGAL, room.chief)


def file_a_story(room: Newsroom) -> Prepared:
    approve_a_draft(room)()
    return decided(room, DecisionKind.FILE, room.editor)


def begin_a_correction(room: Newsroom) -> Prepared:
    file_a_story(room)()
    return decided(room, DecisionKind.CORRECT, room.editor)


def hold_a_story(room: Newsroom) -> Prepared:
    return lambda: hold(by=room.chief, story=room.story, note="A lawyer called.")


def release_a_story(room: Newsroom) -> Prepared:
    hold(by=room.chief, story=room.story, note="A lawyer called.")
    return lambda: release(by=room.chief, story=room.story)


def kill_a_story(room: Newsroom) -> Prepared:
    return lambda: kill(by=room.chief, story=room.story, note="It never happened.")


def purge_a_killed_story(room: Newsroom) -> Prepared:
    kill_a_story(room)()
    return lambda: purge_story(room.story)


def plan_a_story(room: Newsroom) -> Prepared:
    return lambda: plan_story(by=room.editor, story=room.story, priority=Priority.FLASH)


def rule_on_a_name(room: Newsroom) -> Prepared:
    signable(room)
    return lambda: rule_on_name(by=room.editor, story=room.story, name="wall", label=Label.FAC, seen=None)


def take_a_ruling_back(room: Newsroom) -> Prepared:
    signable(room)
    seen = rule_on_name(by=room.editor, story=room.story, name="wall", label=Label.FAC, seen=None).pk
    return lambda: take_back_ruling(by=room.editor, story=room.story, name="wall", seen=seen)


def give_a_verdict(room: Newsroom) -> Prepared:
    claim = ClaimFactory.create(story=room.story)
    return lambda: give_verdict(
        by=room.editor, claim=claim, status=ClaimStatus.DISPUTED, seen=None, note="Nobody measured it."
    )


def take_a_verdict_back(room: Newsroom) -> Prepared:
    claim = ClaimFactory.create(story=room.story)
    note = "Nobody measured it."
    seen = give_verdict(by=room.editor, claim=claim, status=ClaimStatus.DISPUTED, seen=None, note=note).pk
    return lambda: take_back_verdict(by=room.editor, claim=claim, seen=seen)


def comment_on_a_draft(room: Newsroom) -> Prepared:
    draft = signable(room)
    return lambda: comment_on_words(by=room.editor, draft=draft, words="40 metres", text="Says who?")


def resolve_a_comment(room: Newsroom) -> Prepared:
    thread = comment_on_words(by=room.editor, draft=signable(room), words="40 metres", text="Says who?").annotation
    return lambda: comment(by=room.editor, annotation=thread, text="", kind=CommentKind.RESOLVED)


class DiskFull(Exception):
    """Meets whoever writes the details of an event."""


ACTS: dict[Prepare, Verb] = {
    open_a_story: Verb.OPENED_STORY,
    try_the_examples: Verb.RECEIVED_DRAFT,
    receive_a_file: Verb.RECEIVED_FILE,
    paste_a_text: Verb.PASTED_TEXT,
    read_a_file: Verb.READ_FILE,
    refuse_a_file: Verb.REFUSED_FILE,
    read_a_file_again: Verb.ASKED_TO_READ_AGAIN,
    discard_a_file: Verb.DISCARDED_FILE,
    confirm_a_file: Verb.RECEIVED_DRAFT,
    confirm_what_confirms_itself: Verb.RECEIVED_DRAFT,
    refuse_what_confirms_itself: Verb.REFUSED_FILE,
    take_a_pack_out: Verb.TOOK_OUT,
    receive_a_draft: Verb.RECEIVED_DRAFT,
    withdraw_a_draft: Verb.WITHDREW_DRAFT,
    move_a_draft: Verb.MOVED_AWAY,
    exclude_a_draft: Verb.EXCLUDED_DRAFT,
    take_a_draft_in_again: Verb.TOOK_IN_DRAFT,
    analyse_a_draft: Verb.ANALYSED_DRAFT,
    fail_at_a_draft: Verb.FAILED_RUN,
    try_a_run_again: Verb.ASKED_AGAIN,
    ask_for_a_comparison: Verb.ASKED_COMPARISON,
    read_a_story_again: Verb.READS_BY_STANDARDS,
    fix_a_finding: Verb.MARKED_TO_FIX,
    dismiss_a_finding: Verb.DISMISSED,
    accept_a_finding: Verb.ACCEPTED,
    reopen_a_finding: Verb.REOPENED,
    dismiss_several_findings: Verb.DISMISSED_SEVERAL,
    take_a_decision_back: Verb.TOOK_BACK_DECISION,
    take_several_decisions_back: Verb.TOOK_BACK_DECISION,
    open_what_has_run_out: Verb.FOUND_LAPSED,
    approve_a_draft: Verb.APPROVED,
    send_a_draft_back: Verb.SENT_BACK,
    hold_a_story: Verb.HELD,
    release_a_story: Verb.RELEASED,
    kill_a_story: Verb.KILLED,
    purge_a_killed_story: Verb.PURGED,
    plan_a_story: Verb.PLANNED,
    give_a_verdict: Verb.DISPUTED_CLAIM,
    take_a_verdict_back: Verb.TOOK_BACK_VERDICT,
    comment_on_a_draft: Verb.COMMENTED,
    resolve_a_comment: Verb.RESOLVED_COMMENT,
    rule_on_a_name: Verb.ADDED_NAME,
    take_a_ruling_back: Verb.TOOK_BACK_RULING,
    approve_with_reservations: Verb.RESERVED,
    withdraw_a_signature: Verb.WITHDREW,
    ask_for_a_legal_read: Verb.ASKED_LEGAL,
    give_a_legal_read: Verb.READ_LEGALLY,
    do_without_a_legal_read: Verb.DROPPED_LEGAL,
    file_a_story: Verb.FILED,
    begin_a_correction: Verb.BEGAN_CORRECTION,
}
named = pytest.mark.parametrize("prepare", ACTS, ids=lambda act: str(act.__name__))


def test_every_act_of_the_newsroom_is_walked_here() -> None:
    of_desks = {"desks", "house", "connections"}  # their record is the desk's own
    names = [module.name for module in iter_modules(actions.__path__) if module.name not in of_desks]
    found = [import_module(f"review.actions.{name}") for name in names]
    acts = {
        name
        for module in found
        for name, act in vars(module).items()
        if isfunction(act) and act.__module__ == module.__name__ and not name.startswith("_")
    }
    asked = {"same_text", "thread_on", "is_open", "carry_notes", "stand_again"}  # they change no story by themselves
    walked = asked | set(re.findall(r"\b(\w+)\(", Path(__file__).read_text()))

    assert acts - walked == set()


@named
def test_every_act_writes_its_event_and_the_chain_stays_whole(newsroom: Newsroom, prepare: Prepare) -> None:
    act = prepare(newsroom)
    before = set(AuditEvent.objects.values_list("pk", flat=True))

    act()

    written = AuditEvent.objects.exclude(pk__in=before)
    assert ACTS[prepare] in {event.verb for event in written}
    assert all(first_broken(event.story) is None for event in written)


@named
def test_act_that_cannot_be_recorded_changes_nothing(
    newsroom: Newsroom, prepare: Prepare, monkeypatch: pytest.MonkeyPatch
) -> None:
    act = prepare(newsroom)
    before = everything()
    monkeypatch.setattr("articles.audit.AuditDetails.objects.create", _break)

    with suppress(DiskFull):  # a worker takes it as a failed start
        act()

    assert everything() == before


def everything() -> dict[str, list[object]]:
    """All rows of the newsroom, but for the counts of starts, which are written before the work begins."""
    models = [*apps.get_app_config("articles").get_models(), *apps.get_app_config("review").get_models()]
    counted = {"tries", "due_at", "started_at", "state", "stage", "reason"}
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in counted or "tries" not in row}
            for row in model._default_manager.order_by("pk").values()
        ]
        for model in models
    }


def _break(**_row: object) -> None:
    raise DiskFull
