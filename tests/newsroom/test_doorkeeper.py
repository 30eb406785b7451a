"""Whoever is logged out in the middle of something is led back to it, and told what was not saved."""

from django.test import Client
from django.urls import reverse

from articles.models import Role
from review.models import Resolution
from tests.factories import PASSWORD, DeskFactory, member
from tests.review.drafts import pair_of_drafts


def test_a_decision_sent_after_the_session_ended_leads_back_to_its_finding(client: Client, db: None) -> None:
    desk = DeskFactory.create()
    editor = member(desk, Role.EDITOR, can_log_in=True)
    finding = pair_of_drafts(desk).found("Monday", "Friday", kind="date", message="The days differ.")
    page = f"{reverse('review', args=[finding.annotation.story_id])}?finding={finding.pk}"
    sent = {"reason": "wrong", "note": "Ask the port\nagain", "seen": ""}

    refused = client.post(
        reverse("finding-dismiss", args=[finding.pk]), sent, headers={"referer": f"http://testserver{page}"}
    )
    action = refused.context["action"]
    back = client.post(action, {"username": editor.username, "password": PASSWORD})

    told = refused.content.decode()
    assert refused.status_code == 403
    assert "you were logged out" in told
    assert "Ask the port<br>again" in told
    assert "no-store" in refused["Cache-Control"]
    assert f'action="{action.replace("&", "&amp;")}"' in told
    assert back["Location"] == page
    assert not Resolution.objects.exists()


def test_what_was_sent_from_elsewhere_leads_to_the_board(client: Client, db: None) -> None:
    refused = client.post(reverse("finding-dismiss", args=[1]), headers={"referer": "https://elsewhere.example/"})

    assert refused.context["action"].endswith("?next=%2F")
    assert "You had written" not in refused.content.decode()


def test_a_page_that_is_asked_for_is_asked_for_again_after_the_log_in(client: Client, db: None) -> None:
    response = client.get("/hand-in/?desk=city")

    assert response["Location"] == f"{reverse('login')}?next=/hand-in/%3Fdesk%3Dcity"


def test_what_comes_by_script_is_turned_away_alone(client: Client, db: None) -> None:
    response = client.post(reverse("finding-dismiss", args=[1]), headers={"HX-Request": "true"})

    assert response.status_code == 302
