"""The review screen: what lies open, what is listed, what is said of what was not checked."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Desk, Draft, DraftStanding, Role, Story, User
from review.actions.resolutions import dismiss
from review.models import Comparison, LastLooked, Reason, ResolutionKind, RunState, Stage
from tests.factories import (
    AnalysisFactory,
    ComparisonFactory,
    DeskFactory,
    DraftFactory,
    FindingFactory,
    ResolutionFactory,
    StoryFactory,
    member,
)
from tests.review.drafts import Pair, pair_of_drafts, read_draft

MOST_QUERIES = 25


def shown(client: Client, story: Story, *, part: str = "", status: int = 200, **query: Any) -> str:  # noqa: ANN401
    headers = {"HX-Request": "true", "HX-Target": part} if part else {}
    response = client.get(reverse("review", args=[story.pk]), query, headers=headers)
    assert response.status_code == status
    return response.content.decode()


def listed(page: str) -> list[str]:
    return re.findall(r'class="finding__message">([^<]*)<', page)


def row_with(page: str, words: str) -> str:
    """As HTML."""
    return next(row for row in page.split('<div class="row') if words in read_aloud(row))


def read_aloud(markup: str) -> str:
    return re.sub("<[^>]*>", "", markup)


def test_a_paragraph_faces_the_one_that_tells_the_same(client: Client, pair: Pair) -> None:
    page = shown(client, pair.story)

    assert "Its master is Inez Moreau." in read_aloud(row_with(page, "Its master is Ines Moreau."))
    assert "No counterpart found in A1" in row_with(page, "Tickets cost four pounds.")


def test_headlines_face_each_other_however_little_they_share(client: Client, pair: Pair) -> None:
    assert "Ferry back in service" in row_with(shown(client, pair.story), "Ferry to sail again")


def test_words_that_changed_are_marked_on_both_sides(client: Client, pair: Pair) -> None:
    page = shown(client, pair.story)

    assert '<span data-differences="">Monday</span>' in page
    assert '<span data-differences="">Friday</span>' in page


def test_a_finding_is_marked_in_both_columns_and_listed(client: Client, pair: Pair) -> None:
    finding = pair.found("Monday", "Friday", kind="date", message="The days differ.")

    page = shown(client, pair.story)

    assert page.count(f'data-findings="{finding.pk}"') == 2
    assert listed(page) == ["The days differ."]


def test_a_finding_of_one_draft_alone_is_marked_in_its_own_column(client: Client, pair: Pair) -> None:
    finding = pair.found_alone(pair.right, "four pounds", kind="source")

    page = shown(client, pair.story)

    assert page.count(f'data-findings="{finding.pk}"') == 1
    assert f'data-findings="{finding.pk}"' in row_with(page, "Tickets cost")


def test_the_card_of_the_selected_finding_gives_both_quotes_and_the_reasons(client: Client, pair: Pair) -> None:
    finding = pair.found(
        "Monday", "Friday", value_a="2026-06-29", value_b="2026-07-03", confidence=0.95, why="One sailing."
    )

    page = shown(client, pair.story, finding=finding.pk)

    card = page.split('id="card"')[1].split("</section>")[0]
    assert "The ferry sails again on <mark>Monday</mark>" in card
    assert "The ferry sails again on <mark>Friday</mark>" in card
    assert card.index("2026-06-29") < card.index("2026-07-03")
    assert "Almost certain" in card
    assert "One sailing." in card


def test_values_stay_with_their_drafts_when_the_sides_are_swapped(client: Client, pair: Pair) -> None:
    finding = pair.found("Monday", "Friday", value_a="2026-06-29", value_b="2026-07-03")

    card = shown(client, pair.story, part="card", a=pair.right.pk, b=pair.left.pk, finding=finding.pk)

    assert card.index("Friday") < card.index("Monday")
    assert card.index("2026-07-03") < card.index("2026-06-29")


def test_a_link_to_a_finding_alone_opens_the_drafts_that_it_stands_in(client: Client, pair: Pair) -> None:
    finding = pair.found("Monday", "Friday")
    read_draft(pair.story, "A third version", "It is about something else.")

    page = shown(client, pair.story, finding=finding.pk)

    assert "The ferry sails again on <mark>Monday</mark>" in page
    assert "A third version" not in page.split('id="copy"')[1]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Date.", "Price.", "Name."]),
        ({"order": "severity"}, ["Name.", "Date.", "Price."]),
        ({"severity": "blocker"}, ["Name."]),
        ({"kind": "figure"}, ["Price."]),
        ({"words": "inez"}, ["Name."]),
        ({"words": "nobody wrote this"}, []),
        ({"kind": "no such kind", "severity": "grave", "order": "random"}, ["Date.", "Price.", "Name."]),
    ],
)
def test_findings_are_listed_by_place_or_severity_and_filtered(
    client: Client, pair: Pair, query: dict[str, Any], expected: list[str]
) -> None:
    pair.found("Ines", "Inez", kind="name", severity="blocker", message="Name.")
    pair.found("Monday", "Friday", kind="date", severity="major", message="Date.")
    pair.found_alone(pair.right, "four pounds", kind="figure", severity="minor", message="Price.")

    assert listed(shown(client, pair.story, **query)) == expected


def test_a_dismissed_finding_is_listed_only_when_asked_for(client: Client, pair: Pair, editor: User) -> None:
    finding = pair.found("Monday", "Friday", message="The days differ.")
    dismiss(by=editor, finding=finding, reason=Reason.BOTH_TRUE, seen=None)

    assert listed(shown(client, pair.story)) == []
    assert listed(shown(client, pair.story, closed="1")) == ["The days differ."]


def test_the_card_tells_what_was_decided_by_whom_and_why(client: Client, pair: Pair, editor: User) -> None:
    finding = pair.found("Monday", "Friday")
    dismiss(by=editor, finding=finding, reason=Reason.BOTH_TRUE, note="Two sailings", seen=None)

    card = shown(client, pair.story, part="card", finding=finding.pk)

    assert "Both are true" in card
    assert "Two sailings" in card
    assert str(editor) in card
    assert "Reopen" in card


def test_a_reporter_is_told_why_they_cannot_decide(client: Client, pair: Pair, desk: Desk) -> None:
    finding = pair.found("Monday", "Friday")
    client.force_login(member(desk, Role.REPORTER))

    card = shown(client, pair.story, part="card", finding=finding.pk)

    assert "can decide on findings" in card
    assert "<form" not in card


def test_a_clean_pair_says_what_was_checked_and_what_was_not(client: Client, pair: Pair) -> None:
    page = shown(client, pair.story)

    assert "Checked, nothing found" in page
    assert "whether what all versions say is true" in page


def test_what_could_not_be_read_is_said_at_its_column(client: Client, desk: Desk, editor: User) -> None:
    story = StoryFactory.create(desk=desk)
    read_draft(story, "A ferry", "It sails.", not_checked=("Two tables were left out.",))

    assert "Two tables were left out." in shown(client, story)


def test_a_draft_in_another_language_is_marked_with_the_reason(client: Client, desk: Desk, editor: User) -> None:
    draft = DraftFactory.create(story__desk=desk)
    AnalysisFactory.create(draft=draft, state=RunState.NOT_ANALYSED, reason="This draft seems to be in German.")

    page = shown(client, draft.story)

    assert "not analysed" in page
    assert "This draft seems to be in German." in page
    assert "Checked, nothing found" not in page


def test_a_run_that_failed_says_why_and_offers_another_try(client: Client, pair: Pair) -> None:
    Comparison.objects.update(state=RunState.FAILED, reason="It took too long.")

    page = shown(client, pair.story)

    assert "It took too long." in page
    assert reverse("try-again", kwargs={"comparison_id": pair.comparison.pk}) in page


def test_the_banner_polls_while_work_goes_on_and_then_stops(client: Client, pair: Pair) -> None:
    Comparison.objects.update(state=RunState.RUNNING, stage=Stage.COMPARING)
    page = shown(client, pair.story)
    assert 'hx-trigger="every 2s"' in page
    assert "comparing the versions" in page

    Comparison.objects.update(state=RunState.DONE, stage=Stage.FINISHED)
    banner = shown(client, pair.story, part="runs", status=286)

    assert "hx-trigger" not in banner
    assert "Show what was found" in banner


def test_drafts_that_nobody_compared_can_be_compared_on_demand(client: Client, pair: Pair, editor: User) -> None:
    Comparison.objects.all().delete()
    page = shown(client, pair.story)
    assert "have not been compared" in page

    client.post(f"{reverse('compare', args=[pair.story.pk])}?a={pair.left.pk}&b={pair.right.pk}")

    assert Comparison.objects.get().state == RunState.WAITING
    assert "have not been compared" not in shown(client, pair.story)


def test_a_single_draft_is_shown_with_what_to_do_next(client: Client, desk: Desk, editor: User) -> None:
    draft = read_draft(StoryFactory.create(desk=desk), "A ferry", "It sails.")

    page = shown(client, draft.story)

    assert "It sails." in page
    assert "Hand in another version" in page


def test_a_story_without_drafts_says_what_to_do_first(client: Client, desk: Desk, editor: User) -> None:
    assert "Hand in a version" in shown(client, StoryFactory.create(desk=desk))


def test_a_moved_paragraph_is_linked_both_ways(client: Client, desk: Desk, editor: User) -> None:
    pair = pair_of_drafts(desk)
    pair.comparison.alignment = [[1, 4, 0.9], [3, 1, 0.9], [2, 4, 0.9]]
    pair.comparison.save()

    page = shown(client, pair.story)

    assert re.search(r'id="from-(b-\d)"><a href="#\1"', page)
    assert re.search(r'Moved: <a|<a href="#from-b-\d">Moved', page)


def test_nobody_outside_the_desk_sees_the_page(client: Client, pair: Pair) -> None:
    client.force_login(member(DeskFactory.create(), Role.CHIEF))

    shown(client, pair.story, status=404)


def test_a_draft_of_another_story_cannot_be_laid_beside_it(client: Client, pair: Pair, desk: Desk) -> None:
    other = read_draft(StoryFactory.create(desk=desk), "Secret", "Not for here.")

    shown(client, pair.story, a=pair.left.pk, b=other.pk, status=404)


def without_tokens(page: str) -> str:
    return " ".join(re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page).split())


def test_cards_at_hand_are_those_that_a_key_would_bring(client: Client, pair: Pair) -> None:
    found = [pair.found(*words) for words in (("Monday", "Friday"), ("Ines", "Inez"), ("nine", "four"))]
    ResolutionFactory.create(story=pair.story, fingerprint=found[1].fingerprint, kind=ResolutionKind.TO_FIX)

    at_hand = without_tokens(shown(client, pair.story, part="at-hand", finding=found[1].pk))

    for finding in found:
        assert without_tokens(shown(client, pair.story, part="card", finding=finding.pk)) in at_hand


def test_of_many_findings_those_beside_the_selected_one_are_at_hand(client: Client, pair: Pair) -> None:
    found = [pair.found("Monday", "Friday") for _ in range(30)]

    at_hand = shown(client, pair.story, part="at-hand", finding=found[10].pk)

    assert re.findall(r'id="card".*? data-finding="(\d+)"', at_hand) == [str(one.pk) for one in found[8:21]]


def test_cards_at_hand_take_as_many_queries_as_one(client: Client, pair: Pair) -> None:
    found = [pair.found("Monday", "Friday") for _ in range(30)]
    for finding in found:
        ResolutionFactory.create(story=pair.story, fingerprint=finding.fingerprint, kind=ResolutionKind.TO_FIX)
    shown(client, pair.story)
    with CaptureQueriesContext(connection) as one:
        shown(client, pair.story, part="card", finding=found[0].pk)
    with CaptureQueriesContext(connection) as many:
        shown(client, pair.story, part="at-hand", finding=found[0].pk)

    assert len(many) <= len(one)


def test_opening_the_page_is_remembered_as_a_look_and_a_fragment_is_not(
    client: Client, pair: Pair, editor: User
) -> None:
    shown(client, pair.story, part="card")
    assert not LastLooked.objects.exists()

    shown(client, pair.story)

    assert LastLooked.objects.get().user == editor


def test_a_later_look_takes_the_place_of_the_one_before(client: Client, pair: Pair) -> None:
    shown(client, pair.story)
    before = LastLooked.objects.get().at

    shown(client, pair.story)

    assert LastLooked.objects.get().at > before


def test_page_and_fragment_are_not_mistaken_for_each_other_by_a_cache(client: Client, pair: Pair) -> None:
    response = client.get(reverse("review", args=[pair.story.pk]))

    assert {"HX-Request", "HX-Target"} <= {name.strip() for name in response["Vary"].split(",")}


def test_the_page_takes_a_fixed_number_of_queries_however_much_was_found(client: Client, pair: Pair) -> None:
    finding = pair.found("Monday", "Friday")
    pair.found_alone(pair.left, "nine")
    shown(client, pair.story)  # the first look is written down by an insert
    with CaptureQueriesContext(connection) as few:
        shown(client, pair.story, finding=finding.pk)
    for _ in range(30):
        pair.found("Ines", "Inez")
        pair.found_alone(pair.right, "four")

    with CaptureQueriesContext(connection) as many:
        shown(client, pair.story, finding=finding.pk)

    assert len(many) == len(few) <= MOST_QUERIES


def test_a_search_without_a_hit_says_so_and_never_that_all_is_decided(client: Client, pair: Pair) -> None:
    pair.found("Monday", "Friday", message="The days differ.")

    page = shown(client, pair.story, words="lighthouse")

    assert "No finding is like that" in page
    assert "Show all findings" in page
    assert "Everything here is decided" not in page


def test_a_search_tells_how_many_of_the_findings_it_found(client: Client, pair: Pair) -> None:
    pair.found("Monday", "Friday", message="The days differ.")
    pair.found("Ines Moreau", "Inez Moreau", message="The names differ.")

    assert "1 of 2 findings" in shown(client, pair.story, words="names")
    assert "2 open findings" in shown(client, pair.story)


def test_the_page_names_what_other_pairs_still_contradict(client: Client, pair: Pair) -> None:
    third = read_draft(pair.story, "Ferry laid up", "The ferry is laid up for good.")
    other = ComparisonFactory.create(left=pair.left, right=third)
    FindingFactory.create(comparison=other)
    FindingFactory.create(comparison=other)

    page = shown(client, pair.story, a=pair.left.pk, b=pair.right.pk)

    address = reverse("review", args=[pair.story.pk])
    assert f'<a href="{address}?a={pair.left.pk}&amp;b={third.pk}">A1 against C3</a>: 2 blockers' in page
    assert "Other pairs" not in shown(client, pair.story, a=pair.left.pk, b=third.pk)


def test_what_a_draft_fixed_is_said_with_the_pair_in_which_it_stood(client: Client, pair: Pair) -> None:
    finding = pair.found("Monday", "Friday", message="The days differ.")
    Draft.objects.filter(pk=pair.left.pk).update(standing=DraftStanding.SUPERSEDED)
    revision = read_draft(pair.story, "Ferry to sail again", "It sails on Friday.", version=1, revises=pair.left)
    ResolutionFactory.create(finding=finding, kind=ResolutionKind.FIXED, reason="", by=None, draft=revision)

    page = shown(client, pair.story, a=revision.pk, b=pair.right.pk)

    assert "Fixed in A3: The days differ." in page
    assert f"?a={pair.left.pk}&amp;b={pair.right.pk}&amp;finding={finding.pk}" in page


@pytest.mark.parametrize("trigger", ["filters", "choices"])
def test_only_a_choice_keeps_the_filters_panel_open(client: Client, pair: Pair, trigger: str) -> None:
    pair.found("Monday", "Friday")
    headers = {"HX-Request": "true", "HX-Target": "findings", "HX-Trigger": trigger}

    page = client.get(reverse("review", args=[pair.story.pk]), {"words": "m"}, headers=headers).content.decode()

    assert bool(re.search(r'<details id="choices"[^>]* open>', page)) == (trigger == "choices")


def test_why_a_draft_was_not_checked_is_said_once(client: Client, desk: Desk, editor: User) -> None:
    draft = DraftFactory.create(story__desk=desk)
    AnalysisFactory.create(draft=draft, state=RunState.NOT_ANALYSED, reason="It is written in Welsh.")

    page = shown(client, draft.story)

    assert page.count("It is written in Welsh.") == 1
    assert page.count("Not everything has been checked") == 1
