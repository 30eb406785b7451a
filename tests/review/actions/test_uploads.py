"""From bytes to a draft: received, read, confirmed; nothing is handed in twice unnoticed."""

from datetime import date, timedelta
from email.message import EmailMessage

import pytest
from django.utils.timezone import now
from pytest_django import Settings

from analysis.readers import ReadText
from analysis.readers import Refused as Unreadable
from articles.models import AuditEvent, Draft, Story, StoryState, Upload, UploadState, User
from review import tasks
from review.actions.uploads import (
    AlreadyHandedIn,
    confirm_upload,
    discard_upload,
    paste_text,
    receive_upload,
    try_reading_again,
)
from review.models import Alert, AlertKind
from review.policies import Refused
from review.runs.running import BROUGHT_DOWN, WENT_WRONG
from tests.factories import DeskFactory, UploadFactory, member
from tests.review.conftest import Newsroom

WALL = b"Harbour wall to rise\n\nBy Rhea Reporter\n\nThe wall is 40 metres long."


def received(newsroom: Newsroom, content: bytes = WALL, filename: str = "wall.txt") -> Upload:
    upload = receive_upload(by=newsroom.reporter, story=newsroom.story, filename=filename, content=content)
    tasks.read_upload(upload.pk)
    upload.refresh_from_db()
    return upload


def confirmed(newsroom: Newsroom, upload: Upload, *, by: User | None = None, revises: Draft | None = None) -> Draft:
    return confirm_upload(
        by=by or newsroom.reporter,
        upload=upload,
        headline=upload.headline,
        byline=upload.byline,
        dated=date(2026, 7, 1),
        source="",
        revises=revises,
        written_by=newsroom.reporter,
    )


def test_file_is_read_and_waits_to_be_confirmed(newsroom: Newsroom) -> None:
    upload = received(newsroom)

    assert (upload.state, upload.headline, upload.byline) == (UploadState.READ, "Harbour wall to rise", "Rhea Reporter")
    assert upload.body == "The wall is 40 metres long."


def test_confirmed_file_is_a_draft_whose_text_begins_with_the_headline(newsroom: Newsroom) -> None:
    upload = received(newsroom)

    draft = confirmed(newsroom, upload)

    upload.refresh_from_db()
    assert draft.text == "Harbour wall to rise\nThe wall is 40 metres long."
    assert (draft.upload, draft.dated, upload.state) == (upload, date(2026, 7, 1), UploadState.CONFIRMED)


def test_file_is_confirmed_once(newsroom: Newsroom) -> None:
    upload = received(newsroom)
    confirmed(newsroom, upload)

    with pytest.raises(Refused, match="no longer waiting"):
        confirmed(newsroom, upload)

    assert newsroom.story.drafts.count() == 1


def test_identical_bytes_are_told_at_once(newsroom: Newsroom) -> None:
    first = received(newsroom)

    with pytest.raises(AlreadyHandedIn, match=r"“again\.txt” is identical to “wall\.txt”") as told:
        received(newsroom, filename="again.txt")

    assert told.value.upload == first
    assert Upload.objects.count() == 1


def test_file_that_was_laid_aside_may_come_again(newsroom: Newsroom) -> None:
    discard_upload(by=newsroom.reporter, upload=received(newsroom))

    assert received(newsroom).state == UploadState.READ


def test_file_whose_draft_was_revised_may_come_again(newsroom: Newsroom) -> None:
    first = confirmed(newsroom, received(newsroom))
    revised = newsroom.hand_in("The wall is 50 metres long.", revises=first)

    back = confirmed(newsroom, received(newsroom), revises=revised)

    assert back.sha256 == first.sha256


def test_identical_text_in_other_bytes_is_told_after_reading(newsroom: Newsroom) -> None:
    draft = confirmed(newsroom, received(newsroom))
    same = received(newsroom, WALL.replace(b"\n", b"\r\n"))

    with pytest.raises(AlreadyHandedIn, match="has the same text as draft A1") as told:
        confirmed(newsroom, same)

    same.refresh_from_db()
    assert told.value.draft == draft
    assert same.state == UploadState.READ


def test_unreadable_file_is_refused_with_its_reason_and_the_others_are_kept(newsroom: Newsroom) -> None:
    good = received(newsroom)

    bad = received(newsroom, b"", "empty.txt")

    good.refresh_from_db()
    assert (bad.state, bad.reason) == (UploadState.REFUSED, "“empty.txt” is empty: there is no text in it.")
    assert good.state == UploadState.READ


def test_reading_twice_changes_nothing(newsroom: Newsroom) -> None:
    upload = received(newsroom)
    events = AuditEvent.objects.count()

    tasks.read_upload(upload.pk)

    assert AuditEvent.objects.count() == events


def test_file_laid_aside_while_it_is_read_stays_aside(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    upload = receive_upload(by=newsroom.reporter, story=newsroom.story, filename="wall.txt", content=WALL)

    def read_while_it_is_discarded(_content: bytes, _filename: str) -> ReadText:
        discard_upload(by=newsroom.reporter, upload=upload)
        return ReadText("The wall is 40 metres long.")

    monkeypatch.setattr("review.runs.reading.read_under_limits", read_while_it_is_discarded)
    tasks.read_upload(upload.pk)

    upload.refresh_from_db()
    assert upload.state == UploadState.DISCARDED


def test_our_own_fault_is_tried_three_times_and_then_told(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_content: bytes, _filename: str) -> ReadText:
        raise RuntimeError("the reader is broken")

    monkeypatch.setattr("review.runs.reading.read_under_limits", broken)
    upload = received(newsroom)
    assert (upload.state, upload.tries) == (UploadState.WAITING, 1)

    tasks.read_upload(upload.pk)
    tasks.read_upload(upload.pk)

    upload.refresh_from_db()
    assert (upload.state, upload.reason) == (UploadState.REFUSED, f"“wall.txt” could not be read. {WENT_WRONG}")


def test_file_that_kills_its_worker_is_refused_at_the_fourth_start(newsroom: Newsroom) -> None:
    upload = UploadFactory.create(story=newsroom.story, filename="wall.txt", content=WALL, tries=3)

    tasks.read_upload(upload.pk)

    upload.refresh_from_db()
    assert (upload.state, upload.reason) == (UploadState.REFUSED, f"“wall.txt” could not be read. {BROUGHT_DOWN}")


def test_refused_file_can_be_tried_again(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as refusing:
        refusing.setattr("review.runs.reading.read_under_limits", refuse)
        upload = received(newsroom)

    try_reading_again(by=newsroom.reporter, upload=upload)
    tasks.read_upload(upload.pk)

    upload.refresh_from_db()
    assert upload.state == UploadState.READ


def refuse(_content: bytes, filename: str) -> ReadText:
    raise TooBusy(filename)


class TooBusy(Unreadable):
    sentence = "“{filename}” came at a bad moment."


def test_pasted_text_goes_the_way_of_a_file(newsroom: Newsroom) -> None:
    upload = paste_text(
        by=newsroom.reporter, story=newsroom.story, headline="Harbour wall to rise", text="The wall is 40 metres long."
    )
    tasks.read_upload(upload.pk)

    upload.refresh_from_db()
    assert (upload.state, upload.headline, upload.body) == (
        UploadState.READ,
        "Harbour wall to rise",
        "The wall is 40 metres long.",
    )


def test_typed_headline_outranks_the_first_line_which_stays_in_the_copy(newsroom: Newsroom) -> None:
    upload = paste_text(
        by=newsroom.reporter,
        story=newsroom.story,
        headline="Will the wall hold?",
        text="Wall facts\n\nThe wall is 40 metres long.",
    )
    tasks.read_upload(upload.pk)

    upload.refresh_from_db()
    assert upload.headline == "Will the wall hold?"
    assert "Wall facts" in upload.body
    assert "Will the wall hold?" not in upload.body


def test_nothing_pasted_is_refused(newsroom: Newsroom) -> None:
    with pytest.raises(Refused, match="no text"):
        paste_text(by=newsroom.reporter, story=newsroom.story, headline="Wall", text="  \n")


def test_file_over_the_limit_is_refused_before_it_is_kept(newsroom: Newsroom, settings: Settings) -> None:
    settings.UPLOAD_MAX_BYTES = 2**20

    with pytest.raises(Refused, match="larger than 1 MB"):
        received(newsroom, b"x" * (2**20 + 1))

    assert not Upload.objects.exists()


def test_outsider_hands_in_no_file(newsroom: Newsroom) -> None:
    with pytest.raises(Refused, match="You are not on the desk"):
        receive_upload(by=member(DeskFactory.create()), story=newsroom.story, filename="wall.txt", content=WALL)


def test_colleague_may_confirm_what_another_handed_in(newsroom: Newsroom) -> None:
    draft = confirmed(newsroom, received(newsroom), by=newsroom.editor)

    assert draft.handed_in_by == newsroom.editor


def test_story_is_not_ready_while_a_file_of_it_waits(newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    Alert.objects.all().delete()

    upload = receive_upload(
        by=newsroom.editor, story=newsroom.story, filename="pier.txt", content=b"The pier is short."
    )
    newsroom.story.refresh_from_db()
    waiting = newsroom.story.state
    tasks.read_upload(upload.pk)
    newsroom.story.refresh_from_db()

    assert waiting == newsroom.story.state == StoryState.NEEDS_WORK
    assert not Alert.objects.filter(kind=AlertKind.AWAITING).exists()


def test_story_is_ready_again_once_its_file_was_refused(newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")

    upload = receive_upload(
        by=newsroom.editor, story=newsroom.story, filename="wall.png", content=b"\x89PNG\r\n\x1a\n\0"
    )
    tasks.read_upload(upload.pk)

    newsroom.story.refresh_from_db()
    assert newsroom.story.state == StoryState.READY


def mail_with(*attached: tuple[str, bytes]) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Message-ID"], mail["Subject"] = "Rhea Reporter <rhea@echo.example>", "<1@echo.example>", "Wall"
    mail.set_content("The story on the wall is attached, as asked for on Monday.")
    for filename, content in attached:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=filename)
    return mail.as_bytes()


def test_attachments_of_a_mail_are_files_of_the_story_as_well(newsroom: Newsroom) -> None:
    mail = received(newsroom, mail_with(("wall.txt", WALL)), "wall.eml")

    (inside,) = mail.enclosures.all()

    assert (inside.filename, bytes(inside.content), inside.uploaded_by) == ("wall.txt", WALL, newsroom.reporter)
    assert mail.notes == ["The email has attachments that were handed in as files of their own: “wall.txt”."]


def test_an_attachment_that_the_story_has_is_not_taken_twice(newsroom: Newsroom) -> None:
    received(newsroom, WALL)

    mail = received(newsroom, mail_with(("again.txt", WALL)), "wall.eml")

    assert not mail.enclosures.exists()


def test_a_mail_inside_an_attached_mail_is_not_followed(newsroom: Newsroom) -> None:
    inner = mail_with(("wall.txt", WALL))

    mail = received(newsroom, mail_with(("inner.eml", inner)), "outer.eml")
    (inside,) = mail.enclosures.all()
    tasks.read_upload(inside.pk)

    assert not inside.enclosures.exists()


def test_an_embargo_that_a_file_brings_binds_its_story(newsroom: Newsroom) -> None:
    until = now().replace(microsecond=0) + timedelta(days=2)
    content = (
        f"---\ntitle: Harbour wall to rise\nembargo: {until.isoformat()}\n---\nThe wall is 40 metres long.".encode()
    )
    upload = received(newsroom, content, "wall.md")

    confirmed(newsroom, upload)

    newsroom.story.refresh_from_db()
    assert newsroom.story.embargo_until == until
    assert upload.notes[0].startswith("Under embargo until ")


def test_an_embargo_of_the_story_is_never_shortened_by_a_file(newsroom: Newsroom) -> None:
    later = now() + timedelta(days=5)
    Story.objects.filter(pk=newsroom.story.pk).update(embargo_until=later)
    upload = received(newsroom)
    Upload.objects.filter(pk=upload.pk).update(embargo_until=now() + timedelta(days=1))

    confirmed(newsroom, Upload.objects.get(pk=upload.pk))

    newsroom.story.refresh_from_db()
    assert newsroom.story.embargo_until == later
