"""PDF documents made to measure: text in Helvetica at given places, a page each."""

from zlib import compress

Words = tuple[float, float, str]  # from the left, from the bottom, in points

_WIDTH, _HEIGHT = 612, 792
_LINE = 14


def column(left: float, top: float, *lines: str) -> list[Words]:
    """Lines below each other."""
    return [(left, top - number * _LINE, line) for number, line in enumerate(lines)]


def pdf(*pages: list[Words], author: str = "") -> bytes:
    """A document with these words on its pages; none on a page make it look like a scan."""
    return pdf_of_streams(*(drawn(words) for words in pages), author=author)


def headed(headline: list[Words], words: list[Words]) -> bytes:
    """One page with a headline in large letters."""
    return pdf_of_streams(drawn(headline, size=22) + drawn(words))


def pdf_of_streams(*streams: bytes, author: str = "") -> bytes:
    first = 4
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % len(streams),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, stream in enumerate(streams):
        packed = compress(stream)
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
            % (_WIDTH, _HEIGHT, first + 2 * number + 1),
            b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream",
        ]
    objects.append(b"<</Author(%s)>>" % author.encode("latin-1"))
    return _file(objects)


def drawn(words: list[Words], *, size: int = 11) -> bytes:
    drawn = (b"1 0 0 1 %.1f %.1f Tm (%s) Tj" % (left, bottom, text.encode("cp1252")) for left, bottom, text in words)
    return b"BT /F %d Tf " % size + b"\n".join(drawn) + b" ET"


def _file(objects: list[bytes]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n" % number + written + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\n" % (len(objects) + 1, len(objects))
    return content + head + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(content)
