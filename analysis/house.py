"""House lists: a desk's own names with label, aliases, role, and whether they are the newsroom's own staff."""

from pathlib import Path

import msgspec

from analysis.document import HouseEntry


class HouseListError(Exception):
    """The file or entry is no house list; the message says where and why."""


def read_house_list(path: Path) -> tuple[HouseEntry, ...]:
    """The entries of a file: a JSON list, or one JSON object a line, with the fields of a HouseEntry.

    Raises HouseListError with a sentence for people.
    """
    try:
        content = path.read_bytes().strip()
    except OSError as error:
        raise HouseListError(f"{path}: {error.strerror or error}") from error
    listed = content if content.startswith(b"[") else b"[" + b",".join(filter(None, content.splitlines())) + b"]"
    try:
        return msgspec.json.decode(listed, type=tuple[HouseEntry, ...])
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise HouseListError(f"{path}: {error}") from error


def house_entry(fields: object) -> HouseEntry:
    """One entry from plain JSON values. Raises HouseListError."""
    try:
        return msgspec.convert(fields, HouseEntry)
    except msgspec.ValidationError as error:
        raise HouseListError(f"house list: {error}") from error
