"""A draft laid open in the form that hands in, so that it is edited there and becomes the next of its version."""

from articles.models import Draft
from review.forms.handin import VersionsForm

LINES_IN_SIGHT = 20


def editing(draft: Draft, *, start: int = 0, end: int = 0) -> VersionsForm:
    """The form with the draft's own copy in it; the words from `start` to `end` of its text are to be selected."""
    body = next((first for name, first, _ in draft.sections if name != "headline"), 0)
    form = VersionsForm(initial={"headline": draft.headline, "text": draft.text[body:]})
    copy = form.fields["text"].widget.attrs
    copy["rows"] = LINES_IN_SIGHT
    if body <= start < end:
        copy["data-select"] = f"{start - body} {end - body}"
    return form
