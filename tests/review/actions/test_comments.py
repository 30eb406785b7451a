"""Comments: on words, findings and claims; who is told; and what becomes of them in later drafts."""

import pytest
from django.db import IntegrityError, transaction

from articles.audit import first_broken
from articles.models import AuditEvent, Draft, Role
from review.actions.comments import comment, comment_on_words, is_open, thread_on
from review.models import Alert, AlertKind, Comment, CommentKind, Passage
from review.policies import Refused
from review.standing import standings
from review.verbs import Verb
from tests.factories import DeskFactory, found, member
from tests.review.conftest import Newsroom

TEXT = "The wall fell on Monday. Nobody was hurt, the harbour master said.\nA crane lifted the stones on Tuesday."


@pytest.fixture
def draft(newsroom: Newsroom) -> Draft:
    return newsroom.read_in(TEXT)


def on_words(newsroom: Newsroom, draft: Draft, words: str, text: str = "Are we sure?") -> Comment:
    return comment_on_words(by=newsroom.editor, draft=draft, words=words, text=text)


def stands(said: Comment, draft: Draft) -> list[str]:
    return [passage.exact for passage in Passage.objects.filter(annotation=said.annotation, draft=draft)]


def test_comment_hangs_on_the_words_and_is_on_the_record(newsroom: Newsroom, draft: Draft) -> None:
    said = on_words(newsroom, draft, "Nobody   was\nhurt")

    assert stands(said, draft) == ["Nobody was hurt"]
    details = AuditEvent.objects.get(verb=Verb.COMMENTED).details.content
    assert (details["on"], details["draft"], details["note"]) == ("Nobody was hurt", "A1", "Are we sure?")
    assert first_broken(newsroom.story) is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [("Everybody", "stands nowhere"), ("on", "stands in"), (" ", "Select"), ("a" * 1_001, "at most")],
)
def test_comment_on_words_that_name_no_place_is_refused(
    newsroom: Newsroom, draft: Draft, words: str, reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        on_words(newsroom, draft, words)


def test_paragraph_tells_which_of_several_places_is_meant(newsroom: Newsroom, draft: Draft) -> None:
    said = comment_on_words(by=newsroom.editor, draft=draft, words="on", text="At?", paragraph=2)

    assert Passage.objects.get(annotation=said.annotation).start > TEXT.index("\n")


def test_comment_moves_with_its_words_into_the_next_draft(newsroom: Newsroom, draft: Draft) -> None:
    said = on_words(newsroom, draft, "Monday")

    revision = newsroom.read_in(f"It had rained for days.\n{TEXT}", revises=draft)

    assert stands(said, revision) == ["Monday"]


def test_comment_whose_words_are_gone_stays_behind_and_is_not_moved_to_a_lookalike(
    newsroom: Newsroom, draft: Draft
) -> None:
    said = on_words(newsroom, draft, "Monday")

    revision = newsroom.read_in("The inquiry opens next Monday at noon.", revises=draft)

    assert stands(said, revision) == []
    assert stands(said, draft) == ["Monday"]


def test_comment_comes_back_with_its_words(newsroom: Newsroom, draft: Draft) -> None:
    said = on_words(newsroom, draft, "Monday")
    without = newsroom.read_in("The inquiry opens next week.", revises=draft)

    again = newsroom.read_in(TEXT.replace("stones", "blocks"), revises=without)

    assert stands(said, again) == ["Monday"]


def test_thread_is_answered_resolved_and_opened_again(newsroom: Newsroom, draft: Draft) -> None:
    thread = on_words(newsroom, draft, "Monday").annotation
    comment(by=newsroom.reporter, annotation=thread, text="The harbour master said so.")

    comment(by=newsroom.editor, annotation=thread, text="", kind=CommentKind.RESOLVED)
    assert not is_open(thread)
    comment(by=newsroom.chief, annotation=thread, text="He was away.", kind=CommentKind.REOPENED)

    assert is_open(thread)
    assert [said.kind for said in thread.comments.all()] == ["said", "said", "resolved", "reopened"]


def test_thread_is_resolved_once(newsroom: Newsroom, draft: Draft) -> None:
    thread = on_words(newsroom, draft, "Monday").annotation
    comment(by=newsroom.editor, annotation=thread, text="", kind=CommentKind.RESOLVED)

    with pytest.raises(Refused, match="faster"):
        comment(by=newsroom.chief, annotation=thread, text="", kind=CommentKind.RESOLVED)


def test_comment_says_something_and_is_never_changed(newsroom: Newsroom, draft: Draft) -> None:
    with pytest.raises(Refused, match="Say something"):
        on_words(newsroom, draft, "Monday", text=" ")
    said = on_words(newsroom, draft, "Monday")
    said.text = "Never mind."

    with pytest.raises(IntegrityError), transaction.atomic():
        said.save()


def test_comment_on_a_finding_goes_on_in_the_next_draft(newsroom: Newsroom) -> None:
    newsroom.alone[TEXT] = newsroom.alone[f"{TEXT} It rained."] = [found()]
    first = newsroom.read_in(TEXT)
    before = standings(newsroom.story)[0].finding
    comment(by=newsroom.editor, annotation=thread_on(before), text="Ask the clerk.")

    newsroom.read_in(f"{TEXT} It rained.", revises=first)

    later = standings(newsroom.story)[0].finding
    assert later != before
    assert thread_on(later) == before.annotation


def test_who_is_mentioned_is_told_and_nobody_of_another_desk(newsroom: Newsroom, draft: Draft) -> None:
    member(DeskFactory.create(), Role.CHIEF, username="stranger")
    Alert.objects.all().delete()

    on_words(
        newsroom, draft, "Monday", text=f"@{newsroom.reporter.username}, @caro and @stranger: mail me@caro.example"
    )

    told = Alert.objects.filter(kind=AlertKind.MENTIONED)
    assert {alert.recipient for alert in told} == {newsroom.reporter, newsroom.chief}


def test_the_whole_desk_is_told_but_not_who_calls_it(newsroom: Newsroom, draft: Draft) -> None:
    Alert.objects.all().delete()

    on_words(newsroom, draft, "Monday", text="@desk: who was there?")

    assert {alert.recipient for alert in Alert.objects.all()} == {newsroom.reporter, newsroom.chief}


def test_who_is_not_on_the_desk_comments_on_nothing(newsroom: Newsroom, draft: Draft) -> None:
    stranger = member(DeskFactory.create(), Role.CHIEF)

    with pytest.raises(Refused):
        comment_on_words(by=stranger, draft=draft, words="Monday", text="Hello.")
