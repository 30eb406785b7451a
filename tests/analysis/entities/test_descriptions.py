"""What a draft tells of people and bodies: offices, ages, homes, employers, founders."""

import pytest

from analysis.document import DescriptionKind
from analysis.pipeline import annotate
from tests.analysis.entities.reading import told


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Secretary of State Marian Coyle agreed.", "Marian Coyle", "Secretary of State"),
        ("The council’s head of highways, Mark Llewellyn, agreed.", "Mark Llewellyn", "The council’s head of highways"),
        ("“We agree,” said lead author Prof Maria Hollins.", "Maria Hollins", "lead author"),
        ("Her co-author, Tobias Lindgren, agreed.", "Tobias Lindgren", "Her co-author"),
        (
            "Maria Hollins, an ecologist at Leeds University who was asked, agreed.",
            "Maria Hollins",
            "an ecologist at Leeds University",
        ),
        ("Maria Hollins, who is herself a former judge, agreed.", "Maria Hollins", "a former judge"),
        ("Labour MP Sunita Bhatt agreed.", "Sunita Bhatt", "Labour MP"),
    ],
)
def test_an_office_is_told_whole_and_without_more(text: str, name: str, role: str) -> None:
    assert told(annotate(text), name, DescriptionKind.ROLE) == [role]


def test_a_rank_alone_is_no_office() -> None:
    document = annotate("She was the daughter of the former Maria Hollins.")

    assert told(document, "Maria Hollins", DescriptionKind.ROLE) == []


@pytest.mark.parametrize(
    "text",
    [
        "Maria Hollins, who is 34, won the prize.",
        "Maria Hollins, a 34-year-old baker, won the prize.",
        "The 34-year-old Maria Hollins won the prize.",
        "Maria Hollins (34) won the prize.",
    ],
)
def test_an_age_is_told_in_many_ways(text: str) -> None:
    assert told(annotate(text), "Maria Hollins", DescriptionKind.AGE) == ["34"]


def test_a_home_stands_behind_age_and_street() -> None:
    document = annotate("Maria Hollins, 34, of Mill Lane, Manchester, won the prize.")

    assert told(document, "Maria Hollins", DescriptionKind.PLACE) == ["Manchester"]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Brandt of Hale Partners agreed.",
        "Tom Brandt, an analyst at Hale Partners, agreed.",
        "Hale Partners’ Tom Brandt agreed.",
    ],
)
def test_an_employer_is_an_affiliation(text: str) -> None:
    assert told(annotate(text), "Tom Brandt", DescriptionKind.AFFILIATION) == ["Hale Partners"]


@pytest.mark.parametrize(
    ("text", "founder"),
    [
        ("Theo Marchetti founded Microsoft in 2019.", "Theo Marchetti"),
        ("Theo Marchetti, the founder of Microsoft, resigned.", "Theo Marchetti"),
        (
            "Microsoft, which was founded in 2019 by Theo Marchetti and two friends, has closed.",
            "Theo Marchetti and two friends",
        ),
    ],
)
def test_a_founder_is_told_of_the_body(text: str, founder: str) -> None:
    assert told(annotate(text), "Microsoft", DescriptionKind.FOUNDER) == [founder]
