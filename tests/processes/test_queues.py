"""A worker for each queue: one reads drafts, the other compares them, and neither loads the other's models."""

from pathlib import Path

import pytest
from psutil import Process

from articles.models import Desk, Membership, Role, User
from newsroom.queues import WorkQueue
from review.actions.drafts import receive_draft
from review.actions.stories import open_story
from review.models import Analysis, Comparison, RunState
from tests.services import wait_until
from tests.workers import forget_work_of_the_dead, queued, started_worker

pytestmark = pytest.mark.long


@pytest.fixture
def two_drafts(transactional_db: None) -> None:
    forget_work_of_the_dead()  # another file may have killed some
    editor = User.objects.create_user("edda")
    desk = Desk.objects.create(name="City desk", slug="city")
    Membership.objects.create(user=editor, desk=desk, role=Role.EDITOR)
    story = open_story(by=editor, desk=desk, slug="hotel-fire")
    for headline, body in (("Fire", "Nobody was killed in the fire."), ("Blaze", "There were no deaths in the blaze.")):
        receive_draft(by=editor, story=story, headline=headline, body=body)


@pytest.mark.any_database
@pytest.mark.usefixtures("two_drafts")
@pytest.mark.skipif(not hasattr(Process, "memory_maps"), reason="This system doesn't tell what a process has loaded.")
def test_a_worker_of_one_queue_loads_only_the_models_of_that_queue(tmp_path: Path) -> None:
    with started_worker(tmp_path, WorkQueue.READING) as reading:
        wait_until(lambda: queued(WorkQueue.COMPARING), "The message that asks for the comparison")
        reading_loaded = {library: reading.has_loaded(library) for library in ("spacy", "onnxruntime")}
    assert not Analysis.objects.unfinished().exists()
    assert Comparison.objects.get().state == RunState.WAITING

    with started_worker(tmp_path, WorkQueue.COMPARING) as comparing:
        wait_until(lambda: not Comparison.objects.unfinished().exists(), "The end of the comparison")
        comparing_loaded = {library: comparing.has_loaded(library) for library in ("spacy", "onnxruntime")}
    forget_work_of_the_dead()

    assert Comparison.objects.get().state == RunState.DONE
    assert reading_loaded == {"spacy": True, "onnxruntime": False}
    assert comparing_loaded == {"spacy": False, "onnxruntime": True}
