"""The way of work to a real worker and back."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddField, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.models import BigAutoField, CharField, TextField

from analysis.stored import loaded
from articles.models import Desk, Draft, Membership, Role, User
from review.actions.drafts import receive_draft
from review.actions.stories import open_story
from review.models import Analysis, Comparison, RunState, SentenceVectors
from tests.factories import DeskFactory, member
from tests.workers import Worker

pytestmark = pytest.mark.long
# What a later release may add: tests/newsroom/test_migrations.py says what else it may do.
CHANGES: list[tuple[str, Operation]] = [
    ("articles", AddField("Story", "tone", CharField(max_length=9, db_default="calm"))),
    ("articles", AddField("Draft", "tone", CharField(max_length=9, null=True))),
    ("review", AddField("Analysis", "remark", TextField(db_default=""))),
    ("review", AddField("Finding", "remark", TextField(null=True))),
    ("review", CreateModel("Remark", [("id", BigAutoField(primary_key=True)), ("said", TextField())])),
]


@pytest.fixture
def newer_tables(worker: Worker) -> Iterator[None]:
    states = [MigrationLoader(connection).project_state()]
    with connection.schema_editor() as editor:
        for app, change in CHANGES:
            states.append(states[-1].clone())
            change.state_forwards(app, states[-1])
            change.database_forwards(app, editor, states[-2], states[-1])
    yield
    worker.finish()
    with connection.schema_editor() as editor:
        for (app, change), before, after in reversed(list(zip(CHANGES, states, states[1:], strict=False))):
            change.database_backwards(app, editor, after, before)


def test_a_worker_reads_what_is_handed_in(worker: Worker) -> None:
    editor = User.objects.create_user("edda")
    desk = Desk.objects.create(name="City desk", slug="city")
    Membership.objects.create(user=editor, desk=desk, role=Role.EDITOR)
    story = open_story(by=editor, desk=desk, slug="dredging")
    body = "Edda Lowe, who chairs the harbour board of Saltmere, said on Tuesday that work would begin in March."

    draft = receive_draft(by=editor, story=story, headline="Board approves dredging", body=body)
    worker.finish()

    analysis = Analysis.objects.get(draft=draft)
    assert analysis.state == RunState.DONE
    assert "Edda Lowe" in [entity.name for entity in loaded(analysis.document or {}).entities]


def test_a_worker_reads_what_the_sentences_of_two_drafts_mean(worker: Worker) -> None:
    editor = User.objects.create_user("edda")
    desk = Desk.objects.create(name="City desk", slug="city")
    Membership.objects.create(user=editor, desk=desk, role=Role.EDITOR)
    story = open_story(by=editor, desk=desk, slug="hotel-fire")
    for headline, body in (("Fire", "Nobody was killed in the fire."), ("Blaze", "There were no deaths in the blaze.")):
        receive_draft(by=editor, story=story, headline=headline, body=body)

    worker.finish()

    comparison = Comparison.objects.get()
    assert comparison.state == RunState.DONE
    assert SentenceVectors.objects.count() == 2
    assert [1, 1] in [[i, j] for i, j, _ in comparison.alignment]


@pytest.mark.postgresql
def test_a_worker_of_older_code_reads_a_draft_to_its_end(worker: Worker, newer_tables: None) -> None:
    desk = DeskFactory.create()
    editor = member(desk, Role.EDITOR)
    story = open_story(by=editor, desk=desk, slug="slipway")

    draft = receive_draft(
        by=editor,
        story=story,
        headline="Slipway to reopen",
        body="The slipway at Saltmere cost £2 million, said Ida Quill.",
    )
    worker.finish()

    assert Analysis.objects.get(draft=draft).state == RunState.DONE
    assert _tone_of(draft) == (None, "calm")


def _tone_of(draft: Draft) -> tuple[str | None, str]:
    """As a program of the later release sees it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT articles_draft.tone, articles_story.tone FROM articles_draft"
            " JOIN articles_story ON articles_story.id = story_id WHERE articles_draft.id = %s",
            [draft.pk],
        )
        found: tuple[str | None, str] = cursor.fetchone()
    return found
