"""What stands beside the copy, as its templates take it: the findings, the names, and who else is looking."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import TypedDict, TypeVar

from django.forms import Form
from django.utils.timezone import now

from analysis.document import Label
from articles.models import User
from review.addresses import row_number
from review.forms.claims import VerdictForm, empty_verdict
from review.forms.names import RulingForm
from review.policies import Refused, check_can_check_claims, check_can_resolve, check_can_rule
from review.screen.card import Card, cards_of
from review.screen.claims import ClaimCard, claim_card_of
from review.screen.company import Company, Known, company_of, shown_by
from review.screen.deciding import empty_forms
from review.screen.elsewhere import Fixed, fixed_here
from review.screen.look import Look
from review.screen.margin import Margin, margin_of
from review.screen.roll import Roll
from review.screen.spread import Spread

Subject = TypeVar("Subject")

BEHIND, AHEAD = 2, 10  # cards of neighbours that come before they are asked for


@dataclass(frozen=True, slots=True)
class Refusal:
    """A decision that was not taken: why, in words, and what the person had filled in."""

    kind: str
    form: Form
    words: str = ""

    @property
    def note(self) -> str:
        return str(self.form["note"].value() or "")

    @property
    def chosen(self) -> frozenset[int]:
        """Of many findings those that were to be decided together."""
        values = self.form["finding"].value() if "finding" in self.form.fields else ()
        return frozenset(number for value in values or () if (number := row_number(str(value))))

    @property
    def has_none_chosen(self) -> bool:
        return "finding" in self.form.errors


class Beside(TypedDict):
    """The names by which the templates know it."""

    known: Known
    company: Company
    margin: Margin
    fixed: list[Fixed]
    card: Card | None
    forms: dict[str, Form]
    refused: Refusal | None
    may_not: str
    chosen: frozenset[int]
    to_choose: int | None
    claim_card: ClaimCard | None
    claim_form: Form | None
    may_not_check: str


class Names(TypedDict):
    roll: Roll
    ruling_form: RulingForm | None
    may_not_rule: str


def beside_the_copy(
    user: User, spread: Spread, look: Look, refused: Refusal | None = None, *, just_decided: Set[str] = frozenset()
) -> Beside:
    """`look` names both drafts; `just_decided` are fingerprints whose findings stay listed."""
    known = shown_by(spread)  # before the findings: what is decided between the two is told later, not never
    margin = margin_of(spread, look, just_decided=just_decided)
    card = cards_of(spread, [margin.selected])[0] if margin.selected else None
    claim_card = claim_card_of(spread, look)
    decided = margin.selected or next(iter(margin.entries), None)
    forms = empty_forms()
    return {
        "known": known,
        "company": company_of(user, look, at=now()),
        "margin": margin,
        "fixed": fixed_here(spread, margin),
        "card": card,
        "forms": forms | {refused.kind: refused.form} if refused else forms,
        "refused": refused,
        "may_not": _why_not(check_can_resolve, user, decided.finding) if decided else "",
        "chosen": refused.chosen if refused else frozenset(),
        "to_choose": _first_to_choose(margin) if refused and refused.has_none_chosen else None,
        "claim_card": claim_card,
        "claim_form": _claim_form(claim_card, refused),
        "may_not_check": _why_not(check_can_check_claims, user, spread.story) if claim_card else "",
    }


def cards_at_hand(user: User, spread: Spread, look: Look) -> dict[str, object]:
    """The cards that the next keys ask for, in one answer: the page keeps them for as long as nothing is decided."""
    margin = margin_of(spread, look)
    near = margin.around(before=BEHIND, after=AHEAD)
    turned = [margin.turned_to(entry) for entry in near]
    return {
        "at_hand": list(zip(cards_of(spread, near), turned, strict=True)),
        "forms": empty_forms(),
        "may_not": _why_not(check_can_resolve, user, near[0].finding) if near else "",
    }


def names_of(user: User, spread: Spread, look: Look) -> Names:
    roll = Roll(spread, look)
    chosen = roll.selected if look.names else None
    return {
        "roll": roll,
        "ruling_form": RulingForm(initial={"label": chosen.label or Label.PERSON}) if chosen else None,
        "may_not_rule": _why_not(check_can_rule, user, spread.story) if chosen else "",
    }


def _first_to_choose(margin: Margin) -> int | None:
    return next((entry.finding.pk for entry in margin.choosable), None)


def _claim_form(card: ClaimCard | None, refused: Refusal | None) -> Form | None:
    """What was refused comes back as it was typed."""
    if card is None:
        return None
    return refused.form if refused and isinstance(refused.form, VerdictForm) else empty_verdict(card.row)


def _why_not(check: Callable[[User, Subject], None], user: User, subject: Subject) -> str:
    """Why the policy refuses this person; empty for one who may."""
    try:
        check(user, subject)
    except Refused as refused:
        return str(refused)
    return ""
