"""What the drafts of a story were read as, fetched to show or to compare."""

import msgspec
from django.db.models import OuterRef, Subquery, TextField
from django.db.models.functions import Cast

from analysis.document import Document, Label
from analysis.document import Ruling as Ruled
from analysis.stored import loaded_from, loaded_without_words
from articles.models import Draft, Story
from review.models import Analysis, Ruling, RunState


def document_of(analysis: Analysis) -> Document | None:
    """What a run read, without its words; None where it was written in the form of an older version."""
    return _loaded(_written(analysis))


def whole_document_of(analysis: Analysis) -> Document:
    """What a run read, with its words, as comparing needs it. Raises `msgspec.ValidationError` for an older form."""
    return loaded_from(_written(analysis) or "{}")


def document_of_draft(draft: Draft) -> Document | None:
    """What was read last in this draft, without its words; None before the first reading."""
    done = draft.analyses.filter(state=RunState.DONE).only("pk").order_by("-id").first()
    return document_of(done) if done else None


def documents_of(story: Story) -> list[Document]:
    """What was read last in each of its drafts, in order of their numbers."""
    done = Analysis.objects.filter(draft=OuterRef("draft"), state=RunState.DONE).order_by("-id").values("pk")
    last = Analysis.objects.filter(draft__story=story, pk=Subquery(done[:1])).order_by("draft__number")
    written = last.annotate(written=Cast("document", TextField())).values_list("written", flat=True)
    return [document for each in written if (document := _loaded(each))]


def rulings_on(story: Story) -> list[Ruled]:
    """The rulings in force, as the analysis takes them."""
    return [as_ruled_by(ruling) for ruling in story.rulings.in_force()]


def as_ruled_by(ruling: Ruling) -> Ruled:
    return Ruled(ruling.name, Label(ruling.label) if ruling.label else None, tuple(ruling.forms))


def _written(analysis: Analysis) -> str | None:
    as_text = Analysis.objects.annotate(written=Cast("document", TextField()))
    written: str | None = as_text.values_list("written", flat=True).get(pk=analysis.pk)
    return written


def _loaded(written: str | None) -> Document | None:
    """A long draft is half a megabyte of JSON, of which a page wants little."""
    try:
        return loaded_without_words(written) if written else None
    except msgspec.ValidationError:
        return None
