"""A desk's own pages: settings, people, house list and precision, for who may change them and who may not."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Desk, HouseEntry, Role, User
from review.models import Analysis, Loudness, ResolutionKind
from tests.factories import HouseEntryFactory, ResolutionFactory, member
from tests.review.drafts import Pair

HEAD = "name,what,aliases,title,spelling,own staff,never\n"


@pytest.fixture
def chief(desk: Desk, client: Client) -> User:
    person = member(desk, Role.CHIEF)
    client.force_login(person)
    return person


def page(client: Client, name: str, desk: Desk, query: str = "") -> str:
    return client.get(reverse(name, args=[desk.slug]) + query).content.decode()


def send(client: Client, desk: Desk, content: str) -> str:
    file = SimpleUploadedFile("list.csv", content.encode())
    return client.post(reverse("house-take-in", args=[desk.slug]), {"file": file}, follow=True).content.decode()


def test_a_chief_changes_the_settings_and_the_record_tells(client: Client, desk: Desk, chief: User) -> None:
    told = {"signatures_needed": "2", "alert_threshold": "blocker", "time_zone": "Europe/London"}

    shown = client.post(reverse("desk", args=[desk.slug]), told, follow=True).content.decode()

    desk.refresh_from_db()
    assert (desk.signatures_needed, desk.mails_quote, desk.time_zone) == (2, False, "Europe/London")
    assert "signatures needed: 2 (before: 1)" in shown


def test_an_editor_reads_how_a_desk_is_run_and_is_told_who_changes_it(client: Client, editor: User, desk: Desk) -> None:
    shown = page(client, "desk", desk)

    assert "Only a chief" in shown
    assert "Save the settings" not in shown


def test_an_editor_cannot_give_roles(client: Client, editor: User, desk: Desk) -> None:
    response = client.post(reverse("desk-member", args=[editor.memberships.get().pk]), {"role": "chief"})

    assert response.status_code == 409
    assert editor.memberships.get().role == Role.EDITOR


def test_a_chief_invites_changes_a_role_and_takes_off(client: Client, desk: Desk, chief: User) -> None:
    told = {"first_name": "Noor", "last_name": "New", "email": "noor@backread.example", "role": "reporter"}
    client.post(reverse("desk-invite", args=[desk.slug]), told)
    membership = desk.memberships.get(user__email="noor@backread.example")

    client.post(reverse("desk-member", args=[membership.pk]), {"role": "legal"})
    membership.refresh_from_db()
    assert membership.role == Role.LEGAL

    shown = client.post(reverse("desk-take-off", args=[membership.pk]), follow=True).content.decode()
    assert "The account is closed" in shown
    assert not desk.memberships.filter(pk=membership.pk).exists()


def test_an_editor_adds_changes_and_strikes_a_name(client: Client, editor: User, desk: Desk) -> None:
    told = {"name": "Mira  Okonjo", "label": "PERSON", "aliases": "Okonjo; M. Okonjo", "role": "mayor", "spelling": ""}
    client.post(reverse("house-add", args=[desk.slug]), told)
    entry = desk.house_list.get()
    assert (entry.name, entry.aliases) == ("Mira Okonjo", ["Okonjo", "M. Okonjo"])

    client.post(reverse("house-entry", args=[entry.pk]), told | {"role": "harbour master"})
    entry.refresh_from_db()
    assert entry.role == "harbour master"

    client.post(reverse("house-strike", args=[entry.pk]))
    assert not desk.house_list.exists()


def test_a_name_that_is_listed_already_is_told_beside_its_field(client: Client, editor: User, desk: Desk) -> None:
    HouseEntryFactory.create(desk=desk)

    response = client.post(reverse("house-add", args=[desk.slug]), {"name": "Mira Okonjo", "label": "ORG"})

    assert response.status_code == 422
    assert "on the house list already" in response.content.decode()


@pytest.mark.parametrize("words", ["okonjo", "harbour", "Zoë"])
def test_the_list_is_searched_by_name_title_and_other_names(
    client: Client, editor: User, desk: Desk, words: str
) -> None:
    HouseEntryFactory.create(desk=desk, role="harbour master", aliases=["Zoë"])
    HouseEntryFactory.create(desk=desk, name="Dana Voss")

    shown = page(client, "house", desk, f"?words={words}")

    assert "Mira Okonjo" in shown
    assert "Dana Voss" not in shown


def test_a_file_with_a_fault_is_refused_whole_and_by_line(client: Client, editor: User, desk: Desk) -> None:
    shown = send(client, desk, HEAD + "Dana Voss,person,,,,,\n,person,,,,,\n")

    assert "Line 3: the name is missing." in shown
    assert not desk.house_list.exists()


def test_a_file_is_taken_in_and_comes_out_again(client: Client, editor: User, desk: Desk) -> None:
    shown = send(client, desk, HEAD + "Dana Voss,person,Voss,engineer,,no,\n")

    assert "Taken in: 1 new, 0 changed, 0 as they were." in shown
    assert "Dana Voss,person,Voss,engineer,,no," in page(client, "house-csv", desk)


def test_a_reporter_takes_no_file_in(client: Client, desk: Desk) -> None:
    client.force_login(member(desk))

    send(client, desk, HEAD + "Dana Voss,person,,,,,\n")

    assert not HouseEntry.objects.exists()


def test_the_table_tells_how_often_a_check_was_right(client: Client, pair: Pair, desk: Desk) -> None:
    ResolutionFactory.create(finding=pair.found("Monday", "Friday", kind="date"), kind=ResolutionKind.TO_FIX, reason="")
    ResolutionFactory.create(finding=pair.found("Monday", "Friday", kind="date"))

    shown = page(client, "precision", desk, "?kind=date")

    assert "50 %" in shown
    assert "Date, week by week" in shown


def test_a_chief_silences_a_check_and_the_reason_is_shown(client: Client, desk: Desk, chief: User) -> None:
    told = {"kind": "style", "loudness": "silenced", "reason": "The subs do that."}

    shown = client.post(reverse("precision-tune", args=[desk.slug]), told, follow=True).content.decode()

    assert desk.tunings.get().loudness == Loudness.SILENCED
    assert "The subs do that." in shown


def test_a_story_read_before_the_list_changed_says_so_and_is_read_again(
    client: Client, editor: User, pair: Pair, desk: Desk
) -> None:
    review = reverse("review", args=[pair.story.pk])
    assert "Read them again" not in client.get(review).content.decode()
    client.post(reverse("house-add", args=[desk.slug]), {"name": "Ines Moreau", "label": "PERSON"})
    assert "Read them again" in client.get(review).content.decode()

    shown = client.post(reverse("read-again", args=[pair.story.pk]), follow=True).content.decode()

    assert Analysis.objects.filter(draft__story=pair.story, rulings=1).count() == 2
    assert "Being read again." in shown


def test_forms_that_are_never_written_are_kept_shown_and_recorded(client: Client, desk: Desk, editor: User) -> None:
    typed = {"name": "adviser", "label": "", "never": "advisor; counsellor", "spelling": "As the stylebook has it."}

    client.post(reverse("house-add", args=[desk.slug]), typed)

    page = client.get(reverse("house", args=[desk.slug])).content.decode()
    assert desk.house_list.get().never == ["advisor", "counsellor"]
    assert "advisor; counsellor" in page
