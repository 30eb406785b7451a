"""Files of a newsroom in, text and its furniture out: formats are told by content, never by name."""

from analysis.readers.limits import ReaderError, read_under_limits
from analysis.readers.read_text import Enclosed, ReadText
from analysis.readers.reading import READABLE, is_unmarked, read, read_file
from analysis.readers.refusals import (
    Damaged,
    DefinesEntities,
    EmptyFile,
    NestedTooDeep,
    NotReadable,
    PasswordProtected,
    Refused,
    SwellsWhenOpened,
    TooDemanding,
    TooLong,
    WithoutText,
    WronglyNamed,
)

__all__ = [
    "READABLE",
    "Damaged",
    "DefinesEntities",
    "EmptyFile",
    "Enclosed",
    "NestedTooDeep",
    "NotReadable",
    "PasswordProtected",
    "ReadText",
    "ReaderError",
    "Refused",
    "SwellsWhenOpened",
    "TooDemanding",
    "TooLong",
    "WithoutText",
    "WronglyNamed",
    "is_unmarked",
    "read",
    "read_file",
    "read_under_limits",
]
