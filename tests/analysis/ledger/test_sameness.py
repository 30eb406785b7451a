"""One claim in two drafts: known again where that is certain, and never taken for one that only looks like it."""

from datetime import date

import pytest

from analysis.document import Claim, Document, SourceClass
from analysis.ledger.sameness import Change, change_between, says_the_same, successors
from analysis.ledger.statements import Statement, statement_of
from analysis.pipeline import annotate

THURSDAY = date(2026, 7, 2)

SAME = [
    (
        "The depot cost £1.2 billion to build, the inspectors found.",
        "The depot cost £1.2bn to build, the inspectors found.",
    ),
    ("The pier at Sallow lost 5 per cent of its visitors.", "The pier at Sallow lost 5% of its visitors."),
    ("Brack Haulage didn’t pay its drivers in May.", "Brack Haulage did not pay its drivers in May."),
    ("“The pier at Sallow is closed to all visitors.”", "The pier at Sallow is closed to all visitors."),
    ("Orla Finch sold the yard on Tuesday.", "Orla Finch sold the yard on 30 June."),
]
OTHER = [
    ("Orla Finch sued Brack Haulage over the yard.", "Brack Haulage sued Orla Finch over the yard."),
    ("The pier at Sallow lost 5 per cent of its visitors.", "The pier at Sallow lost 6 per cent of its visitors."),
    ("Orla Finch sold the yard to Brack Haulage.", "Orla Finch did not sell the yard to Brack Haulage."),
    ("Orla Finch sold the yard to Brack Haulage.", "Orla Finch will sell the yard to Brack Haulage."),
    ("Orla Finch sold the yard to Brack Haulage.", "Petra Finch sold the yard to Brack Haulage."),
    ("She was fined for it.", "She was fined for it."),
    ("We will pay every driver what we owe him by May.", "We will pay every driver what we owe him by May."),
    ("It was closed.", "It was closed."),
]


def read(text: str, *, dated: date | None = THURSDAY) -> Statement:
    document = annotate(text, dated=dated)
    return statement_of(document, whole(document))


def whole(document: Document) -> Claim:
    end = len(document.text)
    return Claim(0, end, 1.0, worth=True, reasons=(), speaker=None, source_class=SourceClass.NONE)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_claim_is_known_in_certain_other_words(one: str, other: str) -> None:
    assert says_the_same(read(one), read(other), in_one_place=False)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_a_lookalike_is_another_claim(one: str, other: str) -> None:
    assert not says_the_same(read(one), read(other), in_one_place=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council met on Tuesday.", "The council met on Thursday."),
        ("Orla Finch sold the yard last year.", "Orla Finch sold the yard last month."),
        ("Orla Finch sold the yard on Friday night.", "Orla Finch sold the yard on Sunday night."),
    ],
)
def test_a_day_that_nobody_can_date_is_known_by_its_words(one: str, other: str) -> None:
    before, after = read(one, dated=None), read(other, dated=None)

    assert says_the_same(before, before, in_one_place=True)
    assert not says_the_same(before, after, in_one_place=True)
    assert not says_the_same(before, before, in_one_place=False)
    assert change_between(before, after) == Change.DATE


def test_words_that_nobody_resolved_are_one_claim_only_in_the_same_surroundings() -> None:
    she = read("She was fined for it.")

    assert says_the_same(she, she, in_one_place=True)


def test_a_pronoun_that_means_somebody_else_makes_another_claim_even_there() -> None:
    one = statement_behind("Orla Finch runs the yard.", "She was fined £900 by the court.")
    other = statement_behind("Petra Daly runs the yard.", "She was fined £900 by the court.")

    assert not says_the_same(one, other, in_one_place=True)
    assert change_between(one, other) == Change.BEARER


def test_a_person_may_be_called_by_the_surname_alone() -> None:
    behind = "Ines Moreau runs the yard."
    full = statement_behind(behind, "Ines Moreau sold two lorries to Brack Haulage.")
    short = statement_behind(behind, "Moreau sold two lorries to Brack Haulage.")

    assert says_the_same(full, short, in_one_place=False)


def test_last_year_is_another_year_in_a_draft_of_the_next() -> None:
    told = "Orla Finch sold the yard to Brack Haulage last year."
    before, after = read(told), read(told, dated=date(2027, 1, 4))

    assert not says_the_same(before, after, in_one_place=True)
    assert change_between(before, after) == Change.DATE


def test_last_year_is_no_certain_year_in_a_draft_without_a_date() -> None:
    undated = read("Orla Finch sold the yard to Brack Haulage last year.", dated=None)

    assert not says_the_same(undated, undated, in_one_place=False)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("The pier at Sallow lost 5% of its visitors.", "The pier at Sallow lost 6% of its visitors.", Change.FIGURE),
        ("Finch sold the yard in 2019.", "Finch sold the yard in 2020.", Change.DATE),
        ("Orla Finch sold the yard.", "Petra Daly sold the yard.", Change.NAME),
        ("Orla Finch sold the yard for £5.", "Orla Finch has not sold the yard for £6.", Change.NEGATION),
        ("The council lifted its ban on lorries.", "The council kept its ban on lorries.", Change.WORDING),
        ("The rent on stalls will rise.", "The rent on stalls will fall.", Change.NEGATION),
    ],
)
def test_the_gravest_change_is_told(before: str, after: str, change: Change) -> None:
    assert change_between(read(before), read(after)) == change


def test_a_claim_follows_the_one_that_it_took_the_place_of() -> None:
    gone = [read("The pier at Sallow lost 5% of its visitors."), read("Orla Finch sold the yard to Brack Haulage.")]
    new = [
        read("Orla Finch sold the yard to Brack Haulage for £900."),
        read("The pier at Sallow lost 6% of its visitors."),
    ]

    assert successors(new, gone) == {0: 1, 1: 0}


def test_of_two_alike_none_is_said_to_follow() -> None:
    words = ("every", "ward", "of", "town", "got", "#")
    five, six, seven = (Statement(words, figures=(f"money {sum_} {sum_} GBP",)) for sum_ in (5, 6, 7))

    assert successors([seven], [five, six]) == {}
    assert successors([six, seven], [five]) == {}


def test_a_claim_of_its_own_follows_none() -> None:
    gone = [read("The pier at Sallow lost 5% of its visitors.")]

    assert successors([read("Orla Finch sold the yard to Brack Haulage.")], gone) == {}


def statement_behind(before: str, told: str) -> Statement:
    """The second sentence of a draft, read with the first."""
    document = annotate(f"{before} {told}", dated=THURSDAY)
    start, end = len(before) + 1, len(document.text)
    return statement_of(
        document, Claim(start, end, 1.0, worth=True, reasons=(), speaker=None, source_class=SourceClass.NONE)
    )
