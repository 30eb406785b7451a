"""What the settings accept and what they refuse."""

import os
import re
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from django.conf import settings

OWN_SECRET = "a-secret-of-this-test-alone-and-long-enough-for-production"
EXAMPLE = settings.BASE_DIR / ".env.example"


def settings_read_with(var: Path, **environment: str) -> CompletedProcess[str]:
    """Read the settings in a process of its own, in this environment and no other."""
    bare = {"PATH": os.environ["PATH"], "BACKREAD_ENV_FILE": os.devnull, "BACKREAD_VAR": str(var)}
    command = [sys.executable, "-c", "import newsroom.settings as s; print(s.DATABASES['default']['NAME'], s.SITE_URL)"]
    return subprocess.run(command, cwd=settings.BASE_DIR, env=bare | environment, capture_output=True, text=True)


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"SECRET_KEY": "too-short"},
        {"SECRET_KEY": settings.DEMO_SECRET},
        {"SECRET_KEY": OWN_SECRET, "SECRET_KEY_FALLBACKS": f"another,{settings.DEMO_SECRET}"},
        {"SECRET_KEY": OWN_SECRET, "DEBUG": "true"},
    ],
    ids=["no secret", "short secret", "demo secret", "demo secret of old", "debug"],
)
def test_production_refuses_to_start_with(environment: dict[str, str], tmp_path: Path) -> None:
    answer = settings_read_with(tmp_path, PRODUCTION="true", **environment)

    assert answer.returncode != 0
    assert "PRODUCTION needs a SECRET_KEY of its own" in answer.stderr


def test_production_starts_with_a_secret_of_its_own(tmp_path: Path) -> None:
    answer = settings_read_with(tmp_path, PRODUCTION="true", SECRET_KEY=OWN_SECRET)

    assert answer.returncode == 0, answer.stderr


def test_production_never_uses_the_key_of_the_embedded_newsroom(tmp_path: Path) -> None:
    settings_read_with(tmp_path)  # makes that key
    answer = settings_read_with(tmp_path, PRODUCTION="true")

    assert answer.returncode != 0


def test_a_folder_with_odd_characters_in_its_name_holds_the_database(tmp_path: Path) -> None:
    folder = tmp_path / "50% of news? #1"

    answer = settings_read_with(folder)

    assert answer.stdout.startswith(f"{folder / 'backread.sqlite3'} ")


def test_links_follow_the_port(tmp_path: Path) -> None:
    answer = settings_read_with(tmp_path, PORT="8042")

    assert answer.stdout.endswith("http://localhost:8042\n")


def test_the_example_explains_every_variable() -> None:
    source = (settings.BASE_DIR / "newsroom" / "settings.py").read_text()
    in_the_core = {
        "BACKREAD_SPACY_MODEL",
        "BACKREAD_SENTENCE_VECTORS",
        "BACKREAD_MODEL_THREADS",
        "BACKREAD_MEANING_MODEL",
    }
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', source)) | in_the_core

    explained = set(re.findall(r"\b([A-Z_]{4,})\b", EXAMPLE.read_text()))

    assert read - explained == set()


def test_the_example_names_no_variable_that_nobody_reads() -> None:
    named = re.findall(r"^(?:# )?([A-Z_]+)=", EXAMPLE.read_text(), re.MULTILINE)
    code = "".join(path.read_text() for package in ("newsroom", "analysis") for path in _sources(package))

    assert [name for name in named if f'"{name}"' not in code] == []


def _sources(package: str) -> list[Path]:
    return sorted((settings.BASE_DIR / package).rglob("*.py"))


def test_a_message_is_not_delivered_again_while_its_worker_may_be_at_it() -> None:
    in_hand = (
        settings.CELERY_WORKER_PREFETCH_MULTIPLIER + 1
    )  # tasks that a child of a worker has before it, or works at

    assert in_hand * settings.CELERY_TASK_TIME_LIMIT < settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"]


def test_in_production_sessions_travel_by_tls_alone_and_scripts_cannot_read_them(tmp_path: Path) -> None:
    names = (
        "SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SESSION_COOKIE_HTTPONLY SECURE_SSL_REDIRECT SECURE_HSTS_PRELOAD "
        "SECURE_HSTS_INCLUDE_SUBDOMAINS"
    ).split()
    code = f"import newsroom.settings as s; print(all(getattr(s, n) for n in {names}), s.SECURE_HSTS_SECONDS, s.SESSION_COOKIE_NAME)"  # noqa: E501

    bare = {"PATH": os.environ["PATH"], "BACKREAD_ENV_FILE": os.devnull, "BACKREAD_VAR": str(tmp_path)}
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env=bare | {"PRODUCTION": "true", "SECRET_KEY": OWN_SECRET},
        capture_output=True,
        text=True,
    )

    assert answer.stdout == "True 31536000 __Host-session\n"
