"""Handing in: several versions at once, each read, put right and confirmed by itself."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from articles.models import Draft, Story, Upload, UploadState
from review.models import Analysis, RunState
from review.runs.running import WENT_WRONG
from tests.factories import DeskFactory, DraftFactory, StoryFactory, UploadFactory, member
from tests.review.conftest import Newsroom

HTMX = {"HX-Request": "true"}


@pytest.fixture
def editor(client: Client, newsroom: Newsroom) -> Client:
    client.force_login(newsroom.editor)
    return client


def a_file(name: str, words: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, words.encode())


def an_upload(newsroom: Newsroom, **told: object) -> Upload:
    read = {"state": UploadState.READ, "headline": "Wall to be rebuilt", "body": "The wall is 40 metres long."}
    return UploadFactory.create(story=newsroom.story, uploaded_by=newsroom.editor, **(read | told))


def confirmation(**typed: object) -> dict[str, object]:
    given = {"headline": "Wall to be rebuilt", "byline": "", "dated": "2026-07-01", "source": ""}
    return given | {"written_by": "", "revises": ""} | typed


def test_a_new_slug_line_opens_a_story_with_every_file(editor: Client, newsroom: Newsroom) -> None:
    files = [a_file("a.txt", "The wall is 40 metres long."), a_file("b.txt", "The wall is 50 metres long.")]

    response = editor.post(reverse("hand-in"), {"desk": newsroom.desk.pk, "slug": "new-wall", "versions": files})

    story = Story.objects.get(slug="new-wall")
    assert response["Location"] == f"{reverse('hand-in-to', args=[story.pk])}#upload-{story.uploads.earliest('pk').pk}"
    assert [upload.filename for upload in story.uploads.all()] == ["a.txt", "b.txt"]


def test_a_known_slug_line_adds_to_its_story_whatever_its_case(editor: Client, newsroom: Newsroom) -> None:
    editor.post(reverse("hand-in"), {"desk": newsroom.desk.pk, "slug": "Harbour-Wall", "text": "The wall is long."})

    assert Story.objects.get() == newsroom.story
    assert newsroom.story.uploads.count() == 1


def test_a_known_slug_line_is_known_however_many_blanks_it_is_typed_with(editor: Client, newsroom: Newsroom) -> None:
    Story.objects.update(slug="harbour wall")

    editor.post(reverse("hand-in"), {"desk": newsroom.desk.pk, "slug": "harbour  wall", "text": "The wall is long."})

    assert newsroom.story.uploads.count() == 1


def test_handing_in_nothing_is_refused_and_opens_no_story(editor: Client, newsroom: Newsroom) -> None:
    response = editor.post(reverse("hand-in"), {"desk": newsroom.desk.pk, "slug": "empty"})

    assert response.status_code == 422
    assert "Choose at least one file" in response.content.decode()
    assert not Story.objects.filter(slug="empty").exists()


def test_only_ones_own_desks_can_be_chosen(editor: Client) -> None:
    response = editor.post(reverse("hand-in"), {"desk": DeskFactory.create().pk, "slug": "theirs", "text": "The wall."})

    assert response.status_code == 422
    assert not Story.objects.filter(slug="theirs").exists()


def test_a_text_that_is_too_long_is_refused_and_kept_on_the_page(editor: Client, newsroom: Newsroom) -> None:
    text = "word " * 100_001

    response = editor.post(reverse("hand-in-to", args=[newsroom.story.pk]), {"text": text})

    assert response.status_code == 422
    assert "longer than 500,000 characters" in response.content.decode()
    assert text.strip() in response.content.decode()


def test_a_text_of_just_the_longest_length_is_taken_whatever_ends_its_lines(editor: Client, newsroom: Newsroom) -> None:
    text = ("word" * 24 + "wor\r\n") * 5_000

    editor.post(reverse("hand-in-to", args=[newsroom.story.pk]), {"text": text.strip()})

    assert newsroom.story.uploads.count() == 1


def test_a_browser_is_not_told_to_cut_a_pasted_text(editor: Client, newsroom: Newsroom) -> None:
    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()

    assert 'maxlength="500000"' not in page


def test_a_text_far_too_long_is_answered_on_the_page_as_well(editor: Client, newsroom: Newsroom) -> None:
    response = editor.post(reverse("hand-in-to", args=[newsroom.story.pk]), {"text": "wall " * 1_200_000})

    assert response.status_code == 422
    assert "longer than 500,000 characters" in response.content.decode()


def test_an_identical_file_is_told_at_once_and_the_others_are_kept(editor: Client, newsroom: Newsroom) -> None:
    address = reverse("hand-in-to", args=[newsroom.story.pk])
    editor.post(address, {"versions": [a_file("a.txt", "The wall.")]})

    response = editor.post(
        address, {"versions": [a_file("again.txt", "The wall."), a_file("b.txt", "The pier.")]}, follow=True
    )

    assert "“again.txt” is identical to “a.txt”" in response.content.decode()
    assert [upload.filename for upload in newsroom.story.uploads.all()] == ["a.txt", "b.txt"]


def test_a_story_of_another_desk_is_not_found(editor: Client) -> None:
    story = StoryFactory.create()

    assert editor.get(reverse("hand-in-to", args=[story.pk])).status_code == 404
    assert editor.post(reverse("hand-in-to", args=[story.pk]), {"text": "The wall."}).status_code == 404


@pytest.mark.parametrize("name", ["upload", "upload-confirm", "upload-discard", "upload-again"])
def test_a_file_of_another_desk_is_not_found(editor: Client, name: str) -> None:
    address = reverse(name, args=[UploadFactory.create().pk])

    response = editor.get(address) if name == "upload" else editor.post(address)

    assert response.status_code == 404


def test_a_waiting_file_asks_for_itself_until_it_was_read(editor: Client, newsroom: Newsroom) -> None:
    upload = an_upload(newsroom, state=UploadState.WAITING)
    address = reverse("upload", args=[upload.pk])
    waiting = editor.get(address, headers=HTMX).content.decode()
    Upload.objects.filter(pk=upload.pk).update(state=UploadState.READ)

    read = editor.get(address, headers=HTMX).content.decode()

    assert f'hx-get="{address}"' in waiting
    assert f'hx-get="{address}"' not in read
    assert reverse("upload-confirm", args=[upload.pk]) in read


def test_files_inside_a_file_stand_below_it_as_soon_as_it_was_read(editor: Client, newsroom: Newsroom) -> None:
    mail = an_upload(newsroom, filename="wall.eml")
    inner = an_upload(newsroom, filename="wall.docx", state=UploadState.WAITING, enclosed_in=mail)

    fragment = editor.get(reverse("upload", args=[mail.pk]), headers=HTMX).content.decode()
    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()

    assert f'id="upload-{inner.pk}"' in fragment
    assert page.count(f'id="upload-{inner.pk}"') == 1
    assert "From wall.eml" in page


def test_a_refused_file_says_why(editor: Client, newsroom: Newsroom) -> None:
    an_upload(newsroom, state=UploadState.REFUSED, reason="“wall.jpg” is a picture.")

    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()

    assert "“wall.jpg” is a picture." in page
    assert "Choose another file" in page
    assert "Try again" not in page


def test_a_file_that_our_reader_failed_at_can_be_tried_again(editor: Client, newsroom: Newsroom) -> None:
    an_upload(newsroom, state=UploadState.REFUSED, reason=f"“wall.txt” could not be read. {WENT_WRONG}")

    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()

    assert "Try again" in page
    assert "Choose another file" not in page


def test_a_confirmed_file_becomes_a_draft_with_what_was_put_right(editor: Client, newsroom: Newsroom) -> None:
    upload = an_upload(newsroom)

    editor.post(
        reverse("upload-confirm", args=[upload.pk]),
        confirmation(headline="Sea wall to be rebuilt", written_by=newsroom.reporter.pk),
    )

    draft = Draft.objects.get()
    assert (draft.headline, draft.written_by) == ("Sea wall to be rebuilt", newsroom.reporter)


def test_copy_without_a_headline_becomes_a_draft_as_well(editor: Client, newsroom: Newsroom) -> None:
    upload = an_upload(newsroom, headline="")

    editor.post(reverse("upload-confirm", args=[upload.pk]), confirmation(headline=""))

    assert Draft.objects.get().text == "The wall is 40 metres long."


def test_a_confirmation_that_cannot_be_read_keeps_what_was_typed(editor: Client, newsroom: Newsroom) -> None:
    upload = an_upload(newsroom)

    response = editor.post(
        reverse("upload-confirm", args=[upload.pk]), confirmation(dated="soon", byline="Rhea Reporter")
    )

    assert response.status_code == 422
    assert 'value="Rhea Reporter"' in response.content.decode()
    assert not Draft.objects.exists()


def test_a_text_that_is_there_already_is_told_on_its_card(editor: Client, newsroom: Newsroom) -> None:
    for _ in range(2):
        upload = an_upload(newsroom)
        response = editor.post(reverse("upload-confirm", args=[upload.pk]), confirmation(), headers=HTMX)

    assert response.status_code == 409
    assert "has the same text as draft A1" in response.content.decode()
    assert Draft.objects.count() == 1


def test_a_new_draft_can_be_revised_by_the_files_that_still_wait(editor: Client, newsroom: Newsroom) -> None:
    first = an_upload(newsroom)
    second = an_upload(newsroom, body="The wall is 50 metres long.")

    response = editor.post(reverse("upload-confirm", args=[first.pk]), confirmation(), headers=HTMX)

    page = response.content.decode()
    assert f'id="upload-{second.pk}-version"' in page
    assert "A revision of A1" in page


def test_a_byline_names_its_writer_among_the_desks_members(editor: Client, newsroom: Newsroom) -> None:
    an_upload(newsroom, byline="Rhea Reporter")

    (card,) = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).context["arriving"].cards

    assert card.form.initial["written_by"] == newsroom.reporter


def test_a_wires_copy_was_written_by_nobody_here(editor: Client, newsroom: Newsroom) -> None:
    an_upload(newsroom, source="Northern Wire")

    (card,) = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).context["arriving"].cards

    assert card.form.initial["written_by"] is None


def first_read(editor: Client, newsroom: Newsroom) -> dict[str, object]:
    """What the form of the first file on its way starts with."""
    card, *_ = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).context["arriving"].cards
    initial: dict[str, object] = card.form.initial
    return initial


def test_a_text_much_like_a_draft_is_taken_for_its_revision(editor: Client, newsroom: Newsroom) -> None:
    draft = DraftFactory.create(
        story=newsroom.story,
        headline="Wall to be rebuilt",
        text="Wall to be rebuilt\nThe wall is 40 metres long.",
        byline="Rhea Reporter",
        dated=date(2026, 7, 1),
        written_by=newsroom.reporter,
    )
    an_upload(newsroom, body="The wall is 50 metres long.")

    read = first_read(editor, newsroom)

    assert (read["revises"], read["dated"], read["byline"]) == (draft, date(2026, 7, 1), "Rhea Reporter")
    assert read["written_by"] == newsroom.reporter


def test_a_dateline_without_its_year_tells_the_day(editor: Client, newsroom: Newsroom) -> None:
    week_ago = localdate() - timedelta(days=7)
    an_upload(newsroom, dateline=f"MARSTOW, {week_ago.day} {week_ago:%B}")

    assert first_read(editor, newsroom)["dated"] == week_ago


def test_a_text_that_tells_no_day_is_of_the_day_on_which_it_came(editor: Client, newsroom: Newsroom) -> None:
    an_upload(newsroom, dateline="MARSTOW")

    assert first_read(editor, newsroom)["dated"] == localdate()


@pytest.mark.parametrize(
    "told",
    [
        {"headline": "Pier shut for good", "body": "Nobody knows who will pay for the pier now."},
        {"source": "Northern Wire"},
        {"uploaded_at": datetime(2026, 6, 30, tzinfo=UTC)},
    ],
    ids=["of other words", "of a wire", "handed in together with it"],
)
def test_a_text_is_taken_for_another_version(editor: Client, newsroom: Newsroom, told: dict[str, object]) -> None:
    DraftFactory.create(story=newsroom.story, headline="Wall to be rebuilt")
    an_upload(newsroom, **told)

    assert first_read(editor, newsroom)["revises"] is None


def test_a_version_that_was_not_analysed_is_not_called_compared(editor: Client, newsroom: Newsroom) -> None:
    newsroom.foreign.add("Die Mauer ist lang.")
    newsroom.read_in("The wall is 40 metres long.")
    newsroom.read_in("Die Mauer ist lang.")

    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()

    assert "All versions are read and compared" not in page
    assert "not all of it could be done" in page


def test_a_file_put_aside_leaves_the_page(editor: Client, newsroom: Newsroom) -> None:
    upload = an_upload(newsroom)

    editor.post(reverse("upload-discard", args=[upload.pk]))

    assert editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).context["arriving"].cards == ()


def test_polling_stops_when_every_draft_is_read(editor: Client, newsroom: Newsroom) -> None:
    newsroom.hand_in("The wall is 40 metres long.")
    address = reverse("progress", args=[newsroom.story.pk])
    before = editor.get(address, headers=HTMX)

    newsroom.work()
    after = editor.get(address, headers=HTMX)

    assert (before.status_code, after.status_code) == (200, 286)
    assert f'hx-get="{address}"' in before.content.decode()
    assert f'hx-get="{address}"' not in after.content.decode()


def test_a_member_of_another_desk_sees_no_progress(client: Client, newsroom: Newsroom) -> None:
    client.force_login(member(DeskFactory.create()))

    assert client.get(reverse("progress", args=[newsroom.story.pk]), headers=HTMX).status_code == 404


def test_handing_in_to_a_killed_story_is_refused_in_words(editor: Client, newsroom: Newsroom) -> None:
    Story.objects.update(state="killed")

    response = editor.post(reverse("hand-in-to", args=[newsroom.story.pk]), {"text": "The wall."}, follow=True)

    assert "The story was killed." in response.content.decode()
    assert response.redirect_chain[-1][0].endswith("#main")  # the top, where that stands


def test_a_text_that_stands_already_is_told_as_soon_as_it_is_read(editor: Client, newsroom: Newsroom) -> None:
    draft = newsroom.hand_in("The wall is 40 metres long.")
    an_upload(newsroom, headline="", body="The wall is 40 metres long.  ")

    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()

    assert f"identical to draft {draft.label} of this story" in page
    assert "Make it a draft" not in page
    assert "Put aside" in page


def test_a_text_that_another_story_of_the_desk_has_is_told_and_can_be_handed_in(
    editor: Client, newsroom: Newsroom
) -> None:
    newsroom.hand_in("The wall is 40 metres long.", story=StoryFactory.create(desk=newsroom.desk, slug="old-wall"))
    an_upload(newsroom, headline="", body="The wall is 40 metres long.")

    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()

    assert "The desk has the same text in the story" in page
    assert "old-wall" in page
    assert "Make it a draft" in page


def test_the_text_of_a_draft_that_was_revised_may_come_again(editor: Client, newsroom: Newsroom) -> None:
    first = newsroom.hand_in("The wall is 40 metres long.")
    newsroom.hand_in("The wall is 50 metres long.", revises=first)
    an_upload(newsroom, headline="", body="The wall is 40 metres long.")

    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()

    assert "This is the text of draft A1 again, which was superseded." in page
    assert "Make it a draft" in page


def test_another_desks_text_is_never_told(editor: Client, newsroom: Newsroom) -> None:
    DraftFactory.create(text="The wall is 40 metres long.")
    an_upload(newsroom, headline="", body="The wall is 40 metres long.")

    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()

    assert "the same text" not in page


def test_every_file_and_draft_shows_how_far_it_came(editor: Client, newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    newsroom.hand_in("The wall is 50 metres long.")
    an_upload(newsroom, state=UploadState.WAITING)

    context = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).context

    (card,), tracks = context["arriving"].cards, context["progress"].tracks
    assert [station.mark for station in card.stations] == ["done", "now", "waiting", "waiting"]
    assert [(track.draft.label, [s.mark for s in track.stations]) for track in tracks] == [
        ("A1", ["done", "done", "done", "waiting"]),
        ("B2", ["done", "done", "waiting", "waiting"]),
    ]
    assert tracks[0].stations[-1].detail == "with B2"


def test_a_run_that_failed_is_a_station_that_failed(editor: Client, newsroom: Newsroom) -> None:
    newsroom.hand_in("The wall is 40 metres long.")
    Analysis.objects.update(state=RunState.FAILED, reason="The machine was switched off.")

    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()

    assert '<li class="station station--failed">Annotated' in page
    assert "The machine was switched off." in page
    assert "Try again" in page


def test_a_draft_is_laid_open_to_be_edited_at_the_words(editor: Client, newsroom: Newsroom) -> None:
    draft = newsroom.read_in("The wall is 40 metres long.")

    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk]), {"edit": draft.pk, "start": 12, "end": 14})

    text = page.content.decode()
    assert f"Edit draft {draft.label}" in text
    assert 'data-select="12 14"' in text
    assert "The wall is 40 metres long.</textarea>" in text


@pytest.mark.parametrize("draft", ["another story's", "superseded", "none"])
def test_no_other_draft_is_laid_open(editor: Client, newsroom: Newsroom, draft: str) -> None:
    first = newsroom.read_in("The wall is 40 metres long.")
    newsroom.read_in("The wall is 50 metres long.", revises=first)
    others = {"another story's": str(DraftFactory.create().pk), "superseded": str(first.pk), "none": "it"}

    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk]), {"edit": others[draft]})

    assert "Edit draft" not in page.content.decode()


def test_copy_of_a_wire_that_was_hardly_changed_revises_it(editor: Client, newsroom: Newsroom) -> None:
    words = "The wall by the old harbour is {} metres long and will be rebuilt by spring, the council said on Monday."
    wire = DraftFactory.create(story=newsroom.story, text=words.format(40), source="Ledger Newswire")
    upload = an_upload(newsroom, headline="", body=words.format(50))

    page = editor.get(reverse("hand-in-to", args=[newsroom.story.pk]))

    card = next(card for card in page.context["arriving"].cards if card.upload == upload)
    assert card.form["revises"].value() == wire.pk
