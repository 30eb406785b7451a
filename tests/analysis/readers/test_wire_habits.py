"""What agencies do in the wires' formats that no standard foresees."""

import json

import pytest

from analysis.readers import ReadText, WithoutText, read
from tests.analysis.readers.wire_files import item, newsml, nitf

BODY_HEAD = "<body.head><hedline><hl1>Council backs bridge</hl1></hedline>{}</body.head>"


def told(body_head: str = "", *, content: str = "<p>The bridge is on.</p>") -> ReadText:
    """An item of NITF with this in its head and in its body."""
    written = nitf(head="", body_head=BODY_HEAD.format(body_head), content=f"<body.content>{content}</body.content>")
    return read(written, "bridge.xml")


@pytest.mark.parametrize(
    "abstract",
    [
        "Council backs bridge",
        "The bridge is on.",
        "The bridge is on, and the council has said so in a night of nine hours.,Work",
    ],
)
def test_a_standfirst_that_only_repeats_is_none(abstract: str) -> None:
    content = "<p>The bridge is on, and the council has said so in a night of nine hours.</p><p>Work starts.</p>"

    assert (
        told(f"<abstract><p>{abstract}</p></abstract>", content=content + "<p>The bridge is on.</p>").standfirst == ""
    )


def test_a_slug_under_the_headline_is_no_standfirst() -> None:
    lines = newsml("<DataContent>It is on.</DataContent>").replace(
        b"</HeadLine>", b"</HeadLine><SubHeadLine>MARSTOW COUNCIL</SubHeadLine>"
    )

    assert read(lines, "a.xml").standfirst == ""


def test_a_byline_that_is_a_sentence_is_the_standfirst() -> None:
    text = told("<byline>Council serious, ready for all tolls says mayor</byline>")

    assert (text.byline, text.standfirst) == ("", "Council serious, ready for all tolls says mayor")


@pytest.mark.parametrize(
    ("written", "byline"),
    [
        ("<byline>By<person>Anna Pell</person><byttl>Northern Wire</byttl></byline>", "Anna Pell, Northern Wire"),
        ("<byline>Von Anna Pell, nw</byline>", "Anna Pell, nw"),
        ("<byline>Par Anna PELL</byline>", "Anna PELL"),
        ("<byline>Von Miller</byline>", "Von Miller"),
        ("<byline>ap/tr</byline>", "ap/tr"),
    ],
)
def test_a_byline_is_the_names_and_no_more(written: str, byline: str) -> None:
    assert told(written).byline == byline


def test_whoever_is_named_in_the_text_outranks_a_staff_reporter() -> None:
    content = "<p>By Anna Pell</p><p>The bridge is on.</p>"

    text = told("<byline>By<person>Staff Reporter</person></byline>", content=content)

    assert (text.byline, text.body) == ("Anna Pell", "The bridge is on.")


@pytest.mark.parametrize(
    "line", ["4/4/2026", "2026-03-03 08:15:00 GMT", "2.4.2026 16:02:09 CEST", "March 3", "3 March 2026"]
)
def test_a_day_is_no_dateline(line: str) -> None:
    content = "<p>MARSTOW, March 3 (NW) - The bridge is on.</p>"

    assert told(f"<dateline>{line}</dateline>", content=content).dateline == "MARSTOW, March 3"


def test_a_title_stands_in_for_a_headline_in_every_wrapping() -> None:
    head = "<head><title>Council backs bridge</title></head>"
    inner = f"<nitf>{head}<body><body.content><p>By Anna Pell</p><p>It is on.</p></body.content></body></nitf>"
    g2 = item(about="<urgency>4</urgency>", content=f"<inlineXML>{inner}</inlineXML>")
    older = newsml(f"<DataContent>{inner}</DataContent>").replace(b"<HeadLine>It is on</HeadLine>", b"<HeadLine/>")
    ninjs = json.dumps({"uri": "u", "body_nitf": inner}).encode()

    headlines = [read(written, "a").headline for written in (g2.encode(), older, ninjs)]

    assert headlines == ["Council backs bridge"] * 3


def test_a_mark_on_the_next_line_belongs_to_the_word_before_it() -> None:
    content = "<p>\n<person>Anna Pell</person>\n, of\n<org>Marstow</org>\n's council, was\n<em>there</em>\n.\n</p>"

    assert told(content=content).body == "Anna Pell, of Marstow's council, was there."


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    content = (
        "<p>The council has approved a bridge over the Wend after nine <br />hours of debate that nobody in the"
        " gallery will soon <br />forget, the mayor said on Monday.</p><p>Contact:<br/>Anna Pell<br/>Marstow</p>"
    )

    assert told(content=content).body.split("\n") == [
        "The council has approved a bridge over the Wend after nine hours of debate that nobody in the gallery will"
        " soon forget, the mayor said on Monday.",
        "Contact:",
        "Anna Pell",
        "Marstow",
    ]


def test_indented_lines_in_one_element_begin_paragraphs() -> None:
    content = (
        "<p>\n   (NW) - Marstow, March 3 - The council has approved\na bridge over the Wend.\n   “At last,” said\n"
        "the mayor.\n   Work starts in May.\n  </p>"
    )

    assert told(content=content).body.split("\n") == [
        "(NW) - Marstow, March 3 - The council has approved a bridge over the Wend.",
        "“At last,” said the mayor.",
        "Work starts in May.",
    ]


def test_signs_that_were_escaped_twice_are_signs() -> None:
    assert (
        told(content="<p>It is the mayor&amp;#39;s &amp;quot;bridge&amp;quot;.</p>").body
        == 'It is the mayor\'s "bridge".'
    )


def test_what_is_embedded_as_code_is_no_copy() -> None:
    code = '&lt;div class="poll" data-id="4"&gt;&lt;/div&gt;&lt;script async src="x.js"&gt;&lt;/script&gt;'

    assert told(content=f"<p>The bridge is on.</p><p>{code}</p>").body == "The bridge is on."


def test_markup_in_a_text_is_read_as_markup() -> None:
    content = (
        "<DataContent><body><body.content><![CDATA[The bridge is on.<BR>At last.]]></body.content></body></DataContent>"
    )

    assert read(newsml(content), "a.xml").body == "The bridge is on.\nAt last."


def test_tts_own_elements_are_paragraphs() -> None:
    inner = (
        '<BODY xmlns=""><TEXT><RUBRIK>Council backs bridge</RUBRIK><INGRESS><P>The bridge is on.</P></INGRESS>'
        "<BRODTEXT><CITAT>At last, says Pell.</CITAT>\n<CITAT>Work starts.</CITAT><MELLIS>Tolls</MELLIS>"
        "<P>Cars pay £1.</P></BRODTEXT><BYLINE>Anna Pell/NW</BYLINE>"
        "<BILD><BILDTEXT><P>The bridge</P></BILDTEXT></BILD></TEXT></BODY>"
    )

    text = read(
        item(about="<headline>Council backs bridge</headline>", content=f"<inlineXML>{inner}</inlineXML>").encode(),
        "a.xml",
    )

    assert text.byline == "Anna Pell/NW"
    assert text.body.split("\n") == [
        "The bridge is on.",
        "At last, says Pell.",
        "Work starts.",
        "Tolls",
        "Cars pay £1.",
    ]


@pytest.mark.parametrize("role", ["Video", "Audio", "Picture"])
def test_words_about_a_recording_are_no_story(role: str) -> None:
    said = "<ContentItem><DataContent>The mayor speaks.</DataContent></ContentItem>"
    words = f"<NewsComponent><Role FormalName='Body'/>{said}</NewsComponent>"
    spoken = newsml("").replace(b"<ContentItem></ContentItem>", f"<Role FormalName='{role}'/>{words}".encode())

    with pytest.raises(WithoutText):
        read(spoken, "a.xml")


def test_parts_of_a_press_release_stand_where_they_belong() -> None:
    parts = (
        ("Abstract", "It is on"),
        ("StyleSheet", ".right { text-align: right }"),
        ("SubHeadLine", "After nine hours of talks"),
        ("Contact", "Call Anna Pell."),
        ("Body", "The bridge is on."),
    )
    release = "".join(
        f"<NewsComponent><Role FormalName='{role}'/><ContentItem>"
        f"<DataContent>{words}</DataContent></ContentItem></NewsComponent>"
        for role, words in parts
    )
    text = read(newsml("").replace(b"<ContentItem></ContentItem>", release.encode()), "a.xml")

    assert text.standfirst == "After nine hours of talks"
    assert text.body.split("\n") == ["The bridge is on.", "Call Anna Pell."]


def test_a_tip_in_newsml_is_its_headline() -> None:
    text = read(newsml("<DataContent/>"), "a.xml")

    assert (text.headline, text.body) == ("It is on", "")
    assert text.notes == ("The file has no text besides its headline.",)


def test_an_embargo_in_words_is_told() -> None:
    held = newsml("<DataContent>It is on.</DataContent>").replace(
        b"<NewsManagement>", b'<NewsManagement><Status FormalName="Embargoed"/>'
    )
    held = held.replace(b"<ContentItem>", b"<Comment>Embargoed to 0001 Tuesday March 3</Comment><ContentItem>")

    assert read(held, "a.xml").notes == ("The file is under embargo: “Embargoed to 0001 Tuesday March 3”.",)


def test_an_item_in_an_answer_of_an_api_is_found() -> None:
    inner = {"uri": "urn:nw:1", "type": "text", "headline": "Council backs bridge", "body_text": "The bridge is on."}

    text = read(json.dumps({"id": "7", "data": {"item": inner}}).encode(), "a.json")
    feed = read(json.dumps({"data": {"items": [{"item": inner}, {"item": inner}]}}).encode(), "a.json")

    assert (text.headline, text.body) == (feed.headline, feed.body) == ("Council backs bridge", "The bridge is on.")
    assert len(feed.enclosed) == 1


def test_headlines_under_the_name_of_one_are_found() -> None:
    early = {
        "uri": "u",
        "headline": [{"name": "test", "value": "No"}, {"name": "main", "value": "Council backs bridge"}],
    }

    assert read(json.dumps(early).encode(), "a.json").headline == "Council backs bridge"
