"""What the address of the ledger asks for: which claims, and as of which word on them."""

from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from review.addresses import row_number
from review.models import ClaimStatus, Verdict


@dataclass(frozen=True, slots=True)
class Choice:
    """What the address asks for; with `gone`, claims are listed that no current draft has any more.

    With `up_to`, no verdict after that one moves a claim in the list or out of it, while somebody works through it.
    """

    story: int
    status: str = ""
    speaker: str = ""
    draft: int | None = None
    gone: bool = False
    up_to: int | None = None

    @classmethod
    def read(cls, story: int, query: QueryDict) -> "Choice":
        """What cannot be read is left out."""
        status = query.get("status", "")
        return cls(
            story,
            status if status in ClaimStatus else "",
            query.get("speaker", "").strip(),
            row_number(query.get("draft")),
            "gone" in query,
            row_number(query.get("up_to")),
        )

    @property
    def narrows(self) -> bool:
        return bool(self.status or self.speaker or self.draft)

    def with_status(self, status: str) -> "Choice":
        return replace(self, status=status, up_to=None)

    def before(self, verdict: Verdict) -> "Choice":
        """The same list, each claim where it stood before that verdict or was held already."""
        return self if self.up_to is not None else replace(self, up_to=verdict.pk - 1)

    @property
    def anew(self) -> "Choice":
        return replace(self, up_to=None)

    @property
    def of_any_status(self) -> "Choice":
        return self.with_status("")

    @property
    def query(self) -> str:
        chosen = {
            "status": self.status,
            "speaker": self.speaker,
            "draft": self.draft,
            "gone": self.gone and "1",
            "up_to": None if self.up_to is None else str(self.up_to),
        }
        return urlencode({name: value for name, value in chosen.items() if value})

    @property
    def url(self) -> str:
        page = reverse("claims", args=[self.story])
        return f"{page}?{self.query}" if self.query else page
