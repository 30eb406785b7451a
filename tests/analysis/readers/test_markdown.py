"""Markdown: words without marks, and front matter as furniture."""

from datetime import UTC, date, datetime

import pytest

from analysis.readers import ReadText, TooLong, read

FIRST = "The council has approved the bridge."


def read_lines(*lines: str, name: str = "a.md") -> ReadText:
    return read("\n".join(lines).encode(), name)


def test_marks_are_dropped_and_blocks_are_paragraphs() -> None:
    text = read_lines(
        "# Council backs bridge",
        "",
        "The council has *approved* the",
        "**bridge** over the [Wend](http://wend.example).",
        "",
        "## What now",
        "",
        "- Work starts in May.",
        "- Tolls rise.",
        "",
        "> “At last,” she said.",
    )

    assert text.headline == "Council backs bridge"
    assert text.body.split("\n") == [
        "The council has approved the bridge over the Wend.",
        "What now",
        "Work starts in May.",
        "Tolls rise.",
        "“At last,” she said.",
    ]


def test_front_matter_states_the_furniture() -> None:
    text = read_lines(
        "---",
        'title: "It is on: the bridge"',
        "author:",
        "  - Anna Pell",
        "  - Tom Reyes",
        "date: 2026-03-03T08:00:00Z",
        "slug: bridge-vote",
        "source: Northern Wire",
        "embargo: 2026-03-04T06:00:00+00:00",
        "---",
        FIRST,
    )

    assert (text.headline, text.byline, text.dated) == (
        "It is on: the bridge",
        "Anna Pell and Tom Reyes",
        date(2026, 3, 3),
    )
    assert (text.slug, text.source, text.body) == ("bridge-vote", "Northern Wire", FIRST)
    assert text.embargoed_until == datetime(2026, 3, 4, 6, tzinfo=UTC)


def test_front_matter_may_be_toml() -> None:
    assert read_lines("+++", 'title = "It is on"', "date = 2026-03-03", "+++", FIRST).dated == date(2026, 3, 3)


@pytest.mark.parametrize("name", ["a.md", "a", "bridge vote 2.0"])
def test_markdown_is_told_by_its_marks(name: str) -> None:
    assert read_lines("# Council backs bridge", "", "It is *on*.", name=name).body == "It is on."


def test_copy_without_marks_may_be_called_markdown() -> None:
    assert read_lines(FIRST, "", "It is *on*.").body == f"{FIRST}\nIt is on."


def test_a_text_file_keeps_what_looks_like_marks() -> None:
    assert read_lines("# Council backs bridge", "", "It is *on*.", name="a.txt").body == "It is *on*."


def test_stars_and_dashes_in_plain_text_are_left_alone() -> None:
    assert read_lines("* Shares fall", "MARSTOW -- Shares *fell*.", name="a.txt").body.endswith("*fell*.")


def test_markdown_of_millions_of_characters_is_too_long() -> None:
    with pytest.raises(TooLong):
        read(b"# Title\n\n" + b"word " * 500_000, "a.md")


def test_what_is_quoted_many_times_over_is_read() -> None:
    assert read_lines("# Bridge shut", "", "> " * 40 + FIRST).body == FIRST
