"""Documents as JSON and back, without loss: what the database keeps of an analysis."""

from typing import Any

import msgspec

from analysis.document import Document


def dumped(document: Document) -> dict[str, Any]:
    """The document as plain JSON values; tokens stay compact lists."""
    plain: dict[str, Any] = msgspec.to_builtins(document)
    return plain


def loaded(stored: dict[str, Any]) -> Document:
    """The document that was dumped. Raises `msgspec.ValidationError` for anything else."""
    return msgspec.convert(stored, Document)


def loaded_from(written: str) -> Document:
    """The document from the JSON itself, with no plain values in between, which would take ten times its room.

    Raises `msgspec.ValidationError` for anything but a document.
    """
    return msgspec.json.decode(written, type=Document)


def loaded_without_words(written: str) -> Document:
    """The document without its tokens, which are most of it, read from the JSON itself: to show, not to compare.

    Raises `msgspec.ValidationError` for anything but a document.
    """
    parts = msgspec.json.decode(written, type=dict[str, msgspec.Raw])
    return msgspec.json.decode(msgspec.json.encode(parts | {"tokens": ()}), type=Document)
