"""An editor's word on a name outranks the model, the house list, and all that makes labels consistent."""

from collections import Counter

import pytest

from analysis.comparison import compare
from analysis.document import Document, HouseEntry, Label, Ruling
from analysis.findings import Kind
from analysis.pipeline import annotate
from analysis.rulings import as_ruled, plain_name

FERRY = (
    "Ines Moreau sailed from Port Lorne on Monday. The Ines Moreau carries 90 cars. Moreau was built in Gdansk. "
    "Crews say Moreau is slow."
)
STAFF = "Tamsin Orde chairs the harbour board. Orde said the quay would open in May. The board thanked Orde."
SHIPPING = "Karin Moreau founded Moreau Shipping in 1990. Moreau Shipping employs 40 people. Moreau retired in May."


def labels(document: Document, words: str) -> set[Label]:
    """The labels under which these very words are marked."""
    return {mention.label for mention in document.mentions if document.text[mention.start : mention.end] == words}


def marked(document: Document) -> Counter[tuple[str, Label]]:
    return Counter((document.text[found.start : found.end], found.label) for found in document.mentions)


def test_a_ruling_gives_a_name_its_label_and_its_other_forms_follow() -> None:
    document = annotate(FERRY, rulings=[Ruling("Ines Moreau", Label.PRODUCT)])

    assert labels(document, "Ines Moreau") == {Label.PRODUCT}
    assert labels(document, "Moreau") == {Label.PRODUCT}
    assert [entity.name for entity in document.entities if "Moreau" in entity.name] == ["Ines Moreau"]


@pytest.mark.parametrize("label", list(Label))
def test_any_label_holds_against_what_a_draft_says_elsewhere(label: Label) -> None:
    document = annotate(STAFF, rulings=[Ruling("Tamsin Orde", label)])

    assert labels(document, "Tamsin Orde") == labels(document, "Orde") == {label}


def test_a_ruling_outranks_the_house_list_and_leaves_what_else_it_says() -> None:
    house = [HouseEntry("Tamsin Orde", Label.ORG, aliases=("Orde",), own_staff=True)]

    document = annotate(STAFF, house=house, rulings=[Ruling("Tamsin Orde", Label.PERSON)])

    assert labels(document, "Tamsin Orde") == labels(document, "Orde") == {Label.PERSON}
    assert {quotation.source_class.value for quotation in document.quotations} == {"own_staff"}


def test_what_is_ruled_to_be_no_name_is_marked_nowhere() -> None:
    document = annotate(STAFF, rulings=[Ruling("Tamsin Orde", None)])

    assert not labels(document, "Tamsin Orde") | labels(document, "Orde")


def test_a_house_list_can_say_that_something_is_no_name() -> None:
    document = annotate(STAFF, house=[HouseEntry("Tamsin Orde", None, aliases=("Orde",))])

    assert not labels(document, "Tamsin Orde") | labels(document, "Orde")
    assert not [entry for entry in document.house if entry.label]


@pytest.mark.parametrize("name", ["quay", "the harbour board", "41-knot", "Orde-Kessel / NV", "O’Dara’s Rest"])
def test_words_that_no_model_takes_for_a_name_can_be_ruled_to_be_one(name: str) -> None:
    document = annotate(
        f"They spoke of {name}, and left. Of {name}  they said no more.", rulings=[Ruling(name, Label.ORG)]
    )

    assert marked(document)[name, Label.ORG] == 2


def test_a_longer_name_of_another_label_is_not_cut() -> None:
    document = annotate(SHIPPING, rulings=[Ruling("Moreau", Label.PERSON)])

    assert labels(document, "Moreau Shipping") == {Label.ORG}
    assert labels(document, "Karin Moreau") == {Label.PERSON}


def test_a_name_that_the_model_cut_badly_is_cut_as_ruled() -> None:
    text = "Ferry master Ines Moreau Monday refused to sail. Ines Moreau Monday was adamant."
    document = annotate(text, rulings=[Ruling("Ines Moreau Monday", None), Ruling("Ines Moreau", Label.PERSON)])

    assert marked(document)["Ines Moreau", Label.PERSON] == 2


def test_a_draft_that_has_a_form_only_follows_what_was_ruled_on_the_whole_name() -> None:
    ruling = Ruling("Ines Moreau", Label.PRODUCT, forms=("Moreau",))

    document = annotate("Crews say that Moreau is slow. Moreau was built in Gdansk.", rulings=[ruling])

    assert labels(document, "Moreau") == {Label.PRODUCT}


def test_a_form_that_belongs_to_somebody_else_in_a_draft_stays_theirs() -> None:
    ruling = Ruling("Ines Moreau", Label.PRODUCT, forms=("Moreau",))

    document = annotate("Paul Moreau resigned on Monday. Moreau gave no reason.", rulings=[ruling])

    assert labels(document, "Moreau") == {Label.PERSON}


@pytest.mark.parametrize("text", [FERRY, STAFF, SHIPPING])
def test_to_confirm_every_name_changes_nothing(text: str) -> None:
    before = annotate(text)

    after = annotate(text, rulings=[Ruling(entity.name, entity.label) for entity in before.entities])

    assert (after.mentions, after.entities, after.findings) == (before.mentions, before.entities, before.findings)


@pytest.mark.parametrize(
    "rulings",
    [
        [],
        [Ruling("Tamsin Orde", Label.ORG)],
        [Ruling("Tamsin Orde", None)],
        [Ruling("quay", Label.FAC)],
        [Ruling("Tamsin", Label.PERSON)],
    ],
)
def test_what_was_ruled_shows_before_the_draft_is_read_again(rulings: list[Ruling]) -> None:
    shown = as_ruled(annotate(STAFF), rulings)

    assert marked(shown) == marked(annotate(STAFF, rulings=rulings))


def test_a_draft_read_under_a_ruling_shows_as_it_was_read() -> None:
    rulings = [Ruling("Tamsin Orde", Label.ORG), Ruling("quay", Label.FAC)]
    document = annotate(STAFF, rulings=rulings)

    assert as_ruled(document, rulings) == document


def test_findings_between_drafts_follow_from_a_ruling() -> None:
    drafts = [
        f"Tamsin {surname} chairs the board. She was elected on Monday." for surname in ("Lindqvist", "Lindquist")
    ]
    rulings = [Ruling("Tamsin Lindqvist", None), Ruling("Tamsin Lindquist", None)]

    before = compare(*(annotate(text) for text in drafts)).findings
    after = compare(*(annotate(text, rulings=rulings) for text in drafts)).findings

    assert [finding.kind for finding in before] == [Kind.NAME]
    assert after == ()


@pytest.mark.parametrize(
    ("selected", "name"),
    [
        (" “Ines\n Moreau,” ", "Ines Moreau"),
        ("Moreau’s", "Moreau"),
        ("Moreau.", "Moreau"),
        ("Acme Inc.", "Acme Inc."),
        ("O’Dara", "O'Dara"),
        ("(WHO)", "WHO"),
    ],
)
def test_what_stands_around_selected_words_is_no_part_of_the_name(selected: str, name: str) -> None:
    assert plain_name(selected) == name
