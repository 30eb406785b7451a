"""Web pages: the article and what the page says of itself, without what stands around it."""

import json
from datetime import date

import pytest

from analysis.readers import Damaged, DefinesEntities, NestedTooDeep, TooDemanding, read

STORY = "<p>The council has approved the bridge over the Wend.</p><p>Work starts in May, and cars will pay a pound.</p>"
LINES = "The council has approved the bridge over the Wend.\nWork starts in May, and cars will pay a pound."
NEWS = {
    "@type": "NewsArticle",
    "headline": "Council backs bridge",
    "author": [{"name": "Anna Pell"}, {"name": "Tom Reyes"}],
    "datePublished": "2026-03-03T08:15:00Z",
    "publisher": {"name": "Marstow Echo"},
}


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>Bridge | Echo</title>{head}</head><body>{body}</body></html>".encode()


def json_ld(about: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(about)}</script>'


@pytest.mark.parametrize(
    "around",
    [
        "<nav><a>Home</a></nav>{}",
        "{}<footer><ul><li><a>Terms</a></li><li><a>Privacy</a></li><li><a>Help</a></li></ul></footer>",
        "<aside>Read also</aside>{}<script>track()</script>",
        "<div class='share-bar'>Share</div>{}<section id='comments'><p>First!</p></section>",
        "<div class='cookie-consent'>We use cookies</div>{}",
        "{}<figure><img><figcaption>The bridge. Photo: Ed Roe</figcaption></figure>",
        "<div hidden>Menu</div>{}<p style='display:none'>Secret</p>",
        "<main><article>{}</article></main><div><p>Most read today</p></div>",
        "<div class='gdpr-notice'><p>We use cookies</p></div>{}",
        "<div role='dialog'><p>We value your privacy</p></div>{}<div role='complementary'><p>Most read</p></div>",
        "<div><div>{}</div></div><footer><p>© 2026 Marstow Echo</p></footer>",
        "<article><p>Transport</p><h1>Council backs bridge</h1>{}</article>",
    ],
)
def test_what_stands_around_a_story_is_left_out(around: str) -> None:
    assert read(page(around.format(STORY)), "a.html").body == LINES


def test_json_ld_says_headline_byline_date_and_source() -> None:
    text = read(page(f"<article><h1>Council backs bridge</h1>{STORY}</article>", json_ld({"@graph": [NEWS]})), "a.html")

    assert (text.headline, text.byline) == ("Council backs bridge", "Anna Pell and Tom Reyes")
    assert (text.dated, text.source, text.body) == (date(2026, 3, 3), "Marstow Echo", LINES)


def test_meta_elements_say_it_where_json_ld_does_not() -> None:
    metas = (
        '<meta property="og:title" content="Council backs bridge | Echo"><meta property="og:site_name" content="Echo">'
        '<meta property="article:published_time" content="2026-03-03"><meta name="author" content="By Anna Pell">'
    )

    text = read(page(f"<article>{STORY}</article>", metas), "a.html")

    assert (text.headline, text.byline, text.dated) == ("Council backs bridge", "Anna Pell", date(2026, 3, 3))
    assert text.source == "Echo"


def test_visible_furniture_is_taken_off_the_text() -> None:
    top = "<h1>Council backs bridge</h1><p>By Anna Pell</p><time datetime='2026-03-03'>3 March 2026</time>"
    body = f"<article>{top}{STORY}</article>"

    text = read(page(body), "a.html")

    assert (text.headline, text.byline, text.dated, text.body) == (
        "Council backs bridge",
        "Anna Pell",
        date(2026, 3, 3),
        LINES,
    )


def test_lists_headings_cells_and_breaks_are_paragraphs() -> None:
    table = "<table><tr><td>Vans</td><td>£2</td></tr></table>"
    body = f"<h2>What it costs, and whom</h2><ul><li>Cars: £1.</li></ul>{table}a<br>b"

    assert read(page(f"{STORY}{body}"), "a.html").body.split("\n")[2:] == [
        "What it costs, and whom",
        "Cars: £1.",
        "Vans",
        "£2",
        "a",
        "b",
    ]


def test_a_page_may_be_in_the_encoding_that_it_names() -> None:
    content = page("<p>The café isn’t shut.</p>", '<meta charset="windows-1252">').decode().encode("cp1252")

    assert read(content, "a.html").body == "The café isn’t shut."


def test_a_fragment_is_a_page() -> None:
    assert read(STORY.encode(), "a.html").body == LINES


def test_a_page_that_breaks_off_is_damaged() -> None:
    whole = page(STORY)

    with pytest.raises(Damaged, match="calls itself a web page"):
        read(whole[: len(whole) // 2], "a.html")


def test_pages_that_are_bombs_are_not_opened() -> None:
    with pytest.raises(DefinesEntities):
        read(b'<!DOCTYPE html [<!ENTITY a "aaa">]>' + page("&a;"), "a.html")
    with pytest.raises(NestedTooDeep):
        read(page("<div>" * 100_000), "a.html")
    with pytest.raises(TooDemanding):
        read(page("<div " + " ".join(f"a{number}=b" for number in range(50_000)) + ">"), "a.html")


def test_a_word_that_stands_in_two_spans_is_one_word() -> None:
    words = "<span class='c1'>The council has appr</span><span class='c2 c4'>oved £</span><span class='c1'>4m.</span>"

    assert read(page(f"<p>{words}</p>"), "a.html").body == "The council has approved £4m."


def test_a_live_page_is_read_with_all_its_updates() -> None:
    updates = [f"<article><h2>Update {number}</h2>{STORY}</article>" for number in (1, 2)]

    text = read(page(f"<main><h1>Bridge vote – live</h1>{''.join(updates)}</main>"), "a.html")

    assert (text.headline, text.body) == ("Bridge vote – live", f"Update 1\n{LINES}\nUpdate 2\n{LINES}")


def test_a_story_beside_a_teaser_is_read_alone() -> None:
    pages = f"<main><article><h1>Council backs bridge</h1>{STORY}</article><article><p>Teaser</p></article></main>"

    assert read(page(pages), "a.html").body == LINES


@pytest.mark.parametrize(
    "marked",
    [
        "<a rel='author' href='/a'>Anna Pell</a>",
        "<p class='byline'>By Anna Pell</p>",
        "<i itemprop='author'>Anna Pell</i>",
    ],
)
def test_the_name_that_a_page_marks_as_its_writers_is_the_byline(marked: str) -> None:
    assert read(page(f"<div>{marked}</div><article>{STORY}</article>"), "a.html").byline == "Anna Pell"
