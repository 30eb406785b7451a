"""The board shows a person's stories, and how each stands."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from analysis.findings import Severity
from articles.models import Priority, Role, Story, StoryState, User
from review.actions.decisions import approve
from review.actions.drafts import exclude_draft
from review.actions.planning import plan_story
from review.actions.resolutions import dismiss
from review.models import Finding, Reason
from tests.factories import DeskFactory, DraftFactory, StoryFactory, UserFactory, found, member
from tests.review.conftest import Newsroom


def slugs(client: Client, **filters: str) -> list[str]:
    response = client.get(reverse("board"), filters)
    return [row.story.slug for row in response.context["rows"]]


def test_a_stranger_is_sent_to_the_log_in(client: Client, db: None) -> None:
    response = client.get(reverse("board"))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("login"))


def test_the_board_shows_the_stories_of_my_desks_and_no_others(client: Client, newsroom: Newsroom) -> None:
    StoryFactory.create(slug="other-desk")
    client.force_login(newsroom.editor)

    assert slugs(client) == ["harbour-wall"]


def test_a_newcomer_is_told_the_first_steps(client: Client, db: None) -> None:
    client.force_login(member(DeskFactory.create()))

    response = client.get(reverse("board"))

    assert "start with two versions" in response.content.decode()
    assert f'href="{reverse("hand-in")}"' in response.content.decode()
    assert "Try it with two example drafts" in response.content.decode()


def test_a_person_on_no_desk_is_told_whom_to_ask(client: Client, db: None) -> None:
    client.force_login(UserFactory.create())

    assert "Ask an administrator" in client.get(reverse("board")).content.decode()


def test_every_story_stands_in_the_column_of_its_state(client: Client, newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    client.force_login(newsroom.editor)

    columns = client.get(reverse("board")).context["columns"]

    assert {column.state: len(column.rows) for column in columns if column.rows} == {newsroom.story.state: 1}


def test_a_story_shows_how_many_findings_of_which_severity_are_open(client: Client, newsroom: Newsroom) -> None:
    text = "The wall is 40 metres long."
    newsroom.alone[text] = [
        found(fingerprint="a"),
        found(fingerprint="b"),
        found(fingerprint="c", severity=Severity.MAJOR),
    ]
    newsroom.read_in(text)
    client.force_login(newsroom.editor)

    page = client.get(reverse("board")).content.decode()

    assert "2 blockers" in page
    assert "1 major" in page


def test_the_blocked_filter_leaves_out_stories_without_blockers(client: Client, newsroom: Newsroom) -> None:
    text = "The wall is 40 metres long."
    newsroom.alone[text] = [found()]
    newsroom.read_in(text)
    StoryFactory.create(slug="calm", desk=newsroom.desk)
    client.force_login(newsroom.editor)

    assert slugs(client, blocking="1") == ["harbour-wall"]


def test_the_blocked_filter_finds_stories_that_the_full_board_has_no_room_for(
    client: Client, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The wall is 40 metres long."
    newsroom.alone[text] = [found()]
    newsroom.read_in(text)
    StoryFactory.create(slug="calm but urgent", desk=newsroom.desk, priority=Priority.FLASH)
    Story.objects.update(state=StoryState.NEEDS_WORK)
    monkeypatch.setattr("review.board.rows.MOST_IN_A_COLUMN", 1)
    client.force_login(newsroom.editor)

    assert slugs(client) == ["calm but urgent"]
    assert slugs(client, blocking="1") == ["harbour-wall"]


def test_a_full_column_counts_all_and_leads_to_the_others(
    client: Client, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    StoryFactory.create_batch(2, desk=newsroom.desk)
    monkeypatch.setattr("review.board.rows.MOST_IN_A_COLUMN", 1)
    client.force_login(newsroom.editor)

    drafting = client.get(reverse("board")).context["columns"][0]

    assert (len(drafting.rows), drafting.total, drafting.hidden) == (1, 3, 2)
    assert len(client.get(drafting.address).context["rows"]) == 3


def test_a_dismissed_blocker_blocks_no_more(client: Client, newsroom: Newsroom) -> None:
    text = "The wall is 40 metres long."
    newsroom.alone[text] = [found()]
    newsroom.read_in(text)
    dismiss(by=newsroom.editor, finding=Finding.objects.get(), reason=Reason.WRONG, seen=None)
    client.force_login(newsroom.editor)

    assert slugs(client, blocking="1") == []


def test_my_stories_are_those_i_opened_wrote_or_look_after(client: Client, newsroom: Newsroom) -> None:
    me = newsroom.editor
    StoryFactory.create(slug="opened", desk=newsroom.desk, opened_by=me)
    StoryFactory.create(slug="looked-after", desk=newsroom.desk, assignee=me)
    DraftFactory.create(story=StoryFactory.create(slug="written", desk=newsroom.desk), written_by=me)
    client.force_login(me)

    assert sorted(slugs(client, mine="1")) == ["looked-after", "opened", "written"]


def test_the_desk_filter_shows_one_of_my_desks(client: Client, newsroom: Newsroom) -> None:
    other = StoryFactory.create(slug="elsewhere")
    other.desk.memberships.create(user=newsroom.editor, role=Role.EDITOR)
    client.force_login(newsroom.editor)

    assert slugs(client, desk=other.desk.slug) == ["elsewhere"]


def signed_and_revised(newsroom: Newsroom) -> tuple[int, int]:
    """The ids of the draft that was signed, and of the one that took its place."""
    signed = newsroom.read_in("The wall is 40 metres long.")
    approve(by=newsroom.chief, draft=signed, seen_sha256=signed.sha256)
    return signed.pk, newsroom.read_in("The wall is 50 metres long.", revises=signed).pk


def test_a_stale_approval_leads_to_what_changed(client: Client, newsroom: Newsroom) -> None:
    signed, revision = signed_and_revised(newsroom)
    client.force_login(newsroom.editor)

    page = client.get(reverse("board")).content.decode()

    assert f"?a={signed}&amp;b={revision}" in page


def test_the_stale_filter_shows_only_stories_whose_signed_text_is_gone(client: Client, newsroom: Newsroom) -> None:
    signed_and_revised(newsroom)
    StoryFactory.create(slug="never-signed", desk=newsroom.desk)
    client.force_login(newsroom.editor)

    assert slugs(client, stale="1") == ["harbour-wall"]


def test_a_signature_under_the_text_that_stands_is_not_stale(client: Client, newsroom: Newsroom) -> None:
    signed = newsroom.read_in("The wall is 40 metres long.")
    approve(by=newsroom.chief, draft=signed, seen_sha256=signed.sha256)
    client.force_login(newsroom.editor)

    assert slugs(client, stale="1") == []


LAYOUTS = pytest.mark.parametrize("layout", [{}, {"table": "1"}, {"words": "wall"}], ids=["columns", "table", "search"])


def headlines(client: Client, newsroom: Newsroom, layout: dict[str, str]) -> list[str]:
    client.force_login(newsroom.editor)
    response = client.get(reverse("board"), layout)
    told = [row.headline for row in response.context["rows"]]
    assert all(headline in response.content.decode() for headline in told)
    return told


@LAYOUTS
def test_a_story_goes_by_the_headline_of_its_newest_draft(
    client: Client, newsroom: Newsroom, layout: dict[str, str]
) -> None:
    first = newsroom.hand_in("The wall is 40 metres long.", headline="Wall planned")
    newsroom.hand_in("The wall is 50 metres long.", headline="Wall doubted")
    newsroom.hand_in("The wall is 45 metres long.", headline="Wall begun", revises=first)

    assert headlines(client, newsroom, layout) == ["Wall begun"]


@LAYOUTS
def test_a_signed_story_goes_by_the_headline_that_was_signed(
    client: Client, newsroom: Newsroom, layout: dict[str, str]
) -> None:
    newsroom.hand_in("The wall is 40 metres long.", headline="Wall planned")
    signed = newsroom.hand_in("The wall is 50 metres long.", headline="Wall doubted")
    newsroom.hand_in("The wall is 45 metres long.", headline="Wall begun")
    newsroom.work()
    approve(by=newsroom.chief, draft=signed, seen_sha256=signed.sha256)

    assert headlines(client, newsroom, layout) == ["Wall doubted"]


def test_a_signed_story_that_was_revised_goes_by_its_newest_headline_again(client: Client, newsroom: Newsroom) -> None:
    signed = newsroom.hand_in("The wall is 40 metres long.", headline="Wall planned")
    newsroom.work()
    approve(by=newsroom.chief, draft=signed, seen_sha256=signed.sha256)

    newsroom.hand_in("The wall is 50 metres long.", headline="Wall begun", revises=signed)

    assert headlines(client, newsroom, {}) == ["Wall begun"]


def test_a_wires_headline_stands_only_for_a_story_without_one_of_the_desk(client: Client, newsroom: Newsroom) -> None:
    newsroom.hand_in("The wall is 40 metres long.", headline="Wall planned")
    newsroom.hand_in("WALL: 50 METRES.", headline="WALL PLANNED", source="Northern Wire")
    wired = StoryFactory.create(desk=newsroom.desk, slug="pier")
    newsroom.hand_in("PIER: 9 METRES.", headline="PIER SHUT", source="Northern Wire", story=wired)

    assert sorted(headlines(client, newsroom, {})) == ["PIER SHUT", "Wall planned"]


def test_the_most_urgent_story_comes_first(client: Client, newsroom: Newsroom) -> None:
    StoryFactory.create(slug="flash", desk=newsroom.desk, priority=Priority.FLASH)
    client.force_login(newsroom.editor)

    assert slugs(client) == ["flash", "harbour-wall"]


def test_a_deadline_that_has_passed_is_called_overdue(client: Client, newsroom: Newsroom) -> None:
    StoryFactory.create(desk=newsroom.desk, deadline_at=now() - timedelta(minutes=1))
    client.force_login(newsroom.editor)

    assert "Overdue since" in client.get(reverse("board")).content.decode()


@pytest.mark.parametrize("layout", [{}, {"table": "1"}], ids=["columns", "table"])
def test_many_stories_cost_no_more_queries_than_one(client: Client, newsroom: Newsroom, layout: dict[str, str]) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("board"), layout)
        return len(captured)

    client.force_login(newsroom.editor)
    newsroom.read_in("The wall is 40 metres long.")
    with_one = queries()
    for _ in range(10):
        newsroom.read_in("The pier is 9 metres long.", story=StoryFactory.create(desk=newsroom.desk))

    assert queries() == with_one <= 10


@pytest.mark.parametrize("layout", [{}, {"table": "1"}], ids=["columns", "table"])
def test_a_search_with_every_filter_keeps_to_its_queries(
    client: Client, newsroom: Newsroom, layout: dict[str, str]
) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    client.force_login(newsroom.editor)
    flags = dict.fromkeys(["news"], "1")

    with CaptureQueriesContext(connection) as captured:
        assert slugs(client, words="wall", desk=newsroom.desk.slug, sort="deadline", **flags, **layout)

    assert len(captured) <= 16


def test_a_page_of_the_table_is_followed_by_the_next(
    client: Client, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    StoryFactory.create(desk=newsroom.desk, slug="another")
    monkeypatch.setattr("review.board.rows.MOST_IN_A_TABLE", 1)
    client.force_login(newsroom.editor)

    pages = [slugs(client, table="1", sort="slug", page=page) for page in ("1", "2")]

    assert pages == [["another"], ["harbour-wall"]]


SOON = timedelta(hours=1)


def three_planned(newsroom: Newsroom) -> None:
    """Beside the newsroom's own story, which nobody planned."""
    moment = now()
    told = {"desk": newsroom.desk}
    StoryFactory.create(slug="late", deadline_at=moment - SOON, assignee=newsroom.reporter, **told)
    StoryFactory.create(slug="soon", deadline_at=moment + SOON, priority=Priority.URGENT, **told)
    StoryFactory.create(slug="held-back", embargo_until=moment + SOON, deadline_at=moment + timedelta(days=3), **told)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"time": "overdue"}, ["late"]),
        ({"time": "soon"}, ["soon"]),
        ({"time": "embargoed"}, ["held-back"]),
        ({"urgent": "1"}, ["soon"]),
        ({"with": "-"}, ["harbour-wall", "held-back", "soon"]),
        ({"state": "drafting"}, ["harbour-wall", "held-back", "late", "soon"]),
        ({"state": "approved"}, []),
        ({"sort": "deadline"}, ["late", "soon", "held-back", "harbour-wall"]),
        ({"sort": "urgency"}, ["soon", "late", "held-back", "harbour-wall"]),
        ({"sort": "embargo"}, ["held-back", "late", "soon", "harbour-wall"]),
        ({"sort": "nonsense", "time": "never", "state": "gone"}, ["soon", "late", "held-back", "harbour-wall"]),
    ],
    ids=str,
)
def test_stories_are_filtered_and_sorted_by_their_plan(
    client: Client, newsroom: Newsroom, asked: dict[str, str], shown: list[str]
) -> None:
    three_planned(newsroom)
    client.force_login(newsroom.editor)

    in_order = slugs(client, table="1", **({"sort": "slug"} | asked))

    assert in_order == shown


def test_stories_of_one_colleague_are_shown(client: Client, newsroom: Newsroom) -> None:
    three_planned(newsroom)
    client.force_login(newsroom.editor)

    assert slugs(client, **{"with": newsroom.reporter.username}) == ["late"]


def test_what_is_approved_is_never_overdue(client: Client, newsroom: Newsroom) -> None:
    Story.objects.update(deadline_at=now() - SOON, state=StoryState.APPROVED)
    client.force_login(newsroom.editor)

    assert "Overdue since" not in client.get(reverse("board")).content.decode()
    assert slugs(client, time="overdue") == []


def test_a_hand_over_note_and_who_looks_after_it_are_on_the_card(client: Client, newsroom: Newsroom) -> None:
    plan_story(
        by=newsroom.chief, story=newsroom.story, assignee=newsroom.editor, handover_note="Call the harbour master."
    )
    client.force_login(newsroom.editor)

    page = client.get(reverse("board")).content.decode()

    assert "Call the harbour master." in page
    assert f"with <strong>{newsroom.editor}</strong>" in page


def looks_at(client: Client, person: User, story: Story) -> None:
    client.force_login(person)
    assert client.get(reverse("review", args=[story.pk])).status_code == 200


def test_what_others_did_since_i_looked_is_new_to_me(client: Client, newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    client.force_login(newsroom.editor)
    never_opened = slugs(client, news="1")
    looks_at(client, newsroom.editor, newsroom.story)
    just_opened = slugs(client, news="1")

    plan_story(by=newsroom.chief, story=newsroom.story, priority=Priority.FLASH)

    assert (never_opened, just_opened, slugs(client, news="1")) == (["harbour-wall"], [], ["harbour-wall"])


def test_what_i_did_myself_is_not_new_to_me(client: Client, newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    looks_at(client, newsroom.editor, newsroom.story)

    plan_story(by=newsroom.editor, story=newsroom.story, priority=Priority.FLASH)
    newsroom.work()

    assert slugs(client, news="1") == []


def test_words_are_found_in_every_draft_of_my_desks_with_their_place(client: Client, newsroom: Newsroom) -> None:
    first = newsroom.read_in("The wall is 40 metres long.")
    newsroom.read_in("The wall is 50 metres high.", revises=first)
    StoryFactory.create(slug="calm", desk=newsroom.desk)
    newsroom.desk.memberships.create(user=UserFactory.create(), role=Role.EDITOR)
    client.force_login(newsroom.editor)

    response = client.get(reverse("board"), {"words": "wall 40"})

    assert [row.story.slug for row in response.context["rows"]] == ["harbour-wall"]
    assert f'href="{reverse("review", args=[newsroom.story.pk])}?a={first.pk}"' in response.content.decode()
    assert "The <mark>wall</mark> is <mark>40</mark> metres long." in response.content.decode()


def test_a_slug_line_is_found_by_any_part(client: Client, newsroom: Newsroom) -> None:
    client.force_login(newsroom.editor)

    assert slugs(client, words="bour-w") == ["harbour-wall"]


def test_other_desks_drafts_are_never_found(client: Client, newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    client.force_login(member(DeskFactory.create()))

    page = client.get(reverse("board"), {"words": "wall"}).content.decode()

    assert "metres" not in page
    assert "No draft of your desks has all of “wall”" in page


def test_the_address_keeps_only_what_differs_from_the_usual(client: Client, newsroom: Newsroom) -> None:
    client.force_login(newsroom.editor)
    asked = {"words": "", "desk": "", "with": "", "time": "", "state": "", "sort": "urgency", "mine": "1"}

    chosen = client.get(reverse("board"), asked, headers={"HX-Request": "true", "HX-Trigger": "filters"})
    typed = client.get(reverse("board"), asked, headers={"HX-Request": "true", "HX-Trigger": "words"})
    polled = client.get(reverse("board"), asked, headers={"HX-Request": "true", "HX-Trigger": "stories"})

    assert chosen["HX-Push-Url"] == typed["HX-Replace-Url"] == f"{reverse('board')}?mine=1"
    assert not {"HX-Push-Url", "HX-Replace-Url"} & set(polled.headers)


def test_an_approved_version_that_was_left_out_leads_to_what_is_there_instead(
    client: Client, newsroom: Newsroom
) -> None:
    signed, other = newsroom.read_in("The wall is 40 metres long."), newsroom.read_in("The pier is 9 metres long.")
    approve(by=newsroom.chief, draft=signed, seen_sha256=signed.sha256)
    exclude_draft(by=newsroom.editor, draft=signed)
    client.force_login(newsroom.editor)

    assert f"?a={signed.pk}&amp;b={other.pk}" in client.get(reverse("board")).content.decode()


def test_htmx_gets_the_list_without_the_page_around_it(client: Client, newsroom: Newsroom) -> None:
    client.force_login(newsroom.editor)
    asked_by_htmx: dict[str, Any] = {"HX-Request": "true"}

    response = client.get(reverse("board"), headers=asked_by_htmx)

    assert response.content.strip().startswith(b'<div id="stories"')
    assert "HX-Request" in response["Vary"]


def test_a_story_without_a_draft_leads_to_hand_in(client: Client, newsroom: Newsroom) -> None:
    client.force_login(newsroom.editor)

    response = client.get(reverse("story", args=[newsroom.story.pk]))

    assert response["Location"] == reverse("hand-in-to", args=[newsroom.story.pk])


def test_a_story_with_drafts_leads_to_the_review(client: Client, newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    client.force_login(newsroom.editor)

    response = client.get(reverse("story", args=[newsroom.story.pk]))

    assert response["Location"] == reverse("review", args=[newsroom.story.pk])
