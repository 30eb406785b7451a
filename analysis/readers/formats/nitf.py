"""NITF, the news industry text format of the IPTC, 2.5 to 3.6."""

from datetime import date, datetime

from analysis.readers.bylines import bare_byline, is_sentence
from analysis.readers.formats import Format
from analysis.readers.markup import Element, first, found, is_closed, root_name, words_in, words_of, xml_root
from analysis.readers.moments import day_of, moment_of
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import Damaged
from analysis.readers.wire import body_of, parts_of, pictures_left_out, standfirst_of

_NAME = "an NITF item"
_ROOT = "nitf"
_DAYS = (("story.date", "norm"), ("date.issue", "norm"), ("date.release", "norm"), ("pubdata", "date.publication"))
_SLUGS = (("keyword", "key"), ("keyword", "content"), ("du-key", "key"))


def _recognises(content: bytes) -> bool:
    return root_name(content) == _ROOT


def _read(content: bytes, filename: str) -> ReadText:
    if not is_closed(content, _ROOT):
        raise Damaged(filename, named=_NAME)
    return nitf_text(xml_root(content, filename, named=_NAME))


def nitf_text(root: Element) -> ReadText:
    """What an NITF document says, alone or inside another item."""
    content, head = first(root, "body.content"), first(root, "body.head")
    body = "\n".join(body_of(root if content is None else content))
    headline, byline = words_in(root, "hl1", "hedline"), bare_byline(parts_of(_byline(root)))
    below = (words_in(head, "abstract"), byline if is_sentence(byline) else "", words_in(head, "hl2"))
    return ReadText(
        body=body,
        headline=headline,
        standfirst=standfirst_of(below, headline=headline, body=body),
        byline="" if is_sentence(byline) else byline,
        dateline=_dateline(root),
        dated=_dated(root),
        source=_source(root),
        slug=_slug(root),
        embargoed_until=_embargo(root),
        title=words_in(first(root, "head"), "title"),
        notes=pictures_left_out([root]),
    )


def _byline(root: Element) -> Element | None:
    return next((byline for byline in found(root, "byline") if words_of(byline)), None)


def _dateline(root: Element) -> str:
    dateline = next((line for line in found(root, "dateline") if parts_of(line)), None)
    return parts_of(dateline)


def _dated(root: Element) -> date | None:
    days = (day_of(element.get(key) or "") for name, key in _DAYS for element in found(root, name))
    return next((day for day in days if day), None)


def _source(root: Element) -> str:
    said = words_in(first(root, "body.head"), "distributor", "rights.owner")
    holder = next((element.get("holder") or "" for element in found(root, "doc.copyright")), "")
    return said or holder.split(". ")[0].rstrip(".")


def _slug(root: Element) -> str:
    """The first keyword or key of the head."""
    written = (element.get(key) or "" for name, key in _SLUGS for element in found(root, name))
    metas = (meta.get("content") or "" for meta in found(root, "meta") if meta.get("name") in ("slug", "anpa-keyword"))
    return next((" ".join(words.split()) for words in (*metas, *written) if words.strip()), "")


def _embargo(root: Element) -> datetime | None:
    """The release, where it is later than the issue."""
    issued, released = (
        next((moment_of(element.get("norm") or "") for element in found(root, name)), None)
        for name in ("date.issue", "date.release")
    )
    return released if issued and released and released > issued else None


FORMAT = Format(_NAME, (".nitf", ".xml"), _recognises, _read)
