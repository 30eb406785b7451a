"""ninjs of all versions: text and furniture, and items without text."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from analysis.readers import Damaged, NestedTooDeep, WithoutText, read

OLD = {
    "uri": "urn:nw:1",
    "type": "text",
    "versioncreated": "2026-03-03T08:15:00Z",
    "embargoed": "2026-03-04T06:00:00+00:00",
    "byline": "By Anna Pell",
    "located": "Marstow, England",
    "headline": "Council backs bridge",
    "slugline": "bridge-vote",
    "source": "Northern Wire",
    "body_text": "It is on. At last.",
    "body_xhtml": "<p>It is <b>on</b>.</p><figure><figcaption>The bridge</figcaption></figure><p>At last.</p>",
}
NEW = {
    "uri": "urn:nw:1",
    "type": "text",
    "versionCreated": "2026-03-03T08:15:00Z",
    "by": "Anna Pell",
    "headlines": [{"role": "short", "value": "Bridge on"}, {"role": "main", "value": "Council backs bridge"}],
    "bodies": [
        {"role": "text", "contentType": "text/plain", "value": "It is on. At last."},
        {"role": "xhtml", "contentType": "text/html", "value": "<p>It is on.</p><p>At last.</p>"},
    ],
    "infoSources": [{"name": "Northern Wire"}],
}


def item(fields: Mapping[str, object], **changed: object) -> bytes:
    return json.dumps({key: value for key, value in (dict(fields) | changed).items() if value is not None}).encode()


def test_an_item_of_1_gives_its_text_and_all_its_furniture() -> None:
    text = read(item(OLD), "bridge.json")

    assert (text.headline, text.byline, text.dateline) == ("Council backs bridge", "Anna Pell", "Marstow, England")
    assert (text.dated, text.slug, text.source) == (date(2026, 3, 3), "bridge-vote", "Northern Wire")
    assert text.embargoed_until == datetime(2026, 3, 4, 6, tzinfo=UTC)
    assert text.body == "It is on.\nAt last."
    assert text.notes == ("Captions of pictures were left out: 1.",)


def test_an_item_of_3_gives_the_same() -> None:
    text = read(item(NEW), "bridge.json")

    assert (text.headline, text.byline, text.source) == ("Council backs bridge", "Anna Pell", "Northern Wire")
    assert (text.dated, text.body) == (date(2026, 3, 3), "It is on.\nAt last.")


def test_a_body_in_nitf_says_more_than_plain_text_does() -> None:
    head = "<body.head><hedline><hl1>It is on</hl1></hedline></body.head>"
    nitf = f"<nitf><body>{head}<body.content><p>Yes.</p></body.content></body></nitf>"
    bodies = [{"role": "text", "value": "Less."}, {"role": "nitf", "value": nitf}]

    text = read(item(NEW, bodies=bodies, headlines=None), "a.json")

    assert (text.headline, text.body) == ("It is on", "Yes.")


def test_plain_text_is_read_where_there_is_nothing_better() -> None:
    assert read(item(OLD, body_xhtml=None, body_text="It is on.\n\nAt last."), "a.json").body == "It is on.\nAt last."


def test_a_headline_that_stands_in_the_body_too_is_read_once() -> None:
    labels = "<div><span class='place'>Marstow</span><span class='by'>NW</span></div>"
    body = f"<h1>Council backs bridge</h1>{labels}<p>It is on.</p>"

    assert read(item(OLD, body_xhtml=body), "a.json").body == "Marstow NW\nIt is on."


def test_a_summary_stands_in_for_a_body_and_that_is_said() -> None:
    text = read(item(NEW, bodies=None, descriptions=[{"role": "text", "value": "It is on."}]), "a.json")

    assert text.body == "It is on."
    assert text.notes == ("The file has no body: its summary was taken.",)


def test_a_list_of_items_gives_the_first_and_encloses_the_others() -> None:
    listed = json.dumps({"items": [json.loads(item(OLD)), json.loads(item(OLD, headline="Harbour shut"))]}).encode()

    text = read(listed, "a.json")

    assert text.headline == "Council backs bridge"
    assert [file.filename for file in text.enclosed] == ["Harbour shut.json"]


@pytest.mark.parametrize("kind", ["picture", "audio", "video", "graphic"])
def test_items_without_text_are_refused_by_their_kind(kind: str) -> None:
    with pytest.raises(WithoutText, match=f"a ninjs item of the kind “{kind}”"):
        read(item(OLD, type=kind), "a.json")


def test_an_item_that_says_nothing_is_refused() -> None:
    with pytest.raises(WithoutText):
        read(b'{"uri": "urn:nw:1", "versioncreated": "2026-03-03T08:15:00Z"}', "a.json")


def test_an_item_that_breaks_off_is_damaged() -> None:
    with pytest.raises(Damaged):
        read(item(OLD)[:-20], "a.json")


def test_items_nested_like_a_bomb_are_not_opened() -> None:
    with pytest.raises(NestedTooDeep):
        read(item(OLD)[:-1] + b', "a": ' + b"[" * 200_000, "a.json")
    with pytest.raises(NestedTooDeep):
        read(item(OLD, body_xhtml="<b>" * 100_000), "a.json")


@pytest.mark.parametrize("is_list", [False, True])
def test_a_package_is_read_as_the_texts_that_it_binds(*, is_list: bool) -> None:
    texts = [{"uri": f"urn:{name}", "type": "text", "headline": name, "body_html": "<p>It is on.</p>"} for name in "AB"]
    bound = texts if is_list else {"main": texts[0], "side": texts[1]}
    package = {"uri": "urn:p", "type": "composite", "headline": "Package", "associations": bound}

    text = read(json.dumps(package).encode(), "a.json")

    assert (text.headline, text.body, [file.filename for file in text.enclosed]) == ("A", "It is on.", ["B.json"])


def test_authors_are_the_byline_where_it_is_empty() -> None:
    item = {"uri": "urn:x", "headline": "H", "byline": "", "authors": [{"name": "Anna Pell"}], "body_text": "It is on."}

    assert read(json.dumps(item).encode(), "a.json").byline == "Anna Pell"
