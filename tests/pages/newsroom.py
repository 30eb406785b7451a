"""One newsroom in which every page has something to show: stories in all states, files on their way, alerts."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils.timezone import now

from analysis.document import Entity, Label
from analysis.findings import Kind
from articles.audit import record
from articles.models import Desk, DraftStanding, Membership, Role, Story, StoryState, Upload, UploadState, User
from review.actions.claims import Evidence, give_verdict
from review.actions.desks import tune_check
from review.models import (
    AlertKind,
    Analysis,
    CallState,
    ClaimStatus,
    Comparison,
    Decision,
    DecisionKind,
    Loudness,
    ResolutionKind,
    RunState,
    Stage,
)
from review.runs.claims import store_claims
from review.verbs import Verb
from tests.factories import (
    AlertFactory,
    AnalysisFactory,
    CallFactory,
    DeskFactory,
    DraftFactory,
    HouseEntryFactory,
    ResolutionFactory,
    StoryFactory,
    TokenFactory,
    UploadFactory,
    UserFactory,
    WebhookFactory,
    member,
)
from tests.factors import give_factor
from tests.review.claims import claimed
from tests.review.drafts import Pair, mark, pair_of_drafts


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A desk with its people and stories; `careful` has a second factor, `stranger` is on no desk,
    `visitor` is nobody who has logged in.
    """

    desk: Desk
    chief: User
    editor: User
    careful: User
    lawyer: User
    stranger: User
    roamer: User
    administrator: User
    pair: Pair
    days: int
    empty: Story
    lone: Story
    signed: Story
    stale: Story
    running: Story
    arriving: Story
    upload: Upload
    alert: int
    claim: int

    @property
    def left_out(self) -> int:
        """The draft of the stale story that was taken out of the comparison."""
        return self.stale.drafts.get(standing=DraftStanding.EXCLUDED).pk


def newsroom_with_everything() -> Newsroom:
    desk = DeskFactory.create(name="City desk", slug="city")
    chief = member(desk, Role.CHIEF, first_name="Caro", last_name="Chief", username="chief")
    editor = member(desk, Role.EDITOR, first_name="Edda", last_name="Editor", username="editor")
    careful = member(desk, Role.REPORTER, username="careful")
    give_factor(careful)
    pair = _reviewed(desk, editor)
    _set_up(desk, pair.story, by=chief)
    arriving = _opened(desk, editor, slug="arriving")
    return Newsroom(
        desk=desk,
        chief=chief,
        editor=editor,
        careful=careful,
        lawyer=member(desk, Role.LEGAL, first_name="Lena", last_name="Legal", username="lawyer"),
        stranger=UserFactory.create(username="stranger"),
        roamer=_on_two_desks(desk),
        administrator=UserFactory.create(username="administrator", is_staff=True, is_superuser=True),
        pair=pair,
        days=pair.found("Monday", "Friday", kind="date", message="The days differ.").pk,
        empty=StoryFactory.create(desk=desk, slug="empty", opened_by=editor, priority=1),
        lone=_lone(desk, editor),
        signed=_signed(desk, chief, slug="signed"),
        stale=_stale(desk, chief),
        running=_running(desk),
        arriving=arriving,
        upload=_uploads(arriving, editor),
        alert=_alerts(pair.story, to=editor, by=chief),
        claim=_claimed(pair, by=editor),
    )


def _set_up(desk: Desk, story: Story, *, by: User) -> None:
    """Its house list, a check that is silenced, and systems that ask it and are told of the story."""
    HouseEntryFactory.create(desk=desk, aliases=["Okonjo"], role="harbour master")
    tune_check(by=by, desk=desk, kind=Kind.STYLE, loudness=Loudness.SILENCED, reason="The subs' desk does that.")
    _connections(desk, story, by=by)


def _on_two_desks(desk: Desk) -> User:
    roamer = member(DeskFactory.create(name="Sports desk"), Role.REPORTER, username="roamer")
    Membership.objects.create(user=roamer, desk=desk, role=Role.REPORTER)
    return roamer


def _opened(desk: Desk, editor: User, *, slug: str) -> Story:
    story = StoryFactory.create(desk=desk, slug=slug, opened_by=editor)
    with transaction.atomic():
        record(story=story, actor=editor, verb=Verb.OPENED_STORY, details={"slug": slug})
    return story


def _claimed(pair: Pair, *, by: User) -> int:
    """A claim of the left draft that is disputed on evidence."""
    store_claims(pair.left, claimed(pair.left.text))
    claim = pair.story.claims.get(text__contains="nine weeks")
    evidence = Evidence("The harbour’s log", "page 12")
    give_verdict(by=by, claim=claim, status=ClaimStatus.DISPUTED, seen=None, evidence=evidence, note="It was seven.")
    return claim.pk


def _reviewed(desk: Desk, editor: User) -> Pair:
    """Findings of all weights, one of them dismissed, one to fix; names in both drafts."""
    pair = pair_of_drafts(desk)
    Story.objects.filter(pk=pair.story.pk).update(state=StoryState.NEEDS_WORK, deadline_at=now() - timedelta(hours=1))
    mark(pair.left, Entity("Moreau", Label.PERSON), Entity("Monday", Label.PERSON))
    mark(pair.right, Entity("Moreau", Label.PERSON))
    pair.found("Ines Moreau", "Inez Moreau", kind="name", severity="major", message="The names differ.")
    pair.found_alone(pair.left, "nine weeks", kind="source", severity="note", conflict=False, message="Says who?")
    sails = pair.found("sails again", "sails again", kind="certainty", severity="minor", message="One plans it.")
    laid_up = pair.found("laid up", "laid up", kind="sequence", severity="major", message="Before or after?")
    ResolutionFactory.create(finding=sails, by=editor, note="Both are told by the port.")
    ResolutionFactory.create(finding=laid_up, by=editor, kind=ResolutionKind.TO_FIX, reason="")
    return pair


def _lone(desk: Desk, editor: User) -> Story:
    draft = DraftFactory.create(story__desk=desk, story__slug="lone", handed_in_by=editor, written_by=editor)
    AnalysisFactory.create(draft=draft)
    return draft.story


def _signed(desk: Desk, chief: User, *, slug: str) -> Story:
    draft = DraftFactory.create(story__desk=desk, story__slug=slug, story__state=StoryState.APPROVED)
    AnalysisFactory.create(draft=draft)
    Decision.objects.create(
        story=draft.story, kind=DecisionKind.APPROVE, draft=draft, sha256=draft.sha256, by=chief, note="Strong copy."
    )
    return draft.story


def _stale(desk: Desk, chief: User) -> Story:
    story = _signed(desk, chief, slug="stale")
    before = story.drafts.get()
    story.drafts.update(standing="superseded")
    AnalysisFactory.create(draft=DraftFactory.create(story=story, version=before.version, revises=before))
    DraftFactory.create(story=story, source="Ledger Newswire", standing="excluded")
    return story


def _running(desk: Desk) -> Story:
    """One draft is still read, another could not be, and the two are to be compared."""
    story = pair_of_drafts(desk, slug="running").story
    Story.objects.filter(pk=story.pk).update(state=StoryState.ANALYSING)
    Comparison.objects.filter(story=story).update(state=RunState.WAITING, stage=Stage.WAITING)
    first, second = (Analysis.objects.filter(draft=draft) for draft in story.drafts.all())
    first.update(state=RunState.RUNNING, stage=Stage.READING)
    second.update(state=RunState.FAILED, reason="The worker ran out of memory.")
    return story


def _uploads(story: Story, editor: User) -> Upload:
    """A file in each state, and two that may become drafts at once; returned is one that wants a look first."""
    refused = "This file is a picture, which has no text to read."
    UploadFactory.create(story=story, uploaded_by=editor, filename="waiting.txt")
    UploadFactory.create(
        story=story, uploaded_by=editor, filename="picture.png", state=UploadState.REFUSED, reason=refused
    )
    for name in ("ours.txt", "wire.txt"):
        UploadFactory.create(story=story, uploaded_by=editor, filename=name, state=UploadState.READ, body=f"As {name}.")
    return UploadFactory.create(
        story=story,
        uploaded_by=editor,
        state=UploadState.READ,
        headline="Harbour wall to be rebuilt",
        body="The harbour wall is to be rebuilt.",
        notes=["The date is read from the file name."],
    )


def _connections(desk: Desk, story: Story, *, by: User) -> None:
    TokenFactory.create(desk=desk, name="CMS", made_by=by, last_used_at=now())
    webhook = WebhookFactory.create(desk=desk, url="https://cms.example/backread", made_by=by)
    CallFactory.create(webhook=webhook, story=story, state=CallState.SENT)
    CallFactory.create(webhook=webhook, story=story, state=CallState.FAILED, reason="It answered 500.")


def _alerts(story: Story, *, to: User, by: User) -> int:
    AlertFactory.create(recipient=to, story=story, kind=AlertKind.HELD, caused_by=by, read_at=now())
    alert = AlertFactory.create(recipient=to, story=story, kind=AlertKind.SENT_BACK, caused_by=by, note="Who says so?")
    return alert.pk
