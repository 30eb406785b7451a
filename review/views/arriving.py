"""Files on their way to becoming drafts, as the page shows them: each with its form, and with what only people know."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from articles.models import Draft, DraftStanding, Story, Upload, UploadState
from articles.models.drafts import UploadQuerySet
from review.actions.uploads import same_text
from review.forms.handin import ConfirmForm
from review.runs.running import BROUGHT_DOWN, WENT_WRONG
from review.tracks import Station, stations_of

ON_THE_WAY = [UploadState.WAITING, UploadState.READ, UploadState.REFUSED]


@dataclass(frozen=True, slots=True)
class Card:
    """One upload on the page, with its form once it was read; `twin` is a draft of the desk with the same text.

    `question` is what nobody but a person can say of it. `inside` are the cards of files that came to light as this
    one was read, and stand below it from then on. `draft` is what it became just now.
    """

    upload: Upload
    form: ConfirmForm | None
    refusal: str = ""
    twin: Draft | None = None
    question: str = ""
    inside: Sequence["Card"] = ()
    draft: Draft | None = None

    @property
    def stations(self) -> tuple[Station, ...]:
        return stations_of(self.upload)

    @property
    def is_known(self) -> bool:
        """Whether a draft that stands in this story has the very text: there is nothing to hand in."""
        twin = self.twin
        return bool(twin and twin.story_id == self.upload.story_id and twin.standing == DraftStanding.CURRENT)

    @property
    def asks(self) -> bool:
        """Whether somebody has to look at what was read before it becomes a draft: the reader may have remarks, too."""
        return bool(self.question or self.twin or self.upload.notes or self.refusal)

    @property
    def failed_on_our_side(self) -> bool:
        """Whether the same bytes may be read another time; a file that was refused for itself never is."""
        return self.upload.reason.endswith((BROUGHT_DOWN, WENT_WRONG))


@dataclass(frozen=True, slots=True)
class Arriving:
    """The files of a story that are no drafts yet, in the order in which they came."""

    cards: Sequence[Card]

    def card_of(self, upload: Upload) -> Card:
        return next((card for card in self.cards if card.upload == upload), card_of(upload))

    @property
    def read(self) -> list[Card]:
        return [card for card in self.cards if card.form]

    @property
    def ready(self) -> list[Card]:
        """Those that may become drafts as they were read."""
        return [card for card in self.read if not card.asks]

    @property
    def asking(self) -> list[Card]:
        return [card for card in self.read if card.asks]


def arriving_in(story: Story) -> Arriving:
    uploads = with_what_a_card_tells(story.uploads.filter(state__in=ON_THE_WAY)).defer("content")
    return Arriving(tuple(_with_questions(card_of(upload) for upload in uploads)))


def card_of(upload: Upload) -> Card:
    if upload.state != UploadState.READ:
        return Card(upload, None)
    return Card(upload, ConfirmForm(upload=upload), twin=same_text(upload))


def with_what_a_card_tells(uploads: UploadQuerySet) -> UploadQuerySet:
    return uploads.select_related("story__desk", "uploaded_by", "enclosed_in").defer("enclosed_in__content")


def _with_questions(cards: Iterable[Card]) -> Iterator[Card]:
    earlier: list[Card] = []
    for card in cards:
        yield replace(card, question=_question(card, earlier)) if card.form else card
        earlier.append(card)


def _question(card: Card, earlier: Sequence[Card]) -> str:
    """Files that came together stand beside each other, unless one pen wrote them: then one may revise the other.

    Two may also seem to revise the same draft, and only one can.
    """
    revised = _revised(card)
    if revised and revised.handed_in_at >= card.upload.uploaded_at:
        return f"Draft {revised.label} came along with it, under the same byline: does this one revise it?"
    if before := next((other for other in earlier if _vies(card, other)), None):
        return f"“{before.upload}” may be an earlier version of this one: make that a draft first, then say so here."
    return ""


def _vies(card: Card, other: Card) -> bool:
    byline = card.upload.byline.casefold()
    if other.form is None:
        return False
    return bool(byline and byline == other.upload.byline.casefold()) or _revised(card) == _revised(other) is not None


def _revised(card: Card) -> Draft | None:
    return card.form.initial["revises"] if card.form else None
