"""NewsML-G2: text and furniture of items, and messages of several."""

from datetime import UTC, date, datetime

import pytest

from analysis.readers import Damaged, DefinesEntities, NotReadable, WithoutText, read
from tests.analysis.readers.wire_files import ABOUT, NAMESPACE, XHTML, item


def message(*items: str) -> bytes:
    return f"<newsMessage {NAMESPACE}><header/><itemSet>{''.join(items)}</itemSet></newsMessage>".encode()


def test_an_item_gives_its_text_and_all_its_furniture() -> None:
    text = read(item(meta="<embargoed>2026-03-04T06:00:00Z</embargoed>").encode(), "bridge.xml")

    assert (text.headline, text.standfirst, text.byline) == ("Council backs bridge", "At last", "Anna Pell")
    assert (text.dateline, text.slug, text.source) == ("Marstow", "bridge-vote", "Northern Wire")
    assert (text.dated, text.embargoed_until) == (date(2026, 3, 3), datetime(2026, 3, 4, 6, tzinfo=UTC))
    assert text.body == "The council has approved the bridge.\nTolls"


def test_a_creator_is_the_byline_only_where_a_person_is_named() -> None:
    without = ABOUT.replace("<by>By Anna Pell</by>", "")

    assert read(item(about=without).encode(), "a.xml").byline == "Meg Ivers"
    assert read(item(about=without.replace("Meg Ivers", "ivers.meg")).encode(), "a.xml").byline == ""


def test_a_byline_and_a_note_that_stand_in_the_text_are_told_apart_from_it() -> None:
    written = (
        "<p>(Adds tolls in paragraph 4)</p><p>By Joan Ax</p><p>MARSTOW, March 3 (NW) - The bridge is on.</p><p>So.</p>"
    )
    about = "<headline>Council backs bridge</headline>"

    text = read(item(about=about, content=f"<inlineXML>{XHTML.format(written)}</inlineXML>").encode(), "a.xml")

    assert (text.byline, text.dateline, text.source) == ("Joan Ax", "MARSTOW, March 3", "NW")
    assert text.body == "MARSTOW, March 3 (NW) - The bridge is on.\nSo."
    assert text.notes == ("A note to editors above the text was left out: (Adds tolls in paragraph 4)",)


def test_points_above_the_story_do_not_hide_its_dateline() -> None:
    written = "<p>* Shares fall</p><p>* Tolls rise</p><p>MARSTOW, March 3 (NW) - The bridge is on.</p>"

    assert read(item(content=f"<inlineXML>{written}</inlineXML>", about="").encode(), "a.xml").dateline


@pytest.mark.parametrize(
    "content",
    [
        "<inlineData>&lt;p&gt;The bridge is on.&lt;/p&gt;</inlineData>",
        "<inlineData>The bridge is on.</inlineData>",
        "<inlineXML><nitf><body><body.content><p>The bridge is on.</p></body.content></body></nitf></inlineXML>",
        "<inlineXML><p>The &lt;em&gt;bridge&lt;/em&gt; is on.</p></inlineXML>",
    ],
)
def test_the_content_may_have_any_form(content: str) -> None:
    assert read(item(content=content).encode(), "a.xml").body == "The bridge is on."


def test_a_message_of_several_items_gives_the_first_and_encloses_the_others() -> None:
    other = item(about="<headline>Harbour shut</headline>")

    text = read(message(item(kind="ninat:picture"), item(), other), "a.xml")

    assert text.headline == "Council backs bridge"
    assert [file.filename for file in text.enclosed] == ["Harbour shut.xml"]
    assert read(text.enclosed[0].content, "b.xml").headline == "Harbour shut"


def test_notes_to_editors_are_told_and_left_out() -> None:
    text = read(item(meta="<edNote>Adds tolls.</edNote>").encode(), "a.xml")

    assert text.notes == ("A note to editors was left out: Adds tolls.",)


def test_a_headline_alone_is_read_and_that_is_said() -> None:
    text = read(item(content="<inlineXML/>").encode(), "a.xml")

    assert (text.headline, text.body) == ("Council backs bridge", "")
    assert text.notes == ("The file has no text besides its headline.",)


@pytest.mark.parametrize("kind", ["ninat:picture", "ninat:audio", "ninat:video"])
def test_items_without_text_are_refused_by_their_kind(kind: str) -> None:
    with pytest.raises(WithoutText, match=f"a NewsML-G2 item of the kind “{kind[6:]}”"):
        read(item(kind=kind).encode(), "a.xml")


def test_a_package_is_refused() -> None:
    with pytest.raises(WithoutText, match="a package of items in NewsML-G2"):
        read(f"<packageItem {NAMESPACE}><groupSet/></packageItem>".encode(), "a.xml")


def test_an_item_that_breaks_off_is_damaged() -> None:
    with pytest.raises(Damaged):
        read(item().encode()[:-30], "a.xml")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_an_item_of_two_bytes_a_sign_is_the_same_item(encoding: str) -> None:
    written = f'<?xml version="1.0" encoding="{encoding}"?>{item()}'.encode(encoding)

    assert read(written, "bridge.xml").headline == "Council backs bridge"


def test_entities_of_two_bytes_a_sign_are_not_opened() -> None:
    written = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY a "aaa">]>{item()}'

    with pytest.raises(DefinesEntities):
        read(written.encode("utf-16"), "bridge.xml")


def test_markup_of_no_wire_in_two_bytes_a_sign_is_no_plain_text() -> None:
    with pytest.raises(NotReadable):
        read('<?xml version="1.0" encoding="utf-16"?><catalogue><a>1</a></catalogue>'.encode("utf-16"), "a.xml")
