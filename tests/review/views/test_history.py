"""The history tells the audit record in plain language."""

from django.test import Client
from django.urls import reverse

from articles.models import AuditDetails
from review.actions.decisions import send_back
from tests.factories import DeskFactory, member
from tests.review.conftest import Newsroom


def test_the_history_tells_who_did_what_and_why(client: Client, newsroom: Newsroom) -> None:
    draft = newsroom.read_in("The wall is 40 metres long.")
    send_back(by=newsroom.chief, draft=draft, note="Who measured the wall?")
    client.force_login(newsroom.editor)

    lines = client.get(reverse("history", args=[newsroom.story.pk])).context["lines"]

    told = {(line.who, line.did, line.what, line.note) for line in lines}
    assert ("Rhea Reporter", "handed in a draft", "draft A1", "") in told
    assert ("Caro Chief", "sent a draft back", "draft A1", "Who measured the wall?") in told
    assert ("Backread", "read draft A1") in {line[:2] for line in told}


def test_the_latest_event_comes_first(client: Client, newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    client.force_login(newsroom.editor)

    lines = client.get(reverse("history", args=[newsroom.story.pk])).context["lines"]

    numbers = [line.number for line in lines]
    assert numbers == sorted(numbers, reverse=True)


def test_an_event_whose_details_were_purged_is_still_told(client: Client, newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    AuditDetails.objects.all().delete()
    client.force_login(newsroom.editor)

    page = client.get(reverse("history", args=[newsroom.story.pk])).content.decode()

    assert "handed in a draft" in page


def test_the_history_of_another_desk_is_not_found(client: Client, newsroom: Newsroom) -> None:
    client.force_login(member(DeskFactory.create()))

    assert client.get(reverse("history", args=[newsroom.story.pk])).status_code == 404
