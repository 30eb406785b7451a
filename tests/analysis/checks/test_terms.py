"""What the terms check catches and what it leaves alone."""

import pytest

from analysis.checks import terms
from analysis.comparing.sides import Side
from analysis.document import HouseEntry, Label
from analysis.findings import Finding, Kind
from analysis.pipeline import annotate

LISTED = (
    HouseEntry("adviser", label=None, never=("advisor",), note="As the stylebook has it since 2019."),
    HouseEntry("email", label=None),
    HouseEntry("co-operate", label=None),
    HouseEntry("per cent", label=None),
    HouseEntry("health care", label=None, aliases=("healthcare",)),
    HouseEntry("defence", label=None, never=("defense",)),
    HouseEntry("US", label=Label.GPE, never=("U.S.", "USA")),
    HouseEntry("Brodach", label=Label.GPE, never=("Brodac",)),
)

CAUGHT = [
    ("The mayor's advisor resigned on Monday.", Kind.STYLE),
    ("Two of the mayor's advisors resigned on Monday.", Kind.STYLE),
    ("Advisors to the mayor resigned on Monday.", Kind.STYLE),
    ("She sent him an e-mail about the pier.", Kind.STYLE),
    ("She sent him two e-mails about the pier.", Kind.STYLE),
    ("Both ports agreed to cooperate in future.", Kind.STYLE),
    ("Rents rose by 4 percent last year.", Kind.STYLE),
    ("The lawyer spoke in his defense.", Kind.STYLE),
    ("The envoy flew to the U.S. on Monday.", Kind.NAME),
    ("The envoy flew to Brodac on Monday.", Kind.NAME),
]

IGNORED = [
    "The mayor's adviser resigned on Monday.",
    "Her advisory role ended on Monday.",
    "She sent him an email about the pier.",
    "Both ports agreed to co-operate in future.",
    "Rents rose by 4 per cent last year, a percentage that nobody had expected.",
    "Health-care staff walked out, and healthcare suffered.",
    "The United States Department of Defense said nothing.",
    "It told us nothing, and the USAID programme ended.",
    "The Brodach council met.",
]


def within(text: str, house: tuple[HouseEntry, ...] = LISTED) -> list[Finding]:
    return list(terms.find(Side(annotate(text, house=house))))


@pytest.mark.parametrize(("text", "kind"), CAUGHT)
def test_terms_catches_what_the_house_does_not_write(text: str, kind: Kind) -> None:
    assert [finding.kind for finding in within(text)] == [kind]


@pytest.mark.parametrize("text", IGNORED)
def test_terms_leaves_alone_what_the_house_may_write(text: str) -> None:
    assert not within(text)


def test_the_finding_says_how_the_house_writes_it_with_the_note_of_the_list() -> None:
    (finding,) = within("The mayor's advisor resigned; another advisor stayed.")

    assert finding.message == "The house writes “adviser”, this draft “advisor”."
    assert finding.why.endswith("As the stylebook has it since 2019.")
    assert len(finding.a) == 2


def test_nothing_is_found_without_a_list() -> None:
    assert not within("The mayor's advisor sent an e-mail.", house=())
