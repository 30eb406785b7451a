"""The deployment checks see what would fail a newsroom without a word."""

import pytest
from django.core.checks import run_checks
from pytest_django import Settings

SOUND = {
    "EMAIL_URL": "smtp+tls://mail.example:587",
    "REDIS_URL": "redis://redis.example:6379/0",
    "SITE_URL": "https://backread.example",
    "ON_SQLITE": False,
}


def warnings_of_ours() -> list[str]:
    found = run_checks(include_deployment_checks=True)
    return [str(message.id) for message in found if str(message.id).startswith("newsroom.")]


@pytest.fixture
def sound_settings(settings: Settings) -> Settings:
    for name, setting in SOUND.items():
        setattr(settings, name, setting)
    return settings


def test_a_sound_newsroom_has_no_warning(sound_settings: Settings) -> None:
    assert warnings_of_ours() == []


@pytest.mark.parametrize(
    ("name", "setting", "warning"),
    [
        ("EMAIL_URL", "", "newsroom.W001"),
        ("REDIS_URL", "", "newsroom.W002"),
        ("SITE_URL", "http://localhost:8000", "newsroom.W003"),
        ("ON_SQLITE", True, "newsroom.W004"),
    ],
)
def test_it_warns_without(sound_settings: Settings, name: str, setting: object, warning: str) -> None:
    setattr(sound_settings, name, setting)

    assert warnings_of_ours() == [warning]
