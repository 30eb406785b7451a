"""Texts and files that systems hand in become drafts by themselves, once, and where they were meant to go."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Draft, Role, Story, Upload, UploadState
from review.actions.uploads import confirm_as_told
from review.models import TokenScope
from review.tasks import read_upload, sweep
from tests.factories import DraftFactory, StoryFactory, UploadFactory, member
from tests.review.api.conftest import System, problem, system
from tests.review.conftest import Newsroom

WALL = "The wall is 40 metres long."
TEXT = {"slug": "harbour-wall", "headline": "Harbour wall to be rebuilt", "text": WALL}


def answer(response: Any) -> dict[str, Any]:  # noqa: ANN401
    assert response.status_code == 202, response.content.decode()
    told: dict[str, Any] = json.loads(response.content)
    return told


def read(told: dict[str, Any]) -> None:
    """Let a worker do what was asked of it."""
    read_upload(told["id"])


def test_text_becomes_a_draft_that_can_be_followed(newsroom: Newsroom, cms: System) -> None:
    response = cms.post("/hand-ins", TEXT | {"byline": "Rhea Reporter", "dated": "2026-07-01", "source": "CMS"})

    read(answer(response))

    followed = cms.get(response.headers["Location"].removeprefix("/api/v1"))
    draft = Draft.objects.get()
    assert (followed["state"], followed["draft"], draft.story) == ("confirmed", draft.pk, newsroom.story)
    assert (draft.headline, draft.byline, str(draft.dated), draft.source) == (
        "Harbour wall to be rebuilt", "Rhea Reporter", "2026-07-01", "CMS",
    )  # fmt: skip
    assert str(draft.handed_in_by) == "CMS (API)"


def test_file_becomes_a_draft_and_what_is_told_beside_it_outranks_it(newsroom: Newsroom, cms: System) -> None:
    file = SimpleUploadedFile("wall.txt", f"Old\n\n{WALL}".encode())

    response = cms.ask("POST", "/hand-ins/files", body={"file": file, "slug": "harbour-wall", "headline": "New"})
    read(answer(response))

    assert Draft.objects.get().headline == "New"


def test_slug_line_that_the_desk_does_not_have_opens_a_story(newsroom: Newsroom, cms: System) -> None:
    told = answer(cms.post("/hand-ins", TEXT | {"slug": "budget-vote"}))

    assert Story.objects.get(pk=told["story"]).slug == "budget-vote"


@pytest.mark.parametrize("slug", ["Harbour-Wall", " HARBOUR-WALL "])
def test_slug_line_is_the_same_in_whatever_case_it_comes(newsroom: Newsroom, cms: System, slug: str) -> None:
    told = answer(cms.post("/hand-ins", TEXT | {"slug": slug}))

    assert (told["story"], Story.objects.count()) == (newsroom.story.pk, 1)
    assert [row["id"] for row in cms.get("/stories", slug=slug)["items"]] == [newsroom.story.pk]


def test_of_two_slug_lines_that_differ_in_case_alone_the_one_written_just_so_is_meant(
    newsroom: Newsroom, cms: System
) -> None:
    other = StoryFactory.create(desk=newsroom.desk, slug="Harbour-Wall")

    told = [
        answer(cms.post("/hand-ins", TEXT | {"slug": slug, "text": slug}))["story"]
        for slug in (newsroom.story.slug, other.slug)
    ]

    assert told == [newsroom.story.pk, other.pk]


def test_revision_follows_the_draft_that_it_revises(newsroom: Newsroom, cms: System) -> None:
    first = newsroom.hand_in(WALL)

    read(answer(cms.post("/hand-ins", {"story": newsroom.story.pk, "text": "Another text.", "revises": first.pk})))

    assert Draft.objects.latest("number").label == "A2"


def test_revision_of_a_draft_that_was_revised_meanwhile_is_refused_with_the_reason(
    newsroom: Newsroom, cms: System
) -> None:
    first = newsroom.hand_in(WALL)
    told = answer(cms.post("/hand-ins", {"story": newsroom.story.pk, "text": "Another text.", "revises": first.pk}))
    newsroom.hand_in("A third text.", revises=first)

    read(told)

    followed = cms.get(f"/hand-ins/{told['id']}")
    assert (followed["state"], followed["draft"]) == ("refused", None)
    assert "stands no longer" in followed["reason"]


def test_text_without_a_draft_to_revise_is_an_independent_version(newsroom: Newsroom, cms: System) -> None:
    newsroom.hand_in(WALL)

    read(answer(cms.post("/hand-ins", {"story": newsroom.story.pk, "text": "Another text."})))

    assert Draft.objects.latest("number").label == "B2"


def test_whoever_is_named_as_the_writer_cannot_sign(newsroom: Newsroom, cms: System) -> None:
    read(answer(cms.post("/hand-ins", TEXT | {"written_by": newsroom.chief.email})))

    assert Draft.objects.get().written_by == newsroom.chief


@pytest.mark.parametrize(
    ("about", "status"),
    [
        ({"revises": 999}, 404),
        ({"written_by": "nobody@backread.example"}, 409),
        ({"story": 1}, 409),
        ({"slug": ""}, 409),
        ({"story": None}, 422),
        ({"dated": 0}, 422),
        ({"dated": "2026-13-01"}, 422),
        ({"slug": "a\x00b"}, 422),
        ({"text": ""}, 422),
        ({"text": "  \n"}, 409),
        ({"headline": "x" * 501}, 422),
        ({"dated": "yesterday"}, 422),
        ({"unheard_of": 1}, 422),
        ({"revises": 2**63}, 422),
    ],
)
def test_what_cannot_be_handed_in_leaves_nothing_behind(
    newsroom: Newsroom, cms: System, about: dict[str, object], status: int
) -> None:
    response = cms.post("/hand-ins", TEXT | {"slug": "unheard-of"} | about)

    assert problem(response)["status"] == status
    assert not Story.objects.filter(slug="unheard-of").exists()


def test_same_bytes_again_are_told_with_the_place_where_they_are(newsroom: Newsroom, cms: System) -> None:
    first = answer(cms.post("/hand-ins", TEXT))

    told = problem(cms.post("/hand-ins", TEXT))

    assert told["type"].endswith("already-handed-in")
    assert told["hand_in"] == first["id"]


def test_same_text_as_a_draft_is_refused_once_it_is_read(newsroom: Newsroom, cms: System) -> None:
    draft = newsroom.hand_in(WALL)
    told = answer(cms.post("/hand-ins", {"story": newsroom.story.pk, "text": f"{WALL}\n\n"}))

    read(told)

    followed = cms.get(f"/hand-ins/{told['id']}")
    assert followed["state"] == "refused"
    assert draft.label in followed["reason"]


def test_file_that_cannot_be_read_is_refused_with_a_sentence(newsroom: Newsroom, cms: System) -> None:
    file = SimpleUploadedFile("wall.docx", b"PK\x03\x04 and no more")
    told = answer(cms.ask("POST", "/hand-ins/files", body={"file": file, "slug": "harbour-wall"}))

    read(told)

    assert cms.get(f"/hand-ins/{told['id']}")["reason"]


def test_upload_that_was_read_when_its_worker_died_is_confirmed_by_the_next_sweep(
    newsroom: Newsroom, cms: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answer(cms.post("/hand-ins", TEXT))
    Upload.objects.update(state=UploadState.READ, body=WALL, due_at=newsroom.story.opened_at)
    monkeypatch.setattr("review.tasks.enqueue", lambda _errand, pk: read_upload(pk))

    sweep()

    assert Upload.objects.get(pk=told["id"]).state == UploadState.CONFIRMED


def test_upload_that_a_person_hands_in_waits_for_the_person(newsroom: Newsroom) -> None:
    upload = UploadFactory.create(story=newsroom.story, state=UploadState.READ, body=WALL)

    confirm_as_told(upload)

    assert not Draft.objects.exists()


def test_same_key_and_request_get_the_same_answer_and_one_upload(newsroom: Newsroom, cms: System) -> None:
    first = cms.post("/hand-ins", TEXT, **{"Idempotency-Key": "k-1"})
    again = cms.post("/hand-ins", TEXT, **{"Idempotency-Key": "k-1"})

    assert answer(first) == answer(again)
    assert again.headers["Location"] == first.headers["Location"]
    assert again.headers["Idempotent-Replayed"] == "true"
    assert Upload.objects.count() == 1


def test_same_key_with_another_request_is_refused(newsroom: Newsroom, cms: System) -> None:
    cms.post("/hand-ins", TEXT, **{"Idempotency-Key": "k-1"})

    told = problem(cms.post("/hand-ins", TEXT | {"text": "Another text."}, **{"Idempotency-Key": "k-1"}))

    assert (told["status"], told["type"]) == (422, "urn:backread:problem:key-used-before")


def test_file_under_the_same_key_is_known_though_its_form_is_written_otherwise(newsroom: Newsroom, cms: System) -> None:
    told = []
    for _ in range(2):  # each form has a boundary of its own
        body = {"file": SimpleUploadedFile("wall.txt", WALL.encode()), "slug": "harbour-wall"}
        told.append(answer(cms.ask("POST", "/hand-ins/files", body=body, headers={"Idempotency-Key": "k"})))

    assert told[0] == told[1]


def test_key_of_one_token_is_unknown_to_another(newsroom: Newsroom, cms: System) -> None:
    cms.post("/hand-ins", TEXT, **{"Idempotency-Key": "k-1"})
    wire = system(newsroom, TokenScope.HAND_IN, name="Wire")

    response = wire.post("/hand-ins", TEXT | {"text": "Another text."}, **{"Idempotency-Key": "k-1"})

    assert "Idempotent-Replayed" not in response.headers
    assert answer(response)


def test_draft_of_another_desk_cannot_be_revised(newsroom: Newsroom, cms: System) -> None:
    elsewhere = DraftFactory.create()

    assert problem(cms.post("/hand-ins", TEXT | {"revises": elsewhere.pk}))["status"] == 404


def test_story_of_another_desk_takes_nothing(newsroom: Newsroom, cms: System) -> None:
    elsewhere = DraftFactory.create().story

    assert problem(cms.post("/hand-ins", {"story": elsewhere.pk, "text": WALL}))["status"] == 404


def test_killed_story_takes_nothing(newsroom: Newsroom, cms: System) -> None:
    Story.objects.filter(pk=newsroom.story.pk).update(state="killed")

    assert problem(cms.post("/hand-ins", TEXT))["type"] == "urn:backread:problem:refused"


def test_systems_account_is_told_nothing_and_offered_nowhere(newsroom: Newsroom, cms: System) -> None:
    lawyer = member(newsroom.desk, Role.LEGAL)

    assert not cms.token.account.is_active
    assert not cms.token.account.has_usable_password()
    assert cms.token.account not in newsroom.desk.members.filter(token=None)
    assert lawyer in newsroom.desk.members.filter(token=None)
