"""Copy for a CMS: clean HTML, and ninjs 3 (IPTC, https://iptc.org/standards/ninjs)."""

import json
from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html, format_html_join

from analysis.document import Label
from articles.models import Draft, Story, StoryState
from review.addresses import absolute, sign_off_address
from review.documents import document_of_draft
from review.standing import approval_standing, filed_text

NINJS = "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"
_LISTS = {Label.PERSON: "people", Label.ORG: "organisations", Label.GPE: "places", Label.LOC: "places"}


def clean_html(draft: Draft) -> str:
    """One article: headline, byline and paragraphs, and nothing of the app."""
    headline = format_html("<h1>{}</h1>\n", draft.headline) if draft.headline else ""
    byline = format_html('<p class="byline">{}</p>\n', draft.byline) if draft.byline else ""
    return format_html("<article>\n{}{}{}\n</article>\n", headline, byline, _body(draft))


def ninjs(draft: Draft) -> str:
    """The item as JSON; its `uri` names the story, its `version` the draft."""
    story = draft.story
    item = {
        "uri": absolute(sign_off_address(story)),
        "standard": {"name": "ninjs", "version": "3.0", "schema": NINJS},
        "type": "text",
        "profile": "text-only",
        "representationType": "full",
        "version": str(draft.number),
        "language": "en",
        "pubStatus": "usable",
        "urgency": story.priority,
        "firstCreated": story.opened_at.isoformat(),
        "versionCreated": draft.handed_in_at.isoformat(),
        "slugline": story.slug,
        "bodies": _bodies(draft),
        **_furniture(draft),
        **_named(draft),
        "edNote": f"Signed text {draft.sha256}: {', '.join(_signers(story))}.",
    }
    return json.dumps(item, ensure_ascii=False, indent=2) + "\n"


def _paragraphs(draft: Draft) -> Sequence[str]:
    """Of the body alone."""
    parts = [draft.text[start:end] for name, start, end in draft.sections if name != "headline"]
    return "\n".join(parts or [draft.text]).split("\n")


def _body(draft: Draft) -> str:
    return format_html_join("\n", "<p>{}</p>", ((paragraph,) for paragraph in _paragraphs(draft)))


def _bodies(draft: Draft) -> list[dict[str, Any]]:
    text = "\n".join(_paragraphs(draft))
    counts = {"charCount": len(text), "wordCount": len(text.split())}
    return [
        {"role": "main", "contentType": "text/html", "value": str(_body(draft)), **counts},
        {"role": "plain", "contentType": "text/plain", "value": text, **counts},
    ]


def _furniture(draft: Draft) -> dict[str, Any]:
    story = draft.story
    told = {
        "headlines": [{"role": "main", "contentType": "text/plain", "value": draft.headline}] if draft.headline else [],
        "by": draft.byline,
        "located": draft.dateline,
        "embargoed": story.embargo_until.isoformat() if story.embargo_until else "",
        "infoSources": [{"name": draft.source}] if draft.source else [],
    }
    return {name: value for name, value in told.items() if value}


def _named(draft: Draft) -> dict[str, Any]:
    """Who and what is named in it, as it was read; each name once."""
    document = document_of_draft(draft)
    found: dict[str, dict[str, None]] = {}
    for entity in document.entities if document else ():
        if entity.label in _LISTS:
            found.setdefault(_LISTS[entity.label], {})[entity.name] = None
    return {kind: [{"name": name} for name in names] for kind, names in found.items()}


def _signers(story: Story) -> list[str]:
    filed = filed_text(story) if story.state == StoryState.FILED else None
    signers = [str(signature.by) for signature in approval_standing(story).signatures]
    return signers or ([str(filed.by)] if filed else [])
