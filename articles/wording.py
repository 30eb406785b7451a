"""Full text of all drafts: which ones have the words that somebody looks for, and where.

Every word is found by its beginning ("flood" in "flooding"), words in quotation marks only as they stand, and a draft
has them all. SQLite keeps an index of its own (FTS5), PostgreSQL one on the column: both made by a migration.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from articles.models.drafts import Draft

MOST_WORDS = 12
SEARCHED = 200_000  # characters of a draft: PostgreSQL keeps no more than a megabyte of words
_WORDS = 14  # of a snippet
_START, _END = "\x02", "\x03"  # around each word found: no copy has them
_TERMS = re.compile(r"[\"“”]([^\"“”]+)[\"“”]|([^\s\"“”]+)")

_FOUND_BY_SQLITE = "SELECT rowid FROM articles_draft_words WHERE articles_draft_words MATCH %s"
_FOUND_BY_POSTGRESQL = (
    "SELECT * FROM articles_drafts_with(%s)"  # a function of a migration, which never reads all drafts
)
_TOLD_BY_SQLITE = (
    f"SELECT rowid, snippet(articles_draft_words, 0, char(2), char(3), '…', {_WORDS})"  # noqa: S608 # nosec B608
    " FROM articles_draft_words WHERE articles_draft_words MATCH %s AND rowid IN ({ids})"
)
_TOLD_BY_POSTGRESQL = (
    f"SELECT id, ts_headline('simple', left(text, {SEARCHED}), to_tsquery('simple', %s),"  # noqa: S608 # nosec B608
    f" 'StartSel={_START}, StopSel={_END}, MinWords=8, MaxWords={_WORDS}')"
    " FROM articles_draft WHERE id IN ({ids})"
)


@dataclass(frozen=True, slots=True)
class Snippet:
    """Where a draft has the words: `parts` are runs of its text, each with whether it is one of them."""

    draft: Draft
    parts: tuple[tuple[str, bool], ...]


def drafts_with(words: str) -> QuerySet[Draft]:
    """Drafts of any desk that have all these words: narrow them to those that the person may see."""
    asked = _asked(words)
    if not asked:
        return Draft.objects.none()
    found = _FOUND_BY_SQLITE if connection.vendor == "sqlite" else _FOUND_BY_POSTGRESQL
    return Draft.objects.filter(pk__in=RawSQL(found, [asked]))  # noqa: S611 - our own words # nosec B611


def snippets(story_ids: Sequence[int], words: str) -> dict[int, Snippet]:
    """Of each story the newest draft that has the words, by the story's id, in two queries."""
    drafts = drafts_with(words).filter(story__in=story_ids).defer("text", "sections").order_by("number")
    newest = {draft.story_id: draft for draft in drafts}
    told = _told([draft.pk for draft in newest.values()], words)
    return {story: Snippet(draft, _parts(told[draft.pk])) for story, draft in newest.items() if draft.pk in told}


def forget_deleted_words() -> None:
    """Take the words of deleted drafts out of the index for good: SQLite only marks them as gone."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO articles_draft_words(articles_draft_words) VALUES ('optimize')")


def _told(draft_ids: Sequence[int], words: str) -> dict[int, str]:
    if not draft_ids:
        return {}
    tell = _TOLD_BY_SQLITE if connection.vendor == "sqlite" else _TOLD_BY_POSTGRESQL
    places = ", ".join(["%s"] * len(draft_ids))
    with connection.cursor() as cursor:
        cursor.execute(tell.format(ids=places), [_asked(words), *draft_ids])
        return dict(cursor.fetchall())


def _parts(told: str) -> tuple[tuple[str, bool], ...]:
    """ "the \x02flood\x03 wall" in three."""
    runs = [(run.split(_END)) for run in told.split(_START)]
    first, *found = runs
    parts = [(first[0], False)]
    for word, *rest in found:
        parts += [(word, True), ("".join(rest), False)]
    return tuple((text, is_word) for text, is_word in parts if text)


def _asked(words: str) -> str:
    """As the database asks for them; empty where there is no word among them."""
    terms = [(phrase or word, bool(phrase)) for phrase, word in _TERMS.findall(words)]
    spoken = [(term, is_phrase) for term, is_phrase in terms if any(letter.isalnum() for letter in term)]
    write = _for_sqlite if connection.vendor == "sqlite" else _for_postgresql
    return write(spoken[:MOST_WORDS])


def _for_sqlite(terms: Sequence[tuple[str, bool]]) -> str:
    return " ".join(f'"{term}"' + ("" if is_phrase else "*") for term, is_phrase in terms)


def _for_postgresql(terms: Sequence[tuple[str, bool]]) -> str:
    quoted = [(term.replace("\\", "\\\\").replace("'", "''"), is_phrase) for term, is_phrase in terms]
    return " & ".join(f"'{term}'" + ("" if is_phrase else ":*") for term, is_phrase in quoted)
