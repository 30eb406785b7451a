"""What the standards ask of that which leaves, as far as we write it: nothing else may stand in it."""

from typing import Any

Schema = dict[str, Any]

WORDS: Schema = {"type": "string", "minLength": 1}
ADDRESS: Schema = {"type": "string", "format": "uri"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def closed(required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    """An object of these properties and no others."""
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": properties}


def listed(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def one_of(*values: str) -> Schema:
    return {"enum": list(values)}


# ninjs 3.0, https://iptc.org/std/ninjs/ninjs-schema_3.0.json: names, types, formats and values of what is written.
TEXTS = closed(("value",), role=WORDS, contentType=WORDS, value=WORDS)
NAMED = listed(closed(("name",), name=WORDS))
NINJS: Schema = {"$schema": DRAFT} | closed(
    ("uri",),
    uri=ADDRESS,
    standard=closed(name=WORDS, version=WORDS, schema=ADDRESS),
    type=one_of("text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"),
    profile=WORDS,
    representationType=one_of("full", "partial"),
    version=WORDS,
    language=WORDS,
    pubStatus=one_of("usable", "withheld", "canceled"),
    urgency={"type": "number", "minimum": 1, "maximum": 9},
    firstCreated=MOMENT,
    versionCreated=MOMENT,
    embargoed=MOMENT,
    slugline=WORDS,
    by=WORDS,
    located=WORDS,
    edNote=WORDS,
    headlines=listed(TEXTS),
    bodies=listed(
        closed(
            ("value",),
            role=WORDS, contentType=WORDS, value=WORDS, charCount={"type": "integer"}, wordCount={"type": "integer"},
        ),
    ),
    people=NAMED,
    organisations=NAMED,
    places=NAMED,
    infoSources=NAMED,
)  # fmt: skip

# https://developers.google.com/search/docs/appearance/structured-data/factcheck: what ClaimReview, Rating and Claim
# must have (claimReviewed, reviewRating, url; ratingValue or alternateName), and who may be an author.
AUTHOR: Schema = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {"@type": one_of("Person", "Organization"), "name": WORDS},
}
CLAIM_REVIEW: Schema = {
    "$schema": DRAFT,
    "type": "object",
    "required": ["@type", "claimReviewed", "reviewRating", "url", "author", "datePublished", "itemReviewed"],
    "properties": {
        "@type": one_of("ClaimReview"),
        "claimReviewed": WORDS,
        "url": ADDRESS,
        "datePublished": {"type": "string", "format": "date"},
        "author": AUTHOR,
        "reviewRating": {
            "type": "object",
            "required": ["@type", "ratingValue", "bestRating", "worstRating", "alternateName"],
            "properties": {"@type": one_of("Rating"), "ratingValue": {"type": "number"}, "alternateName": WORDS},
        },
        "itemReviewed": {
            "type": "object",
            "required": ["@type"],
            "properties": {"@type": one_of("Claim"), "author": AUTHOR},
        },
    },
}
