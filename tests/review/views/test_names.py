"""The names in the margin: who is in which draft, what editors ruled on them, and the forms to rule."""

import re
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from analysis.document import (
    Description,
    DescriptionKind,
    Entity,
    Label,
    Quotation,
    QuotationKind,
    SourceClass,
    Speaker,
)
from analysis.spans import Span
from articles.models import Desk, HouseEntry, Role, User
from review.actions.rulings import rule_on_name
from review.models import Ruling, RulingKind
from tests.factories import DeskFactory, member
from tests.review.drafts import Pair, mark

MOST_QUERIES = 25


@pytest.fixture
def named(pair: Pair) -> Pair:
    """The pair, with its master and its ferry marked."""
    mark(pair.left, Entity("Ines Moreau", Label.PERSON))
    mark(pair.right, Entity("Inez Moreau", Label.PERSON), Entity("Friday", Label.EVENT))
    return pair


def shown(client: Client, pair: Pair, *, part: str = "", **query: Any) -> str:  # noqa: ANN401
    headers = {"HX-Request": "true", "HX-Target": part} if part else {}
    response = client.get(reverse("review", args=[pair.story.pk]), query, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def rule(client: Client, pair: Pair, *, act: str = "name-rule", **typed: str) -> HttpResponse:
    address = f"{reverse(act, args=[pair.story.pk])}?a={pair.left.pk}&b={pair.right.pk}&names=people"
    response: HttpResponse = client.post(address, typed)  # type: ignore[assignment]
    return response


def read_aloud(markup: str) -> str:
    return " ".join(re.sub("<[^>]*>", " ", markup).split())


def card(page: str) -> str:
    return read_aloud(page.split('id="card"')[1].split("</section>")[0].partition(">")[2])


def listing(page: str) -> str:
    return read_aloud(page.split('id="list"')[1].split("</section>")[0].partition(">")[2])


def test_the_names_are_listed_by_the_drafts_that_have_them(client: Client, pair: Pair) -> None:
    master = Entity("Ines Moreau", Label.PERSON)
    mark(pair.left, master, Entity("Monday", Label.PERSON))
    mark(pair.right, Entity("Moreau", Label.PERSON))

    page = listing(shown(client, pair, names="people"))

    assert page.startswith("In both 1 Ines Moreau A1: 1 · B2: 1 Only in A1 1 Monday A1: 1")


def test_each_kind_of_names_has_its_list_and_its_count(client: Client, named: Pair) -> None:
    page = shown(client, named, names="other")

    assert "People 2 Organisations 0 Places 0 Other 1" in read_aloud(page)
    assert "Only in B2 1 Friday B2: 1" in listing(page)


def test_the_selected_name_is_marked_as_such_in_the_copy(client: Client, named: Pair) -> None:
    page = shown(client, named, names="people", name="Ines Moreau")

    assert "".join(re.findall(r'<span[^>]*class="lit"[^>]*>([^<]*)<', page)) == "Ines Moreau"
    shown_layers = re.findall(r'id="copy"[^>]* data-layers="([^"]*)"', page)[0]
    assert set(shown_layers.split()) == {"comments", "differences", "people", "quotes"}


def test_the_card_says_where_a_name_stands_and_what_is_told_of_its_bearer(client: Client, pair: Pair) -> None:
    start = pair.left.text.index("Its master")
    said = Span(0, 19)
    speaker = Speaker(start, start + 3, "Ines Moreau", 0)
    quoted = Quotation(0, 19, QuotationKind.DIRECT, (said,), None, speaker, SourceClass.NAMED)
    told = Description(start, start + 10, DescriptionKind.ROLE, "master")
    mark(pair.left, Entity("Ines Moreau", Label.PERSON, (), (told,)), quotations=(quoted,), stances=(quoted,))

    page = card(shown(client, pair, names="people", name="Ines Moreau"))

    assert "A1 1 time, in ¶3 : Its master Quoted in ¶1 Takes a stand: “Ferry to sail again”" in page
    assert "as Backread reads it" in page


def test_a_name_of_another_spelling_leads_to_the_same_card(client: Client, pair: Pair) -> None:
    mark(pair.left, Entity("Ines Moreau", Label.PERSON, ("Moreau",)))

    assert "Ines Moreau Also called “Moreau”" in card(shown(client, pair, part="card", names="people", name="Moreau"))


def test_a_ruling_shows_at_once_before_the_drafts_are_read_again(client: Client, named: Pair) -> None:
    response = rule(client, named, name="Ines Moreau", label="PRODUCT")

    page = client.get(response["Location"]).content.decode()

    assert 'data-other="Ines Moreau"' in page
    assert "Relabelled by Person" in card(page)
    assert "Being read again." in page
    assert "The drafts are being read again with it." in page


def test_what_is_ruled_to_be_no_name_is_marked_no_more_and_listed_apart(client: Client, named: Pair) -> None:
    response = rule(client, named, name="Ines Moreau", label="")

    page = client.get(response["Location"]).content.decode()

    assert 'data-people="Ines Moreau"' not in page
    assert "Ruled to be no name 1 Ines Moreau" in listing(page)
    assert "Take back" in card(page)


def test_words_that_nobody_marked_can_be_looked_at_and_marked(client: Client, named: Pair) -> None:
    page = card(shown(client, named, names="people", name="“nine weeks”"))
    assert "Not marked" in page
    assert "nine weeks A1 1 time, in ¶2 B2 1 time, in ¶2" in page

    response = rule(client, named, name="nine weeks", label="EVENT", seen="")

    assert "names=other&name=nine+weeks" in response["Location"]
    assert Ruling.objects.get().kind == RulingKind.ADDED


def test_words_that_stand_in_no_open_draft_cannot_be_marked(client: Client, named: Pair) -> None:
    page = shown(client, named, names="people", name="ten weeks")

    assert "stand in neither of the open drafts" in card(page)
    assert reverse("name-rule", args=[named.story.pk]) not in page


def test_a_ruling_reaches_the_house_list_where_that_is_ticked(client: Client, named: Pair, desk: Desk) -> None:
    rule(client, named, name="Ines Moreau", label="PERSON", for_desk="on")

    assert HouseEntry.objects.get(desk=desk).name == "Ines Moreau"


def test_a_ruling_can_be_taken_back(client: Client, named: Pair, editor: User) -> None:
    ruling = rule_on_name(by=editor, story=named.story, name="Ines Moreau", label=None, seen=None)

    response = rule(client, named, act="name-take-back", name="Ines Moreau", seen=str(ruling.pk))

    assert "as Backread reads it" in card(client.get(response["Location"]).content.decode())


@pytest.mark.parametrize("typed", [{"label": "GOSSIP"}, {"label": "PERSON", "name": "ten weeks"}])
def test_what_is_refused_says_why(client: Client, named: Pair, typed: dict[str, str]) -> None:
    response = rule(client, named, **{"name": "Ines Moreau"} | typed)

    assert response.status_code == 409
    assert not Ruling.objects.exists()


def test_a_ruling_made_meanwhile_is_not_overruled(client: Client, named: Pair, desk: Desk) -> None:
    colleague = member(desk, Role.CHIEF, first_name="Caro")
    rule_on_name(by=colleague, story=named.story, name="Ines Moreau", label=None, seen=None)

    response = rule(client, named, name="Ines Moreau", label="ORG", seen="")

    assert "Caro was faster" in response.content.decode()


def test_a_reporter_sees_the_names_and_why_ruling_is_not_theirs(client: Client, named: Pair, desk: Desk) -> None:
    client.force_login(member(desk, Role.REPORTER))

    page = shown(client, named, names="people", name="Ines Moreau")

    assert "can rule on names" in card(page)
    assert rule(client, named, name="Ines Moreau", label="ORG").status_code == 409


def test_nobody_outside_the_desk_rules_on_its_names(client: Client, named: Pair) -> None:
    client.force_login(member(DeskFactory.create(), Role.CHIEF))

    assert rule(client, named, name="Ines Moreau", label="ORG").status_code == 404


def test_more_names_and_rulings_cost_no_more_queries(client: Client, named: Pair, editor: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            shown(client, named, names="people", name="Ines Moreau")
        return len(captured)

    rule_on_name(by=editor, story=named.story, name="Ines Moreau", label=Label.ORG, seen=None)
    shown(client, named)
    with_few = queries()
    for name in ("nine weeks", "pounds", "Tickets"):
        rule_on_name(by=editor, story=named.story, name=name, label=Label.PERSON, seen=None)

    assert queries() == with_few <= MOST_QUERIES


def test_a_name_cannot_bring_markup_into_the_page(client: Client, pair: Pair) -> None:
    page = shown(client, pair, names="people", name="<script>alert(1)</script>")

    assert "<script>alert" not in page
