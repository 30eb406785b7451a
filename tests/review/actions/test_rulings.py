"""An editor's word on a name: for all drafts of the story, the later ones too, and if wished for the whole desk."""

import re
from collections.abc import Sequence
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from analysis.document import Document, Entity, Form, HouseEntry, Label, Mention
from analysis.document import Ruling as Ruled
from analysis.rulings import as_ruled
from articles.models import StoryState, User
from review.actions.decisions import kill
from review.actions.rulings import RuledMeanwhile, rule_on_name, take_back_ruling
from review.documents import documents_of
from review.models import Analysis, Comparison, Finding, Listing, ResolutionKind, Ruling, RulingKind
from review.policies import Refused
from review.standing import standings
from review.telling import told
from review.verbs import Verb
from tests.factories import HouseEntryFactory, found
from tests.review.conftest import Newsroom

NAMES = re.compile(r"Ines Moreau|Port Lorne")
FERRY = "The Ines Moreau sails from Port Lorne at noon."
WIRE = "The ferry Ines Moreau was built in 1990."


@pytest.fixture(autouse=True)
def reading(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers take every name for a person's, unless they are told otherwise."""

    def annotate(
        text: str, *, dated: date | None = None, house: Sequence[HouseEntry] = (), rulings: Sequence[Ruled] = ()
    ) -> Document:
        places = list(NAMES.finditer(text))
        mentions = [Mention(*at.span(), Label.PERSON, Form.NAME, index) for index, at in enumerate(places)]
        entities = [Entity(at.group(), Label.PERSON) for at in places]
        read = newsroom.annotate(text, dated=dated)
        if any(ruling.label == Label.PRODUCT for ruling in rulings):
            read = Document(text, dated, sentences=read.sentences)  # what was found came of the wrong label
        read = Document(text, dated, (), read.sentences, tuple(mentions), tuple(entities), findings=read.findings)
        return as_ruled(read, rulings)

    monkeypatch.setattr("analysis.pipeline.annotate", annotate)


def rule(newsroom: Newsroom, name: str = "Ines Moreau", label: Label | None = Label.PRODUCT, **told: object) -> Ruling:
    last = newsroom.story.rulings.filter(name=name).last()
    seen = last.pk if last else None
    return rule_on_name(**{"by": newsroom.editor, "story": newsroom.story, "seen": seen} | told, name=name, label=label)  # type: ignore[arg-type]


def take_back(newsroom: Newsroom, name: str = "Ines Moreau") -> Ruling:
    last = newsroom.story.rulings.filter(name=name).latest("id")
    return take_back_ruling(by=newsroom.editor, story=newsroom.story, name=name, seen=last.pk)


def labels(newsroom: Newsroom, name: str = "Ines Moreau") -> list[Label]:
    """Under what the name was read last in each draft that has it."""
    newsroom.work()
    documents = documents_of(newsroom.story)
    return [
        document.entities[mention.entity].label
        for document in documents
        for mention in document.mentions
        if document.text[mention.start : mention.end] == name
    ]


def test_a_ruling_reaches_every_draft_and_the_next_one(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(FERRY)
    newsroom.read_in(WIRE)

    rule(newsroom)

    assert labels(newsroom) == [Label.PRODUCT, Label.PRODUCT]
    newsroom.read_in(f"{FERRY} It is slow.", revises=draft)
    assert labels(newsroom)[-1] == Label.PRODUCT


def test_the_pairs_are_compared_again(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)
    newsroom.read_in(WIRE)

    rule(newsroom)
    newsroom.story.refresh_from_db()
    assert newsroom.story.state == StoryState.ANALYSING
    newsroom.work()

    assert [pair.rulings for pair in Comparison.objects.order_by("id")] == [0, 1]
    assert newsroom.story.state != StoryState.ANALYSING


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("Ines Moreau", Label.PERSON, RulingKind.CONFIRMED),
        ("Ines Moreau", Label.PRODUCT, RulingKind.RELABELLED),
        ("Ines Moreau", None, RulingKind.REMOVED),
        ("noon", Label.EVENT, RulingKind.ADDED),
    ],
)
def test_the_record_says_what_was_ruled(newsroom: Newsroom, name: str, label: Label | None, kind: RulingKind) -> None:
    newsroom.read_in(FERRY)

    ruling = rule(newsroom, name, label)

    assert ruling.kind == kind
    event = newsroom.story.audit_events.filter(actor=newsroom.editor).first()
    assert event
    assert event.details.content["name"] == name


def test_what_is_no_name_is_marked_no_more(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)

    rule(newsroom, label=None)

    assert labels(newsroom) == []


def test_what_was_no_name_and_is_one_again_keeps_its_other_forms(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)
    removed = {"kind": RulingKind.REMOVED, "forms": ["midday"], "by": newsroom.editor}
    Ruling.objects.create(story=newsroom.story, name="noon", **removed)

    assert list(rule(newsroom, "noon", Label.EVENT).forms) == ["midday"]


def test_words_that_nobody_marked_become_a_name(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)

    rule(newsroom, "noon", Label.EVENT)

    assert labels(newsroom, "noon") == [Label.EVENT]


def test_to_confirm_what_was_read_costs_no_reading(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(FERRY)

    rule(newsroom, label=Label.PERSON)

    assert draft.analyses.count() == 1


def test_rulings_in_quick_succession_share_what_still_waits(newsroom: Newsroom) -> None:
    draft = newsroom.read_in(FERRY)

    rule(newsroom)
    rule(newsroom, "Port Lorne", Label.GPE)

    assert [run.rulings for run in draft.analyses.order_by("id")] == [0, 2]
    assert labels(newsroom, "Port Lorne") == [Label.GPE]


def test_going_back_while_the_drafts_are_read_again_has_them_read_once_more(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)
    rule(newsroom)
    Analysis.objects.unfinished().update(state="running")

    rule(newsroom, label=Label.PERSON)
    Analysis.objects.unfinished().update(state="waiting")

    assert labels(newsroom) == [Label.PERSON]


def test_a_ruling_that_is_taken_back_leaves_what_is_read(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)
    rule(newsroom)
    newsroom.work()

    take_back(newsroom)

    assert labels(newsroom) == [Label.PERSON]
    assert not newsroom.story.rulings.in_force().exists()


def test_what_a_ruling_made_go_is_not_called_fixed(newsroom: Newsroom) -> None:
    later = f"{FERRY} It is slow."
    newsroom.alone[FERRY] = newsroom.alone[later] = [found()]
    last = f"{later} It is old."
    newsroom.alone[last] = [found()]
    draft = newsroom.read_in(later, revises=newsroom.read_in(FERRY))
    newsroom.read_in(last, revises=draft)

    rule(newsroom)
    newsroom.work()

    assert standings(newsroom.story) == []
    assert not newsroom.story.resolutions.filter(kind=ResolutionKind.FIXED).exists()


def test_what_a_draft_fixes_after_a_ruling_is_called_fixed(newsroom: Newsroom) -> None:
    newsroom.alone[FERRY] = [found()]
    draft = newsroom.read_in(FERRY)
    rule(newsroom, "noon", Label.EVENT)
    newsroom.work()

    newsroom.read_in(WIRE, revises=draft)

    assert newsroom.story.resolutions.get().kind == ResolutionKind.FIXED
    assert Finding.objects.exists()


def test_a_ruling_can_go_to_the_house_list(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)

    ruling = rule(newsroom, for_desk=True)

    entry = newsroom.desk.house_list.get()
    assert (entry.name, entry.label, ruling.listing) == ("Ines Moreau", "PRODUCT", Listing.ADDED)


@pytest.mark.parametrize("label", [Label.PRODUCT, None])
def test_an_entry_of_the_house_list_keeps_what_else_it_says(newsroom: Newsroom, label: Label | None) -> None:
    HouseEntryFactory.create(desk=newsroom.desk, name="Ines Moreau", role="captain", aliases=["Moreau"])
    newsroom.read_in(FERRY)

    rule(newsroom, label=label, for_desk=True)

    entry = newsroom.desk.house_list.get()
    assert (entry.label, entry.role, entry.aliases) == (label or "", "captain", ["Moreau"])


@pytest.mark.parametrize("listed", [True, False])
def test_taking_back_undoes_what_it_did_to_the_house_list(newsroom: Newsroom, listed: bool) -> None:  # noqa: FBT001
    if listed:
        HouseEntryFactory.create(desk=newsroom.desk, name="Ines Moreau", label="PERSON")
    newsroom.read_in(FERRY)
    rule(newsroom, for_desk=True)

    take_back(newsroom)

    assert list(newsroom.desk.house_list.values_list("label", flat=True)) == (["PERSON"] if listed else [])


def test_an_entry_that_somebody_filled_in_since_stays(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)
    rule(newsroom, for_desk=True)
    newsroom.desk.house_list.update(role="flagship")

    take_back(newsroom)

    assert newsroom.desk.house_list.get().role == "flagship"


def test_who_did_not_see_the_last_ruling_does_not_overrule_it(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)
    rule(newsroom, by=newsroom.chief)

    with pytest.raises(RuledMeanwhile, match="Caro Chief was faster"):
        rule(newsroom, label=None, seen=None)


def test_a_button_that_is_pressed_twice_rules_once(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)

    first, second = rule(newsroom, seen=None), rule(newsroom, seen=None)

    assert first == second == Ruling.objects.get()


def test_what_was_confirmed_can_go_to_the_house_list_later(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)
    rule(newsroom, label=Label.PERSON)

    rule(newsroom, label=Label.PERSON, for_desk=True)

    assert newsroom.desk.house_list.get().name == "Ines Moreau"


def test_nothing_is_taken_back_twice(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)
    rule(newsroom)
    take_back(newsroom)

    with pytest.raises(Refused, match="Nothing is ruled"):
        take_back(newsroom)


@pytest.mark.parametrize(
    ("name", "why"), [("  “ ”", "Type the name"), ("Moreau Ines", "stands in no draft"), ("sail", "stands in no draft")]
)
def test_only_words_that_stand_in_a_draft_are_ruled_on(newsroom: Newsroom, name: str, why: str) -> None:
    newsroom.read_in(FERRY)

    with pytest.raises(Refused, match=why):
        rule(newsroom, name)


def test_reporters_and_outsiders_cannot_rule(newsroom: Newsroom, django_user_model: type[User]) -> None:
    newsroom.read_in(FERRY)
    outsider = django_user_model.objects.create(username="outsider")

    for person in (newsroom.reporter, outsider):
        with pytest.raises(Refused):
            rule(newsroom, by=person)
    assert not Ruling.objects.exists()


def test_nobody_rules_on_a_killed_story(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)
    kill(by=newsroom.chief, story=newsroom.story, note="Untrue.")

    with pytest.raises(Refused, match="killed"):
        rule(newsroom)


def test_a_ruling_is_refused_whole(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.read_in(FERRY)
    monkeypatch.setattr("review.actions.rulings.record", lambda **_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        rule(newsroom, for_desk=True)

    assert not Ruling.objects.exists()
    assert not newsroom.desk.house_list.exists()
    assert Analysis.objects.count() == 1


def test_a_ruling_names_a_label_unless_it_removes(newsroom: Newsroom) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Ruling.objects.create(story=newsroom.story, name="Moreau", kind=RulingKind.CONFIRMED, by=newsroom.editor)


def test_the_history_tells_it_in_words(newsroom: Newsroom) -> None:
    newsroom.read_in(FERRY)

    rule(newsroom, for_desk=True)

    event = newsroom.story.audit_events.get(verb=Verb.RELABELLED_NAME)
    line = told(event)
    assert (line.who, line.did) == ("Edda Editor", "said what a name is")
    assert line.what == "“Ines Moreau”, product, before: person, put on the house list"
