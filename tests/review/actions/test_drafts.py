"""Handing drafts in, revising them, and leaving one out."""

import pytest

from articles.models import AuditEvent, DraftStanding, StoryState
from review.actions.decisions import kill
from review.actions.drafts import exclude_draft, receive_draft, take_in_again
from review.models import Analysis, Comparison, RunState
from review.policies import Refused
from review.verbs import Verb
from tests.factories import DeskFactory, StoryFactory, found, member
from tests.review.conftest import Newsroom


def pairs(newsroom: Newsroom) -> set[tuple[str, str]]:
    rows = Comparison.objects.filter(story=newsroom.story).select_related("left", "right")
    return {(row.left.label, row.right.label) for row in rows}


def test_first_draft_is_a1_and_waits_to_be_read(newsroom: Newsroom) -> None:
    draft = newsroom.hand_in("The wall is 40 metres long.")

    newsroom.story.refresh_from_db()
    assert draft.label == "A1"
    assert Analysis.objects.get(draft=draft).state == RunState.WAITING
    assert newsroom.story.state == StoryState.ANALYSING


def test_another_writers_draft_starts_the_next_version(newsroom: Newsroom) -> None:
    labels = [newsroom.hand_in(f"The wall is {metres} metres long.").label for metres in (40, 50, 60)]

    assert labels == ["A1", "B2", "C3"]
    assert pairs(newsroom) == {("A1", "B2"), ("A1", "C3"), ("B2", "C3")}


def test_revision_keeps_the_version_and_supersedes_what_it_revises(newsroom: Newsroom) -> None:
    first = newsroom.hand_in("The wall is 40 metres long.")

    second = newsroom.hand_in("The wall is 50 metres long.", revises=first)

    first.refresh_from_db()
    assert (second.label, first.standing, second.standing) == ("A2", DraftStanding.SUPERSEDED, DraftStanding.CURRENT)


def test_revision_is_compared_with_its_predecessor_and_the_latest_of_each_other_version(newsroom: Newsroom) -> None:
    first = newsroom.hand_in("The wall is 40 metres long.")
    newsroom.hand_in("The wall measures 40 metres.")

    newsroom.hand_in("The wall is 50 metres long.", revises=first)

    assert pairs(newsroom) == {("A1", "B2"), ("A1", "A3"), ("B2", "A3")}


def test_draft_that_was_revised_cannot_be_revised_again(newsroom: Newsroom) -> None:
    first = newsroom.hand_in("The wall is 40 metres long.")
    newsroom.hand_in("The wall is 50 metres long.", revises=first)

    with pytest.raises(Refused, match="A1 stands no longer"):
        newsroom.hand_in("The wall is 60 metres long.", revises=first)


def test_draft_of_another_story_cannot_be_revised(newsroom: Newsroom) -> None:
    elsewhere = newsroom.hand_in("The wall is 40 metres long.", story=StoryFactory.create(desk=newsroom.desk))

    with pytest.raises(Refused, match="belongs to another story"):
        newsroom.hand_in("The wall is 50 metres long.", revises=elsewhere)


def test_draft_needs_words(newsroom: Newsroom) -> None:
    with pytest.raises(Refused, match="without any text"):
        newsroom.hand_in(" \n\t")


def test_outsider_hands_nothing_in(newsroom: Newsroom) -> None:
    with pytest.raises(Refused, match="You are not on the desk"):
        newsroom.hand_in("The wall is 40 metres long.", by=member(DeskFactory.create()))


def test_writer_is_one_of_the_desk(newsroom: Newsroom) -> None:
    with pytest.raises(Refused, match="is not on the desk"):
        receive_draft(
            by=newsroom.editor,
            story=newsroom.story,
            headline="",
            body="A wall.",
            written_by=member(DeskFactory.create()),
        )


def test_nothing_is_handed_in_to_a_killed_story(newsroom: Newsroom) -> None:
    kill(by=newsroom.chief, story=newsroom.story, note="It never happened.")

    with pytest.raises(Refused, match="was killed"):
        newsroom.hand_in("The wall is 40 metres long.")


def test_refused_draft_leaves_neither_row_nor_event(newsroom: Newsroom) -> None:
    first = newsroom.hand_in("The wall is 40 metres long.")
    newsroom.hand_in("The wall is 50 metres long.", revises=first)
    events = AuditEvent.objects.count()

    with pytest.raises(Refused):
        newsroom.hand_in("The wall is 60 metres long.", revises=first)

    assert newsroom.story.drafts.count() == 2
    assert AuditEvent.objects.count() == events


def test_excluded_version_is_compared_no_more(newsroom: Newsroom) -> None:
    newsroom.hand_in("The wall is 40 metres long.")
    wire = newsroom.hand_in("The wall is 50 metres long.")

    exclude_draft(by=newsroom.editor, draft=wire, note="Their copy is about another wall.")
    newsroom.hand_in("The wall is 60 metres long.")

    assert ("B2", "C3") not in pairs(newsroom)
    assert AuditEvent.objects.filter(verb=Verb.EXCLUDED_DRAFT).count() == 1


def test_reporter_excludes_nothing(newsroom: Newsroom) -> None:
    draft = newsroom.hand_in("The wall is 40 metres long.")

    with pytest.raises(Refused, match="Only an editor or a chief"):
        exclude_draft(by=newsroom.reporter, draft=draft)


def test_version_that_was_left_out_is_taken_in_again_and_compared_with_what_came_meanwhile(newsroom: Newsroom) -> None:
    newsroom.read_in("The wall is 40 metres long.")
    wire = newsroom.read_in("The wall is 50 metres long.")
    exclude_draft(by=newsroom.editor, draft=wire)
    newsroom.read_in("The wall is 60 metres long.")

    take_in_again(by=newsroom.editor, draft=wire, note="It is about our wall after all.")
    newsroom.work()

    assert ("B2", "C3") in pairs(newsroom)
    assert newsroom.story.drafts.current().count() == 3


def test_what_a_version_says_blocks_again_once_it_is_taken_in(newsroom: Newsroom) -> None:
    texts = "The wall is 40 metres long.", "The wall is 50 metres long."
    newsroom.between[frozenset(texts)] = [found()]
    _, wire = (newsroom.read_in(text) for text in texts)
    exclude_draft(by=newsroom.editor, draft=wire)

    take_in_again(by=newsroom.editor, draft=wire)

    newsroom.story.refresh_from_db()
    assert newsroom.story.state == StoryState.NEEDS_WORK


def test_only_a_version_that_is_left_out_is_taken_in_again(newsroom: Newsroom) -> None:
    draft = newsroom.hand_in("The wall is 40 metres long.")

    with pytest.raises(Refused, match="Draft A1 is not left out"):
        take_in_again(by=newsroom.editor, draft=draft)


def test_reporter_takes_nothing_in_again(newsroom: Newsroom) -> None:
    draft = newsroom.hand_in("The wall is 40 metres long.")
    exclude_draft(by=newsroom.editor, draft=draft)

    with pytest.raises(Refused, match="Only an editor or a chief"):
        take_in_again(by=newsroom.reporter, draft=draft)
