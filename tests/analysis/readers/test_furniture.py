"""The top of a text, as a sub-editor would see it."""

from datetime import date

import pytest

from analysis.readers import ReadText, read
from analysis.readers.bylines import bare_byline, is_name
from analysis.readers.furniture import with_furniture

BODY = "MARSTOW, 3 March — The council has approved the bridge.\nWork starts in May."


def read_lines(*lines: str) -> ReadText:
    return read("\n".join(lines).encode(), "story.txt")


def test_the_usual_top_of_a_story_is_taken_apart() -> None:
    text = read_lines(
        "Council backs £4m bridge after marathon debate",
        "Nine councillors for, five against, and a gallery that would not go home",
        "By Anna Pell and Tom Reyes in Marstow",
        "Tuesday, 3 March 2026",
        BODY,
    )

    assert text == ReadText(
        headline="Council backs £4m bridge after marathon debate",
        standfirst="Nine councillors for, five against, and a gallery that would not go home",
        byline="Anna Pell and Tom Reyes in Marstow",
        dateline="MARSTOW, 3 March",
        dated=date(2026, 3, 3),
        body=BODY,
    )


def test_labels_say_what_a_line_is() -> None:
    text = read_lines("Slug: bridge-vote", "Headline: It is on.", "Source: Northern Wire", "Date: 2026-03-03", BODY)

    assert (text.slug, text.headline, text.source, text.dated) == (
        "bridge-vote",
        "It is on.",
        "Northern Wire",
        date(2026, 3, 3),
    )
    assert text.body == BODY


@pytest.mark.parametrize(
    "line",
    [
        "The council has approved the bridge.",
        "MARSTOW — Council backs the bridge",
        "“We are ready,” said the mayor, “and we have been ready for the better part of ten years now, as we all know”",
        "Tolls:",
    ],
)
def test_what_is_no_headline_stays_in_the_body(line: str) -> None:
    assert read_lines(line, BODY).body == f"{line}\n{BODY}"


@pytest.mark.parametrize("line", ["Bridge row heads to the U.S.", "Who pays for the bridge?", "Bridge opens!"])
def test_a_headline_may_end_in_other_marks_or_an_abbreviation(line: str) -> None:
    assert read_lines(line, BODY).headline == line


def test_a_text_of_one_line_is_all_body() -> None:
    assert read_lines("Council backs bridge") == ReadText("Council backs bridge")


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Anna Pell", "Anna Pell"),
        ("BY ANNA PELL", "ANNA PELL"),
        ("By Anna Pell, business correspondent", "Anna Pell, business correspondent"),
        ("By Ana de la Cruz Jr.", ""),
        ("By Tuesday the strike was over", ""),
        ("By Tuesday.", ""),
    ],
)
def test_a_byline_is_a_line_of_names(line: str, byline: str) -> None:
    assert read_lines("Council backs bridge", line, BODY).byline == byline


@pytest.mark.parametrize(
    ("opening", "dateline", "dated", "source"),
    [
        ("LONDON, 1 July — Talks", "LONDON, 1 July", None, ""),
        ("LONDON, July 1 (Reuters) - Talks", "LONDON, July 1", None, "Reuters"),
        ("NEW YORK (AP) — Talks", "NEW YORK", None, "AP"),
        ("MARSTOW, England, 1 July 2026 – Talks", "MARSTOW, England, 1 July 2026", date(2026, 7, 1), ""),
        ("London, 1 July — Talks", "London, 1 July", None, ""),
        ("Marstow, 21 ene (NW).- Talks", "Marstow, 21 ene", None, "NW"),
        ("MARSTOW, January 21. /NW/. Talks", "MARSTOW, January 21", None, "NW"),
        ("A pre- and post-war row /see below/ began", "", None, ""),
        ("The talks — long awaited — began", "", None, ""),
        ("Talks began on 1 July — late", "", None, ""),
    ],
)
def test_a_dateline_is_noted_and_kept(opening: str, dateline: str, dated: date | None, source: str) -> None:
    text = read_lines(f"{opening} on the bridge.", "They go on.")

    assert (text.dateline, text.dated, text.source) == (dateline, dated, source)
    assert text.body.startswith(opening)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("1 July 2026", date(2026, 7, 1)),
        ("July 1st, 2026", date(2026, 7, 1)),
        ("Sept. 3, 2026", date(2026, 9, 3)),
        ("Published: Wednesday 1 July 2026", date(2026, 7, 1)),
        ("2026-07-01", date(2026, 7, 1)),
        ("31 June 2026", None),
        ("1 Juvember 2026", None),
        ("1 July", None),
        ("01/07/2026", None),
    ],
)
def test_a_date_counts_only_when_it_can_be_read_one_way(line: str, dated: date | None) -> None:
    assert read_lines("Council backs bridge", line, BODY).dated == dated


def test_a_byline_far_down_is_text() -> None:
    text = read_lines("Council backs bridge", "Work starts in May.", "It ends in June.", "By Anna Pell", BODY)

    assert text.byline == ""
    assert "By Anna Pell" in text.body


def test_a_date_that_can_be_read_two_ways_is_asked_for() -> None:
    text = read_lines("Council backs bridge", "Date: 01/07/2026", BODY)

    assert text.dated is None
    assert text.body == BODY
    assert text.notes == ("The file gives its date as “01/07/2026”, which can’t be read as one day: please enter it.",)


@pytest.mark.parametrize(
    ("written", "bare"), [("By Anna Pell", "Anna Pell"), ("BY ANNA PELL", "ANNA PELL"), (" Byron\n Hale", "Byron Hale")]
)
def test_a_stated_byline_loses_its_by(written: str, bare: str) -> None:
    assert bare_byline(written) == bare


@pytest.mark.parametrize("words", ["VRG", "degenhardt.sandra", "Desk 4", "desk@echo.example", "the newsroom"])
def test_what_a_system_calls_itself_is_no_name(words: str) -> None:
    assert not is_name(words)


def test_what_the_file_states_is_taken_off_the_top_of_its_text() -> None:
    stated = ReadText(
        f"Council backs bridge\nBy Somebody Else\n1 July 2026\n{BODY}",
        headline="Council  backs bridge",
        byline="By Anna Pell",
        dated=date(2026, 3, 3),
    )

    text = with_furniture(stated)

    assert (text.headline, text.byline, text.dated) == ("Council  backs bridge", "Anna Pell", date(2026, 3, 3))
    assert text.body == BODY


def test_properties_stand_in_only_for_what_the_text_lacks() -> None:
    found = with_furniture(ReadText(f"By Tom Reyes\n{BODY}", title="Bridge", author="Anna Pell"))

    assert (found.headline, found.byline) == ("Bridge", "Tom Reyes")
