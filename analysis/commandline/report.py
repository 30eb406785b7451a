"""What the analysis found, as a page for people to read."""

from collections.abc import Iterator
from datetime import date

from analysis.comparison import Comparison
from analysis.document import Document, Mention
from analysis.findings import Finding
from analysis.readers import ReadText
from analysis.spans import Spanned

WIDTH = 100


def reading_report(name: str, read: ReadText) -> str:
    """What a file says: its furniture, a line each, then its text."""
    fields = ("headline", "byline", "dateline", "dated", "source", "slug", "embargoed_until")
    told = [f"{field}: {value}" for field in fields if (value := getattr(read, field))]
    files = [f"enclosed: {file.filename}" for file in read.enclosed]
    lines = [name, "=" * len(name), *told, *files, *read.notes, "", read.standfirst, read.body]
    return "\n".join(lines) + "\n"


def annotation_report(name: str, document: Document) -> str:
    """One draft, layer by layer."""
    text = document.text
    lines = [name, "=" * len(name)]
    lines += [f"Not checked: {reason}" for reason in document.not_checked]
    lines += _section("People, organisations, places", _entities(document))
    lines += _section(
        "Figures and dates", (_figure(text, number, document) for number in range(len(document.quantities)))
    )
    lines += _section("Quotes", _quotations(document))
    lines += _section("Claims worth checking", (_short(text, claim) for claim in document.claims if claim.worth))
    lines += _section("Findings", (_finding(finding, text, "") for finding in document.findings))
    return "\n".join(lines) + "\n"


def comparison_report(names: tuple[str, str], a: Document, b: Document, comparison: Comparison) -> str:
    """Two drafts: conflicts first, then what is worth a look."""
    title = " against ".join(names)
    lines = [title, "=" * len(title)]
    lines += [f"Not checked: {reason}" for reason in (*a.not_checked, *b.not_checked)]
    found = comparison.findings
    lines += _section("Conflicts", (_finding(finding, a.text, b.text) for finding in found if finding.conflict))
    lines += _section("Worth a look", (_finding(finding, a.text, b.text) for finding in found if not finding.conflict))
    return "\n".join(lines) + "\n"


def _section(title: str, entries: Iterator[str]) -> list[str]:
    return ["", f"{title}:", *([f"  {entry}" for entry in entries] or ["  none"])]


def _short(text: str, spanned: Spanned) -> str:
    words = " ".join(text[spanned.start : spanned.end].split())
    return words if len(words) <= WIDTH else words[: WIDTH - 1].rstrip() + "…"


def _entities(document: Document) -> Iterator[str]:
    for number, entity in enumerate(document.entities):
        mentions: list[Mention] = [mention for mention in document.mentions if mention.entity == number]
        aliases = f" ({', '.join(entity.aliases)})" if entity.aliases else ""
        told = "".join(f"; {found.kind}: {_short(document.text, found)}" for found in entity.descriptions)
        yield f"{entity.name}{aliases}, {entity.label}, {len(mentions)}×{told}"


def _figure(text: str, number: int, document: Document) -> str:
    quantity = document.quantities[number]
    low, high = _value(quantity.low), _value(quantity.high)
    unit = f" {quantity.unit}" if quantity.unit else ""
    of = f", of {quantity.of}" if quantity.of else ""
    return f"{_short(text, quantity)}: {quantity.kind} {low if low == high else f'{low} to {high}'}{unit}{of}"


def _value(value: float | date | None) -> str:
    if value is None:
        return "…"
    return value.isoformat() if isinstance(value, date) else f"{value:,.12g}"


def _quotations(document: Document) -> Iterator[str]:
    for quotation in document.quotations:
        speaker = quotation.speaker
        who = speaker and (speaker.name or _short(document.text, speaker))
        said = _short(document.text, quotation)
        yield f"{who or 'nobody named'} ({quotation.source_class}, {quotation.kind}): {said}"


def _finding(finding: Finding, text_a: str, text_b: str) -> str:
    quoted = [f"“{_short(text_a, span)}”" for span in finding.a[:1]] + [
        f"“{_short(text_b, span)}”" for span in finding.b[:1]
    ]
    return f"[{finding.severity}, {finding.kind}] {finding.message} ({' / '.join(quoted)})"
