"""Figures and dates are read as a sub-editor reads them."""

from datetime import date

import pytest

from analysis.document import Quantity, QuantityKind
from analysis.pipeline import annotate
from analysis.quantities.units import measure_named

WEDNESDAY = date(2026, 7, 1)


def quantities(text: str, *, dated: date | None = WEDNESDAY) -> list[Quantity]:
    return list(annotate(text, dated=dated).quantities)


def only(text: str, *, dated: date | None = WEDNESDAY) -> Quantity:
    (found,) = quantities(text, dated=dated)
    return found


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("The harbour cost £1.2bn.", "£1.2bn", 1.2e9, "GBP"),
        ("The harbour cost 1.2 billion dollars.", "1.2 billion dollars", 1.2e9, "USD"),
        ("The harbour cost US$3m.", "US$3m", 3e6, "USD"),
        ("The harbour cost half a million euros.", "half a million euros", 5e5, "EUR"),
        ("The harbour cost three point five million pounds.", "three point five million pounds", 3.5e6, "GBP"),
        ("The harbour cost 40 Canadian dollars.", "40 Canadian dollars", 40, "CAD"),
        ("The ticket cost 60p.", "60p", 0.6, "GBP"),
        ("The harbour cost Rs 500 crore.", "Rs 500 crore", 5e9, "INR"),
        ("The harbour cost 250 EUR.", "250 EUR", 250, "EUR"),
        ("The harbour cost a quarter of a million pounds.", "a quarter of a million pounds", 250_000, "GBP"),
        ("The harbour cost three-quarters of a million pounds.", "three-quarters of a million pounds", 750_000, "GBP"),
        ("The harbour cost two and a half million yen.", "two and a half million yen", 2.5e6, "JPY"),
        ("The harbour cost a million and a half dollars.", "a million and a half dollars", 1.5e6, "USD"),
        ("The harbour cost 40 million Emirati dirhams.", "40 million Emirati dirhams", 4e7, "AED"),
        ("The harbour cost SFr7m.", "SFr7m", 7e6, "CHF"),
        ("The harbour cost N500m.", "N500m", 5e8, "NGN"),
    ],
)
def test_money_is_read_in_any_notation(text: str, words: str, value: float, unit: str) -> None:
    found = only(text)

    assert text[found.start : found.end] == words
    assert (found.kind, found.low, found.high, found.unit) == (QuantityKind.MONEY, value, value, unit)


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit"),
    [
        ("Turnout fell to 43.5 per cent.", QuantityKind.PERCENT, 43.5, 43.5, "%"),
        ("Turnout fell to 43%.", QuantityKind.PERCENT, 43, 43, "%"),
        ("Rates went up by 25 basis points.", QuantityKind.POINTS, 25, 25, "basis point"),
        ("Support fell by two percentage points.", QuantityKind.POINTS, 2, 2, "percentage point"),
        ("They felled 1,200 trees.", QuantityKind.COUNT, 1200, 1200, "tree"),
        ("They felled two dozen trees.", QuantityKind.COUNT, 24, 24, "tree"),
        ("They felled 10 to 15 trees.", QuantityKind.COUNT, 10, 15, "tree"),
        ("They felled dozens of trees.", QuantityKind.COUNT, 24, None, "tree"),
        ("The ferry carried 200 tonnes.", QuantityKind.MEASURE, 200, 200, "tonne"),
        ("The road is 30km long.", QuantityKind.MEASURE, 30, 30, "kilometre"),
        ("A 27-year-old teacher won.", QuantityKind.AGE, 27, 27, "year"),
        ("She was aged 61.", QuantityKind.AGE, 61, 61, "year"),
        ("They agreed a two-year deal.", QuantityKind.DURATION, 2, 2, "year"),
        ("The gates close at 3.30pm GMT.", QuantityKind.TIME, 15.5, 15.5, "GMT"),
        ("It was their third defeat.", QuantityKind.ORDINAL, 3, 3, "defeat"),
        ("Rates went up by half a percentage point.", QuantityKind.POINTS, 0.5, 0.5, "percentage point"),
        ("Rates went up by a quarter point.", QuantityKind.POINTS, 0.25, 0.25, "point"),
        ("Prices fell by minus 0.5 per cent.", QuantityKind.PERCENT, -0.5, -0.5, "%"),
        ("The rate was 3%-5%.", QuantityKind.PERCENT, 3, 5, "%"),
        ("They felled several dozen trees.", QuantityKind.COUNT, 24, None, "tree"),
        ("They felled scores of trees.", QuantityKind.COUNT, 40, None, "tree"),
        ("A 4,000-strong crowd came.", QuantityKind.COUNT, 4000, 4000, "people"),
        ("Rents doubled.", QuantityKind.COUNT, 2, 2, "time"),
        ("They saw a threefold rise.", QuantityKind.COUNT, 3, 3, "time"),
        ("Rents are twice as high.", QuantityKind.COUNT, 2, 2, "time"),
        ("The wall is 3.5m high.", QuantityKind.MEASURE, 3.5, 3.5, "metre"),
        ("The keeper is 6ft 3in.", QuantityKind.MEASURE, 6.25, 6.25, "foot"),
        ("The wind reached 120 km/h.", QuantityKind.MEASURE, 120, 120, "km/h"),
        ("It fell to -5C.", QuantityKind.MEASURE, -5, -5, "degree Celsius"),
        ("The plant makes 3 gigawatt hours.", QuantityKind.MEASURE, 3, 3, "gigawatt-hour"),
        ("Hours fell by seven-tenths of 1 per cent.", QuantityKind.PERCENT, 0.7, 0.7, "%"),
        ("The rate edged up to 4.7 per cent.", QuantityKind.PERCENT, 4.7, 4.7, "%"),
        ("They planted 10- to 18-foot trees.", QuantityKind.MEASURE, 10, 18, "foot"),
        ("She swam it in 1:48.85.", QuantityKind.DURATION, 108.85, 108.85, "second"),
        ("A man aged between 30 and 35 fell.", QuantityKind.AGE, 30, 35, "year"),
        ("A woman in her 40s fell.", QuantityKind.AGE, 40, 49, "year"),
        ("A woman in her late twenties fell.", QuantityKind.AGE, 25, 29, "year"),
        ("He died at the age of 82.", QuantityKind.AGE, 82, 82, "year"),
        ("She was 17 when they met.", QuantityKind.AGE, 17, 17, "year"),
        ("Children under 12 go free.", QuantityKind.AGE, None, 12, "year"),
        ("The over-65s go free.", QuantityKind.AGE, 65, None, "year"),
        ("Residents 65 and older go free.", QuantityKind.AGE, 65, None, "year"),
        ("The teenager, 17, fell.", QuantityKind.AGE, 17, 17, "year"),
        ("She served two and a half years.", QuantityKind.DURATION, 2.5, 2.5, "year"),
        ("They talked for an hour and a half.", QuantityKind.DURATION, 1.5, 1.5, "hour"),
        ("They talked for half an hour.", QuantityKind.DURATION, 0.5, 0.5, "hour"),
        ("They talked for nearly a week.", QuantityKind.DURATION, 1, 1, "week"),
        ("They talked for several days.", QuantityKind.DURATION, 2, None, "day"),
        ("The gates close at half past three.", QuantityKind.TIME, 3.5, 3.5, None),
        ("The gates close at 1530 GMT.", QuantityKind.TIME, 15.5, 15.5, "GMT"),
        ("It is the second-largest port.", QuantityKind.ORDINAL, 2, 2, None),
        ("The port is the third busiest in Wales.", QuantityKind.ORDINAL, 3, 3, None),
    ],
)
def test_figures_have_their_kind_and_value(
    text: str, kind: QuantityKind, low: float | None, high: float | None, unit: str | None
) -> None:
    found = only(text)

    assert (found.kind, found.low, found.high, found.unit) == (kind, low, high, unit)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The city spends $5m a year.", "year"),
        ("They signed a $5m-a-year deal.", "year"),
        ("The firm pays 40p per share.", "share"),
        ("The firm pays £400 weekly.", "week"),
        ("The firm paid £400.", None),
    ],
)
def test_a_rate_says_what_it_is_reckoned_by(text: str, by: str | None) -> None:
    assert only(text).per == by


def test_a_rating_is_a_figure_out_of_another() -> None:
    assert [figure.low for figure in quantities("The film was rated 3.7/10.")] == [3.7, 10]


def test_a_vote_counts_two_sides_and_a_score_does_not() -> None:
    assert [figure.low for figure in quantities("The council voted 52-48 to close it.")] == [52, 48]
    assert quantities("Leeds won 3-1 at home.") == []


@pytest.mark.parametrize(
    ("text", "low", "high", "about"),
    [
        ("More than 500 sheep died.", 500, None, False),
        ("Up to 500 sheep died.", None, 500, False),
        ("Nearly 500 sheep died.", 500, 500, True),
        ("At least 500 sheep died.", 500, None, False),
        ("Fewer than 500 sheep died.", None, 500, False),
        ("No fewer than 500 sheep died.", 500, None, False),
        ("No more than 500 sheep died.", None, 500, False),
        ("500 or more sheep died.", 500, None, False),
    ],
)
def test_hedges_open_a_figure_or_round_it(text: str, low: float | None, high: float | None, *, about: bool) -> None:
    found = only(text)

    assert (found.low, found.high, found.about) == (low, high, about)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("on 12 May 1998", date(1998, 5, 12), date(1998, 5, 12)),
        ("on May 12, 1998", date(1998, 5, 12), date(1998, 5, 12)),
        ("in March 2019", date(2019, 3, 1), date(2019, 3, 31)),
        ("in 2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("in the 1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("in the second quarter of 2021", date(2021, 4, 1), date(2021, 6, 30)),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("last month", date(2026, 6, 1), date(2026, 6, 30)),
        ("on Tuesday", date(2026, 6, 30), date(2026, 6, 30)),
        ("yesterday", date(2026, 6, 30), date(2026, 6, 30)),
        ("three weeks ago", date(2026, 6, 8), date(2026, 6, 14)),
        ("on 4 September", date(2025, 9, 4), date(2025, 9, 4)),
        ("last summer", date(2025, 6, 1), date(2025, 8, 31)),
        ("in March last year", date(2025, 3, 1), date(2025, 3, 31)),
        ("on 13/04/2024", date(2024, 4, 13), date(2024, 4, 13)),
        ("on 03/04/2024", date(2024, 3, 4), date(2024, 4, 3)),
        ("between 3 and 7 March", date(2026, 3, 3), date(2026, 3, 7)),
        ("in 2019-2021", date(2019, 1, 1), date(2021, 12, 31)),
        ("in the eighties", date(1980, 1, 1), date(1989, 12, 31)),
        ("in the 19th century", date(1800, 1, 1), date(1899, 12, 31)),
        ("over the past decade", date(2016, 7, 1), date(2026, 7, 1)),
        ("over the weekend", date(2026, 6, 27), date(2026, 6, 28)),
        ("on Christmas Eve", date(2025, 12, 24), date(2025, 12, 24)),
        ("in the spring", date(2026, 3, 1), date(2026, 5, 31)),
        ("the day before yesterday", date(2026, 6, 29), date(2026, 6, 29)),
    ],
)
def test_dates_are_intervals_against_the_day_of_writing(words: str, low: date, high: date) -> None:
    found = only(f"The mayor resigned {words}.")

    assert (found.kind, found.low, found.high) == (QuantityKind.DATE, low, high)


def test_a_weekday_of_the_future_is_the_next_one() -> None:
    found = only("The mayor will resign on Tuesday.")

    assert found.low == date(2026, 7, 7)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The port closed on 3 May. The following day, she left.", date(2026, 5, 4), date(2026, 5, 4)),
        ("The port closed on Tuesday. She left the day before.", date(2026, 6, 29), date(2026, 6, 29)),
        ("The port closed in May. The previous month, she left.", date(2026, 4, 1), date(2026, 4, 30)),
        ("The port closed in 2019. The following year, she left.", date(2020, 1, 1), date(2020, 12, 31)),
        ("The port closed. The next day she left.", None, None),
        ("The port closed in May. The next day she left.", None, None),
    ],
)
def test_a_date_told_from_another_one_is_counted_from_there(text: str, low: date | None, high: date | None) -> None:
    *_, found = quantities(text)

    assert (found.kind, found.low, found.high) == (QuantityKind.DATE, low, high)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The report is wanted by 4 September.", date(2026, 9, 4)),
        ("The vote is slated for 4 September.", date(2026, 9, 4)),
        ("The mayor could resign on Tuesday.", date(2026, 7, 7)),
        ("The mayor could have resigned on Tuesday.", date(2026, 6, 30)),
        ("Those at a meeting on Tuesday did not want it.", date(2026, 6, 30)),
        ("Families of Sept. 11 victims sued.", date(2001, 9, 11)),
    ],
)
def test_a_day_lies_ahead_where_the_words_around_it_look_ahead(text: str, low: date) -> None:
    assert only(text).low == low


def test_relative_dates_stay_open_without_a_day_of_writing() -> None:
    document = annotate("The mayor resigned last year.")

    assert (document.quantities[0].low, document.quantities[0].high) == (None, None)
    assert any("no date" in reason for reason in document.not_checked)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The plan includes a £2m investment in buses.", "investment"),
        ("The levy, imposed last year, hit farmers.", "levy"),
        ("About 40 per cent of voters stayed at home.", "voters"),
        ("Inflation rose to 4 per cent.", "Inflation"),
        ("Almost two-thirds of the voters stayed at home.", "voters"),
        ("One in every five residents left.", "residents"),
        ("Inflation is at 3.5 per cent or so.", "Inflation"),
        ("A 4,000-strong crowd came.", "crowd"),
    ],
)
def test_a_figure_knows_what_it_measures(text: str, of: str) -> None:
    assert only(text).of == of


@pytest.mark.parametrize(
    "text",
    [
        "Leeds won 3-1.",
        "They invoked Article 50.",
        "COVID-19 spread.",
        "No one came.",
        "One of them left.",
        "The Group of Seven met.",
        "Channel 4 reported it.",
        "They recalled 9/11.",
        "Her deputy was second-guessed.",
        "The mayor doubled down.",
        "They carried freight by rail.",
        "They wore N95 masks.",
        "The office is at 209 West Mill Street.",
        "It stood on 79th Street.",
        "They should not have left in the first place.",
        "The No. 2 Republican left.",
        "They watched Tucker Carlson Tonight together.",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(text: str) -> None:
    assert quantities(text) == []


def test_a_change_between_two_shares_is_two_figures() -> None:
    found = quantities("Rents rose from 3 to 5 per cent.")

    assert [(figure.kind, figure.low) for figure in found] == [(QuantityKind.PERCENT, 3), (QuantityKind.PERCENT, 5)]


def test_an_impossible_day_is_found_but_has_no_interval() -> None:
    found = only("The mayor resigned on 31 February 2020.")

    assert (found.low, found.high) == (None, None)


def test_a_range_with_one_sign_is_one_figure_and_with_two_signs_two() -> None:
    shared = quantities("Bids of $5-7 million came in.")
    own = quantities("Bids of $5 million to $7 million came in.")

    assert [(figure.low, figure.high) for figure in shared] == [(5e6, 7e6)]
    assert [(figure.low, figure.high) for figure in own] == [(5e6, 7e6), (5e6, 7e6)]


def test_a_change_told_by_how_much_and_to_what_is_no_range() -> None:
    found = quantities("The fare rose £3 to £5.")

    assert [(figure.low, figure.high) for figure in found] == [(3, 3), (5, 5)]


def test_units_of_one_dimension_can_be_converted() -> None:
    mile, kilometre = measure_named("mile"), measure_named("kilometre")

    assert mile.dimension == kilometre.dimension
    assert mile.worth / kilometre.worth == pytest.approx(1.609, abs=0.001)


@pytest.mark.parametrize(
    ("text", "words", "share"),
    [
        ("Two-thirds of voters stayed at home.", "Two-thirds", 66.7),
        ("One in five residents left.", "One in five", 20),
        ("Three out of ten people agreed.", "Three out of ten", 30),
        ("A quarter of the trees fell.", "A quarter", 25),
        ("Half of the trees fell.", "Half", 50),
        ("One-in-five residents left.", "One-in-five", 20),
        ("Half his staff left.", "Half", 50),
    ],
)
def test_shares_in_words_are_percentages(text: str, words: str, share: float) -> None:
    found = only(text)

    assert (text[found.start : found.end], found.kind, found.low) == (words, QuantityKind.PERCENT, share)


@pytest.mark.parametrize(
    "text",
    ["He waited a quarter of an hour.", "It rained in the second half of the match.", "She won one in 2019."],
)
def test_parts_of_a_time_are_no_shares(text: str) -> None:
    assert QuantityKind.PERCENT not in {found.kind for found in quantities(text)}


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Between 5 and 7 million people came.", "5 and 7 million", 5e6, 7e6),
        ("Between 40% and 50% of them agreed.", "40% and 50%", 40, 50),
        ("She ruled between 2015 and 2018.", "2015 and 2018", date(2015, 1, 1), date(2018, 12, 31)),
    ],
)
def test_between_two_figures_is_one_range(text: str, words: str, low: object, high: object) -> None:
    found = only(text)

    assert (text[found.start : found.end], found.low, found.high) == (words, low, high)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The dog weighs 40 pounds.", QuantityKind.MEASURE),
        ("They seized 30 pounds of cocaine.", QuantityKind.MEASURE),
        ("She caught a 12-pound pike.", QuantityKind.MEASURE),
        ("She paid 40 pounds.", QuantityKind.MONEY),
    ],
)
def test_pounds_are_weighed_or_paid(text: str, kind: QuantityKind) -> None:
    assert only(text).kind is kind
