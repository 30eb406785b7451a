"""Files of a newsroom in, text and its furniture out: formats are told by content, never by name."""

from analysis.readers.limits import ReaderError, read_under_limits
from analysis.readers.read_text import ReadText
from analysis.readers.reading import read, read_file
from analysis.readers.refusals import (
    Damaged,
    EmptyFile,
    NotReadable,
    PasswordProtected,
    Refused,
    SwellsWhenOpened,
    TooDemanding,
    TooLong,
    WronglyNamed,
)

__all__ = [
    "Damaged",
    "EmptyFile",
    "NotReadable",
    "PasswordProtected",
    "ReadText",
    "ReaderError",
    "Refused",
    "SwellsWhenOpened",
    "TooDemanding",
    "TooLong",
    "WronglyNamed",
    "read",
    "read_file",
    "read_under_limits",
]
