"""Why a file is not read: one named error a reason, each a sentence for the person who handed it in."""

from typing import ClassVar


class Refused(Exception):
    """A file that can't be read; `str()` says which and why. `details` fill the gaps of `sentence`."""

    sentence: ClassVar[str]

    def __init__(self, filename: str, **details: str) -> None:
        self.filename = filename
        self.details = details
        super().__init__(self.sentence.format(filename=filename, **details))


class EmptyFile(Refused):
    sentence = "“{filename}” is empty: there is no text in it."


class TooLong(Refused):
    sentence = "“{filename}” is too long: it has {length}, and a draft may have {most}."


class NotReadable(Refused):
    """Binary content, or a format that has no reader."""

    sentence = "“{filename}” can’t be read: it is {found}. Hand in {readable}, or paste the text."


class WronglyNamed(Refused):
    sentence = "“{filename}” is wrongly named: it is not {named} but {found}. Check that it is the right file."


class PasswordProtected(Refused):
    sentence = "“{filename}” is protected by a password. Save it without one and hand it in again."


class Damaged(Refused):
    sentence = "“{filename}” is damaged: it calls itself {named}, but it breaks off or can’t be opened."


class SwellsWhenOpened(Refused):
    """A zip bomb, or a document with more pictures than text."""

    sentence = "“{filename}” is too large inside: it unpacks to {unpacked}, and at most {most} are opened."


class NestedTooDeep(Refused):
    sentence = "“{filename}” is not opened: its parts stand more than {most} deep in each other."


class DefinesEntities(Refused):
    """XML that defines entities can swell to any size when it is read, and no newsroom sends it."""

    sentence = "“{filename}” is not opened: it is {named} that defines its own abbreviations (XML entities)."


class WithoutText(Refused):
    """A format that has a reader, and in it a picture, a recording, a scan."""

    sentence = "“{filename}” can’t be read: it is {found}, which holds no text of a story. {instead}"


class TooDemanding(Refused):
    sentence = "“{filename}” takes too much time or memory to read. Paste its text instead."


def refusals() -> dict[str, type[Refused]]:
    """Every reason by its name, for a refusal that crosses from one process to another."""
    return {reason.__name__: reason for reason in Refused.__subclasses__()}
