"""Deployment checks: what works on one machine and fails a newsroom without a word."""

from collections.abc import Iterator, Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.security, deploy=True)
def check_what_the_newsroom_needs(app_configs: Sequence[AppConfig] | None, **_: object) -> list[checks.CheckMessage]:  # noqa: ARG001
    return list(_missing())


def _missing() -> Iterator[checks.CheckMessage]:
    if not settings.EMAIL_URL:
        yield checks.Warning("Without EMAIL_URL alerts stay on this machine as files.", id="newsroom.W001")
    if not settings.REDIS_URL:
        yield checks.Warning("Without REDIS_URL tasks go to a socket that only `make run` opens.", id="newsroom.W002")
    if not settings.SITE_URL.startswith("https://"):
        yield checks.Warning("SITE_URL is not an https address: links in mails will not open.", id="newsroom.W003")
    if settings.ON_SQLITE:
        yield checks.Warning("Without DATABASE_URL everything is in one SQLite file.", id="newsroom.W004")
