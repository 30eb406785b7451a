"""Documents that are archives of parts (.docx, .odt): judged by what they declare, before anything is unpacked."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from analysis.readers.markup import Element, check_bombs, refusal_of, xml_root
from analysis.readers.refusals import Damaged, PasswordProtected, SwellsWhenOpened, TooDemanding

ZIP = b"PK\x03\x04"
_ENCRYPTED_FLAG = 0x1  # of a zip member's general purpose flags
_MOST_UNPACKED_BYTES = 50_000_000
_MOST_MEMBERS = 5_000
_MOST_SWELLING = 200  # times the file; text packs about 10 times, a bomb 1,000 times
_MOST_TEXT_BYTES = 20_000_000  # of one part that is parsed: half a million characters make five million bytes at most
_MOST_ELEMENTS = 150_000  # paragraphs, of which even a book has fewer
_BROKEN = (BadZipFile, NotImplementedError, EOFError, ValueError, OSError)  # what zipfile says of a list of parts


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened archive that keeps the limits; `named` is what a refusal calls it."""

    file: ZipFile
    filename: str
    named: str

    def has(self, part: str) -> bool:
        return part in self.file.namelist()

    def part(self, name: str) -> bytes:
        """A part's bytes; raises Damaged where it is missing or broken."""
        try:
            return self.file.read(name)
        except Exception as error:  # zlib, zipfile and bzip2 each have errors of their own
            raise Damaged(self.filename, named=self.named) from error

    def root(self, name: str) -> Element | None:
        """A part's whole tree; None where the archive has none of that name."""
        return xml_root(self.part(name), self.filename, named=self.named) if self.has(name) else None

    def elements(self, name: str, *tags: str) -> Iterator[Element]:
        """Each element of these tags as soon as it ends, so that a large part never stands in memory whole."""
        content = self.part(name)
        check_bombs(content, self.filename, named=self.named)
        parts = etree.iterparse(BytesIO(content), events=("end",), tag=tags, resolve_entities=False, no_network=True)
        try:
            for count, (_, element) in enumerate(parts):
                if count > _MOST_ELEMENTS:
                    raise TooDemanding(self.filename)
                yield element
                element.clear(keep_tail=True)
        except etree.XMLSyntaxError as error:
            raise refusal_of(error, self.filename, named=self.named) from error


def opened(content: bytes, filename: str, *, named: str) -> Archive:
    """Raises Damaged, PasswordProtected or SwellsWhenOpened."""
    try:
        file = ZipFile(BytesIO(content))
    except _BROKEN as error:
        raise Damaged(filename, named=named) from error
    _check_members(file.infolist(), len(content), filename)
    return Archive(file, filename, named)


def first_bytes_of(content: bytes, part: str, count: int) -> bytes:
    """So many bytes of one part, whatever the others are; empty where it has none of that name, or is broken."""
    try:
        with ZipFile(BytesIO(content)).open(part) as member:
            return member.read(count)
    except (*_BROKEN, KeyError, RuntimeError, zlib.error):
        return b""


def _check_members(members: list[ZipInfo], packed_bytes: int, filename: str) -> None:
    """Refuse by what the archive declares: zipfile reads no more than that."""
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise PasswordProtected(filename)
    unpacked = sum(member.file_size for member in members)
    most = min(_MOST_UNPACKED_BYTES, _MOST_SWELLING * packed_bytes)
    texts = max((member.file_size for member in members if member.filename.endswith(".xml")), default=0)
    if unpacked > most or len(members) > _MOST_MEMBERS:
        raise SwellsWhenOpened(filename, unpacked=_megabytes(unpacked), most=_megabytes(most))
    if texts > _MOST_TEXT_BYTES:
        raise SwellsWhenOpened(filename, unpacked=_megabytes(texts), most=_megabytes(_MOST_TEXT_BYTES))


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:,.1f} MB"
