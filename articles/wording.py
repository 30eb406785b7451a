"""Full text of all drafts: which ones have the words that somebody looks for, and where.

Every word is found by its beginning ("flood" in "flooding"), words in quotation marks only as they stand, and a draft
has them all. SQLite keeps an index of its own (FTS5), PostgreSQL one on the column: both made by a migration.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from articles.models.desks import User
from articles.models.drafts import Draft

MOST_WORDS = 12
MOST_FOUND = 400  # drafts: a word that more have is no way to find one
SEARCHED = 200_000  # characters of a draft: PostgreSQL keeps no more than a megabyte of words
_WORDS = 14  # of a snippet
_START, _END = "\x02", "\x03"  # around each word found: no copy has them
_TERMS = re.compile(r"[\"“”]([^\"“”]+)[\"“”]|([^\s\"“”]+)")

# Drafts of the person's desks, the newest first: the index is read from its end, and no further than is asked for.
_FOUND_BY_SQLITE = (
    "SELECT draft.id, draft.story_id FROM articles_draft_words CROSS JOIN articles_draft draft"
    " ON draft.id = articles_draft_words.rowid JOIN articles_story story ON story.id = draft.story_id"
    " JOIN articles_membership member ON member.desk_id = story.desk_id"
    " WHERE articles_draft_words MATCH %s AND member.user_id = %s ORDER BY articles_draft_words.rowid DESC LIMIT %s"
)
# A function of a migration, which never reads all drafts; whose they are is looked up for the newest alone.
_FOUND_BY_POSTGRESQL = (
    "SELECT draft.id, draft.story_id"
    " FROM (SELECT id FROM articles_drafts_with(%s) AS with_them (id) ORDER BY id DESC OFFSET 0) found"
    " JOIN articles_draft draft ON draft.id = found.id JOIN articles_story story ON story.id = draft.story_id"
    " JOIN articles_membership member ON member.desk_id = story.desk_id AND member.user_id = %s"
    " ORDER BY found.id DESC LIMIT %s"
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


@dataclass(frozen=True, slots=True)
class Found:
    """Of each story, by id, the newest draft that has the words; `is_cut` where more have them than are told."""

    drafts: Mapping[int, int]
    is_cut: bool


def newest_with(words: str, person: User) -> Found:
    """Among the person's desks' drafts that have all these words, the newest."""
    asked = _asked(words)
    if not asked:
        return Found({}, is_cut=False)
    find = _FOUND_BY_SQLITE if connection.vendor == "sqlite" else _FOUND_BY_POSTGRESQL
    with connection.cursor() as cursor:
        cursor.execute(find, [asked, person.pk, MOST_FOUND + 1])
        rows = cursor.fetchall()
    return Found({story: draft for draft, story in reversed(rows[:MOST_FOUND])}, is_cut=len(rows) > MOST_FOUND)


def snippets(drafts: Mapping[int, int], words: str) -> dict[int, Snippet]:
    """Where these drafts have the words, by their stories' ids as they came, in two queries."""
    told = _told(list(drafts.values()), words)
    rows = Draft.objects.defer("text", "sections").in_bulk(told)
    return {story: Snippet(rows[draft], _parts(told[draft])) for story, draft in drafts.items() if draft in told}


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
