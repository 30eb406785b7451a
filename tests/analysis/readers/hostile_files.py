"""Files made to hurt, each with the refusal that it must end in."""

import json
from collections.abc import Callable
from os import urandom

from analysis.readers import (
    Damaged,
    DefinesEntities,
    NestedTooDeep,
    Refused,
    SwellsWhenOpened,
    TooDemanding,
    TooLong,
)
from tests.analysis.readers.open_document_files import open_document, paragraph
from tests.analysis.readers.pdf_files import pdf_of_streams
from tests.analysis.readers.word_files import archive, plain, word_file

LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
ATTRIBUTES = " ".join(f"a{number}='b'" for number in range(300_000))
NOISE = {f"word/media/{number}": urandom(9_000).hex() for number in range(20)}  # so that it swells little enough
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def swollen(inside: str) -> bytes:
    """A Word document that declares no more than it may, and is made of nothing else than this."""
    document = f"<w:document {WORD}><w:body>{inside}</w:body></w:document>"
    return archive({"[Content_Types].xml": "", "word/document.xml": document} | NOISE)


HOSTILE: dict[str, tuple[Callable[[], bytes], type[Refused]]] = {
    "bomb.docx": (lambda: word_file(plain("a" * 60_000_000)), SwellsWhenOpened),
    "bomb.odt": (lambda: open_document(paragraph("a" * 9_000_000)), SwellsWhenOpened),
    "members.docx": (lambda: archive({f"word/{number}": "" for number in range(9_000)}), SwellsWhenOpened),
    "empty-paragraphs.docx": (lambda: swollen("<w:p/>" * 3_000_000), TooDemanding),
    "one-paragraph.docx": (lambda: swollen(f"<w:p>{'<w:r/>' * 3_000_000}</w:p>"), TooDemanding),
    "empty-rows.docx": (lambda: swollen("<w:tr/>" * 2_700_000), TooDemanding),
    "laughs.docx": (lambda: archive({"word/document.xml": f"<!DOCTYPE d [{LAUGHS}]><d>&e11;</d>"}), DefinesEntities),
    "laughs.xml": (lambda: f"<!DOCTYPE d [{LAUGHS}]><nitf>&e11;</nitf>".encode(), DefinesEntities),
    "laughs.odt": (lambda: open_document("&e11;", before=f"<!DOCTYPE d [{LAUGHS}]>"), DefinesEntities),
    "deep.xml": (lambda: b"<nitf><body>" + b"<b>" * 500_000 + b"</body></nitf>", NestedTooDeep),
    "deep.html": (lambda: b"<html><body>" + b"<div>" * 500_000 + b"</html>", NestedTooDeep),
    "deep.docx": (lambda: swollen("<w:sdt>" * 100_000), NestedTooDeep),
    "deep.rtf": (lambda: rb"{\rtf1 " + b"{" * 500_000, NestedTooDeep),
    "deep.json": (lambda: b'{"uri": "u", "headline": "h", "a": ' + b"[" * 500_000, NestedTooDeep),
    "deep-page.json": (lambda: json.dumps({"uri": "u", "body_html": "<b>" * 500_000}).encode(), NestedTooDeep),
    "many.xml": (lambda: b"<nitf><body>" + b"<p>a</p>" * 2_000_000 + b"</body></nitf>", TooDemanding),
    "attributes.xml": (lambda: f"<nitf {ATTRIBUTES}></nitf>".encode(), TooDemanding),
    "endless.html": (lambda: b"<html><body>" + b"<p>x</p>" * 1_500_000 + b"</html>", TooLong),
    "groups.rtf": (lambda: rb"{\rtf1 " + rb"{\b a}" * 2_000_000 + b"}", TooDemanding),
    "signs.rtf": (lambda: rb"{\rtf1 " + rb"\u8217?" * 2_000_000 + b"}", TooDemanding),
    "letters.rtf": (lambda: rb"{\rtf1 " + b"a~" * 5_000_000 + b"}", TooDemanding),
    "fonts.rtf": (lambda: rb"{\rtf1{\fonttbl" + rb"{\f1\fcharset0 A;}" * 600_000 + b"}a}", TooDemanding),
    "brackets.md": (lambda: b"# T\n\n" + b"[" * 300_000, TooDemanding),
    "pictures.md": (lambda: b"# T\n\n" + b"![" * 400_000, TooDemanding),
    "links.md": (lambda: b"# T\n\n" + b"[a](" * 200_000, TooDemanding),
    "stars.md": (lambda: b"# T\n\n" + b"*a **b " * 100_000, TooDemanding),
    "lines.md": (lambda: b"# T\n" + b"a\n" * 400_000, TooDemanding),
    "cells.md": (
        lambda: b"# T\n\n" + b"|a" * 200 + b"|\n" + b"|-" * 200 + b"|\n" + (b"|a" * 200 + b"|\n") * 2_000,
        Refused,
    ),
    "deep.md": (lambda: b"# T\n\n" + b"> " * 50_000 + b"The bridge is shut.", NestedTooDeep),
    "lines.txt": (lambda: b"a\n" * 5_000_000, Refused),
    "broken-off.docx": (lambda: word_file(*(plain(f"Line {n}.") for n in range(3_000)))[:4_000], Damaged),
    "broken-off.json": (lambda: b'{"uri": "u", "headline": "h", "body_text": "The bri', Damaged),
    "broken-off.xml": (lambda: b"<nitf><body><body.content><p>The bridge</p><p>is", Damaged),
    "broken-off.html": (lambda: b"<html><body><p>The bridge</p><p>is", Damaged),
    "broken-off.rtf": (lambda: rb"{\rtf1 The bridge {\b is", Damaged),
    "broken-off.pdf": (lambda: pdf_of_streams(b"BT ET")[:-40], Damaged),
    "begins.eml": (lambda: b"From: a@b.example\nMIME-Version: 1.0\n\n" + b"begin 644 a\n" * 200_000, TooLong),
    "blank.pdf": (lambda: pdf_of_streams(b" " * 150_000_000), Refused),
    "strokes.pdf": (lambda: pdf_of_streams(b"0 0 m 1 1 l S " * 3_000_000), Refused),
    "noise.pdf": (lambda: b"%PDF-1.7\n" + urandom(1_000_000) + b"%%EOF", Damaged),
}
