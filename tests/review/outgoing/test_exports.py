"""What leaves the app: the text letter for letter, with everything that a pack promises, to nobody it should not."""

import csv
import io
import json
import zipfile
from typing import Any

import docx
import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from jsonschema_rs import Draft202012Validator
from justhtml import JustHTML

from analysis.readers import read
from articles.canonical import canonical
from articles.models import AuditEvent, Story, StoryState
from review.actions.decisions import approve, decide, hold
from review.actions.drafts import receive_draft
from review.actions.exports import take_out
from review.models import DecisionKind
from review.outgoing.exports import Export
from review.outgoing.pack import pack_of
from review.policies import Refused
from tests.factories import DeskFactory, found, member
from tests.review.api.conftest import problem, system
from tests.review.outgoing.conftest import Signed, taken
from tests.review.outgoing.standards import CLAIM_REVIEW, NINJS

CHECKED_ITEM = Draft202012Validator(NINJS, validate_formats=True)
CHECKED_CLAIM = Draft202012Validator(CLAIM_REVIEW, validate_formats=True)
PUBLISHED = [Export.NINJS, Export.HTML]


def as_json(signed: Signed, export: Export) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(taken(signed, export))
    return told


def test_pieces_of_a_pack_are_the_very_text_that_was_signed(signed: Signed) -> None:
    pack = pack_of(signed.draft, at=now())

    lines = ["".join(piece.text for piece in paragraph) for paragraph in pack.paragraphs]

    assert "\n".join(lines) == signed.draft.text


def test_notes_are_numbered_in_the_order_of_the_text_and_lead_to_what_they_are_about(signed: Signed) -> None:
    pack = pack_of(signed.draft, at=now())

    marked = {piece.note: piece.text for paragraph in pack.paragraphs for piece in paragraph if piece.note}
    assert list(marked) == [1, 2]
    assert (pack.findings[0].note, pack.claims[0].note) == (1, 2)
    assert marked[2].endswith("40 metres long")


def test_pack_of_a_draft_that_was_revised_holds_what_was_found_in_it(signed: Signed) -> None:
    before = as_json(signed, Export.PACK_JSON)
    signed.room.read_in("The wall is as long as it was.", revises=signed.draft)
    signed.room.read_in("The wire is silent on walls.", revises=signed.wire)
    signed.draft.refresh_from_db()

    after = as_json(signed, Export.PACK_JSON)

    assert len(before["findings"]) == 1
    assert [one["message"] for one in after["findings"]] == [one["message"] for one in before["findings"]]
    assert [place["draft"] for place in after["findings"][0]["places"]] == [signed.draft.label, signed.wire.label]
    assert after["paragraphs"] == before["paragraphs"]


def test_pack_as_json_holds_text_findings_claims_signatures_and_hash(signed: Signed) -> None:
    pack = as_json(signed, Export.PACK_JSON)

    assert (pack["sha256"], pack["approval"]) == (signed.draft.sha256, "approved")
    assert pack["findings"][0]["resolved"]["note"] == "Two <walls> & two sides."
    assert pack["claims"][0]["evidence"][0]["locator"] == "https://council.example/minutes#4"
    assert [one["word"]["by"] for one in pack["signatures"]] == ["Caro Chief"]


def test_clean_html_holds_the_copy_and_nothing_of_the_app(signed: Signed) -> None:
    page = taken(signed, Export.HTML).decode()

    assert "<p>Żółć &amp; sons built it.</p>" in page
    assert not JustHTML(f"<!doctype html><title>x</title>{page}", collect_errors=True).errors
    assert "Caro Chief" not in page


def test_ninjs_is_the_signed_text_with_its_metadata(signed: Signed) -> None:
    Story.objects.update(embargo_until=now())
    signed.draft.story.refresh_from_db()

    item = as_json(signed, Export.NINJS)

    assert item["standard"]["version"] == "3.0"
    assert item["bodies"][1]["value"] == signed.draft.text
    assert (item["slugline"], item["pubStatus"], item["type"]) == ("harbour-wall", "usable", "text")
    assert item["embargoed"]
    assert signed.draft.sha256 in item["edNote"]


def test_ninjs_keeps_to_the_schema_of_its_standard(signed: Signed) -> None:
    Story.objects.update(embargo_until=now())
    signed.draft.story.refresh_from_db()

    assert list(CHECKED_ITEM.iter_errors(as_json(signed, Export.NINJS))) == []


def test_headline_and_byline_stand_above_the_copy_and_not_in_it(signed: Signed) -> None:
    Story.objects.update(state=StoryState.DRAFTING)
    room = signed.room
    draft = receive_draft(by=room.reporter, story=room.story, headline="A <wall>", body="It stands.", byline="Rhea")
    room.work()
    approve(by=room.chief, draft=draft, seen_sha256=draft.sha256)
    draft.refresh_from_db()

    page = take_out(by=room.editor, draft=draft, export=Export.HTML).content.decode()
    item = json.loads(take_out(by=room.editor, draft=draft, export=Export.NINJS).content)

    assert page == '<article>\n<h1>A &lt;wall&gt;</h1>\n<p class="byline">Rhea</p>\n<p>It stands.</p>\n</article>\n'
    assert (item["headlines"][0]["value"], item["by"], item["bodies"][1]["value"]) == ("A <wall>", "Rhea", "It stands.")


@pytest.mark.parametrize("export", PUBLISHED)
def test_copy_that_left_is_read_as_the_very_text_that_was_signed(signed: Signed, export: Export) -> None:
    Story.objects.update(state=StoryState.DRAFTING)
    room = signed.room
    body = "The wall is 40 metres long, the council said on Monday.\nIt took nine weeks to build."
    draft = receive_draft(by=room.reporter, story=room.story, headline="Harbour wall rebuilt", body=body)
    room.work()
    approve(by=room.chief, draft=draft, seen_sha256=draft.sha256)

    file = take_out(by=room.editor, draft=room.story.drafts.get(pk=draft.pk), export=export)
    text = read(file.content, file.name)

    assert canonical(headline=text.headline, body=text.body).sha256 == draft.sha256


def test_verified_claims_are_told_as_claim_reviews(signed: Signed) -> None:
    (review,) = as_json(signed, Export.CLAIM_REVIEW)["@graph"]

    assert (review["@type"], review["claimReviewed"]) == ("ClaimReview", "The wall is 40 metres long")
    assert review["citation"][0]["url"] == "https://council.example/minutes#4"
    assert review["itemReviewed"]["author"]["name"] == "Łucja Novák"


def test_no_claim_ends_the_script_in_which_a_page_bears_it(signed: Signed) -> None:
    signed.draft.story.desk.name = "City</script><script>alert(1)"

    (review,) = as_json(signed, Export.CLAIM_REVIEW)["@graph"]

    assert review["author"]["name"] == "City</script><script>alert(1)"
    assert b"<" not in taken(signed, Export.CLAIM_REVIEW)


def test_claim_reviews_have_what_search_engines_ask_of_them(signed: Signed) -> None:
    for review in as_json(signed, Export.CLAIM_REVIEW)["@graph"]:
        assert list(CHECKED_CLAIM.iter_errors(review)) == []


def test_csv_holds_every_finding_and_nothing_that_a_spreadsheet_runs(signed: Signed) -> None:
    rows = list(csv.DictReader(io.StringIO(taken(signed, Export.CSV).decode("utf-8-sig"))))

    assert [row["message"] for row in rows] == ["'=40 metres here, 50 there."]
    assert rows[0]["standing"] == "Dismissed: Both are true"


def test_word_file_is_the_text_with_open_findings_as_comments(signed: Signed) -> None:
    room = signed.room
    body = "First.\nThe wall is red.\nThe wall is blue."
    room.alone[body] = [
        found(message="Red or blue?", fingerprint="colour"),
        found(message="Who says so?", fingerprint="other"),
    ]
    draft = room.read_in(body)

    content = take_out(by=room.editor, draft=draft, export=Export.WORD).content

    file = docx.Document(io.BytesIO(content))
    assert [paragraph.text for paragraph in file.paragraphs] == body.split("\n")
    comments = [comment.text for comment in file.comments]
    assert sorted(text.split("\n")[0] for text in comments) == ["Blocker: Red or blue?", "Blocker: Who says so?"]
    assert "commentRangeStart" in zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


@pytest.mark.parametrize("export", [Export.WORD, Export.PACK_PDF, Export.PACK_JSON, Export.CSV])
def test_long_headlines_and_control_characters_keep_nothing_from_leaving(signed: Signed, export: Export) -> None:
    room, headline, body = signed.room, "Harbour\x02 wall " * 25, "The wall\x01 is\x1f red\ufffe."
    draft = receive_draft(by=room.reporter, story=room.story, headline=headline, body=body, byline="Rhea\x04")
    room.alone[draft.text] = [found(message="Red\x03?")]
    room.work()

    assert take_out(by=room.editor, draft=draft, export=export).content


def test_word_file_holds_all_of_the_text_that_a_word_file_can_hold(signed: Signed) -> None:
    draft = signed.room.read_in("The wall\x01 is\x1f red\ufffe.\nIt\tstands.")

    file = docx.Document(io.BytesIO(take_out(by=signed.room.editor, draft=draft, export=Export.WORD).content))

    assert [paragraph.text for paragraph in file.paragraphs] == ["The wall is red.", "It\tstands."]


def test_finding_that_was_dismissed_is_no_comment(signed: Signed) -> None:
    file = docx.Document(io.BytesIO(taken(signed, Export.WORD)))

    assert list(file.comments) == []
    assert "\n".join(paragraph.text for paragraph in file.paragraphs) == signed.draft.text


@pytest.mark.parametrize("export", PUBLISHED)
def test_copy_that_was_not_approved_does_not_leave(signed: Signed, export: Export) -> None:
    with pytest.raises(Refused, match="not the text that was approved"):
        take_out(by=signed.room.chief, draft=signed.wire, export=export)


@pytest.mark.parametrize("export", PUBLISHED)
def test_approved_copy_does_not_leave_while_the_story_is_held(signed: Signed, export: Export) -> None:
    hold(by=signed.room.chief, story=signed.room.story, note="A lawyer called.")
    signed.draft.story.refresh_from_db()

    with pytest.raises(Refused, match="on hold"):
        taken(signed, export)


@pytest.mark.parametrize("export", PUBLISHED)
def test_filed_copy_leaves_again(signed: Signed, export: Export) -> None:
    decide(by=signed.room.editor, kind=DecisionKind.FILE, story=signed.room.story, draft=signed.draft)
    signed.draft.story.refresh_from_db()

    assert signed.draft.story.state == StoryState.FILED
    assert taken(signed, export)


@pytest.mark.parametrize("export", list(Export))
def test_nothing_leaves_with_somebody_who_is_not_on_the_desk(signed: Signed, export: Export) -> None:
    with pytest.raises(Refused, match="not on the desk"):
        take_out(by=member(DeskFactory.create()), draft=signed.draft, export=export)


@pytest.mark.parametrize("export", list(Export))
def test_page_gives_a_file_of_its_own_name_and_the_record_says_who_took_it(signed: Signed, export: Export) -> None:
    client = Client()
    client.force_login(signed.room.editor)

    response = client.get(reverse("export", args=[signed.draft.pk, export]))

    assert response.headers["Content-Disposition"].startswith('attachment; filename="harbour-wall-a1.')
    event = AuditEvent.objects.filter(verb="took_out").get()
    assert event.actor == signed.room.editor
    assert event.details.content["taken"] == export.label


@pytest.mark.parametrize("export", list(Export))
def test_system_takes_out_what_its_token_may(signed: Signed, export: Export) -> None:
    response: HttpResponse = system(signed.room).ask("GET", f"/drafts/{signed.draft.pk}/out/{export}")

    assert response.status_code == 200
    assert len(response.content) > 100


def test_system_is_refused_copy_that_was_not_approved(signed: Signed) -> None:
    told = problem(system(signed.room).ask("GET", f"/drafts/{signed.wire.pk}/out/ninjs"))

    assert (told["status"], told["type"]) == (409, "urn:backread:problem:refused")


def test_page_of_the_pack_shows_what_the_files_hold(signed: Signed) -> None:
    client = Client()
    client.force_login(signed.room.editor)

    page = client.get(reverse("pack", args=[signed.draft.pk])).content.decode()

    for told in ("Two &lt;walls&gt; &amp; two sides.", "Council minutes", signed.draft.sha256, "Caro Chief", "note-2"):
        assert told in page


def test_sign_off_offers_copy_only_where_it_may_leave(signed: Signed) -> None:
    client = Client()
    client.force_login(signed.room.editor)
    shown = {
        draft: client.get(reverse("sign-off", args=[signed.room.story.pk]), {"draft": draft.pk}).content.decode()
        for draft in (signed.draft, signed.wire)
    }

    assert "Copy as ninjs" in shown[signed.draft]
    assert "Copy as ninjs" not in shown[signed.wire]
    assert "not the text that was approved" in shown[signed.wire]
