"""The history tells the audit record in plain language."""

import json

from django.http import StreamingHttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import AuditDetails
from review.actions.decisions import approve, send_back
from review.models import Alert, AlertKind
from review.verbs import VERBS_OF, Verb
from tests.factories import DeskFactory, found, member
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


def lines_of(client: Client, newsroom: Newsroom) -> set[tuple[str, str, str]]:
    client.force_login(newsroom.editor)
    lines = client.get(reverse("history", args=[newsroom.story.pk])).context["lines"]
    return {(line.who, line.did, line.what) for line in lines}


def test_a_finding_that_was_fixed_is_named(client: Client, newsroom: Newsroom) -> None:
    newsroom.alone["The wall is 40 metres long."] = [found(message="A wall has one length.")]
    draft = newsroom.read_in("The wall is 40 metres long.")

    newsroom.read_in("The wall is 50 metres long.", revises=draft)

    assert ("Backread", "found findings fixed", "“A wall has one length.”") in lines_of(client, newsroom)


def test_an_approval_that_went_stale_says_whose_it_was_and_what_took_its_place(
    client: Client, newsroom: Newsroom
) -> None:
    draft = newsroom.read_in("The wall is 40 metres long.")
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)

    newsroom.read_in("The wall is 50 metres long.", revises=draft)

    words = "Caro Chief signed draft A1; draft A2 has taken its place."
    assert ("Backread", "noticed that an approval went stale", words) in lines_of(client, newsroom)
    assert Alert.objects.get(kind=AlertKind.STALE).note == words


def test_the_history_is_filtered_by_who_and_what(client: Client, newsroom: Newsroom) -> None:
    draft = newsroom.read_in("The wall is 40 metres long.")
    send_back(by=newsroom.chief, draft=draft, note="Who measured the wall?")
    client.force_login(newsroom.editor)
    address = reverse("history", args=[newsroom.story.pk])

    def did(**wanted: str | int) -> set[str]:
        return {line.did for line in client.get(address, wanted).context["lines"]}

    assert did(who=newsroom.chief.pk, what="sign-off") == {"sent a draft back", "moved the story"}
    assert did(who="system", what="work") == {"read draft A1"}
    assert did(what="drafts") == {"handed in a draft"}
    assert did(who="nobody", what="nothing") == did()


def test_the_record_is_handed_out_as_json_lines_that_can_be_verified(client: Client, newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    client.force_login(newsroom.editor)

    response = client.get(reverse("history-export", args=[newsroom.story.pk]))

    assert isinstance(response, StreamingHttpResponse)
    rows = [json.loads(line) for line in response.getvalue().decode().splitlines()]
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    assert [row["previous"] for row in rows[1:]] == [row["digest"] for row in rows[:-1]]
    assert response["Content-Disposition"] == 'attachment; filename="harbour-wall-history.jsonl"'


def test_every_verb_belongs_to_one_matter() -> None:
    assert sorted(verb for verbs in VERBS_OF.values() for verb in verbs) == sorted(Verb)
