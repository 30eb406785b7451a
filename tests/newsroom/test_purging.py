"""A killed story's copy goes when its time is over, from every table; that it was killed, and by whom, stays proven."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils.timezone import now
from pytest_django import Settings

from analysis.document import Label
from articles.audit import first_broken
from articles.models import AuditDetails, Story, StoryState, Upload, User
from newsroom.mail import EmlBackend
from newsroom.retention import killed_before, purge_killed
from newsroom.tasks import purge
from review.actions.comments import comment_on_words
from review.actions.decisions import approve, kill
from review.actions.purging import purge_story
from review.actions.resolutions import dismiss, mark_to_fix
from review.actions.rulings import rule_on_name
from review.actions.uploads import paste_text
from review.alerting.sending import send_alerts
from review.models import Alert, AlertState, Decision, Reason, Scope
from review.runs.lapsing import open_lapsed
from review.runs.queue import Errand
from review.standing import standings
from review.tasks import read_upload, settle_story, sweep
from review.verbs import Verb
from tests.factories import ClaimFactory, StoryFactory, found
from tests.review.conftest import Newsroom, newsroom_of_one_desk
from tests.tampering import take_the_guard_from

MARKER = "Quillfeather"
AS_FILES = f"newsroom.mail.{EmlBackend.__name__}"
COPY = f"Alderman {MARKER} took the money, an auditor says."
WIRE = f"The wire says that {MARKER} took nothing."


@dataclass(frozen=True, slots=True)
class Killed:
    room: Newsroom
    mails: Path


@pytest.fixture(scope="module")
def killed_for_all(rows_of_the_file: None, tmp_path_factory: pytest.TempPathFactory) -> Killed:
    """A story with all that people and workers can leave behind, killed 40 days ago; its mails are files."""
    room, mails = newsroom_of_one_desk(), tmp_path_factory.mktemp("killed") / "mail"
    with pytest.MonkeyPatch.context() as patch, override_settings(EMAIL_BACKEND=AS_FILES, MAIL_DIR=mails):
        room.set_to_work(patch)
        _live_and_die(room)
    Story.objects.filter(pk=room.story.pk).update(slug=f"{MARKER.lower()}-bribes", handover_note=COPY)
    return Killed(room, mails)


@pytest.fixture
def killed(db: None, killed_for_all: Killed, settings: Settings, tmp_path: Path) -> Story:
    settings.EMAIL_BACKEND, settings.MAIL_DIR = AS_FILES, tmp_path / "mail"
    copytree(killed_for_all.mails, settings.MAIL_DIR)
    return Story.objects.get(pk=killed_for_all.room.story.pk)


@pytest.fixture
def killer(killed_for_all: Killed) -> User:
    return killed_for_all.room.chief


def _live_and_die(room: Newsroom) -> None:
    room.alone[COPY] = [found(message=f"{MARKER} is told twice.", fingerprint="one")]
    room.between[frozenset({COPY, WIRE})] = [found(message=f"{MARKER} took it, or did not.", fingerprint="two")]
    draft = room.read_in(COPY)
    room.read_in(WIRE, by=room.editor)
    revision = room.read_in(f"{COPY} He denies it.", revises=draft)
    for standing in standings(room.story):
        mark_to_fix(by=room.editor, finding=standing.finding, seen=None, note=f"Ask {MARKER}.")
    comment_on_words(by=room.editor, draft=revision, words=MARKER, text=f"Is {MARKER} a peer?")
    rule_on_name(by=room.editor, story=room.story, name=MARKER, label=Label.PERSON, seen=None)
    ClaimFactory.create(story=room.story, text=COPY)
    read_upload(paste_text(by=room.reporter, story=room.story, headline="", text=f"{COPY} More.").pk)
    kill(by=room.chief, story=room.story, note=f"{MARKER} has an alibi.")
    send_alerts()
    take_the_guard_from(Decision)
    Decision.objects.update(at=now() - timedelta(days=40))


def everything_in_the_database() -> str:
    """Every row of every table, as text."""
    told = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            told += [str([bytes(cell) if isinstance(cell, memoryview) else cell for cell in row]) for row in cursor]
    return "\n".join(told)


def test_before_the_purge_its_words_are_everywhere(killed: Story, settings: Settings) -> None:
    assert everything_in_the_database().count(MARKER) > 20
    assert [mail for mail in settings.MAIL_DIR.iterdir() if MARKER.encode() in mail.read_bytes()]


def test_no_word_of_it_is_left_in_any_table_or_mail(killed: Story, settings: Settings) -> None:
    purge_killed(days=30)

    assert MARKER.lower() not in everything_in_the_database().lower()
    assert list(settings.MAIL_DIR.iterdir()) == []


def test_the_record_is_whole_and_tells_who_killed_it(killed: Story, killer: User, client: Client) -> None:
    events = killed.audit_events.count()

    purge_killed(days=30)

    killed.refresh_from_db()
    assert first_broken(killed) is None
    assert (killed.audit_length, killed.state) == (events + 1, StoryState.KILLED)
    client.force_login(killer)
    page = client.get(reverse("history", args=[killed.pk])).content.decode()
    assert f"{killer}" in page
    assert "killed the story" in page
    assert "deleted the copy of the killed story" in page
    assert "4 drafts" not in page
    assert AuditDetails.objects.filter(event__story=killed).count() == 1


def test_it_stays_killed_for_everybody(killed: Story, killer: User, client: Client) -> None:
    purge_killed(days=30)

    client.force_login(killer)
    for page in ("review", "sign-off", "claims", "comments", "plan"):
        assert client.get(reverse(page, args=[killed.pk])).status_code == 200, page
    assert client.get(reverse("board")).status_code == 200
    client.post(reverse("hand-in-to", args=[killed.pk]), {"text": "Told anew."})
    assert not Upload.objects.filter(story=killed).exists()


def test_it_is_purged_once(killed: Story) -> None:
    assert purge_killed(days=30) == [killed]
    assert purge_killed(days=30) == []


@pytest.mark.parametrize("days", [0, 60])
def test_its_time_is_not_over(killed: Story, days: int) -> None:
    assert purge_killed(days=days) == []
    assert killed.drafts.count() == 3


def test_the_clock_purges_what_the_setting_says(killed: Story, settings: Settings) -> None:
    settings.PURGE_KILLED_AFTER_DAYS = 30

    purge()

    assert killed.audit_events.filter(verb=Verb.PURGED).exists()


def test_a_story_that_lives_is_never_purged(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(COPY)
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    assert newsroom.story not in killed_before(now() + timedelta(days=1))
    assert newsroom.story.drafts.get() == draft


def test_what_was_decided_for_the_whole_desk_goes_on_holding(newsroom: Newsroom) -> None:
    newsroom.alone[COPY] = [found()]
    newsroom.read_in(COPY)
    finding = standings(newsroom.story)[0].finding
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.SAME_THING, scope=Scope.DESK, seen=None)
    kill(by=newsroom.chief, story=newsroom.story, note="It never happened.")

    purge_story(newsroom.story)

    [kept] = newsroom.story.resolutions.all()
    assert (kept.scope, kept.finding) == (Scope.DESK, None)


def dismissed_for_a_while_and_purged(newsroom: Newsroom) -> Story:
    """The desk's other story in which the same was found, which the dismissal reaches for one more day."""
    newsroom.alone[COPY] = [found()]
    newsroom.read_in(COPY)
    sister = StoryFactory.create(desk=newsroom.desk)
    newsroom.read_in(COPY, story=sister)
    finding = standings(newsroom.story)[0].finding
    until = now() + timedelta(days=1)
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.KNOWN, scope=Scope.DESK, seen=None, until=until)
    kill(by=newsroom.chief, story=newsroom.story, note="It never happened.")
    purge_story(newsroom.story)
    settle_story(sister.pk)
    return Story.objects.get(pk=sister.pk)


def test_what_was_decided_for_the_desk_for_a_while_runs_out_after_a_purge_too(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    sister = dismissed_for_a_while_and_purged(newsroom)
    assert (standings(sister)[0].is_open, sister.state) == (False, StoryState.READY)

    monkeypatch.setattr("review.runs.lapsing.now", lambda: now() + timedelta(days=2))
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr("review.tasks.enqueue", lambda *errand: asked.append(errand))
    sweep()
    sweep()
    assert asked.count((Errand.SETTLE_STORY, sister.pk)) == 1
    settle_story(sister.pk)

    sister.refresh_from_db()
    assert (standings(sister)[0].label, sister.state) == ("Open again", StoryState.NEEDS_WORK)
    assert newsroom.story.resolutions.count() == 2
    assert first_broken(newsroom.story) is None


def test_later_word_for_the_desk_outlives_one_for_a_while_of_a_purged_story(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    sister = dismissed_for_a_while_and_purged(newsroom)
    [standing] = standings(sister)
    seen = standing.resolution.pk if standing.resolution else None
    dismiss(by=newsroom.editor, finding=standing.finding, reason=Reason.WRONG, scope=Scope.DESK, seen=seen)

    monkeypatch.setattr("review.runs.lapsing.now", lambda: now() + timedelta(days=2))
    open_lapsed()

    assert newsroom.story.resolutions.count() == 1


def test_a_purge_that_breaks_leaves_everything(killed: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(**_: object) -> None:
        raise OSError("The disk is full.")

    monkeypatch.setattr("review.actions.purging.record", break_down)

    with pytest.raises(OSError, match="disk is full"), transaction.atomic():
        purge_story(killed)

    assert killed.drafts.count() == 3
    assert Alert.objects.filter(state=AlertState.SENT).exists()
