"""A finding is known again in the next draft, though its sentence is worded otherwise."""

from dataclasses import dataclass, field, replace

import pytest

from analysis.comparison import Comparison as Compared
from analysis.document import Document
from analysis.findings import Values
from analysis.spans import Span
from articles.models import AuditEvent, Draft
from review.actions.resolutions import accept, dismiss, mark_to_fix
from review.models import Reason, Scope
from review.standing import standings
from review.verbs import Verb
from tests.factories import found
from tests.review.conftest import Newsroom

FERRY = "The ferry, carrying 214 passengers, ran aground off Oban on Monday night."
REWORDED = "It rained.\nThe old ferry, carrying 214 passengers, struck a rock near Oban on Monday."
CHANGED = "The ferry, carrying 219 passengers, ran aground off Oban on Monday night."
ELSEWHERE = "The ferry ran aground off Oban. Its owner has given 214 poor children free tickets."
WIRE = "A ferry with 241 passengers aboard ran aground."


@dataclass
class Passengers:
    """What the workers find between a draft and the wire's: the number of passengers, whichever is left."""

    told: dict[str, tuple[str, str]] = field(default_factory=dict)

    def compare(self, a: Document, b: Document, **_vectors: object) -> Compared:
        """One conflict, under the fingerprint that the test has set for the draft's text."""
        text = next((side.text for side in (a, b) if side.text in self.told), None)
        if text is None or WIRE not in (a.text, b.text):
            return Compared((), (), ())
        value, fingerprint = self.told[text]
        (said_a, span_a), (said_b, span_b) = (_number(side.text, value) for side in (a, b))
        conflict = replace(found(fingerprint=fingerprint), values=Values(said_a, said_b), a=(span_a,), b=(span_b,))
        return Compared((conflict,), (), ())


def _number(text: str, value: str) -> tuple[str, Span]:
    said = value if value in text else "241"
    return said, Span(text.index(said), text.index(said) + len(said))


@pytest.fixture
def passengers(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Passengers:
    passengers = Passengers()
    monkeypatch.setattr("analysis.comparison.compare", passengers.compare)
    return passengers


@pytest.fixture
def draft(newsroom: Newsroom, passengers: Passengers) -> Draft:
    """A draft that contradicts the wire's."""
    passengers.told[FERRY] = ("214", "carry ferry 214 241")
    draft = newsroom.read_in(FERRY)
    newsroom.read_in(WIRE)
    return draft


def labels(newsroom: Newsroom) -> list[str]:
    return [standing.label for standing in standings(newsroom.story)]


def test_dismissed_finding_stays_dismissed_when_its_sentence_is_reworded(
    newsroom: Newsroom, passengers: Passengers, draft: Draft
) -> None:
    dismiss(by=newsroom.editor, finding=standings(newsroom.story)[0].finding, reason=Reason.BOTH_TRUE, seen=None)
    passengers.told[REWORDED] = ("214", "strike ferry 214 241")

    newsroom.read_in(REWORDED, revises=draft)

    assert labels(newsroom) == ["Dismissed: Both are true"]


def test_open_finding_is_not_called_fixed_when_its_sentence_is_reworded(
    newsroom: Newsroom, passengers: Passengers, draft: Draft
) -> None:
    passengers.told[REWORDED] = ("214", "strike ferry 214 241")

    newsroom.read_in(REWORDED, revises=draft)

    assert labels(newsroom) == ["Open"]
    assert not AuditEvent.objects.filter(verb=Verb.FOUND_FIXED).exists()


def test_decision_on_a_passage_holds_when_a_paragraph_comes_above_it(
    newsroom: Newsroom, passengers: Passengers, draft: Draft
) -> None:
    finding = standings(newsroom.story)[0].finding
    dismiss(by=newsroom.editor, finding=finding, reason=Reason.BOTH_TRUE, scope=Scope.PASSAGE, seen=None)
    passengers.told[f"It rained.\n{FERRY}"] = ("214", finding.fingerprint)

    newsroom.read_in(f"It rained.\n{FERRY}", revises=draft)

    assert labels(newsroom) == ["Dismissed: Both are true"]


def test_same_values_in_another_place_are_a_new_finding(
    newsroom: Newsroom, passengers: Passengers, draft: Draft
) -> None:
    dismiss(by=newsroom.editor, finding=standings(newsroom.story)[0].finding, reason=Reason.BOTH_TRUE, seen=None)
    passengers.told[ELSEWHERE] = ("214", "child ticket 214 241")

    newsroom.read_in(ELSEWHERE, revises=draft)

    assert labels(newsroom) == ["Open"]


@pytest.mark.parametrize("decide", ["dismiss", "accept", "to fix"])
def test_changed_value_opens_what_was_decided_and_says_why(
    newsroom: Newsroom, passengers: Passengers, draft: Draft, decide: str
) -> None:
    finding = standings(newsroom.story)[0].finding
    if decide == "dismiss":
        dismiss(by=newsroom.editor, finding=finding, reason=Reason.BOTH_TRUE, seen=None)
    elif decide == "accept":
        accept(by=newsroom.editor, finding=finding, note="The owner insists.", seen=None)
    else:
        mark_to_fix(by=newsroom.editor, finding=finding, seen=None)
    passengers.told[CHANGED] = ("219", "carry ferry 219 241")

    newsroom.read_in(CHANGED, revises=draft)

    assert labels(newsroom) == ["Open again"]
    resolution = standings(newsroom.story)[0].resolution
    assert resolution is not None
    assert resolution.by is None
    assert resolution.note.endswith("while it was “214” and “241”; now it is “219” and “241”.")
    assert AuditEvent.objects.filter(verb=Verb.FOUND_CHANGED, actor=None).count() == 1
