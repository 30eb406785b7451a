"""NewsML-G2, the IPTC's wrapping of news items: the first text item, and further ones as files of their own."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from datetime import date, datetime

from lxml import etree

from analysis.readers.bylines import bare_byline, is_name
from analysis.readers.formats import Format
from analysis.readers.formats.nitf import nitf_text
from analysis.readers.markup import (
    Element,
    first,
    found,
    is_closed,
    local_name,
    narrowed,
    root_name,
    words_in,
    words_of,
    xml_root,
)
from analysis.readers.moments import day_of, moment_of
from analysis.readers.read_text import Enclosed, ReadText
from analysis.readers.refusals import Damaged, WithoutText
from analysis.readers.wire import body_of, body_of_text, parts_of, pictures_left_out, standfirst_of

_NAME = "a NewsML-G2 item"
_ROOTS = {"newsitem", "newsmessage", "packageitem", "planningitem", "conceptitem", "knowledgeitem"}
_NAMESPACE = b"iptc.org/std/nar/"
_TEXT_CLASSES = {"text", "composite", ""}
# The day on which the words were last touched, before the day on which the item was sent.
_DAYS = ("contentModified", "contentCreated", "versionCreated", "firstCreated", "sent")
_SUB_HEADLINE = "subheadline"
_OTHER_ITEMS = {"packageitem": "a package of items", "planningitem": "a plan of coverage"}
_INSTEAD = "Hand in a text item, or paste the text."
_MOST_ITEMS = 50


def _recognises(content: bytes) -> bool:
    root = root_name(content)
    return root in _ROOTS - {"newsitem"} or (root == "newsitem" and _NAMESPACE in narrowed(content))


def _read(content: bytes, filename: str) -> ReadText:
    if not is_closed(content, root_name(content)):
        raise Damaged(filename, named=_NAME)
    root = xml_root(content, filename, named=_NAME)
    items = list(found(root, "newsItem"))
    texts = [item for item in items if _class_of(item) in _TEXT_CLASSES]
    if not texts:
        raise WithoutText(filename, found=_kind_of(root, items), instead=_INSTEAD)
    further = [item for item in texts[1:_MOST_ITEMS] if words_in(item, "contentSet")]
    enclosed = tuple(Enclosed(_filename(item), etree.tostring(copy(item))) for item in further)
    return replace(_item(texts[0], filename), enclosed=enclosed)


def _filename(item: Element) -> str:
    return f"{words_in(item, 'headline') or words_in(item, 'slugline') or 'item'}.xml".replace("/", "-")


def _class_of(item: Element) -> str:
    """The kind of the item: text, picture, audio …"""
    classes = (element.get("qcode") or element.get("uri") or "" for element in found(item, "itemClass"))
    return next(classes, "").replace("/", ":").rpartition(":")[2].lower()


def _kind_of(root: Element, items: list[Element]) -> str:
    if items:
        return f"a NewsML-G2 item of the kind “{_class_of(items[0])}”"
    others = (_OTHER_ITEMS.get(local_name(element)) for element in root.iter())
    return f"{next((kind for kind in others if kind), 'a message')} in NewsML-G2"


def _item(item: Element, filename: str) -> ReadText:
    about = first(item, "contentMeta")
    content = _content(item, filename)
    headlines = list(found(about, "headline")) if about is not None else []
    main = [words_of(line) for line in headlines if _SUB_HEADLINE not in (line.get("role") or "").lower()]
    sub = [words_of(line) for line in headlines if _SUB_HEADLINE in (line.get("role") or "").lower()]
    headline = next(iter(main), "") or content.headline
    own = ReadText(
        body=content.body,
        headline=headline,
        standfirst=standfirst_of([*sub, content.standfirst], headline=headline, body=content.body),
        byline=_byline(about) or content.byline,
        dateline=_dateline(about) or content.dateline,
        dated=_dated(item),
        source=_source(item, about),
        slug=words_in(about, "slugline"),
        embargoed_until=_embargo(item),
        title=content.title,
        notes=(*content.notes, *_remarks(item)),
    )
    return own if own.body else replace(own, notes=(*own.notes, "The file has no text besides its headline."))


def _content(item: Element, filename: str) -> ReadText:
    """The first of the content's forms that has words: NITF and XHTML before plain text."""
    forms = [*found(item, "inlineXML"), *found(item, "inlineData")]
    return next((text for form in forms if (text := _form(form, filename)).body), ReadText(""))


def _form(form: Element, filename: str) -> ReadText:
    nitf = first(form, "nitf")
    if nitf is not None:
        return nitf_text(nitf)
    if len(form):
        byline = bare_byline(parts_of(first(form, "byline")))  # of TT
        return ReadText("\n".join(body_of(form)), byline=byline, notes=pictures_left_out([form]))
    return ReadText("\n".join(body_of_text(form.text or "", filename)))


def _byline(about: Element | None) -> str:
    """Who is printed as the author; a creator only where a person is named, since it may be any system."""
    if about is None:
        return ""
    printed = bare_byline(words_in(about, "by"))
    creators = (words_in(creator, "name") for creator in found(about, "creator"))
    return printed or next((name for name in creators if is_name(name)), "")


def _dateline(about: Element | None) -> str:
    located = next(found(about, "located"), None) if about is not None else None
    place = words_in(located, "name") if located is not None else ""
    literal = (located.get("literal") or "") if located is not None else ""
    return words_in(about, "dateline") or place or literal


def _dated(item: Element) -> date | None:
    days = (day_of(words_of(element)) for name in _DAYS for element in found(item, name))
    return next((day for day in days if day), None)


def _source(item: Element, about: Element | None) -> str:
    credit = words_in(about, "creditline").strip("–- ")
    return credit or next(_named(about, "infoSource"), "") or next(_named(item, "provider"), "")


def _named(element: Element | None, kind: str) -> Iterator[str]:
    for party in () if element is None else found(element, kind):
        name = words_in(party, "name") or party.get("literal") or ""
        if name:
            yield name


def _embargo(item: Element) -> datetime | None:
    return moment_of(words_in(first(item, "itemMeta"), "embargoed"))


def _remarks(item: Element) -> Iterator[str]:
    embargo = words_in(first(item, "itemMeta"), "embargoed")
    if embargo and not moment_of(embargo):
        yield f"The file is under embargo until “{embargo}”, without a time zone."
    for note in found(item, "edNote"):
        if words := words_of(note):
            yield f"A note to editors was left out: {words[:500]}"


FORMAT = Format(_NAME, (".xml",), _recognises, _read)
