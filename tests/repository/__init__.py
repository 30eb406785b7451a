"""Tests that guard the conventions of this house."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PRODUCT = ("newsroom", "review", "articles", "analysis")


def python_files(*packages: str) -> dict[str, str]:
    """The packages' own files by name, but for empty ones; migrations are written by Django."""
    found = (path for package in packages for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts)
    return {str(path.relative_to(ROOT)): text for path in sorted(found) if (text := path.read_text())}


def other_texts() -> dict[str, str]:
    """Everything else that people read: pages, styles, scripts, documents and the files at the top."""
    folders = ("bin", "docs", "templates", "static", ".ci")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*")] + list(ROOT.iterdir())
    named = (
        path for path in found if path.is_file() and path.name not in (".env", ".git")
    )  # a worktree's .git names its place
    return {str(path.relative_to(ROOT)): path.read_text(errors="ignore") for path in sorted(named)}
