"""What the review page shows, as its address says it: so a view can be shared, reloaded and gone back to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from analysis.findings import Kind, Severity
from review.addresses import row_number
from review.screen.highlights import NAME_LAYERS, Layer

FIRST_LAYERS = frozenset({Layer.DIFFERENCES, Layer.QUOTES, Layer.COMMENTS})
Value = TypeVar("Value")


class Order(StrEnum):
    """How the findings are listed."""

    PLACE = "place"
    SEVERITY = "severity"


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a story: drafts and finding by id, filters, and the layers that are on.

    With `names` the margin lists the names of that layer, and `name` is the one whose card is open; `claim` is a claim
    whose card is open.
    """

    story: int
    a: int | None = None
    b: int | None = None
    finding: int | None = None
    order: Order = Order.PLACE
    severity: Severity | None = None
    kind: Kind | None = None
    words: str = ""
    closed: bool = False
    layers: frozenset[Layer] | None = None
    names: Layer | None = None
    name: str = ""
    claim: int | None = None

    @classmethod
    def read(cls, story: int, query: QueryDict) -> "Look":
        """What cannot be read is left out: an old or mistyped link still shows the story."""
        return cls(
            story,
            a=row_number(query.get("a")),
            b=row_number(query.get("b")),
            finding=row_number(query.get("finding")),
            order=_read(Order, query.get("order")) or Order.PLACE,
            severity=_read(Severity, query.get("severity")),
            kind=_read(Kind, query.get("kind")),
            words=query.get("words", "").strip(),
            closed="closed" in query,
            layers=_layers(query),
            names=_name_layer(query.get("names")),
            name=query.get("name", "").strip(),
            claim=row_number(query.get("claim")),
        )

    @property
    def shown_layers(self) -> frozenset[Layer]:
        chosen = FIRST_LAYERS if self.layers is None else self.layers
        spoken_of = {self.names} if self.names else {Layer.CLAIMS} if self.claim else set()
        return chosen | spoken_of

    def at(self, finding: int | None) -> "Look":
        """The same look with another finding selected."""
        return replace(self, finding=finding, names=None, name="", claim=None)

    def at_name(self, layer: Layer | None, name: str = "") -> "Look":
        """The same look with the names of a layer in the margin, and one of them selected."""
        return replace(self, finding=None, names=layer, name=name, claim=None)

    def at_claim(self, claim: int) -> "Look":
        """The same look with the card of this claim open."""
        return replace(self, finding=None, names=None, name="", claim=claim)

    @property
    def at_findings(self) -> "Look":
        return self.at(None)

    def on(self, a: int, b: int | None = None) -> "Look":
        """The same look at these two drafts."""
        return replace(self, a=a, b=b)

    @property
    def is_filtered(self) -> bool:
        """Whether the list differs from the usual one."""
        return bool(self.kind or self.severity or self.closed) or self.order != Order.PLACE

    @property
    def narrows(self) -> bool:
        """Whether some findings may be missing from the list."""
        return bool(self.kind or self.severity or self.words)

    @property
    def unfiltered(self) -> "Look":
        return replace(self, kind=None, severity=None, words="")

    @property
    def swapped(self) -> "Look":
        return replace(self, a=self.b, b=self.a)

    @property
    def query(self) -> str:
        """The choices that differ from the usual ones, ready to follow a question mark."""
        chosen = {
            "a": self.a,
            "b": self.b,
            "finding": self.finding,
            "order": self.order if self.order != Order.PLACE else None,
            "severity": self.severity,
            "kind": self.kind,
            "words": self.words or None,
            "closed": "1" if self.closed else None,
            "layers": None if self.layers is None else ",".join(sorted(self.layers)),
            "names": self.names,
            "name": self.name or None,
            "claim": self.claim,
        }
        return urlencode({name: value for name, value in chosen.items() if value is not None})

    @property
    def url(self) -> str:
        page = reverse("review", args=[self.story])
        return f"{page}?{self.query}" if self.query else page


def _read(kind: Callable[[str], Value], written: str | None) -> Value | None:
    try:
        return kind(written) if written else None
    except ValueError:
        return None


def _name_layer(written: str | None) -> Layer | None:
    layer = _read(Layer, written)
    return layer if layer in NAME_LAYERS else None


def _layers(query: QueryDict) -> frozenset[Layer] | None:
    """From a link ("layers=people,places") or from the form's boxes, where an empty one says that none is on."""
    if "layers" not in query:
        return None
    written = ",".join(query.getlist("layers")).split(",")
    return frozenset(layer for name in written if (layer := _read(Layer, name)))
