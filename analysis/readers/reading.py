"""The one place where a file's content finds its reader, or is refused."""

from dataclasses import fields, replace
from pathlib import Path, PurePath
from typing import Any

from analysis.readers import unreadable
from analysis.readers.encodings import legible
from analysis.readers.formats import Format, formats
from analysis.readers.furniture import with_furniture
from analysis.readers.read_text import ReadText
from analysis.readers.refusals import Damaged, EmptyFile, NotReadable, Refused, TooDemanding, TooLong, WronglyNamed

MOST_CHARACTERS = 500_000
_MOST = f"at most {MOST_CHARACTERS:,} characters"
_MOST_BYTES = 50_000_000
READABLE = (
    "a Word or OpenDocument file, rich text, a PDF with text in it, a web page, an email, Markdown, plain text"
    " or a wire item (ninjs, NewsML, NITF)"
)


def read_file(path: Path) -> ReadText:
    """The file's text and furniture; raises Refused for what can't be read, OSError for what can't be opened."""
    return read(path.read_bytes(), path.name)


def read(content: bytes, filename: str) -> ReadText:
    """The text and furniture of a file's content; raises Refused, whose words are for the person who sent it.

    The name serves for refusals, and to tell a file that is not what it says it is.
    """
    if not content.strip():
        raise EmptyFile(filename)
    if len(content) > _MOST_BYTES:
        raise TooLong(filename, length=f"{len(content) // 1_000_000} million bytes", most=_MOST)
    form = _format_of(content, filename)
    found = with_furniture(_cleaned(_read_as(form, content, filename)))
    _check_length(found, filename)
    return replace(found, notes=(*_naming_notes(form, filename), *found.notes))


def _read_as(form: Format, content: bytes, filename: str) -> ReadText:
    try:
        return form.read(content, filename)
    except (Refused, MemoryError):
        raise
    except RecursionError as error:
        raise TooDemanding(filename) from error
    except Exception as error:  # a file that is broken in a new way ends in any error of any library below
        raise Damaged(filename, named=form.name) from error


def _cleaned(found: ReadText) -> ReadText:
    """What stands beside the text is as legible as the text: a wire item may state anything, and NUL can't be kept."""
    stated = {part.name: getattr(found, part.name) for part in fields(found)}
    words: dict[str, Any] = {name: legible(value) for name, value in stated.items() if isinstance(value, str)}
    enclosed = tuple(replace(file, filename=legible(file.filename)) for file in found.enclosed)
    notes = tuple(map(legible, found.notes))
    return replace(found, notes=notes, enclosed=enclosed, **words)


def is_unmarked(content: bytes, filename: str) -> bool:
    """Whether the content is nothing but its text, in which every character counts."""
    return not _format_of(content, filename).bears_mark


def _format_of(content: bytes, filename: str) -> Format:
    form = next((form for form in formats() if form.recognises(content)), None)
    named = _named_format(filename)
    if form is None:
        found = unreadable.description(content)
        if named is None or found == unreadable.UNKNOWN:
            raise NotReadable(filename, found=found, readable=READABLE)
        raise WronglyNamed(filename, named=named.name, found=found)
    if form.bears_mark or named is form:
        return form
    if named is not None and not named.bears_mark:  # plain text or Markdown: the person knows which
        return named
    # Plain text has no mark of its own: under another format's name it is more likely that format's wreck.
    if named is not None or not unreadable.is_named_like_text(filename):
        raise WronglyNamed(filename, named=named.name if named else f"a {_suffix(filename)} file", found=form.name)
    return form


def _naming_notes(form: Format, filename: str) -> tuple[str, ...]:
    says_something = any(_suffix(filename) in other.suffixes for other in formats())
    if not form.bears_mark or _suffix(filename) in form.suffixes or not says_something:
        return ()
    return (f"The file is {form.name}, whatever its name says, and was read as one.",)


def _check_length(found: ReadText, filename: str) -> None:
    length = len(found.headline) + len(found.standfirst) + len(found.body)
    if not length:
        raise EmptyFile(filename)
    if length > MOST_CHARACTERS:
        raise TooLong(filename, length=f"{length:,} characters", most=_MOST)


def _named_format(filename: str) -> Format | None:
    """The one format that bears this suffix; .xml and .json say nothing."""
    named = [form for form in formats() if _suffix(filename) in form.suffixes]
    return named[0] if len(named) == 1 else None


def _suffix(filename: str) -> str:
    return PurePath(filename).suffix.lower()
