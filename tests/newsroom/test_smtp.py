"""Mail by a real mail server."""

from django.core.mail import EmailMessage
from pytest_django import Settings

from tests.smtp import SmtpServer


def test_a_mail_arrives_with_its_headers(smtp_server: SmtpServer) -> None:
    EmailMessage("Sent back", "Whose figure?", to=["writer@desk.example"], reply_to=["chief@desk.example"]).send()

    [received] = smtp_server.received
    assert received["Subject"] == "Sent back"
    assert received["Reply-To"] == "chief@desk.example"
    assert received.get_content().strip() == "Whose figure?"


def test_the_mail_server_is_named_by_one_address(settings: Settings) -> None:
    from newsroom.settings import env

    config = env.email_url_config("smtp+tls://desk:pass@mail.example:587")

    assert config["EMAIL_HOST"] == "mail.example"
    assert config["EMAIL_PORT"] == 587
    assert config["EMAIL_USE_TLS"] is True
