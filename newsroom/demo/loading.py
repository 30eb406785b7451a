"""Filling a newsroom with the demo's people and stories, by the same acts as everybody's."""

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.text import slugify

from analysis.readers import read
from articles.models import Desk, Draft, HouseEntry, Membership, Priority, Story, User
from newsroom.demo.people import EDITOR, PASSWORD, PEOPLE, DemoPerson
from newsroom.demo.stories import DemoDesk, DemoDraft, DemoStory, demo_newsroom
from review.actions.drafts import receive_draft
from review.actions.planning import plan_story
from review.actions.stories import open_story


def load_newsroom() -> int:
    """What is missing is added, what is there stays as it is. Returns the number of stories added."""
    newsroom = demo_newsroom()
    for desk in newsroom.desks:
        _add_desk(desk)
    hashed = make_password(PASSWORD)  # once: it is meant to take long
    for person in PEOPLE:
        _add_person(person, hashed)
    return sum(_add_story(story) for story in newsroom.stories)


@transaction.atomic
def _add_desk(demo: DemoDesk) -> None:
    desk, is_new = Desk.objects.get_or_create(slug=slugify(demo.name), defaults={"name": demo.name})
    if is_new:
        HouseEntry.objects.bulk_create(
            HouseEntry(
                desk=desk,
                name=entry.name,
                label=entry.label or "",
                aliases=list(entry.aliases),
                role=entry.role or "",
                own_staff=entry.own_staff,
            )
            for entry in demo.house
        )


@transaction.atomic
def _add_person(demo: DemoPerson, hashed: str) -> None:
    first, _, last = demo.name.partition(" ")
    told = {"first_name": first, "last_name": last, "email": demo.email, "password": hashed}
    user, is_new = User.objects.get_or_create(username=demo.username, defaults=told)
    for name in demo.desks if is_new else ():
        Membership.objects.create(user=user, desk=Desk.objects.get(name=name), role=demo.role)


@transaction.atomic
def _add_story(demo: DemoStory) -> bool:
    desk, editor = Desk.objects.get(name=demo.desk), User.objects.get(username=EDITOR.username)
    if Story.objects.filter(desk=desk, slug=demo.slug).exists():
        return False
    story = open_story(by=editor, desk=desk, slug=demo.slug)
    versions: dict[str, Draft] = {}
    for draft in demo.drafts:
        revises = versions.get(draft.version)
        versions[draft.version] = _hand_in(draft, demo.content(draft.file), story=story, by=editor, revises=revises)
    note, assignee = demo.handover_note, _named(demo.assignee)
    plan_story(by=editor, story=story, priority=Priority(demo.priority), assignee=assignee, handover_note=note)
    return True


def _hand_in(demo: DemoDraft, content: bytes, *, story: Story, by: User, revises: Draft | None) -> Draft:
    found = read(content, demo.file)
    return receive_draft(
        by=by,
        story=story,
        headline=found.headline,
        body="\n".join(part for part in (found.standfirst, found.body) if part),
        revises=revises,
        byline=demo.writer or "",
        dateline=found.dateline,
        dated=demo.dated,
        source=demo.source,
        written_by=_named(demo.writer),
    )


def _named(name: str | None) -> User | None:
    username = next((person.username for person in PEOPLE if person.name == name), None)
    return User.objects.get(username=username) if username else None
