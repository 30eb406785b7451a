"""What an editor rules on a name: it holds for all drafts of the story, the later ones too."""

from dataclasses import dataclass

from django.db import transaction

from analysis.document import Label
from analysis.namesakes import namesakes
from analysis.rulings import pattern_of, plain_apostrophes, plain_name
from articles.audit import record, record_on_desk
from articles.models import Desk, HouseEntry, Story, User
from review.documents import documents_of
from review.labels import NO_NAME
from review.models import Listing, Ruling, RulingKind
from review.pairs import keep_up_with_rulings, read_anew
from review.policies import Refused, check_can_rule
from review.runs.queue import Errand, enqueue
from review.standing import work_on
from review.states import settle
from review.verbs import DeskVerb, Verb

LONGEST_NAME = 200

_VERBS = {
    RulingKind.CONFIRMED: Verb.CONFIRMED_NAME,
    RulingKind.RELABELLED: Verb.RELABELLED_NAME,
    RulingKind.ADDED: Verb.ADDED_NAME,
    RulingKind.REMOVED: Verb.REMOVED_NAME,
    RulingKind.TAKEN_BACK: Verb.TOOK_BACK_RULING,
}


class RuledMeanwhile(Refused):
    """Somebody else ruled on this name since the person looked."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a name stands: its label, those that the drafts were read under, and its other forms."""

    label: str
    labels: frozenset[str] = frozenset()
    forms: tuple[str, ...] = ()


@transaction.atomic
def rule_on_name(
    *, by: User, story: Story, name: str, label: Label | None, seen: int | None, for_desk: bool = False
) -> Ruling:
    """Say what a name is, or with `label` None that it is none; `for_desk` puts that on the house list as well.

    `seen` is the last ruling on it that the person saw, None for none. Raises Refused for what no draft has.
    """
    story = Story.objects.locked().get(pk=story.pk)
    check_can_rule(by, story)
    name = plain_name(name)
    wanted = label.value if label else NO_NAME
    if sent_before := _sent_before(story, name, wanted, by=by, seen=seen):
        return sent_before
    before = _standing(story, name, seen=seen)
    _check_stands_somewhere(story, name, before)
    listing, listed_before = _list_for_desk(story.desk, name, wanted, by=by) if for_desk else (Listing.NOTHING, NO_NAME)
    ruling = Ruling.objects.create(
        story=story,
        name=name,
        kind=_kind(wanted, before.label),
        label=wanted,
        label_before=before.label,
        forms=before.forms,
        listing=listing,
        listed_before=listed_before,
        read_again=before.labels != _labels(wanted) or not work_on(story).is_over,
        by=by,
    )
    _follow(ruling)
    return ruling


@transaction.atomic
def take_back_ruling(*, by: User, story: Story, name: str, seen: int | None) -> Ruling:
    """Undo all that the ruling did, on the house list too. Raises Refused where none is in force."""
    story = Story.objects.locked().get(pk=story.pk)
    check_can_rule(by, story)
    last = _last_word(story, name, seen=seen)
    if last is None or not last.is_in_force:
        raise Refused(f"Nothing is ruled on “{name}”.")
    _unlist(last, by=by)
    ruling = Ruling.objects.create(
        story=story,
        name=name,
        kind=RulingKind.TAKEN_BACK,
        label_before=last.label,
        forms=last.forms,
        read_again=story.rulings.read_again().filter(name=name).exists(),
        by=by,
    )
    _follow(ruling)
    return ruling


def _sent_before(story: Story, name: str, wanted: str, *, by: User, seen: int | None) -> Ruling | None:
    """The last word on the name, where this is the same one from a button that was pressed twice."""
    last = story.rulings.filter(name=name).last()
    if last is None or last.pk == seen or not last.is_in_force:
        return None
    return last if (last.label, last.by_id) == (wanted, by.pk) else None


def _standing(story: Story, name: str, *, seen: int | None) -> _Standing:
    last = _last_word(story, name, seen=seen)
    ruled = last.label if last and last.is_in_force else None
    documents = documents_of(story)
    named = next((each for each in namesakes(documents) if name in each.spellings), None)
    if named is None:
        return _Standing(ruled or NO_NAME, forms=tuple(last.forms) if last else ())
    each = zip(documents, named.entities, strict=True)
    labels = frozenset(document.entities[index].label.value for document, places in each for index in places)
    forms = tuple(spelling for spelling in named.spellings if spelling != name)
    return _Standing(named.label.value if ruled is None else ruled, labels, forms)


def _last_word(story: Story, name: str, *, seen: int | None) -> Ruling | None:
    last = story.rulings.filter(name=name).select_related("by").last()
    if seen != (last.pk if last else None):
        who = last.by if last else "Backread"
        raise RuledMeanwhile(f"{who} was faster: look at “{name}” again before you rule on it.")
    return last


def _check_stands_somewhere(story: Story, name: str, standing: _Standing) -> None:
    if not name:
        raise Refused("Type the name, or select it in the copy.")
    if len(name) > LONGEST_NAME:
        raise Refused(f"A name has at most {LONGEST_NAME} letters.")
    texts = story.drafts.values_list("text", flat=True)
    if not standing.labels and not any(pattern_of(name).search(plain_apostrophes(text)) for text in texts):
        raise Refused(f"“{name}” stands in no draft of this story, written like that.")


def _kind(wanted: str, before: str) -> RulingKind:
    if wanted == NO_NAME:
        return RulingKind.REMOVED
    if before == NO_NAME:
        return RulingKind.ADDED
    return RulingKind.CONFIRMED if wanted == before else RulingKind.RELABELLED


def _labels(wanted: str) -> frozenset[str]:
    """Those that the drafts are read under, once they were read under the ruling."""
    return frozenset({wanted} - {NO_NAME})


def _list_for_desk(desk: Desk, name: str, label: str, *, by: User) -> tuple[Listing, str]:
    """What was done to the house list, and the label that the name had there."""
    Desk.objects.locked().get(pk=desk.pk)  # editors of two stories may list it at once
    entry = desk.house_list.filter(name=name).first()
    if entry is None:
        HouseEntry.objects.create(desk=desk, name=name, label=label)
        record_on_desk(desk=desk, actor=by, verb=DeskVerb.LISTED, details={"name": name, "label": label})
        return Listing.ADDED, ""
    if entry.label == label:
        return Listing.NOTHING, ""
    before, entry.label = entry.label, label
    entry.save(update_fields=["label"])
    _tell_desk(desk, by, name, before, label)
    return Listing.CHANGED, before


def _unlist(ruling: Ruling, *, by: User) -> None:
    """Take back what it did to the house list, unless somebody changed that entry since."""
    desk, name = ruling.story.desk, ruling.name
    entries = desk.house_list.filter(name=name, label=ruling.label)
    if ruling.listing == Listing.ADDED:
        if entries.filter(aliases=[], role="", spelling="", own_staff=False, never=[]).delete()[0]:
            record_on_desk(desk=desk, actor=by, verb=DeskVerb.STRUCK, details={"name": name, "label": ruling.label})
    elif ruling.listing == Listing.CHANGED and entries.update(label=ruling.listed_before):
        _tell_desk(desk, by, name, ruling.label, ruling.listed_before)


def _tell_desk(desk: Desk, by: User, name: str, before: str, after: str) -> None:
    details = {"name": name, "label": {"from": before, "to": after}}
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.CHANGED_ENTRY, details=details)


def _follow(ruling: Ruling) -> None:
    """Record it, and have the drafts read again where they were read otherwise."""
    story = ruling.story
    if ruling.read_again:
        keep_up_with_rulings(story)
        for analysis in read_anew(story):
            enqueue(Errand.ANALYSE_DRAFT, analysis.pk)
    told = {"name": ruling.name, "label": ruling.label, "label_before": ruling.label_before, "listing": ruling.listing}
    record(story=story, actor=ruling.by, verb=_VERBS[RulingKind(ruling.kind)], details=told)
    settle(story, by=ruling.by)
