"""NITF and NewsML 1.2: text and furniture of wire items."""

from datetime import UTC, date, datetime

import pytest

from analysis.readers import Damaged, DefinesEntities, NestedTooDeep, WithoutText, read
from tests.analysis.readers.wire_files import BODY_HEAD, HEAD, newsml, nitf


def test_an_item_gives_its_text_and_all_its_furniture() -> None:
    text = read(nitf(), "bridge.xml")

    assert text.headline == "Council backs bridge"
    assert text.byline == "Anna Pell, Northern Wire"
    assert text.dateline == "Marstow, England"
    assert (text.dated, text.embargoed_until) == (date(2026, 3, 3), datetime(2026, 3, 4, 6, tzinfo=UTC))
    assert (text.source, text.slug) == ("Northern Wire", "bridge-vote")
    assert text.body.split("\n") == ["The council has approved the Wend bridge.", "Tolls", "Cars pay £1."]
    assert text.notes == ("Captions of pictures were left out: 1.",)


def test_an_abstract_that_says_something_new_is_the_standfirst() -> None:
    told = BODY_HEAD.replace("The council has approved the bridge.", "Nine to five after a long night")

    assert read(nitf(body_head=told), "a.xml").standfirst == "Nine to five after a long night"
    repeated = BODY_HEAD.replace("the bridge.", "the Wend bridge.")
    assert read(nitf(body_head=repeated), "a.xml").standfirst == ""


@pytest.mark.parametrize("norm", ["YYYYMMDD000000-HHMM", "", "20261399"])
def test_a_day_that_is_none_is_passed_over(norm: str) -> None:
    assert read(nitf(head=HEAD.replace("20260303T081500+0000", norm)), "a.xml").dated in (date(2026, 3, 4), None)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("<p>The caf\u00e9 is shut.</p>", "iso-8859-1"),
        ("<p>The caf&eacute; is shut.</p>", "utf-8"),
        ("<p>The <x:b>caf\u00e9</x:b> is shut.</p>", "utf-8"),
    ],
)
def test_small_mistakes_of_the_sender_are_read_over(content: str, encoding: str) -> None:
    written = nitf(content=f"<body.content>{content}</body.content>").decode().encode(encoding)

    assert read(b'<?xml version="1.0" encoding="utf-8"?>' + written, "a.xml").body == "The café is shut."


@pytest.mark.parametrize("kept", [0.2, 0.6, 0.95])
def test_an_item_that_breaks_off_is_damaged(kept: float) -> None:
    whole = nitf()

    with pytest.raises(Damaged, match="calls itself an NITF item, but it breaks off"):
        read(whole[: int(len(whole) * kept)], "a.xml")


@pytest.mark.parametrize("entity", ['a "aaa"', 'a SYSTEM "file:///etc/passwd"'])
def test_an_item_with_entities_is_not_opened(entity: str) -> None:
    with pytest.raises(DefinesEntities):
        read(f"<!DOCTYPE nitf [<!ENTITY {entity}>]>".encode() + nitf(), "a.xml")


def test_an_item_nested_like_a_bomb_is_not_opened() -> None:
    with pytest.raises(NestedTooDeep):
        read(nitf(content="<p>" * 10_000 + "</p>" * 10_000), "a.xml")


def test_newsml_gives_its_lines_and_the_text_of_its_nitf() -> None:
    text = read(newsml(f"<DataContent>{nitf(head='').decode()}</DataContent>"), "a.xml")

    assert (text.headline, text.byline, text.dateline) == ("It is on", "Tom Reyes", "Marstow, 3 March")
    assert (text.dated, text.source, text.slug) == (date(2026, 3, 3), "NW", "bridge")
    assert text.body.startswith("The council has approved the Wend bridge.\nTolls")


def test_newsml_may_hold_bare_paragraphs_or_plain_text() -> None:
    assert (
        read(newsml("<DataContent><p>It is on.</p><p>At last.</p></DataContent>"), "a.xml").body
        == "It is on.\nAt last."
    )
    assert read(newsml("<DataContent>It is on.\n\nAt last.</DataContent>"), "a.xml").body == "It is on.\nAt last."


def test_newsml_of_pictures_only_is_refused() -> None:
    with pytest.raises(WithoutText, match="a NewsML item, which holds no text of a story"):
        read(newsml('<MediaType FormalName="Photo"/><DataContent>abc</DataContent>'), "a.xml")


def test_lines_with_a_bold_word_in_them_stay_lines() -> None:
    content = "<DataContent>The &lt;b&gt;bridge&lt;/b&gt; is on.\n  At last.</DataContent>"

    assert read(newsml(content), "a.xml").body == "The bridge is on.\nAt last."


def test_titles_and_other_languages_are_no_part_of_the_text() -> None:
    parts = "".join(
        f'<NewsComponent xml:lang="{language}"><Role FormalName="{role}"/>'
        f"<ContentItem><DataContent>{words}</DataContent></ContentItem></NewsComponent>"
        for language, role, words in (
            ("en", "Title", "It is on"),
            ("en", "Lead", "At last."),
            ("en", "Body", "The bridge is on."),
            ("fr", "Body", "Le pont est ouvert."),
        )
    )

    text = read(
        newsml("").replace(b"<NewsComponent><ContentItem></ContentItem></NewsComponent>", parts.encode()), "a.xml"
    )

    assert (text.body, text.notes) == ("At last.\nThe bridge is on.", ("Parts in other languages were left out: 1.",))


def test_newsml_of_a_recording_is_refused_though_it_has_words() -> None:
    spoken = newsml("<DataContent>Good evening.</DataContent>")

    with pytest.raises(WithoutText):
        read(
            spoken.replace(b"<NewsManagement>", b'<NewsManagement><NewsItemType FormalName="AUDIO_BULLETIN"/>'), "a.xml"
        )


def test_a_dateline_loses_its_dash() -> None:
    spaced = newsml("<DataContent>It is on.</DataContent>").replace(b"Marstow, 3 March<", "Marstow (NW) –<".encode())

    assert read(spaced, "a.xml").dateline == "Marstow (NW)"


def test_a_table_of_blanks_in_one_paragraph_keeps_its_lines() -> None:
    rows = "Results on Monday", "Marstow      2 Oldmarket   0", "Wend         1 South Quay  1", "Hill   0 Mill  3"
    table = "<body.content><p>{}</p></body.content>".format("\n".join(rows))

    assert read(nitf(content=table), "a.xml").body.split("\n")[1:3] == ["Marstow 2 Oldmarket 0", "Wend 1 South Quay 1"]
