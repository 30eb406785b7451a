"""OpenDocument texts (.odt): paragraphs, headings, lists, tables and notes, with tracked changes as if accepted."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from analysis.readers.archives import ZIP, Archive, first_bytes_of, opened
from analysis.readers.formats import Format
from analysis.readers.markup import Element, attribute, found, local_name, words_in
from analysis.readers.properties import author_of
from analysis.readers.read_text import ReadText

_NAME = "an OpenDocument text"
_TYPE = b"application/vnd.oasis.opendocument.text"
_TYPE_PART = "mimetype"
_MARK = _TYPE_PART.encode() + _TYPE  # OpenDocument 1.3 part 2, 3.3: first and unpacked
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_PARAGRAPHS = (f"{{{_TEXT}}}p", f"{{{_TEXT}}}h")
_CONTENT = "content.xml"
_HEADLINE_STYLES = ("title", "headline", "heading_20_1")
_STANDFIRST_STYLES = ("subtitle", "standfirst")
# What stands in a paragraph and is none of its words: notes and comments have paragraphs of their own.
_NOT_WORDS = {"note", "annotation", "hidden-text", "title", "desc", "ruby-text", "p", "h", "tracked-changes"}
_NOT_TEXT = {"tracked-changes", "annotation", "index-body", "fallback", "hidden-paragraph"}
_NOTE = "note-body"


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    style: str
    is_note: bool


def _recognises(content: bytes) -> bool:
    return content.startswith(ZIP) and (_MARK in content[:200] or _is_packed_anew(content))


def _is_packed_anew(content: bytes) -> bool:
    """By a program for archives, which puts the parts in the order of their names and packs every one of them."""
    if _TYPE_PART.encode() not in content or _CONTENT.encode() not in content:
        return False
    return first_bytes_of(content, _TYPE_PART, len(_TYPE)) == _TYPE


def _read(content: bytes, filename: str) -> ReadText:
    archive = opened(content, filename, named=_NAME)
    hidden, parents = _styles(archive)
    comments: list[str] = []
    lines = [line for line in _lines(archive, hidden, comments) if line.text]
    text = [line for line in lines if not line.is_note]
    notes = [line.text for line in lines if line.is_note]
    return _as_text(archive, text, notes, parents, comments=len(comments))


def _as_text(
    archive: Archive, lines: list[_Line], notes: list[str], parents: dict[str, str], *, comments: int
) -> ReadText:
    meta = archive.root("meta.xml")
    styles = [parents.get(line.style, line.style).lower() for line in lines[:2]]
    is_title = bool(lines) and (styles[0] in _HEADLINE_STYLES or lines[0].text == words_in(meta, "title"))
    has_standfirst = is_title and len(lines) > 1 and styles[1] in _STANDFIRST_STYLES
    body = [line.text for line in lines[is_title + has_standfirst :]]
    return ReadText(
        body="\n".join(part.strip() for text in [*body, *notes] for part in text.split("\n") if part.strip()),
        headline=lines[0].text if is_title else "",
        standfirst=lines[1].text if has_standfirst else "",
        author=author_of(words_in(meta, "creator", "initial-creator")),
        notes=(f"Comments in the margin were left out: {comments}.",) if comments else (),
    )


def _styles(archive: Archive) -> tuple[set[str], dict[str, str]]:
    """The styles whose text is hidden, and for automatic styles the one that each rests on."""
    hidden: set[str] = set()
    parents: dict[str, str] = {}
    for part in (_CONTENT, "styles.xml"):
        for style in archive.elements(part, "{*}style") if archive.has(part) else ():
            name, parent = attribute(style, "name"), attribute(style, "parent-style-name")
            if any(attribute(inner, "display") == "none" for inner in found(style, "text-properties")):
                hidden.add(name)
            if parent:
                parents[name] = parent
    return hidden, parents


def _lines(archive: Archive, hidden: set[str], comments: list[str]) -> Iterator[_Line]:
    for paragraph in archive.elements(_CONTENT, *_PARAGRAPHS):
        around = [local_name(above) for above in paragraph.iterancestors()]
        if "annotation" in around:
            comments.append("")
        if _NOT_TEXT.isdisjoint(around):
            style = attribute(paragraph, "style-name")
            text = "" if style in hidden else "".join(_written(paragraph, hidden)).strip()
            yield _Line(text, style, is_note=_NOTE in around)


def _written(paragraph: Element, hidden: set[str]) -> Iterator[str]:
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            yield _blanks(node.tail) if node is not paragraph else ""
        elif node is not paragraph and (local_name(node) in _NOT_WORDS or attribute(node, "style-name") in hidden):
            walk.skip_subtree()
        else:
            yield _sign(node) + _blanks(node.text)


def _sign(node: Element) -> str:
    """The blanks and breaks that OpenDocument writes as elements."""
    match local_name(node):
        case "s":
            count = attribute(node, "c")
            return " " * min(int(count), 100) if count.isdigit() else " "
        case "tab":
            return "\t"
        case "line-break":
            return "\n"
        case _:
            return ""


def _blanks(text: str | None) -> str:
    return " ".join(f"|{text}|".split())[1:-1] if text else ""


FORMAT = Format(_NAME, (".odt", ".ott"), _recognises, _read)
