"""OpenDocument texts made to measure."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_NAMES = "office text table style".split()
_NAMESPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES)
_META = '<office:document-meta {namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{creator}</dc:creator></office:document-meta>'


def open_document(*body: str, styles: str = "", creator: str = "", before: str = "") -> bytes:
    """An .odt with this body; `before` stands before the root element of its content."""
    content = (
        f"{before}<office:document-content {_NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document-content>"
    )
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text", compress_type=ZIP_STORED)
        file.writestr("content.xml", content)
        file.writestr("meta.xml", _META.format(namespaces=_NAMESPACES, creator=creator))
    return packed.getvalue()


def paragraph(text: str, *, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'
