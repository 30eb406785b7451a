"""The sign-off pack as a PDF: every word of it is text that can be searched and copied."""

import io
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from articles.models import Desk
from review.outgoing.pack import Pack, PackedClaim, PackedDecision, PackedFinding
from review.templatetags.telling import on_clock

FONT = "Noto Sans"  # Latin, Greek and Cyrillic, with all marks; reportlab's own knows no more than western Europe
_FILE = "NotoSans[wdth,wght].ttf"
_PLAIN = ParagraphStyle("plain", fontName=FONT, fontSize=9, leading=13, spaceAfter=4, splitLongWords=True)
_TITLE = ParagraphStyle("title", parent=_PLAIN, fontSize=18, leading=23, spaceAfter=6)
_HEAD = ParagraphStyle("head", parent=_PLAIN, fontSize=13, leading=18, spaceBefore=12, spaceAfter=4, keepWithNext=1)
_COPY = ParagraphStyle("copy", parent=_PLAIN, fontSize=10.5, leading=16, spaceAfter=6)
_ENTRY = ParagraphStyle("entry", parent=_PLAIN, leftIndent=8 * mm, firstLineIndent=-8 * mm, spaceAfter=6)
_UNKNOWN = "\ufffd"
_LEFT_OUT = "stands for a sign that this file has no letter for. The page and the JSON of this pack have all of them."
_SOFT = HexColor("#555555")


def printed(pack: Pack, desk: Desk) -> bytes:
    """On A4, with the text's sha256 at the foot of each page."""
    _know_the_font()
    file = io.BytesIO()
    title = f"Sign-off pack: {pack.story}, draft {pack.draft}"
    sheet = SimpleDocTemplate(
        file, pagesize=A4, title=title, author="Backread", lang="en-GB",
        leftMargin=20 * mm, rightMargin=20 * mm, topMargin=18 * mm, bottomMargin=20 * mm,
    )  # fmt: skip

    def foot(canvas: Canvas, _sheet: SimpleDocTemplate) -> None:
        canvas.setFont(FONT, 7)
        canvas.setFillColor(_SOFT)
        canvas.drawString(
            20 * mm, 11 * mm, f"{pack.story} {pack.draft} · {pack.sha256} · page {canvas.getPageNumber()}"
        )

    flow = list(_flow(pack, desk))
    if any(_UNKNOWN in each.getPlainText() for each in flow):
        flow.append(Paragraph(f"{_UNKNOWN} {_LEFT_OUT}", _PLAIN))
    sheet.build(flow, onFirstPage=foot, onLaterPages=foot)
    return file.getvalue()


@cache
def _know_the_font() -> frozenset[int]:
    """Registers it; the code points that it has."""
    font = TTFont(FONT, str(files("fontpkg_noto_sans") / "files" / _FILE))
    registerFont(font)
    return frozenset(font.face.charToGlyph)


def _shown(text: str) -> str:
    """As markup; where the font lacks a sign (Arabic, Chinese, a smiley) it must be seen that one stands there."""
    known = _know_the_font()
    return escape("".join(sign if ord(sign) in known or sign.isspace() else _UNKNOWN for sign in text))


def _flow(pack: Pack, desk: Desk) -> Iterator[Paragraph]:
    yield Paragraph(_shown(pack.headline or pack.story), _TITLE)
    for line in about(pack, desk):
        yield Paragraph(_shown(line), _PLAIN)
    yield Paragraph("The text", _HEAD)
    for paragraph in pack.paragraphs:
        yield Paragraph("".join(_shown(piece.text) + _mark(piece.note) for piece in paragraph), _COPY)
    yield from _section("Signatures", [_signed(one, desk) for one in pack.signatures], "Nobody has signed this text.")
    yield from _section("Findings", [_found(one, desk) for one in pack.findings], "Nothing was found.")
    yield from _section("Claims", [_claimed(one, desk) for one in pack.claims], "No claim was found.")
    yield from _section("Who decided what", [_signed(one, desk) for one in pack.decisions], "Nothing was decided.")
    yield from _section("What was not checked", [_shown(one) for one in pack.not_checked], "")
    yield Paragraph("Not checked by any machine: whether what all versions say is true.", _PLAIN)


def about(pack: Pack, desk: Desk) -> Iterator[str]:
    """What stands above the text."""
    yield f"{pack.desk} · story “{pack.story}” · draft {pack.draft} · {pack.state}"
    yield f"Written by {pack.written_by or 'somebody outside'}{f' ({pack.byline})' if pack.byline else ''}"
    yield f"Handed in by {pack.handed_in.by}, {on_clock(pack.handed_in.at, desk)}"
    if pack.source or pack.dated:
        yield " · ".join(part for part in (pack.source, pack.dated) if part)
    yield f"sha256 of the text: {pack.sha256}"
    yield f"As it stood {on_clock(pack.packed_at, desk)}"


def _section(title: str, entries: list[str], otherwise: str) -> Iterator[Paragraph]:
    yield Paragraph(title, _HEAD)
    for entry in entries:
        yield Paragraph(entry, _ENTRY)
    if not entries and otherwise:
        yield Paragraph(otherwise, _PLAIN)


def _mark(note: int) -> str:
    return f'<super size="7">[{note}]</super>' if note else ""


def _found(finding: PackedFinding, desk: Desk) -> str:
    places = "; ".join(f"{place.draft}: “{place.text}”" for place in finding.places)
    values = f"{finding.value_a} / {finding.value_b}" if finding.value_a or finding.value_b else ""
    lines = [
        f"{_number(finding.note)}{finding.severity.capitalize()}, {finding.kind}: {finding.message}",
        places,
        values,
    ]
    word = finding.resolved
    resolved = f", {word.by or 'Backread'}, {on_clock(word.at, desk)}{_quoted(word.note)}" if word else ""
    return _lines(*lines, f"{finding.standing}{resolved}")


def _claimed(claim: PackedClaim, desk: Desk) -> str:
    stake = f" ({claim.stake.lower()})" if claim.stake else ""
    evidence = [
        f"{one.said}: {', '.join(part for part in (one.what, one.locator) if part)}{_quoted(one.note)}"
        f" – {one.by}, {on_clock(one.at, desk)}"
        for one in claim.evidence
    ]
    return _lines(f"{_number(claim.note)}{claim.status}{stake}: “{claim.text}”", *evidence)


def _signed(decision: PackedDecision, desk: Desk) -> str:
    word = decision.word
    bound = f"text {decision.sha256}" if decision.sha256 else ""
    found = f"findings {decision.findings_digest}, checks {decision.versions}" if decision.findings_digest else ""
    draft = f", draft {decision.draft}" if decision.draft else ""
    return _lines(f"{decision.act}: {word.by}, {on_clock(word.at, desk)}{draft}{_quoted(word.note)}", bound, found)


def _quoted(note: str) -> str:
    return f": “{note}”" if note else ""


def _number(note: int) -> str:
    return f"[{note}] " if note else ""


def _lines(*lines: str) -> str:
    return "<br/>".join(_shown(line).replace("\n", "<br/>") for line in lines if line)
