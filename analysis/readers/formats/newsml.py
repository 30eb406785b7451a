"""NewsML 1.0 to 1.2, the IPTC's older wrapping: the first item's text, and further ones as files of their own."""

from dataclasses import replace
from datetime import date

from lxml import etree

from analysis.readers.formats import Format
from analysis.readers.formats.nitf import nitf_text
from analysis.readers.furniture import bare_byline
from analysis.readers.markup import (
    Element,
    attribute,
    first,
    found,
    is_closed,
    local_name,
    root_name,
    words_in,
    words_of,
    xml_root,
)
from analysis.readers.moments import day_of
from analysis.readers.read_text import Enclosed, ReadText
from analysis.readers.refusals import Damaged, WithoutText
from analysis.readers.wire import body_of, body_of_text

_NAME = "a NewsML item"
_ROOT = "newsml"
_DAYS = ("ThisRevisionCreated", "FirstCreated", "DateAndTime", "DateId")
_PICTURES = ("photo", "picture", "graphic", "image", "video", "audio", "sound", "icon")
_NOT_BODY = {"title", "headline", "caption", "keyword"}  # roles of parts that stand beside the text
_INSTEAD = "Hand in a text item, or paste the text."
_MOST_ITEMS = 50


def _recognises(content: bytes) -> bool:
    return root_name(content) == _ROOT


def _read(content: bytes, filename: str) -> ReadText:
    if not is_closed(content, _ROOT):
        raise Damaged(filename, named=_NAME)
    root = xml_root(content, filename, named=_NAME)
    items = [item for item in root if local_name(item) == "newsitem"]
    texts = [(item, text) for item in items if (text := _item(item, filename)).body]
    if not texts:
        raise WithoutText(filename, found="a NewsML item", instead=_INSTEAD)
    first_text = texts[0][1]
    enclosed = tuple(Enclosed(f"{text.headline or 'item'}.xml", _alone(item)) for item, text in texts[1:_MOST_ITEMS])
    dated = first_text.dated or _dated(root)
    return replace(first_text, dated=dated, enclosed=enclosed)


def _alone(item: Element) -> bytes:
    return b"<NewsML>" + etree.tostring(item, with_tail=False) + b"</NewsML>"


def _item(item: Element, filename: str) -> ReadText:
    content = _content(item, filename)
    return ReadText(
        body=content.body,
        headline=words_in(item, "HeadLine") or content.headline,
        standfirst=words_in(item, "SubHeadLine") or content.standfirst,
        byline=bare_byline(words_in(item, "ByLine")) or content.byline,
        dateline=words_in(item, "DateLine") or content.dateline,
        dated=_dated(item) or content.dated,
        source=_party(item, "Provider") or _party(item, "Source") or words_in(item, "ProviderId"),
        slug=words_in(item, "SlugLine", "NameLabel") or content.slug,
        notes=content.notes,
    )


def _content(item: Element, filename: str) -> ReadText:
    """The parts of its first text, lead and body; the same in other languages stands beside it. NITF says more."""
    parts = [part for part in found(item, "ContentItem") if not _is_picture(part) and _role(part) not in _NOT_BODY]
    texts = [(_language(part), text) for part in parts if (text := _part(first(part, "DataContent"), filename)).body]
    if not texts or any(picture in _kind(item) for picture in _PICTURES):
        return ReadText("")
    own = [text for language, text in texts if language == texts[0][0]]
    others = len(texts) - len(own)
    notes = (f"Parts in other languages were left out: {others}.",) if others else ()
    return replace(own[0], body="\n".join(text.body for text in own), notes=(*own[0].notes, *notes))


def _kind(item: Element) -> str:
    """What it is as a whole, "news" or "audio_bulletin"."""
    return next((kind.get("FormalName") or "" for kind in found(item, "NewsItemType")), "").lower()


def _role(part: Element) -> str:
    """Of the component that holds just this part."""
    above = part.getparent()
    roles = (
        (child.get("FormalName") or "" for child in above if local_name(child) == "role") if above is not None else ()
    )
    return next(iter(roles), "").lower()


def _language(part: Element) -> str:
    around = (attribute(above, "lang") for above in part.iterancestors())
    return next((language for language in around if language), "")


def _is_picture(part: Element) -> bool:
    kinds = [element.get("FormalName") or "" for element in found(part, "MediaType", "MimeType", "Format")]
    return any(picture in kind.lower() for kind in kinds for picture in _PICTURES)


def _part(content: Element | None, filename: str) -> ReadText:
    if content is None:
        return ReadText("")
    nitf = first(content, "nitf")
    if nitf is not None:
        return nitf_text(nitf)
    if len(content):
        return ReadText("\n".join(body_of(content)))
    return ReadText("\n".join(body_of_text(content.text or "", filename)))


def _dated(element: Element) -> date | None:
    days = (day_of(words_of(inner)) for name in _DAYS for inner in found(element, name))
    return next((day for day in days if day), None)


def _party(item: Element, kind: str) -> str:
    parties = (party.get("FormalName") or "" for element in found(item, kind) for party in found(element, "Party"))
    return next((name for name in parties if name), "")


FORMAT = Format(_NAME, (".xml",), _recognises, _read)
