"""What a document's properties say of its making, as far as people wrote it and not a program."""

from analysis.readers.bylines import bare_byline, is_name

_PROGRAMS = ("microsoft", "office", "user", "admin", "libreoffice", "python", "unknown", "default", "pdf")


def author_of(written: str) -> str:
    """The author's name; empty for what the program filled in."""
    name = bare_byline(written)
    last, comma, given = name.partition(", ")
    if comma and " " not in last and given:
        name = f"{given} {last}"
    return name if is_name(name) and not any(word in name.lower() for word in _PROGRAMS) else ""
