"""Production names scripts by their content, and those that they import as well."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from pytest_django import Settings


@pytest.fixture
def collected(tmp_path: Path, settings: Settings) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "newsroom.static_files.NamedByContent"}}
    call_command("collectstatic", verbosity=0, interactive=False)
    return tmp_path


def test_a_script_imports_others_by_the_names_that_pages_ask_for(collected: Path) -> None:
    margin = Path(collected, staticfiles_storage.url("review/margin.js").removeprefix("/static/"))

    imported = re.findall(r'import .*?"\./([^"]+)"', margin.read_text())

    asked = {staticfiles_storage.url(f"review/{name}.js").rpartition("/")[2] for name in ("at-hand", "beside", "words")}
    assert asked <= set(imported)
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", name) for name in imported)
