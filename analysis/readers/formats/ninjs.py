"""ninjs, news in JSON of the IPTC: 1.x with one field a form of the body, 2.x and 3.x with lists of them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from analysis.readers.bylines import bare_byline
from analysis.readers.encodings import decoded
from analysis.readers.formats import Format
from analysis.readers.formats.nitf import nitf_text
from analysis.readers.markup import html_root, xml_root
from analysis.readers.moments import day_of, moment_of
from analysis.readers.read_text import Enclosed, ReadText
from analysis.readers.refusals import Damaged, NestedTooDeep, WithoutText
from analysis.readers.wire import body_of_markup, body_of_text, looks_like_markup, pictures_left_out
from analysis.readers.wrapping import paragraphs

_NAME = "a ninjs item"
_OPENS = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_KEYS = re.compile(
    rb'"(?:headlines?|bod(?:y_[a-z0-9]+|ies)|descriptions?(?:_[a-z]+)?|version_?created|pubstatus|slugline)"\s*:', re.I
)
_IDENTIFIES = re.compile(rb'"(?:uri|guid|altids)"\s*:', re.I)
_LISTS = ("items", "item")
_WRAPPINGS = ("data", "item")  # of an agency's API around its item
_NOT_TEXT = {"picture", "photo", "graphic", "video", "audio", "animation", "component", "image"}
_DAYS = ("versioncreated", "contentcreated", "firstcreated", "firstpublished")
_MARKUP, _NITF, _PLAIN = 0, 1, 2  # the order in which forms of a body are preferred: paragraphs first
_INSTEAD = "Hand in a text item, or paste the text."
_MOST_ITEMS = 50
_DEEPEST = "hundreds"

Item = Mapping[str, Any]  # JSON of anybody: what a field holds is asked where it is read


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a body, `kind` the place in the order of preference."""

    kind: int
    text: str


def _recognises(content: bytes) -> bool:
    return bool(_OPENS.match(content) and _KEYS.search(content) and _IDENTIFIES.search(content))


def _read(content: bytes, filename: str) -> ReadText:
    items = _items(_decoded(content, filename))
    if not items:
        raise WithoutText(filename, found="a JSON document", instead=_INSTEAD)
    texts = [part for item in items if _is_text(item) for part in _parts(item)]
    if not texts:
        raise WithoutText(filename, found=f"a ninjs item of the kind “{_words(items[0], 'type')}”", instead=_INSTEAD)
    enclosed = tuple(
        Enclosed(f"{_headline(item) or 'item'}.json".replace("/", "-"), msgspec.json.encode(item))
        for item in texts[1:_MOST_ITEMS]
    )
    return replace(_text(texts[0], filename), enclosed=enclosed)


def _decoded(content: bytes, filename: str) -> Any:  # noqa: ANN401 - JSON of anybody
    try:
        return msgspec.json.decode((decoded(content) or "").lstrip("\ufeff"))
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise Damaged(filename, named=_NAME) from error
    except RecursionError as error:
        raise NestedTooDeep(filename, most=_DEEPEST) from error


def _items(document: Any) -> list[Item]:  # noqa: ANN401 - JSON of anybody
    """The item, or those of a list or a feed; the names of fields in lower case, since 3.0 writes versionCreated."""
    document = _unwrapped(document)
    if isinstance(document, dict):
        listed = next((document[key] for key in _LISTS if isinstance(document.get(key), list)), [document])
    else:
        listed = document if isinstance(document, list) else []
    return [_lowered(item) for one in listed if isinstance(item := _unwrapped(one), dict)]


def _unwrapped(document: Any) -> Any:  # noqa: ANN401 - JSON of anybody
    """The item inside the answer of an API, which says nothing itself."""
    for key in _WRAPPINGS:
        if isinstance(document, dict) and "headline" not in document and isinstance(document.get(key), dict):
            document = document[key]
    return document


def _is_text(item: Item) -> bool:
    return _words(item, "type").lower() not in _NOT_TEXT


def _parts(item: Item) -> list[Item]:
    """The item itself, or the texts that it binds together and has no words of its own beside."""
    bound = item.get("associations")  # by names in 1.x, a list from 2.0 on
    items = bound.values() if isinstance(bound, dict) else bound if isinstance(bound, list) else ()
    parts = [_lowered(one) for one in items if isinstance(one, dict)]
    texts = [part for part in parts if _is_text(part) and any(_forms(part))]
    return texts if texts and not any(_forms(item)) else [item]


def _lowered(item: Item) -> Item:
    return {str(key).lower(): value for key, value in item.items()}


def _text(item: Item, filename: str) -> ReadText:
    content = _content(item, filename)
    named = ReadText(
        body=content.body or "\n".join(paragraphs(_description(item))),
        headline=_headline(item) or content.headline,
        standfirst=content.standfirst,
        byline=bare_byline(_words(item, "byline") or _words(item, "by") or _authors(item)) or content.byline,
        dateline=_words(item, "dateline") or _words(item, "located") or content.dateline,
        dated=next((day for key in _DAYS if (day := day_of(_words(item, key)))), None) or content.dated,
        source=_source(item) or content.source,
        slug=_words(item, "slugline") or content.slug,
        embargoed_until=moment_of(_words(item, "embargoed")),
        title=_words(item, "title") or content.title,
        notes=tuple(_remarks(item, content)),
    )
    if not named.body and not named.headline:
        raise WithoutText(filename, found=_NAME, instead=_INSTEAD)
    return named


def _content(item: Item, filename: str) -> ReadText:
    for form in sorted(_forms(item), key=lambda form: form.kind):
        text = _form(form, filename)
        if text.body:
            return text
    return ReadText("")


def _forms(item: Item) -> Iterator[_Form]:
    """Every form of the body, by the names of 1.x and by the lists of 2.x and 3.x."""
    for key, value in item.items():
        if key.startswith("body_") and isinstance(value, str):
            yield _Form(_kind(key, value), value)
    for body in _listed(item, "bodies"):
        value = _words(body, "value", in_lines=True)
        yield _Form(_kind(f"{_words(body, 'role')} {_words(body, 'contenttype')}", value), value)


def _kind(named: str, value: str) -> int:
    named = named.lower()
    if "nitf" in named:
        return _NITF
    return _MARKUP if "html" in named or looks_like_markup(value) else _PLAIN


def _form(form: _Form, filename: str) -> ReadText:
    if form.kind == _PLAIN:
        return ReadText("\n".join(body_of_text(form.text, filename)))
    if form.kind == _NITF:
        return _nitf(form.text, filename)
    root = html_root(form.text, filename)
    notes = pictures_left_out([root]) if root is not None else ()
    return ReadText("\n".join(body_of_markup(form.text, filename)), notes=notes)


def _nitf(written: str, filename: str) -> ReadText:
    try:
        return nitf_text(xml_root(written.encode(), filename, named=_NAME))
    except Damaged:  # a dialect that is no XML: another form will do
        return ReadText("")


def _headline(item: Item) -> str:
    headlines = _listed(item, "headlines") or _listed(item, "headline")  # as in drafts of 2.0
    main = [headline for headline in headlines if _role(headline) in ("main", "")]
    return _words(item, "headline") or next((_words(headline, "value") for headline in main or headlines), "")


def _role(part: Item) -> str:
    return (_words(part, "role") or _words(part, "name")).lower()


def _authors(item: Item) -> str:
    """As Superdesk writes them beside an empty byline."""
    return " and ".join(name for author in _listed(item, "authors") if (name := _words(author, "name")))


def _description(item: Item) -> str:
    described = [_words(one, "value", in_lines=True) for one in _listed(item, "descriptions")]
    return _words(item, "description_text", in_lines=True) or next((words for words in described if words), "")


def _source(item: Item) -> str:
    sources = [*_listed(item, "infosources"), *_listed(item, "infosource")]
    named = _words(item, "source") or next((_words(source, "name") for source in sources), "")
    return named or _words(item, "copyrightholder")


def _remarks(item: Item, content: ReadText) -> Iterator[str]:
    yield from content.notes
    if not content.body and _description(item):
        yield "The file has no body: its summary was taken."
    if not content.body and not _description(item):
        yield "The file has no text besides its headline."
    if note := _words(item, "ednote"):
        yield f"A note to editors was left out: {note[:500]}"


def _listed(item: Item, key: str) -> list[Item]:
    value = item.get(key)
    return [_lowered(one) for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _words(item: Item, key: str, *, in_lines: bool = False) -> str:
    """The text of a field that holds one."""
    value = item.get(key)
    if not isinstance(value, str):
        return ""
    return value if in_lines else " ".join(value.split())


FORMAT = Format(_NAME, (".json", ".ninjs"), _recognises, _read)
