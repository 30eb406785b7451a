"""Lets tests ask a draft who is in it and what is told of them."""

from analysis.document import DescriptionKind, Document, Entity, Form, Label
from analysis.pipeline import annotate


def entity(document: Document, name: str) -> Entity:
    return next(found for found in document.entities if found.name == name)


def told(document: Document, name: str, kind: DescriptionKind) -> list[str]:
    """The words that a draft has for somebody's role, age or place, in order."""
    descriptions = entity(document, name).descriptions
    return [document.text[found.start : found.end] for found in descriptions if found.kind is kind]


def mentions(document: Document, name: str, form: Form = Form.NAME) -> list[str]:
    """The words by which a draft speaks of somebody, in order."""
    number = document.entities.index(entity(document, name))
    return [
        document.text[found.start : found.end]
        for found in document.mentions
        if found.entity == number and found.form is form
    ]


def labels(text: str) -> dict[str, Label]:
    """The label of each name of a text."""
    return {
        text[mention.start : mention.end]: mention.label
        for mention in annotate(text).mentions
        if mention.form is Form.NAME
    }
