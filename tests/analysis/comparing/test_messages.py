"""What findings say: a sentence that an editor could say aloud, with the subject and both answers."""

from types import ModuleType

import pytest

from analysis.checks import (
    attribution,
    certainty,
    date,
    figure,
    name,
    only_in_one,
    place,
    polarity,
    quote,
    role,
    scope,
    sequence,
    speaker,
)
from analysis.settlement import settled
from tests.analysis.checks.reading import between

SAID = [
    (
        date,
        "The ban, imposed under a 2020 decree, is unpopular.",
        "For months the pubs have been empty. The ban, imposed last year, is unpopular.",
        "When was the ban imposed? One draft says 2020, the other last year, that is 2025.",
    ),
    (
        date,
        "The bridge opened in 1987.",
        "The bridge opened in 1978.",
        "When did the bridge open? One draft says 1987, the other 1978.",
    ),
    (
        date,
        "The jury convicted Harmon on Monday after two weeks.",
        "The jury convicted Harmon on Tuesday after two weeks.",
        "When did the jury convict Harmon? One draft says Monday, the other Tuesday.",
    ),
    (
        figure,
        "The wall will cost £18.4 million.",
        "The wall will cost £16.9 million.",
        "How much will the wall cost? One draft says £18.4 million, the other £16.9 million.",
    ),
    (
        figure,
        "The ferry carried 214 passengers when it ran aground off Oban.",
        "The ferry carried 241 passengers when it ran aground off Oban.",
        "How many passengers did the ferry carry? One draft says 214, the other 241.",
    ),
    (
        figure,
        "Rents rose by 7 per cent in Bristol.",
        "Rents rose by 9 per cent in Bristol.",
        "How far did rents rise? One draft says 7 per cent, the other 9 per cent.",
    ),
    (
        figure,
        "The brewery has a budget of £4 million for the fair.",
        "The brewery has a budget of £6 million for the fair.",
        "How much is the budget? One draft says £4 million, the other £6 million.",
    ),
    (
        figure,
        "Joan Harker, 61, has run the quay for years.",
        "Joan Harker, 64, has run the quay for years.",
        "How old is Joan Harker? One draft says 61, the other 64.",
    ),
    (
        place,
        "The trial opened in Manchester on Monday.",
        "The trial opened in Sheffield on Monday.",
        "Where did the trial open? One draft says Manchester, the other Sheffield.",
    ),
    (
        polarity,
        "The court has lifted the order against the paper.",
        "The court has upheld the order against the paper.",
        "Has the court lifted the order? One draft says “lifted”, the other “upheld”.",
    ),
    (
        polarity,
        "Young voters welcomed the small fee.",
        "Young voters welcomed the large fee.",
        "One draft says “Young voters welcomed the small fee”, the other “Young voters welcomed the large fee”.",
    ),
    (
        sequence,
        "The mayor resigned two weeks after the vote.",
        "The mayor resigned a day before the vote.",
        "Which came first? One draft says “two weeks after the vote”, the other “a day before the vote”.",
    ),
    (
        scope,
        "All schools in the county will close on Friday.",
        "Some schools in the county will close on Friday.",
        "How far does this go? One draft says “All schools”, the other “Some schools”.",
    ),
    (
        certainty,
        "Oslo plans to shut the mine.",
        "Oslo shut the mine.",
        "Has it happened? One draft says only “Oslo plans to shut the mine”, the other “Oslo shut the mine”.",
    ),
    (
        role,
        "Governor Dale Whitcomb signed the bill on Friday.",
        "Senator Dale Whitcomb signed the bill on Friday.",
        "What office does Dale Whitcomb hold? One draft says “Governor”, the other “Senator”.",
    ),
    (
        name,
        "The novelist Katarina Lindqvist will open the fair.",
        "The novelist Katarina Lindquist will open the fair.",
        "How is the name spelt? One draft says “Katarina Lindqvist”, the other “Katarina Lindquist”.",
    ),
    (
        speaker,
        "“Nobody asked the people of this town,” said Joan Harker.",
        "“Nobody asked the people of this town,” said Edwin Pell.",
        "Who said “Nobody asked the people of this town”? One draft says Joan Harker, the other Edwin Pell.",
    ),
    (
        quote,
        "“We will not wait for another accident here,” said Joan Harker.",
        "“We will not wait for another disaster here,” said Joan Harker.",
        "In the same quotation by Joan Harker, one draft has “accident”, the other “disaster”.",
    ),
    (
        attribution,
        "Police said that the river burst its banks at Thornley.",
        "The river burst its banks at Thornley during the night.",
        "Only one draft gives a source, “Police”, for this: “the river burst its banks at Thornley”.",
    ),
    (
        only_in_one,
        "The mayor opened the fair. Unemployment in the county rose to 9 per cent last year, the highest in a decade.",
        "The mayor opened the fair on a sunny day.",
        "Only one draft says “Unemployment in the county rose to 9 per cent last year, the highest in a decade”.",
    ),
]


@pytest.mark.parametrize(("check", "a", "b", "message"), SAID)
def test_a_finding_can_be_said_aloud(check: ModuleType, a: str, b: str, message: str) -> None:
    assert [finding.message for finding in settled(between(check, a, b))] == [message]
