"""Names: what belongs to them, what stands around them, and what they are names of."""

import pytest

from analysis.document import Form, HouseEntry, Label
from analysis.pipeline import annotate
from tests.analysis.entities.reading import entity, labels, mentions


def test_a_hyphenated_surname_belongs_to_its_full_name() -> None:
    document = annotate("Daniel Osei-Bonsu opened the quay. Osei-Bonsu thanked the builders.")

    assert mentions(document, "Daniel Osei-Bonsu") == ["Daniel Osei-Bonsu", "Osei-Bonsu"]


def test_a_hyphenated_name_of_the_house_list_is_found() -> None:
    house = [HouseEntry("Quay-Side Weekly", Label.ORG)]

    document = annotate("He reads the Quay-Side Weekly every day.", house=house)

    assert mentions(document, "Quay-Side Weekly") == ["Quay-Side Weekly"]


def test_letters_behind_a_name_are_no_part_of_it() -> None:
    document = annotate("Judge Maria Hollins KC told the court to wait. “We shall wait,” said Judge Maria Hollins KC.")

    assert mentions(document, "Maria Hollins") == ["Maria Hollins", "Maria Hollins"]
    assert document.quotations[-1].speaker is not None
    assert document.quotations[-1].speaker.name == "Maria Hollins"


def test_a_first_name_alone_belongs_to_its_only_bearer() -> None:
    document = annotate("Helena Voss resigned on Monday. The party has always backed Helena, an official said.")

    assert mentions(document, "Helena Voss") == ["Helena Voss", "Helena"]


def test_a_first_name_that_the_model_leaves_out_is_part_of_the_name() -> None:
    document = annotate("Substitute Emeka Okonjo scored twice for the team. The coach praised Okonjo.")

    assert mentions(document, "Emeka Okonjo") == ["Emeka Okonjo", "Okonjo"]


def test_a_title_that_nobody_knows_is_no_first_name() -> None:
    document = annotate("Peter Lindqvist has served for decades. Special Agent Lindqvist is one of our best.")

    assert mentions(document, "Peter Lindqvist") == ["Peter Lindqvist", "Lindqvist"]


def test_whoever_has_an_age_is_a_person() -> None:
    assert labels("His neighbour, florist Dot Perkins, 63, said the noise was dreadful.")["Dot Perkins"] is Label.PERSON


def test_a_name_that_goes_on_with_he_is_a_persons() -> None:
    text = "Chaym knows that he is alone. In the end Chaym loses his way. The town leaves Chaym to himself."

    assert labels(text)["Chaym"] is Label.PERSON


def test_the_place_of_a_dateline_is_a_place_below_too() -> None:
    text = "QARASH (Reuters) - Police in the capital Qarash held a lawyer on Friday.\nPeople of Qarash protested."

    assert set(labels(text).items()) >= {("QARASH", Label.GPE), ("Qarash", Label.GPE)}


def test_one_name_has_one_label_throughout() -> None:
    text = "SALTMERE (Tamba) - The quay has closed.\nAnalysts polled by Tamba expected it. Boats told Tamba so."

    assert {label for name, label in labels(text).items() if name == "Tamba"} == {Label.ORG}


def test_a_headline_takes_its_names_from_the_text_below() -> None:
    text = (
        "Kestrel Semiconductor Profit Beats All Forecasts\n"
        "Kestrel Semiconductor Inc posted a profit on Wednesday. Its profit beat all forecasts."
    )

    assert mentions(annotate(text), "Kestrel Semiconductor Inc") == [
        "Kestrel Semiconductor",
        "Kestrel Semiconductor Inc",
    ]


def test_common_words_of_a_headline_are_no_names() -> None:
    text = "Sea Urchins Recover Off Coast, Study Finds\nSea urchins are recovering off the coast, a study found."

    assert labels(text) == {}


@pytest.mark.parametrize(
    "text", ["Kestrel Semiconductor Inc (KSI.O) rose.", "Sen. Maria Hollins, D-San Antonio, rose."]
)
def test_tickers_and_constituencies_are_no_names(text: str) -> None:
    assert not {"KSI.O", "D-San Antonio"} & set(labels(text))


def test_a_body_with_two_names_keeps_all_its_mentions() -> None:
    text = "Moorland rose on Monday. Moorland Holdings makes jackets. Shares in Moorland are dear."

    assert mentions(annotate(text), "Moorland Holdings") == ["Moorland", "Moorland Holdings", "Moorland"]


def test_a_word_that_opens_many_names_is_no_short_form_of_one() -> None:
    text = "The House passed the bill. The House Transport Committee agreed. Members of the House wept."

    assert mentions(annotate(text), "House Transport Committee") == ["House Transport Committee"]


def test_a_common_word_that_opens_a_sentence_is_no_name() -> None:
    text = "Theatre boss resigns\nThe head of a theatre has resigned. Her theatre was dark on Wednesday."

    assert labels(text) == {}


def test_a_ship_is_no_person() -> None:
    assert labels("The MV Santa Lucia was heading to Zamboanga.")["Santa Lucia"] is Label.PRODUCT


def test_a_surname_of_two_words_belongs_to_its_full_name() -> None:
    document = annotate("Commodore Arman Dela Cruz said so. Nine were missing, Dela Cruz said.")

    assert mentions(document, "Arman Dela Cruz") == ["Arman Dela Cruz", "Dela Cruz"]


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("The World Wide Fund for Nature (WWF) paid. The WWF is pleased.", "WWF"),
        ("The Texas Department of Public Safety paid. The DPS is pleased.", "DPS"),
        ("The American Civil Liberties Union of Texas sued. The ACLU is pleased.", "ACLU"),
    ],
)
def test_an_acronym_need_not_have_every_letter(text: str, acronym: str) -> None:
    document = annotate(text)

    assert acronym in {alias for found in document.entities for alias in found.aliases}


def test_a_company_goes_by_its_first_word() -> None:
    document = annotate("The chips are made by Oriel Systems. Oriel, based in Austin, declined to comment.")

    assert mentions(document, "Oriel Systems") == ["Oriel Systems", "Oriel"]


def test_a_club_goes_by_its_last_word() -> None:
    text = (
        "Harrow Rovers came back to beat Castleton United 3-2 on Saturday, after defeats of 0-1 and 1-4.\n"
        "Rovers had been 2-0 down. United were pleased."
    )

    document = annotate(text)

    assert mentions(document, "Harrow Rovers") == ["Harrow Rovers", "Rovers"]
    assert mentions(document, "Castleton United") == ["Castleton United", "United"]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("St Brannoc’s Hospice has closed six beds.", "St Brannoc’s Hospice", Label.ORG),
        ("She teaches at Lorne University College.", "Lorne University College", Label.ORG),
        ("The Ministry of Health and Welfare agreed.", "Ministry of Health and Welfare", Label.ORG),
        ("Downing Street denied the report.", "Downing Street", Label.ORG),
        ("The White House denied the report.", "White House", Label.ORG),
        ("She spoke outside the White House.", "White House", Label.FAC),
    ],
)
def test_bodies_are_known_by_their_words(text: str, name: str, label: Label) -> None:
    assert labels(text)[name] is label


@pytest.mark.parametrize(
    ("text", "name", "pronouns"),
    [
        ("Maria Hollins met Peter Lindqvist. She gave no reason.", "Maria Hollins", ["She"]),
        ("Maria Hollins met Peter Lindqvist. She gave no reason.", "Peter Lindqvist", []),
        ("“She was told to leave,” Maria Hollins said of her aunt.", "Maria Hollins", ["her"]),
    ],
)
def test_a_pronoun_means_whom_it_can(text: str, name: str, pronouns: list[str]) -> None:
    document = annotate(text)

    assert mentions(document, name, Form.PRONOUN) == pronouns
    assert entity(document, name).label is Label.PERSON
