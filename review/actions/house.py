"""The desk's house list: names as it writes them. Every change is on the desk's record, and told to its stories."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.timezone import now

from articles.audit import record_on_desk
from articles.models import Desk, HouseEntry, User
from review.policies import Refused, check_can_list
from review.verbs import DeskVerb

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list, as somebody typed it or as a file has it; an empty label says that it is no name."""

    name: str
    label: str
    aliases: tuple[str, ...] = ()
    role: str = ""
    spelling: str = ""
    own_staff: bool = False
    never: tuple[str, ...] = ()

    @property
    def fields(self) -> dict[str, object]:
        return asdict(self) | {"aliases": list(self.aliases), "never": list(self.never)}


@transaction.atomic
def keep_entry(*, by: User, desk: Desk, entry: Entry, of: HouseEntry | None = None) -> HouseEntry:
    """A new line, or `of` changed. Raises Refused for a name that another line has."""
    desk = _locked(by, desk)
    others = desk.house_list.exclude(pk=of.pk) if of else desk.house_list.all()
    if others.filter(name=entry.name).exists():
        raise Refused(f"“{entry.name}” is on the house list already.")
    kept, before = of or HouseEntry(desk=desk), _told(of) if of else {}
    changed = {name: value for name, value in entry.fields.items() if not of or value != before[name]}
    if not changed:
        return kept
    for name, value in changed.items():
        setattr(kept, name, value)
    kept.save()
    steps = {name: {"from": before[name], "to": value} if of else value for name, value in changed.items()}
    told = {"name": entry.name, **steps}
    _tell(desk, by, DeskVerb.CHANGED_ENTRY if of else DeskVerb.LISTED, told)
    return kept


@transaction.atomic
def strike_entry(*, by: User, entry: HouseEntry) -> None:
    desk = _locked(by, entry.desk)
    told = _told(entry)
    entry.delete()
    _tell(desk, by, DeskVerb.STRUCK, told)


@transaction.atomic
def take_in(*, by: User, desk: Desk, entries: Sequence[Entry]) -> tuple[int, int]:
    """Add what is new and change what is listed already; how many of each. Nothing that is listed goes."""
    desk = _locked(by, desk)
    listed = {entry.name: entry for entry in desk.house_list.all()}
    new = [entry for entry in entries if entry.name not in listed]
    other = [entry for entry in entries if entry.name in listed and entry.fields != _told(listed[entry.name])]
    HouseEntry.objects.bulk_create(HouseEntry(desk=desk, **entry.fields) for entry in new)
    for entry in other:
        desk.house_list.filter(pk=listed[entry.name].pk).update(**entry.fields)
    if new or other:
        names = {"added": [entry.name for entry in new], "changed": [entry.name for entry in other]}
        _tell(desk, by, DeskVerb.TOOK_IN_LIST, names)
    return len(new), len(other)


def _locked(by: User, desk: Desk) -> Desk:
    desk = Desk.objects.locked().get(pk=desk.pk)
    check_can_list(by, desk)
    return desk


def _told(entry: HouseEntry) -> dict[str, object]:
    names = ("name", "label", "aliases", "role", "spelling", "own_staff", "never")
    return {name: getattr(entry, name) for name in names}


def _tell(desk: Desk, by: User, verb: DeskVerb, details: Mapping[str, object]) -> None:
    record_on_desk(desk=desk, actor=by, verb=verb, details=dict(details))
    Desk.objects.filter(pk=desk.pk).update(standards_changed_at=now())
