"""Mails as files: complete, private, one a message id."""

import stat
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from pytest_django import Settings

from newsroom.mail import file_name


@pytest.fixture
def mail_dir(settings: Settings, tmp_path: Path) -> Path:
    settings.MAIL_DIR = tmp_path / "mail"
    return tmp_path / "mail"


def letter(subject: str = "budget-vote: a figure differs") -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject, "Ten or twelve?", to=["chief@desk.example"], headers={"Message-ID": "<alert-7@desk.example>"}
    )
    message.attach_alternative("<p>Ten or twelve?</p>", "text/html")
    return message


def send(message: EmailMultiAlternatives) -> int:
    return get_connection("newsroom.mail.EmlBackend").send_messages([message]) or 0


def test_a_mail_is_a_file_named_after_its_id(mail_dir: Path) -> None:
    sent = send(letter())

    [file] = mail_dir.iterdir()
    read = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert sent == 1
    assert file.name == "alert-7@desk.example.eml"
    assert read["Subject"] == "budget-vote: a figure differs"
    assert [part.get_content_type() for part in read.walk()][1:] == ["text/plain", "text/html"]


def test_a_mail_sent_twice_is_one_file(mail_dir: Path) -> None:
    send(letter("first try"))
    send(letter("second try"))

    [file] = mail_dir.iterdir()
    assert b"second try" in file.read_bytes()


def test_only_this_account_can_read_a_mail(mail_dir: Path) -> None:
    send(letter())

    [file] = mail_dir.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(mail_dir.stat().st_mode) == 0o700


@pytest.mark.parametrize("message_id", ["<../../etc/passwd>", "</etc/cron.d/x>", "<..>", "<.hidden@x>", "<a\x00b>"])
def test_no_message_id_leads_out_of_the_folder(message_id: str) -> None:
    name = file_name(message_id)

    assert Path(name).name == name
    assert not name.startswith(".") or name == ".eml"
    assert "\x00" not in name
