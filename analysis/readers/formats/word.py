"""Word documents (.docx): paragraphs, headings, lists, tables and notes, with tracked changes as if accepted.

Read part by part and paragraph by paragraph: libraries that build the whole document first take seconds and
hundreds of megabytes for a file that was made to hurt.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import basename, dirname, normpath

from lxml import etree

from analysis.readers.archives import ZIP, Archive, opened
from analysis.readers.formats import Format
from analysis.readers.markup import Element, attribute, found, local_name, words_in
from analysis.readers.properties import author_of
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import PasswordProtected

_NAME = "a Word document"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")  # ECMA-376 agile encryption, [MS-OFFCRYPTO] 2.3.4.4
# ECMA-376 transitional and ISO 29500 strict.
_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PARAGRAPHS = tuple(f"{{{namespace}}}p" for namespace in _NAMESPACES)
_RELATIONSHIPS = "_rels/.rels"
_HEADLINE_STYLES = ("title", "headline", "heading 1")
_STANDFIRST_STYLES = ("subtitle", "standfirst")
_CONTENTS_STYLE = "toc "
# What a run can hold besides text, and its plain form: a line break by hand ends a paragraph here.
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "-"}
_TEXTS = {"t"}  # WordprocessingML and the formulas of OfficeMath alike
_NOT_WORDS = {"del", "movefrom", "fallback", "rt", "ppr", "rpr", "txbxcontent"}
_REFERENCES = {"footnotereference": "footnotes", "endnotereference": "endnotes"}
_OFF = {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class _Line:
    """`goes_on` where the paragraph's end is a tracked deletion: the next one is its continuation."""

    text: str
    style: str
    goes_on: bool
    references: list[tuple[str, str]] = field(default_factory=list)


def _recognises(content: bytes) -> bool:
    if content.startswith(ZIP):
        return b"word/" in content or (b"[Content_Types].xml" in content and not _names_others(content))
    return _is_locked(content)


def _names_others(content: bytes) -> bool:
    return any(part in content for part in (b"xl/", b"ppt/", b"visio/"))


def _is_locked(content: bytes) -> bool:
    return content.startswith(_OLE) and _LOCKED_PART in content


def _read(content: bytes, filename: str) -> ReadText:
    if _is_locked(content):
        raise PasswordProtected(filename)
    archive = opened(content, filename, named=_NAME)
    main = _related(archive, _RELATIONSHIPS, "officeDocument", otherwise="word/document.xml")
    lines = _joined(_lines(archive, main))
    notes = list(_notes(archive, main, [reference for line in lines for reference in line.references]))
    return _as_text(archive, main, lines, notes)


def _as_text(archive: Archive, main: str, lines: list[_Line], notes: list[str]) -> ReadText:
    properties = archive.root(_related(archive, _RELATIONSHIPS, "core-properties", otherwise="docProps/core.xml"))
    title = words_in(properties, "title")
    above = [line.text for line in lines[:2]]
    styles = [line.style for line in lines[:2]]
    headline = above[0] if above and (styles[0] in _HEADLINE_STYLES or above[0] == title) else ""
    standfirst = above[1] if headline and len(above) > 1 and styles[1] in _STANDFIRST_STYLES else ""
    body = [line.text for line in lines[bool(headline) + bool(standfirst) :]]
    return ReadText(
        body="\n".join(part for text in [*body, *notes] for part in _by_hand(text)),
        headline=headline,
        standfirst=standfirst,
        author=author_of(words_in(properties, "creator")),
        notes=_remarks(archive, main),
    )


def _related(archive: Archive, relationships: str, kind: str, *, otherwise: str) -> str:
    """The part that a relationship of this kind names."""
    root = archive.root(relationships)
    folder = dirname(dirname(relationships))
    for relationship in () if root is None else found(root, "relationship"):
        if (relationship.get("Type") or "").endswith(f"/{kind}"):
            target = relationship.get("Target") or ""
            return target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}").lstrip("/")
    return otherwise


def _beside(archive: Archive, main: str, kind: str) -> Element | None:
    """The tree of footnotes, styles or comments that belong to the main part."""
    folder = dirname(main)
    relationships = f"{folder}/_rels/{basename(main)}.rels"
    return archive.root(_related(archive, relationships, kind, otherwise=f"{folder}/{kind}.xml"))


def _lines(archive: Archive, main: str) -> Iterator[_Line]:
    styles = _style_names(_beside(archive, main, "styles"))
    if not archive.has(main):
        archive.part(main)  # raises, in words
    for paragraph in archive.elements(main, *_PARAGRAPHS):
        if not _is_in_fallback(paragraph):
            line = _line(paragraph, styles)
            if not line.style.startswith(_CONTENTS_STYLE):
                yield line


def _is_in_fallback(paragraph: Element) -> bool:
    """Text boxes stand in the file twice, the second time for programs of 2007."""
    return any(local_name(above) == "fallback" for above in paragraph.iterancestors())


def _line(paragraph: Element, styles: dict[str, str]) -> _Line:
    properties = next((child for child in paragraph if local_name(child) == "ppr"), None)
    references: list[tuple[str, str]] = []
    text = "".join(_written(paragraph, references))
    if properties is None:
        return _Line(text, "", goes_on=False, references=references)
    style = next((styles.get(_value(inner), "") for inner in found(properties, "pStyle")), "")
    return _Line(text, style, goes_on=_has(properties, "del", "movefrom"), references=references)


def _written(paragraph: Element, references: list[tuple[str, str]]) -> Iterator[str]:
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, node in walk:
        name = local_name(node)
        if name in _NOT_WORDS or (name == "r" and _is_hidden(node)):
            walk.skip_subtree()
        elif name in _TEXTS:
            yield node.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name in _REFERENCES:
            references.append((_REFERENCES[name], attribute(node, "id")))


def _is_hidden(run: Element) -> bool:
    properties = next((child for child in run if local_name(child) == "rpr"), None)
    return properties is not None and _has(properties, "vanish")


def _has(properties: Element, *names: str) -> bool:
    return any(_value(inner) not in _OFF for inner in found(properties, *names))


def _value(element: Element) -> str:
    return attribute(element, "val")


def _style_names(styles: Element | None) -> dict[str, str]:
    """What people call each style, by its id."""
    if styles is None:
        return {}
    named = ((style, next(found(style, "name"), None)) for style in found(styles, "style"))
    return {attribute(style, "styleId"): _value(name).lower() for style, name in named if name is not None}


def _joined(lines: Iterator[_Line]) -> list[_Line]:
    """Lines with words in them; one whose end was deleted goes on in the next."""
    joined: list[_Line] = []
    before: _Line | None = None
    for line in lines:
        if before is not None:
            line = _Line(before.text + line.text, before.style, line.goes_on, before.references + line.references)
        before = line if line.goes_on else None
        joined += [] if line.goes_on else [line]
    joined += [before] if before is not None else []
    return [_Line(line.text.strip(), line.style, line.goes_on, line.references) for line in joined if line.text.strip()]


def _notes(archive: Archive, main: str, references: list[tuple[str, str]]) -> Iterator[str]:
    """The footnotes and endnotes that the text refers to, in its order."""
    trees = {kind: _beside(archive, main, kind) for kind, _ in references}
    for kind, number in references:
        tree = trees[kind]
        for note in () if tree is None else found(tree, kind.removesuffix("s")):
            if attribute(note, "id") == number:
                yield from ("".join(_written(paragraph, [])) for paragraph in found(note, "p"))


def _by_hand(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _remarks(archive: Archive, main: str) -> tuple[str, ...]:
    comments = _beside(archive, main, "comments")
    count = 0 if comments is None else sum(1 for _ in found(comments, "comment"))
    return (f"Comments in the margin were left out: {count}.",) if count else ()


FORMAT = Format(_NAME, (".docx", ".docm"), _recognises, _read)
