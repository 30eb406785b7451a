"""Names become people and bodies: one each, with all their mentions and what is told of them."""

import pytest

from analysis.document import DescriptionKind, Form, HouseEntry, Label
from analysis.pipeline import annotate
from tests.analysis.entities.reading import entity, mentions, told


def test_a_surname_belongs_to_its_full_name() -> None:
    document = annotate("Maria Hollins opened the bridge. Hollins thanked the builders.")

    assert mentions(document, "Maria Hollins") == ["Maria Hollins", "Hollins"]


def test_titles_and_possessives_stay_outside_the_name() -> None:
    document = annotate("Dr. Maria Hollins’s speech pleased Prime Minister Peter Lindqvist.")

    assert mentions(document, "Maria Hollins") == ["Maria Hollins"]
    assert told(document, "Peter Lindqvist", DescriptionKind.ROLE) == ["Prime Minister"]


def test_an_acronym_belongs_to_its_long_form() -> None:
    document = annotate("The World Health Organization met on Monday. Doctors praised the WHO for its speed.")

    assert mentions(document, "World Health Organization") == ["World Health Organization", "WHO"]


def test_two_people_with_one_surname_stay_two() -> None:
    document = annotate("Maria Hollins married. Peter Hollins wept.")

    assert {found.name for found in document.entities} == {"Maria Hollins", "Peter Hollins"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Maria Hollins, a professor of law at Leeds University, agreed.", "a professor of law at Leeds University"),
        ("Science Secretary Maria Hollins agreed.", "Science Secretary"),
        ("Maria Hollins is a lawyer.", "a lawyer"),
        ("Maria Hollins, who is a judge, agreed.", "a judge"),
    ],
)
def test_a_role_is_found_wherever_it_stands(text: str, role: str) -> None:
    document = annotate(text)

    assert told(document, "Maria Hollins", DescriptionKind.ROLE) == [role]


def test_a_body_is_based_in_every_city_that_is_named() -> None:
    document = annotate("Microsoft, founded by former teachers and based in both Leeds and Paris, sells software.")

    assert told(document, "Microsoft", DescriptionKind.PLACE) == ["Leeds", "Paris"]
    assert told(document, "Microsoft", DescriptionKind.FOUNDER) == ["former teachers"]


def test_an_age_behind_a_name_is_told_of_its_bearer() -> None:
    document = annotate("Maria Hollins, 34, of Leeds, won the prize.")

    assert told(document, "Maria Hollins", DescriptionKind.AGE) == ["34"]


def test_a_pronoun_means_the_only_person_named_before_it() -> None:
    document = annotate("Maria Hollins resigned. She gave no reason.")

    assert mentions(document, "Maria Hollins", Form.PRONOUN) == ["She"]


def test_a_pronoun_that_might_be_either_means_nobody() -> None:
    document = annotate("Maria Hollins met Petra Lindqvist. She gave no reason.")

    assert mentions(document, "Maria Hollins", Form.PRONOUN) == []


def test_the_house_list_outranks_the_model() -> None:
    house = [HouseEntry("Backbeat Weekly", Label.ORG, aliases=("Backbeat",))]

    document = annotate("She reads Backbeat every day.", house=house)

    assert mentions(document, "Backbeat Weekly") == ["Backbeat"]
    assert entity(document, "Backbeat Weekly").label is Label.ORG


def test_a_field_of_study_is_no_name() -> None:
    document = annotate("The ministry wants more AI in schools.")

    assert document.entities == ()


def test_a_surname_in_the_headline_belongs_to_the_full_name_below() -> None:
    document = annotate("Hollins resigns\nMaria Hollins resigned on Monday. Hollins gave no reason.")

    assert mentions(document, "Maria Hollins") == ["Hollins", "Maria Hollins", "Hollins"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("PORT LORNE, 1 July — The harbour board met.", "PORT LORNE"),
        ("PORT LORNE (Reuters) - The harbour board met.", "PORT LORNE"),
        ("Saltmere, 3 March (Tamba) - The harbour board met.", "Saltmere"),
    ],
)
def test_a_dateline_is_one_place(text: str, place: str) -> None:
    found = [mention for mention in annotate(text).mentions if mention.end <= len(place)]

    assert [(text[mention.start : mention.end], mention.label) for mention in found] == [(place, Label.GPE)]


def test_a_label_before_a_dash_is_no_dateline() -> None:
    document = annotate("BREAKING NEWS — The harbour board met.")

    assert Label.GPE not in {mention.label for mention in document.mentions}


def test_a_team_called_by_its_city_is_a_body() -> None:
    text = "On Sunday, Chicago beat Boston 3-1 in Tulsa after defeats of 2-0 and 4-1."

    labels = {text[mention.start : mention.end]: mention.label for mention in annotate(text).mentions}

    assert labels == {"Chicago": Label.ORG, "Boston": Label.ORG, "Tulsa": Label.GPE}


def test_a_town_stays_a_place_where_nobody_plays() -> None:
    document = annotate("Leeds lost 400 jobs last year.")

    assert entity(document, "Leeds").label is Label.GPE


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The jacket maker Nordvane closed. Nordvane had 40 shops.", "Nordvane"),
        ("The European Commission agreed.", "European Commission"),
        ("Members of the U.S. Senate agreed.", "U.S. Senate"),
    ],
)
def test_bodies_are_known_by_the_words_around_and_in_their_names(text: str, body: str) -> None:
    assert entity(annotate(text), body).label is Label.ORG


def test_words_of_a_headline_in_capitals_are_no_bodies() -> None:
    document = annotate("RAIN DELAYS FIRST LAP OF HARBOUR RACE\nMaria Hollins won on Sunday.")

    assert Label.ORG not in {found.label for found in document.entities}
