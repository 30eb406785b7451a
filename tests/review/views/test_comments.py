"""The comments page: threads, what became of their words, and the form for new ones."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Draft
from review.actions.comments import comment, comment_on_words
from review.alerting.mails import mail_of
from review.models import Alert, AlertKind, Comment, CommentKind
from review.standing import standings
from tests.factories import found
from tests.review.conftest import Newsroom

TEXT = "The wall fell on Monday. Nobody was hurt, the harbour master said."


@pytest.fixture
def draft(newsroom: Newsroom, client: Client) -> Draft:
    client.force_login(newsroom.editor)
    newsroom.alone[TEXT] = [found(message="Which Monday?")]
    return newsroom.read_in(TEXT)


def page(client: Client, newsroom: Newsroom, **query: str) -> str:
    return client.get(reverse("comments", args=[newsroom.story.pk]), query).content.decode()


def send(client: Client, newsroom: Newsroom, draft: Draft, **told: str) -> str:
    form = {"draft": str(draft.pk), "words": "Monday", "text": "Which one?"} | told
    return client.post(reverse("comments", args=[newsroom.story.pk]), form, follow=True).content.decode()


def test_comment_on_words_is_shown_with_the_place(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    shown = send(client, newsroom, draft)

    assert "<blockquote>Monday</blockquote>" in shown
    assert "Which one?" in shown
    assert f"?a={draft.pk}#a-1" in shown


def test_words_that_are_gone_are_still_shown_and_said_to_be_gone(
    client: Client, newsroom: Newsroom, draft: Draft
) -> None:
    send(client, newsroom, draft)

    newsroom.read_in("Nobody was hurt.", revises=draft)

    assert "The words it was written on are gone from A2: <q>Monday</q>" in page(client, newsroom)


def test_refused_comment_comes_back_with_what_was_typed(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    shown = send(client, newsroom, draft, words="Sunday", text="My long thought.")

    assert "stands nowhere in draft A1" in shown
    assert "My long thought." in shown
    assert not Comment.objects.exists()


def test_words_selected_elsewhere_stand_in_the_form(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    shown = page(client, newsroom, draft=str(draft.pk), words="Nobody was hurt", text="@rhea B2 has: “One was hurt”")

    assert "Nobody was hurt</textarea>" in shown
    assert "B2 has: “One was hurt”</textarea>" in shown


def test_comment_leads_back_to_the_page_of_the_story_where_it_was_begun(
    client: Client, newsroom: Newsroom, draft: Draft
) -> None:
    review = reverse("review", args=[newsroom.story.pk])
    form = {"draft": draft.pk, "words": "Monday", "text": "Which?"}
    address = reverse("comments", args=[newsroom.story.pk])

    back = client.post(address, form | {"back": f"{review}?a={draft.pk}"})
    away = client.post(address, form | {"back": "//elsewhere.example/"})

    assert back.headers["Location"] == f"{review}?a={draft.pk}"
    assert away.headers["Location"].startswith(address)


def test_name_that_nobody_goes_by_is_said(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    assert "goes by @nobody" in send(client, newsroom, draft, text="@nobody, look")


def test_thread_on_a_finding_begins_at_its_form(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    finding = standings(newsroom.story)[0].finding

    shown = client.get(reverse("finding-thread", args=[finding.pk]), follow=True).content.decode()
    client.post(reverse("comment", args=[finding.annotation_id]), {"kind": "said", "text": "The 3rd."})

    assert "Comment on this finding" in shown
    assert "On a finding" in page(client, newsroom)


def test_resolved_threads_are_listed_apart(client: Client, newsroom: Newsroom, draft: Draft) -> None:
    thread = comment_on_words(by=newsroom.editor, draft=draft, words="Monday", text="Which one?").annotation
    comment(by=newsroom.editor, annotation=thread, text="The 3rd.", kind=CommentKind.RESOLVED)

    assert "Which one?" not in page(client, newsroom)
    assert "Which one?" in page(client, newsroom, resolved="1")


def test_mail_to_who_is_mentioned_says_why_and_leads_to_the_comment(
    client: Client, newsroom: Newsroom, draft: Draft
) -> None:
    send(client, newsroom, draft, text="@caro Which one?")

    mail = mail_of(Alert.objects.get(kind=AlertKind.MENTIONED))

    thread = Comment.objects.get(text="@caro Which one?").annotation_id
    assert f"{reverse('comments', args=[newsroom.story.pk])}#thread-{thread}" in mail.body
    assert "a comment calls you" in mail.body
    assert "Which one?" in mail.body
