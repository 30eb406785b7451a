"""NewsML 1.0 to 1.2, the IPTC's older wrapping: the first item's text, and further ones as files of their own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import islice

from lxml import etree

from analysis.readers.bylines import bare_byline
from analysis.readers.formats import Format
from analysis.readers.formats.nitf import nitf_text
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
from analysis.readers.moments import day_of, moment_of
from analysis.readers.read_text import Enclosed, ReadText
from analysis.readers.refusals import Damaged, WithoutText
from analysis.readers.wire import body_of, body_of_text, standfirst_of

_NAME = "a NewsML item"
_ROOT = "newsml"
_DAYS = ("ThisRevisionCreated", "FirstCreated", "DateAndTime", "DateId")
_PICTURES = ("photo", "picture", "graphic", "image", "video", "audio", "sound", "icon", "clip")
_BELOW_HEADLINE = {"subheadline", "abstract"}  # roles of parts, here and below
_NOT_BODY = _BELOW_HEADLINE | {"title", "headline", "caption", "keyword", "stylesheet"}
_BEHIND = {"contact"}
_EMBARGOED = "embargoed"
_INSTEAD = "Hand in a text item, or paste the text."
_MOST_ITEMS = 50
_ROLE_WITHIN = 20  # elements, so that a component of very many parts is not gone through for each of them


def _recognises(content: bytes) -> bool:
    return root_name(content) == _ROOT


def _read(content: bytes, filename: str) -> ReadText:
    if not is_closed(content, _ROOT):
        raise Damaged(filename, named=_NAME)
    root = xml_root(content, filename, named=_NAME)
    items = [item for item in root if local_name(item) == "newsitem"]
    read = [(item, _item(item, filename)) for item in items if not _is_recording(item)]
    texts = [one for one in read if one[1].body] or [one for one in read if one[1].headline][:1]
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
    headline = words_in(item, "HeadLine") or content.headline
    below = (words_in(item, "SubHeadLine"), content.standfirst, *_below(item, filename))
    return ReadText(
        body=content.body,
        headline=headline,
        standfirst=standfirst_of(below, headline=headline, body=content.body),
        byline=bare_byline(words_in(item, "ByLine")) or content.byline,
        dateline=words_in(item, "DateLine") or content.dateline,
        dated=_dated(item) or content.dated,
        source=_party(item, "Provider") or _party(item, "Source") or words_in(item, "ProviderId"),
        slug=words_in(item, "SlugLine", "NameLabel") or content.slug,
        embargoed_until=_embargo(item),
        title=content.title,
        notes=(*content.notes, *_remarks(item, content)),
    )


def _is_embargoed(item: Element) -> bool:
    return any((status.get("FormalName") or "").lower() == _EMBARGOED for status in found(item, "Status"))


def _embargo(item: Element) -> datetime | None:
    return moment_of(words_in(first(item, "StatusWillChange"), "DateAndTime")) if _is_embargoed(item) else None


def _remarks(item: Element, content: ReadText) -> Iterator[str]:
    said = next((words for comment in found(item, "Comment") if "mbargo" in (words := words_of(comment))), "")
    if _is_embargoed(item) and not _embargo(item):
        yield f"The file is under embargo: “{said or 'without a time'}”."
    if not content.body:
        yield "The file has no text besides its headline."


def _content(item: Element, filename: str) -> ReadText:
    """The parts of its first text, lead and body; the same in other languages stands beside it. NITF says more."""
    parts = [part for part in found(item, "ContentItem") if not _is_picture(part) and _role(part) not in _NOT_BODY]
    parts.sort(key=lambda part: _role(part) in _BEHIND)
    texts = [(_language(part), text) for part in parts if (text := _part(first(part, "DataContent"), filename)).body]
    if not texts:
        return ReadText("")
    own = [text for language, text in texts if language == texts[0][0]]
    others = len(texts) - len(own)
    notes = (f"Parts in other languages were left out: {others}.",) if others else ()
    return replace(own[0], body="\n".join(text.body for text in own), notes=(*own[0].notes, *notes))


def _below(item: Element, filename: str) -> Iterator[str]:
    """What press releases keep for the place under the headline, each in a part of its own."""
    parts = (part for part in found(item, "ContentItem") if _role(part) in _BELOW_HEADLINE)
    return (_part(first(part, "DataContent"), filename).body.replace("\n", " ") for part in parts)


def _is_recording(item: Element) -> bool:
    """Whether it is sent for its pictures or sound, or has nothing else."""
    parts = list(found(item, "ContentItem"))
    only_pictures = bool(parts) and all(map(_is_picture, parts))
    return only_pictures or any(picture in _kind(item) for picture in _PICTURES)


def _kind(item: Element) -> str:
    """What it is as a whole, "news" or "audio_bulletin"."""
    return next((kind.get("FormalName") or "" for kind in found(item, "NewsItemType")), "").lower()


def _role(part: Element) -> str:
    """Of the component that holds just this part."""
    return next(_roles(part.getparent()), "")


def _roles(component: Element | None) -> Iterator[str]:
    """Of the component itself, near its beginning; those inside of it have their own."""
    children = () if component is None else islice(component, _ROLE_WITHIN)
    return ((child.get("FormalName") or "").lower() for child in children if local_name(child) == "role")


def _language(part: Element) -> str:
    around = (attribute(above, "lang") for above in part.iterancestors())
    return next((language for language in around if language), "")


def _is_picture(part: Element) -> bool:
    """By what it says of itself, or by the part that it plays: words about a recording are no story."""
    kinds = [element.get("FormalName") or "" for element in found(part, "MediaType", "MimeType", "Format")]
    roles = [role for above in part.iterancestors() for role in _roles(above)]
    return any(picture in kind.lower() for kind in (*kinds, *roles) for picture in _PICTURES)


def _part(content: Element | None, filename: str) -> ReadText:
    if content is None:
        return ReadText("")
    nitf = first(content, "nitf")
    if nitf is not None:
        return nitf_text(nitf)
    inner = first(content, "body.content", "body")
    if inner is not None and not len(inner):
        return ReadText("\n".join(body_of_text(inner.text or "", filename)))
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
