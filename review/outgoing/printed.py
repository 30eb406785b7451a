"""The sign-off pack as a PDF: every word of it can be searched and copied, in the letters of any language."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import typst
from django.conf import settings

from articles.models import Desk
from review.outgoing.pack import Pack, PackedClaim, PackedDecision, PackedFinding
from review.templatetags.telling import kept_on_clock

_PAGE: Path = settings.BASE_DIR / "templates" / "pack" / "pack.typ"
_FONTS = ("manimgx_fonts", "manimgx_fonts_cjk", "fontpkg_amiri")  # Noto for nearly all scripts, and Amiri
_FIRST = ("Noto Sans", "Amiri", "Noto Sans CJK SC")  # Amiri's Arabic can be copied whole; Noto's falls apart into dots
_LEFT_OUT = "Some signs of this text have no letter here. The page and the JSON of this pack have all of them."
# What is longer than a line (an address, a file that slipped in) may be broken after so many letters and their accents.
# Put in here: Typst's own rule takes half a minute for a long one, and its PDFs bear no line of 65,536 bytes. Letters
# of the Far East are broken anywhere, or by their dictionary.
_LONG_WORD = re.compile(r"[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\U0010ffff]{80,}")
_STRETCH = re.compile(r".{1,16}[^\w!-~]{0,8}")
_BREAK = "\N{ZERO WIDTH SPACE}"


def printed(pack: Pack, desk: Desk) -> bytes:
    """On A4, with the text's sha256 at the foot of each page."""
    sheet = _sheet(pack, desk)
    try:
        return _set(sheet, for_archives=True)
    except typst.TypstError:  # a sign that no font has: of cuneiform, or of somebody's own
        return _set(sheet | {"left_out": _LEFT_OUT}, for_archives=False)


def _set(sheet: dict[str, Any], *, for_archives: bool) -> bytes:
    """As PDF/A, which has its fonts inside and every sign known for what it is. Raises TypstError where one is not."""
    fonts = _fonts()
    rest = [family for family in fonts.families() if family not in _FIRST]
    told = json.dumps(_breakable(sheet | {"fonts": [*_FIRST, *rest]}))
    standard: Literal["a-2a", "1.7"] = "a-2a" if for_archives else "1.7"
    return typst.compile(_PAGE, font_paths=fonts, sys_inputs={"pack": told}, pdf_standards=standard)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(files(name)) for name in _FONTS]
    )


def _sheet(pack: Pack, desk: Desk) -> dict[str, Any]:
    """What stands on it, in order; the template alone says how it looks."""
    return {
        "title": f"Sign-off pack: {pack.story}, draft {pack.draft}",
        "foot": f"{pack.story} {pack.draft} · {pack.sha256}",
        "headline": pack.headline or pack.story,
        "about": list(about(pack, desk)),
        "paragraphs": [[{"text": each.text, "note": each.note} for each in pieces] for pieces in pack.paragraphs],
        "sections": [
            _section("Signatures", (_signed(one, desk) for one in pack.signatures), "Nobody has signed this text."),
            _section("Findings", (_found(one, desk) for one in pack.findings), "Nothing was found."),
            _section("Claims", (_claimed(one, desk) for one in pack.claims), "No claim was found."),
            _section("Who decided what", (_signed(one, desk) for one in pack.decisions), "Nothing was decided."),
            _section("What was not checked", ([one] for one in pack.not_checked), ""),
        ],
        "end": "Not checked by any machine: whether what all versions say is true.",
        "left_out": "",
    }


def about(pack: Pack, desk: Desk) -> Iterator[str]:
    """What stands above the text."""
    yield f"{pack.desk} · story “{pack.story}” · draft {pack.draft} · {pack.state}"
    yield f"Written by {pack.written_by or 'somebody outside'}{f' ({pack.byline})' if pack.byline else ''}"
    yield f"Handed in by {pack.handed_in.by}, {kept_on_clock(pack.handed_in.at, desk)}"
    if pack.source or pack.dated:
        yield " · ".join(part for part in (pack.source, pack.dated) if part)
    yield f"sha256 of the text: {pack.sha256}"
    yield f"As it stood {kept_on_clock(pack.packed_at, desk)}"


def _breakable(part: object) -> object:
    """The same, with all its strings ready to be set between two margins."""
    if isinstance(part, str):
        return _LONG_WORD.sub(lambda found: _BREAK.join(_STRETCH.findall(found[0])), part)
    if isinstance(part, list):
        return [_breakable(each) for each in part]
    return {name: _breakable(each) for name, each in part.items()} if isinstance(part, dict) else part


def _section(title: str, entries: Iterable[list[str]], otherwise: str) -> dict[str, Any]:
    return {"title": title, "entries": list(entries), "otherwise": otherwise}


def _found(finding: PackedFinding, desk: Desk) -> list[str]:
    places = "; ".join(f"{place.draft}: “{place.text}”" for place in finding.places)
    values = " / ".join(filter(None, (finding.value_a, finding.value_b)))
    lines = [
        f"{_number(finding.note)}{finding.severity.capitalize()}, {finding.kind}: {finding.message}",
        places,
        values,
    ]
    word = finding.resolved
    resolved = f", {word.by or 'Backread'}, {kept_on_clock(word.at, desk)}{_quoted(word.note)}" if word else ""
    return _lines(*lines, f"{finding.standing}{resolved}")


def _claimed(claim: PackedClaim, desk: Desk) -> list[str]:
    stake = f" ({claim.stake.lower()})" if claim.stake else ""
    evidence = [
        f"{one.said}: {', '.join(part for part in (one.what, one.locator) if part)}{_quoted(one.note)}"
        f" – {one.by}, {kept_on_clock(one.at, desk)}"
        for one in claim.evidence
    ]
    return _lines(f"{_number(claim.note)}{claim.status}{stake}: “{claim.text}”", *evidence)


def _signed(decision: PackedDecision, desk: Desk) -> list[str]:
    word = decision.word
    bound = f"text {decision.sha256}" if decision.sha256 else ""
    found = f"findings {decision.findings_digest}, checks {decision.versions}" if decision.findings_digest else ""
    draft = f", draft {decision.draft}" if decision.draft else ""
    return _lines(f"{decision.act}: {word.by}, {kept_on_clock(word.at, desk)}{draft}{_quoted(word.note)}", bound, found)


def _quoted(note: str) -> str:
    return f": “{note}”" if note else ""


def _number(note: int) -> str:
    return f"[{note}] " if note else ""


def _lines(*lines: str) -> list[str]:
    return [line for line in lines if line]
