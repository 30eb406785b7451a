"""The newsroom's own directory: a real OpenID Connect provider lets in whom we know, and nobody by a false word."""

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles.audit import first_broken
from articles.models import AccountEvent, User
from newsroom.signin.asking import Asked
from review.verbs import AccountVerb
from tests.directory.provider import EDDA, FAULTS, GHOST
from tests.directory.running import Directory
from tests.factories import UserFactory
from tests.factors import code_of


def is_logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_whoever_has_an_account_of_that_address_is_let_in_and_linked(
    client: Client, directory: Directory, person: User
) -> None:
    User.objects.filter(pk=person.pk).update(email="Edda@Backread.example")

    answer = directory.log_in(client, EDDA, back="/hand-in/")

    assert answer.headers["Location"] == "/hand-in/"
    assert client.session["_auth_user_id"] == str(person.pk)
    event = AccountEvent.objects.get()
    assert (event.person, event.verb) == (person, AccountVerb.LINKED)
    assert event.details == {"issuer": directory.issuer, "subject": SocialAccount.objects.get().uid}
    assert first_broken(person) is None


def test_the_link_is_by_subject_and_holds_when_addresses_change(
    client: Client, directory: Directory, person: User
) -> None:
    directory.log_in(client, EDDA)
    client.logout()
    User.objects.filter(pk=person.pk).update(email="edda.new@backread.example")
    UserFactory.create(email="edda@backread.example")

    directory.log_in(client, EDDA)

    assert client.session["_auth_user_id"] == str(person.pk)
    assert AccountEvent.objects.count() == 1


def test_nobody_is_linked_over_whoever_is_linked_already(client: Client, directory: Directory, person: User) -> None:
    SocialAccount.objects.create(user=person, provider=directory.issuer, uid="another-subject")

    answer = directory.log_in(client, EDDA)

    assert answer.status_code == 403
    assert not is_logged_in(client)


def test_a_link_with_another_directory_lets_nobody_in(client: Client, directory: Directory, person: User) -> None:
    directory.log_in(client, EDDA)
    SocialAccount.objects.update(provider="https://elsewhere.example")
    User.objects.update(email="")
    client.logout()

    assert directory.log_in(client, EDDA).status_code == 403


def test_somebody_unknown_here_is_refused_with_a_sentence_and_gets_no_account(
    client: Client, directory: Directory, person: User
) -> None:
    answer = directory.log_in(client, GHOST)

    assert answer.status_code == 403
    assert "Ask your desk chief to invite you" in answer.content.decode()
    assert not is_logged_in(client)
    assert list(User.objects.all()) == [person]
    assert not SocialAccount.objects.exists()


def test_who_was_switched_off_here_stays_out(client: Client, directory: Directory, person: User) -> None:
    directory.log_in(client, EDDA)
    client.logout()
    User.objects.filter(pk=person.pk).update(is_active=False)

    answer = directory.log_in(client, EDDA)

    assert "Your account is switched off" in answer.content.decode()
    assert not is_logged_in(client)


def test_an_address_that_two_have_tells_nobody_apart(client: Client, directory: Directory, person: User) -> None:
    UserFactory.create(email="EDDA@backread.example")

    assert directory.log_in(client, EDDA).status_code == 403


@pytest.mark.parametrize("word", ["not vouched for", "nothing of the address"])
def test_an_address_that_the_directory_does_not_vouch_for_links_nobody(
    client: Client, directory: Directory, person: User, word: str
) -> None:
    UserFactory.create(email="")
    directory.set_fault(word)

    answer = directory.log_in(client, EDDA)

    assert answer.status_code == 403
    assert not is_logged_in(client)


@pytest.mark.parametrize("word", ["with NUL", "that is too long", "that is half a sign", "that is a number"])
def test_an_address_that_no_account_can_have_links_nobody_and_is_told(
    client: Client, directory: Directory, person: User, word: str
) -> None:
    directory.set_fault(f"an address {word}")

    answer = directory.log_in(client, EDDA)

    assert answer.status_code == 403
    assert "no mail address of yours that Backread can use" in answer.content.decode()


@pytest.mark.parametrize("word", ["with NUL", "that is too long", "that is a number"])
def test_a_name_may_be_anything_since_none_is_taken_from_there(
    client: Client, directory: Directory, person: User, word: str
) -> None:
    directory.set_fault(f"a name {word}")

    directory.log_in(client, EDDA)

    assert is_logged_in(client)


def test_a_token_for_several_lets_in_whom_it_was_given_to_for_us(
    client: Client, directory: Directory, person: User
) -> None:
    directory.set_fault("for several, given to us")

    directory.log_in(client, EDDA)

    assert is_logged_in(client)


def test_whoever_only_leaves_makes_no_row(client: Client, directory: Directory, db: None) -> None:
    client.get(reverse("directory"))

    assert not Session.objects.exists()


def test_what_was_carried_there_is_let_go_on_coming_back(client: Client, directory: Directory, person: User) -> None:
    client.get(reverse("directory"))
    assert client.cookies["directory"].value

    client.get(reverse("directory-back"), {"state": "another", "code": "y"})

    assert not client.cookies["directory"].value
    assert not Session.objects.exists()


def test_a_page_too_long_to_be_carried_along_is_left_behind(client: Client, directory: Directory, person: User) -> None:
    answer = directory.log_in(client, EDDA, back=f"/?q={'water' * 800}")

    assert answer.headers["Location"] == reverse("board")


@pytest.mark.parametrize("name", ["directory", "directory-back"])
def test_the_directory_is_not_called_as_often_as_a_stranger_likes(
    client: Client, directory: Directory, db: None, name: str
) -> None:
    directory.set_fault("discovery is down")

    answers = [client.get(reverse(name)).status_code for _ in range(61)]

    assert set(answers[:60]) <= {403, 503}
    assert answers[60] == 429


@pytest.mark.parametrize("fault", FAULTS)
def test_a_token_that_is_not_sound_lets_nobody_in(
    client: Client, directory: Directory, person: User, fault: str
) -> None:
    directory.set_fault(fault)

    answer = directory.log_in(client, EDDA)

    assert answer.status_code == 403
    assert "could not be trusted" in answer.content.decode()
    assert not is_logged_in(client)
    assert not SocialAccount.objects.exists()


def test_a_group_that_is_asked_for_must_be_named(
    client: Client, directory: Directory, person: User, settings: Settings
) -> None:
    settings.OIDC_GROUP = "backread"
    refused = directory.log_in(client, EDDA)
    directory.set_fault("in the group")

    directory.log_in(client, EDDA)

    assert "does not name you among those" in refused.content.decode()
    assert is_logged_in(client)


@pytest.mark.parametrize("part", ["token", "keys"])
def test_a_directory_that_goes_down_meanwhile_answers_a_sentence(
    client: Client, directory: Directory, person: User, part: str
) -> None:
    directory.set_fault(f"{part} is down")

    answer = directory.log_in(client, EDDA)

    assert answer.status_code in {403, 503}
    assert "Not logged in" in answer.content.decode()


def test_a_directory_that_is_down_answers_a_sentence(client: Client, directory: Directory, db: None) -> None:
    directory.set_fault("discovery is down")

    answer = client.get(reverse("directory"), {"next": "/hand-in/"})

    assert answer.status_code == 503
    assert "The directory does not answer" in answer.content.decode()
    assert "next=%2Fhand-in%2F" in answer.content.decode()


def test_a_directory_that_nobody_answers_for_is_a_sentence(
    client: Client, directory: Directory, db: None, settings: Settings
) -> None:
    Directory("http://127.0.0.1:1").connect(settings)

    for name in ("directory", "directory-back"):
        assert client.get(reverse(name), {"state": "x", "code": "y"}).status_code in {403, 503}


def test_a_directory_that_calls_itself_otherwise_is_not_gone_to(client: Client, directory: Directory, db: None) -> None:
    directory.set_fault("discovery is of another")

    answer = client.get(reverse("directory"))

    assert answer.status_code == 403
    assert "could not be trusted" in answer.content.decode()


def test_a_directory_that_tells_no_object_of_itself_is_not_gone_to(
    client: Client, directory: Directory, db: None
) -> None:
    directory.set_fault("discovery is no object")

    answer = client.get(reverse("directory"))

    assert answer.status_code == 403
    assert "could not be trusted" in answer.content.decode()


@pytest.mark.parametrize("part", ["token", "keys"])
def test_a_directory_that_answers_no_object_lets_nobody_in(
    client: Client, directory: Directory, person: User, part: str
) -> None:
    directory.set_fault(f"{part} is no object")

    answer = directory.log_in(client, EDDA)

    assert answer.status_code == 403
    assert "could not be trusted" in answer.content.decode()


@pytest.mark.parametrize(
    "came", [{}, {"state": "invented", "code": "x"}, {"error": "access_denied"}, {"state": "\x00"}]
)
def test_an_answer_that_was_not_asked_for_lets_nobody_in(
    client: Client, directory: Directory, person: User, came: dict[str, str]
) -> None:
    answer = client.get(reverse("directory-back"), came)

    assert answer.status_code == 403
    assert not is_logged_in(client)


def test_an_answer_works_in_the_browser_that_asked_alone(client: Client, directory: Directory, person: User) -> None:
    stolen = Client()

    answer = directory.log_in(_TwoBrowsers(client, stolen), EDDA)  # type: ignore[arg-type]

    assert answer.status_code == 403
    assert not is_logged_in(stolen)


@pytest.mark.parametrize("next_page", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_the_way_back_leads_nowhere_else(client: Client, directory: Directory, person: User, next_page: str) -> None:
    assert directory.log_in(client, EDDA, back=next_page).headers["Location"] == reverse("board")


def test_a_second_factor_is_asked_for_here_as_well(
    client: Client, directory: Directory, person: User, codes: list[str]
) -> None:
    answer = directory.log_in(client, EDDA, back="/hand-in/")
    assert (answer.headers["Location"], is_logged_in(client)) == (reverse("mfa_authenticate"), False)

    done = client.post(reverse("mfa_authenticate"), {"code": code_of(person)})

    assert done.headers["Location"] == "/hand-in/"


@pytest.mark.parametrize(("brings", "page"), [(False, "second-factor-set-up"), (True, "board")])
def test_who_is_asked_for_a_second_factor_sets_it_up_unless_the_directory_brings_its_own(
    client: Client, directory: Directory, person: User, settings: Settings, *, brings: bool, page: str
) -> None:
    settings.SECOND_FACTOR_FOR, settings.OIDC_BRINGS_SECOND_FACTOR = Asked.EVERYBODY, brings
    directory.log_in(client, EDDA)

    assert client.get(reverse("board"), follow=True).request["PATH_INFO"] == reverse(page)


def test_the_session_is_another_after_the_log_in(client: Client, directory: Directory, person: User) -> None:
    session = client.session  # as somebody who knows its key may have planted it
    session["planted"] = "yes"
    session.save()

    directory.log_in(client, EDDA)

    assert client.session.session_key != session.session_key


def test_nothing_of_the_directory_is_kept_but_the_subject(client: Client, directory: Directory, person: User) -> None:
    directory.log_in(client, EDDA)

    assert not SocialToken.objects.exists()
    assert SocialAccount.objects.get().extra_data == {}
    assert "email" not in str(dict(client.session.items()))


def test_what_cannot_be_recorded_is_not_linked(
    client: Client, directory: Directory, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.signin.admission.record_and_tell", _fail)

    with pytest.raises(OSError, match="full"):
        directory.log_in(client, EDDA)

    assert not SocialAccount.objects.exists()


def test_the_log_says_neither_who_nor_any_secret(
    client: Client, directory: Directory, person: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", logger="newsroom")
    directory.set_fault("signature")
    directory.log_in(client, EDDA)
    directory.set_fault()
    directory.log_in(client, GHOST)

    said = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("newsroom"))
    assert "OAuth2Error, by InvalidSignatureError" in said
    assert not [word for word in ("ghost", "edda", "a-secret-between", "eyJ") if word in said]


def test_the_administrator_unlinks_an_account(client: Client, directory: Directory, person: User) -> None:
    directory.log_in(client, EDDA)
    administrator = UserFactory.create(is_staff=True, is_superuser=True)
    client.force_login(administrator)

    client.post(
        reverse("admin:articles_user_changelist"), {"action": "unlink_from_directory", "_selected_action": [person.pk]}
    )

    assert not SocialAccount.objects.exists()
    assert [event.verb for event in AccountEvent.objects.all()] == [AccountVerb.LINKED, AccountVerb.UNLINKED]


def test_without_a_directory_there_is_no_button(client: Client, db: None) -> None:
    assert "directory" not in client.get(reverse("login")).content.decode()


def test_with_one_the_button_keeps_the_page_that_was_asked_for(client: Client, directory: Directory, db: None) -> None:
    page = client.get(reverse("login"), {"next": "/hand-in/"}).content.decode()

    assert "Log in with the Harbour directory" in page
    assert f'href="{reverse("directory")}?next=%2Fhand-in%2F"' in page


class _TwoBrowsers:
    """Leaves with one browser and comes back with another."""

    def __init__(self, leaving: Client, coming: Client) -> None:
        self._clients = [leaving, coming]

    def get(self, *asked: object) -> object:
        return self._clients.pop(0).get(*asked)  # type: ignore[arg-type]


def _fail(**_told: object) -> None:
    raise OSError("The disk is full.")
