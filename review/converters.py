"""Words of the newsroom in addresses."""

from django.urls.converters import StringConverter

from review.models import DecisionKind
from review.outgoing.exports import Export


class DecisionConverter(StringConverter):
    """An act of sign-off, "send-back"; any other word is no address of ours."""

    regex = "|".join(kind.replace("_", "-") for kind in DecisionKind)

    def to_python(self, value: str) -> DecisionKind:
        return DecisionKind(value.replace("-", "_"))

    def to_url(self, value: str) -> str:
        return value.replace("_", "-")


class ExportConverter(StringConverter):
    """A form in which something is taken out, "pack-pdf"."""

    regex = "|".join(Export)

    def to_python(self, value: str) -> Export:
        return Export(value)

    def to_url(self, value: str) -> str:
        return str(value)
