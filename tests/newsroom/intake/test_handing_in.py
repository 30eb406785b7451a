"""`manage.py hand_in`: files become drafts at once, and what is refused is named."""

from datetime import date
from email.message import EmailMessage
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Desk, Draft, DraftStanding, Role, Story, Upload, UploadState
from tests.factories import DeskFactory, StoryFactory, member

pytestmark = pytest.mark.django_db

WALL = "Harbour wall to rise\n\nBy Rhea Reporter\n\n1 July 2026\n\nThe wall is 40 metres long."


@pytest.fixture
def desk() -> Desk:
    return DeskFactory.create(name="City desk", slug="city")


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def handed_in(*paths: Path, **options: str) -> str:
    """The command, as it is typed."""
    said = StringIO()
    typed = [f"--{name}={value}" for name, value in options.items()]
    call_command("hand_in", *map(str, paths), *typed, stdout=said, stderr=said)
    return said.getvalue()


def test_a_file_is_a_draft_with_what_it_says_of_itself(desk: Desk, tmp_path: Path) -> None:
    said = handed_in(written(tmp_path, "wall.txt", WALL), desk="city", story="harbour-wall")

    draft = Draft.objects.get()
    assert (draft.headline, draft.byline, draft.dated) == ("Harbour wall to rise", "Rhea Reporter", date(2026, 7, 1))
    assert (draft.story.slug, draft.story.desk, draft.written_by) == ("harbour-wall", desk, None)
    assert "wall.txt: draft A1 of “harbour-wall”, http" in said


def test_the_day_that_is_told_outranks_that_of_the_file(desk: Desk, tmp_path: Path) -> None:
    handed_in(written(tmp_path, "wall.txt", WALL), desk="City desk", story="wall", date="2026-07-03")

    assert Draft.objects.get().dated == date(2026, 7, 3)


@pytest.mark.parametrize(("label", "slug"), [("", "wall"), ("Slug: harbour-wall\n", "harbour-wall")])
def test_without_a_story_the_file_names_it(desk: Desk, tmp_path: Path, label: str, slug: str) -> None:
    handed_in(written(tmp_path, "wall.txt", label + WALL), desk="city")

    assert Story.objects.get().slug == slug


def test_a_second_version_by_the_same_writer_revises_the_first(desk: Desk, tmp_path: Path) -> None:
    handed_in(written(tmp_path, "wall.txt", WALL), desk="city", story="wall")
    handed_in(written(tmp_path, "wall 2.txt", WALL.replace("40", "44")), desk="city", story="WALL")

    first, second = Draft.objects.order_by("number")
    assert (second.revises, first.standing, second.label) == (first, DraftStanding.SUPERSEDED, "A2")


def test_the_desks_own_account_hands_in_and_nobody_can_log_in_as_it(desk: Desk, tmp_path: Path) -> None:
    handed_in(written(tmp_path, "wall.txt", WALL), desk="city", story="wall")

    account = Draft.objects.get().handed_in_by
    assert (account.username, account.is_active, account.has_usable_password()) == ("intake-city", False, False)


def test_files_may_be_a_persons_own(desk: Desk, tmp_path: Path) -> None:
    rhea = member(desk, Role.REPORTER, username="rhea", first_name="Rhea", last_name="Reporter")

    handed_in(written(tmp_path, "wall.txt", WALL), desk="city", story="wall", by="rhea")

    assert (Draft.objects.get().handed_in_by, Draft.objects.get().written_by) == (rhea, rhea)


def test_refused_files_are_named_and_leave_nothing_and_the_others_are_handed_in(desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "wall.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64))
    said = StringIO()

    with pytest.raises(CommandError, match="1 of 2 files were not handed in"):
        call_command("hand_in", str(picture), str(written(tmp_path, "wall.txt", WALL)), "--desk=city", stderr=said)

    assert "“wall.png” can’t be read: it is a picture" in said.getvalue()
    assert [story.slug for story in Story.objects.all()] == ["wall"]


def test_the_same_text_is_not_handed_in_twice_and_leaves_no_card(desk: Desk, tmp_path: Path) -> None:
    handed_in(written(tmp_path, "wall.txt", WALL), desk="city", story="wall")

    with pytest.raises(CommandError):
        handed_in(written(tmp_path, "again.txt", f"{WALL}\n\n"), desk="city", story="wall")

    assert set(Upload.objects.values_list("state", flat=True)) == {UploadState.CONFIRMED, UploadState.DISCARDED}


def test_a_mail_with_attachments_waits_for_a_person(desk: Desk, tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Rhea Reporter <rhea@echo.example>", "Wall"
    mail.set_content("The story on the wall is attached, as asked for on Monday.")
    mail.add_attachment(WALL.encode(), maintype="text", subtype="plain", filename="wall.txt")
    path = tmp_path / "wall.eml"
    path.write_bytes(mail.as_bytes())

    said = handed_in(path, desk="city", story="wall")

    assert "holds other files: 2 files wait to be confirmed in “wall”" in said
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"desk": "sport"}, "There is no desk “sport”. There are: city."),
        ({"desk": "city", "by": "nobody"}, "Nobody has the user name “nobody”."),
        ({"desk": "city", "date": "3 July"}, "no date of the form"),
    ],
)
def test_what_does_not_exist_is_named(desk: Desk, tmp_path: Path, options: dict[str, str], reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        handed_in(written(tmp_path, "wall.txt", WALL), **options)

    assert desk.stories.count() == 0


def test_a_killed_story_takes_no_drafts(desk: Desk, tmp_path: Path) -> None:
    StoryFactory.create(desk=desk, slug="wall", state="killed")

    with pytest.raises(CommandError):
        handed_in(written(tmp_path, "wall.txt", WALL), desk="city", story="wall")

    assert not Draft.objects.exists()
