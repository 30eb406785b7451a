"""Documents and comparisons in the shape that the command line promises."""

from dataclasses import asdict
from typing import Any

from analysis.comparison import Comparison
from analysis.document import Claim, Description, Document, Entity, Mention, Quantity, Quotation, Relation, Speaker
from analysis.findings import Finding
from analysis.readers import ReadText
from analysis.spans import Spanned

Answer = dict[str, Any]


def said(read: ReadText) -> Answer:
    """What a file says; of the files inside it, the names."""
    fields = {name: value for name, value in asdict(read).items() if name not in ("title", "author", "enclosed")}
    return fields | {"enclosed": [file.filename for file in read.enclosed]}


def annotated(document: Document) -> Answer:
    """Everything about one draft."""
    text = document.text
    return {
        "sentences": [_place(sentence) for sentence in document.sentences],
        "mentions": [_mention(text, mention) for mention in document.mentions],
        "entities": [_entity(text, entity) for entity in document.entities],
        "quantities": [_quantity(text, quantity) for quantity in document.quantities],
        "relations": [_relation(text, relation) for relation in document.relations],
        "quotations": [_quotation(text, quotation) for quotation in _spoken(document)],
        "claims": [_claim(text, claim) for claim in document.claims],
        "findings": [_finding(finding, text, "") for finding in document.findings],
        "not_checked": list(document.not_checked),
    }


def compared(a: Document, b: Document, comparison: Comparison) -> Answer:
    """Everything about a pair."""
    return {
        "findings": [_finding(finding, a.text, b.text) for finding in comparison.findings],
        "sentences_a": [_place(sentence) for sentence in a.sentences],
        "sentences_b": [_place(sentence) for sentence in b.sentences],
        "alignment": [[match.a, match.b, round(match.similarity, 4)] for match in comparison.matches],
        "moved": [list(match) for match in comparison.moved],
        "not_checked": [*a.not_checked, *b.not_checked],
    }


def _place(spanned: Spanned) -> Answer:
    return {"start": spanned.start, "end": spanned.end}


def _span(text: str, spanned: Spanned) -> Answer:
    return _place(spanned) | {"text": text[spanned.start : spanned.end]}


def _mention(text: str, mention: Mention) -> Answer:
    return _span(text, mention) | {"label": mention.label, "form": mention.form, "entity": mention.entity}


def _entity(text: str, entity: Entity) -> Answer:
    def description(found: Description) -> Answer:
        return _span(text, found) | {"kind": found.kind, "value": found.value}

    return {
        "name": entity.name,
        "label": entity.label,
        "aliases": list(entity.aliases),
        "descriptions": [description(found) for found in entity.descriptions],
    }


def _quantity(text: str, quantity: Quantity) -> Answer:
    return _span(text, quantity) | {
        "kind": quantity.kind,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": quantity.of,
        "verb": quantity.verb,
        "about": quantity.about,
        "per": quantity.per,
    }


def _relation(text: str, relation: Relation) -> Answer:
    return {"before": _span(text, relation.before), "after": _span(text, relation.after), "gap": relation.gap}


def _speaker(text: str, speaker: Speaker | None) -> Answer | None:
    if speaker is None:
        return None
    return _span(text, speaker) | {"name": speaker.name, "entity": speaker.entity}


def _quotation(text: str, quotation: Quotation) -> Answer:
    return _span(text, quotation) | {
        "kind": quotation.kind,
        "parts": [[part.start, part.end] for part in quotation.parts],
        "cue": quotation.cue and _span(text, quotation.cue),
        "speaker": _speaker(text, quotation.speaker),
        "source_class": quotation.source_class,
    }


def _spoken(document: Document) -> list[Quotation]:
    """Quotations and stances, in order: the command line makes no difference between them."""
    return sorted([*document.quotations, *document.stances], key=lambda quotation: (quotation.start, -quotation.end))


def _claim(text: str, claim: Claim) -> Answer:
    return _span(text, claim) | {
        "score": round(claim.score, 4),
        "worth": claim.worth,
        "reasons": list(claim.reasons),
        "speaker": claim.speaker,
        "source_class": claim.source_class,
    }


def _finding(finding: Finding, text_a: str, text_b: str) -> Answer:
    return asdict(finding) | {
        "a": [_span(text_a, span) for span in finding.a],
        "b": [_span(text_b, span) for span in finding.b],
    }
