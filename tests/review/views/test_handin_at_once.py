"""Making drafts of several files at once: those that have nothing to ask, as each would be made by itself."""

from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import AuditEvent, Draft, Story, Upload, UploadState
from review.models import Analysis
from review.verbs import Verb
from tests.factories import StoryFactory, UploadFactory
from tests.review.conftest import Newsroom

HTMX = {"HX-Request": "true"}


@pytest.fixture
def editor(client: Client, newsroom: Newsroom) -> Client:
    client.force_login(newsroom.editor)
    return client


def a_file(newsroom: Newsroom, name: str, **told: object) -> Upload:
    read = {
        "state": UploadState.READ,
        "headline": f"Wall, says {name}",
        "body": f"The wall of {name} is 40 metres long.",
    }
    return UploadFactory.create(
        story=newsroom.story, uploaded_by=newsroom.editor, filename=f"{name}.txt", **(read | told)
    )


def press(client: Client, newsroom: Newsroom, *uploads: Upload, htmx: bool = False, **typed: str) -> HttpResponse:
    """The button that these files stand behind; `typed` is what scripts send along from their cards."""
    sent = {"upload": [upload.pk for upload in uploads], **typed}
    headers = HTMX if htmx else {}
    address = reverse("uploads-confirm", args=[newsroom.story.pk])
    return client.post(address, sent, headers=headers, follow=not htmx)  # type: ignore[return-value]


def shown(client: Client, newsroom: Newsroom) -> str:
    return client.get(reverse("hand-in-to", args=[newsroom.story.pk])).content.decode()


def labels() -> list[str]:
    return [f"{draft.label} of {draft.upload}" for draft in Draft.objects.order_by("number")]


def test_files_that_were_read_become_drafts_in_the_order_in_which_they_came(editor: Client, newsroom: Newsroom) -> None:
    ours, wire = a_file(newsroom, "ours", byline="Rhea Reporter"), a_file(newsroom, "wire", source="Northern Wire")

    page = press(editor, newsroom, wire, ours).content.decode()

    assert labels() == ["A1 of ours.txt", "B2 of wire.txt"]
    assert "Drafts now: A1, B2." in page
    assert list(Draft.objects.order_by("number").values_list("written_by", "source")) == [
        (newsroom.reporter.pk, ""),
        (None, "Northern Wire"),
    ]


def test_each_is_recorded_and_read_as_if_it_were_made_alone(editor: Client, newsroom: Newsroom) -> None:
    press(editor, newsroom, a_file(newsroom, "ours"), a_file(newsroom, "wire"))

    events = AuditEvent.objects.filter(verb=Verb.RECEIVED_DRAFT)
    assert [event.actor for event in events] == [newsroom.editor, newsroom.editor]
    assert Analysis.objects.count() == 2


def test_a_second_press_makes_nothing_twice(editor: Client, newsroom: Newsroom) -> None:
    files = a_file(newsroom, "ours"), a_file(newsroom, "wire")
    press(editor, newsroom, *files)

    page = press(editor, newsroom, *files).content.decode()

    assert Draft.objects.count() == 2
    assert "No file waited for that any more." in page


def test_a_file_that_came_after_the_page_was_opened_is_left(editor: Client, newsroom: Newsroom) -> None:
    ours, wire = a_file(newsroom, "ours"), a_file(newsroom, "wire")
    a_file(newsroom, "unseen")

    page = press(editor, newsroom, ours, wire).content.decode()

    assert labels() == ["A1 of ours.txt", "B2 of wire.txt"]
    assert "Not yet: “unseen.txt”, look at it by itself." in page


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"notes": ["Comments in the margin were left out: 2."]}, "Comments in the margin were left out: 2."),
        ({"headline": "", "body": "The old wall is 40 metres long."}, "The desk has the same text in the story"),
        ({"byline": "rhea reporter"}, "“ours.txt” may be an earlier version of this one"),
    ],
    ids=["a remark of the reader", "a text that is known", "another file of the same byline"],
)
def test_a_file_with_a_question_stays_and_says_so(
    editor: Client, newsroom: Newsroom, told: dict[str, object], why: str
) -> None:
    newsroom.hand_in("The old wall is 40 metres long.", story=StoryFactory.create(desk=newsroom.desk, slug="old-wall"))
    ours = a_file(newsroom, "ours", byline="Rhea Reporter")
    asking, wire = a_file(newsroom, "asking", **told), a_file(newsroom, "wire")
    before = shown(editor, newsroom)

    page = press(editor, newsroom, ours, asking, wire).content.decode()

    assert why in before
    assert f'Without <a href="#upload-{asking.pk}">asking.txt</a>' in before
    assert list(newsroom.story.drafts.values_list("upload__filename", flat=True)) == ["ours.txt", "wire.txt"]
    assert "Not yet: “asking.txt”, look at it by itself." in page
    assert f'id="upload-{asking.pk}"' in page


def test_who_handed_in_two_by_one_byline_is_asked_whether_the_second_revises_the_first(
    editor: Client, newsroom: Newsroom
) -> None:
    files = [a_file(newsroom, name, byline="Rhea Reporter") for name in ("ours", "later")]
    press(editor, newsroom, *files)

    page = shown(editor, newsroom)

    assert labels() == ["A1 of ours.txt"]
    assert "Draft A1 came along with it, under the same byline: does this one revise it?" in page


def test_two_that_seem_to_revise_one_draft_do_not_both(editor: Client, newsroom: Newsroom) -> None:
    long = "The wall that the council wants to build along the old harbour is 40 metres long and will cost a lot."
    draft = newsroom.hand_in(long, headline="Wall planned")
    first, second = (
        a_file(newsroom, name, headline="Wall planned", body=f"{long} Says {name}.", byline=byline)
        for name, byline in (("one", ""), ("two", "Ivo Sand"))
    )

    page = press(editor, newsroom, first, second).content.decode()

    assert list(draft.revisions.values_list("upload", flat=True)) == [first.pk]
    assert "Not yet: “two.txt”" in page


def test_there_is_no_such_button_for_a_single_file(editor: Client, newsroom: Newsroom) -> None:
    a_file(newsroom, "ours")
    a_file(newsroom, "asking", notes=["Comments in the margin were left out: 2."])
    a_file(newsroom, "unread", state=UploadState.WAITING)

    assert 'id="at-once"' not in shown(editor, newsroom)


def test_the_button_comes_as_soon_as_a_second_file_was_read(editor: Client, newsroom: Newsroom) -> None:
    a_file(newsroom, "ours")
    address = reverse("upload", args=[a_file(newsroom, "wire").pk])

    fragment = editor.get(address, headers=HTMX).content.decode()

    assert "Make drafts of all 2 at once" in fragment
    assert 'id="arriving-head" class="stack" hx-swap-oob="true"' in fragment


def test_the_button_goes_as_soon_as_one_of_two_was_put_aside(editor: Client, newsroom: Newsroom) -> None:
    a_file(newsroom, "ours")
    address = reverse("upload-discard", args=[a_file(newsroom, "wire").pk])

    fragment = editor.post(address, headers=HTMX).content.decode()

    assert 'id="arriving-head"' in fragment
    assert 'id="at-once"' not in fragment


def test_what_was_typed_on_a_card_goes_into_its_draft(editor: Client, newsroom: Newsroom) -> None:
    ours, wire = a_file(newsroom, "ours"), a_file(newsroom, "wire")
    typed = {f"{ours.pk}-headline": "Wall begun", f"{ours.pk}-dated": "2026-07-02", f"{ours.pk}-byline": "Ivo Sand"}

    fragment = press(editor, newsroom, ours, wire, htmx=True, **typed).content.decode()

    first, second = Draft.objects.order_by("number")
    assert (first.headline, first.dated, first.byline) == ("Wall begun", date(2026, 7, 2), "Ivo Sand")
    assert second.headline == "Wall, says wire"
    assert "“Wall begun” is handed in." in fragment
    assert 'id="progress"' in fragment


def test_a_card_that_cannot_be_read_keeps_what_was_typed_and_the_others_go_on(
    editor: Client, newsroom: Newsroom
) -> None:
    ours, wire = a_file(newsroom, "ours"), a_file(newsroom, "wire")
    typed = {f"{ours.pk}-headline": "Wall begun", f"{ours.pk}-dated": "soon"}

    fragment = press(editor, newsroom, ours, wire, htmx=True, **typed).content.decode()

    assert labels() == ["A1 of wire.txt"]
    assert "Enter a valid date." in fragment
    assert 'value="Wall begun"' in fragment
    assert fragment.count(" autofocus") == 1


def test_a_card_with_a_question_keeps_what_was_typed(editor: Client, newsroom: Newsroom) -> None:
    asking = a_file(newsroom, "asking", notes=["Comments in the margin were left out: 2."])
    files = a_file(newsroom, "ours"), a_file(newsroom, "wire")

    fragment = press(editor, newsroom, *files, htmx=True, **{f"{asking.pk}-byline": "Ivo Sand"}).content.decode()

    assert Draft.objects.count() == 2
    assert 'value="Ivo Sand"' in fragment


def test_a_killed_story_takes_none_and_says_why_on_every_card(editor: Client, newsroom: Newsroom) -> None:
    files = a_file(newsroom, "ours"), a_file(newsroom, "wire")
    Story.objects.update(state="killed")

    fragment = press(editor, newsroom, *files, htmx=True).content.decode()

    assert not Draft.objects.exists()
    assert fragment.count("The story was killed.") == 2


def test_the_file_of_another_story_is_not_reached(editor: Client, newsroom: Newsroom) -> None:
    theirs = UploadFactory.create(state=UploadState.READ, body="The pier is 9 metres long.")

    press(editor, newsroom, theirs)

    assert not Draft.objects.exists()


def test_a_story_of_another_desk_is_not_found(editor: Client) -> None:
    assert editor.post(reverse("uploads-confirm", args=[StoryFactory.create().pk])).status_code == 404
