"""Copy that not everybody signed whom the desk wants leaves neither by the page nor by the API."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Draft
from review.actions.decisions import approve
from review.outgoing.exports import Export
from tests.review.api.conftest import problem, system
from tests.review.outgoing.conftest import Signed

PUBLISHED = [Export.NINJS, Export.HTML]


def revised(signed: Signed) -> Draft:
    return signed.room.read_in("A text that nobody signed.", revises=signed.draft)


def half_signed(signed: Signed) -> Draft:
    """The desk wants two signatures, and has one."""
    signed.room.desk.signatures_needed = 2
    signed.room.desk.save()
    return signed.draft


def half_signed_revision(signed: Signed) -> Draft:
    signed.room.desk.signatures_needed = 2
    signed.room.desk.save()
    draft = signed.room.read_in("A text that one chief signed.", revises=signed.draft)
    approve(by=signed.room.chief, draft=draft, seen_sha256=draft.sha256)
    return draft


def second_version(signed: Signed) -> Draft:
    return signed.room.read_in("Another version, by another hand.")


UNSIGNED = [revised, half_signed, half_signed_revision, second_version]


@pytest.mark.parametrize("export", PUBLISHED)
@pytest.mark.parametrize("unsigned", UNSIGNED)
def test_no_system_is_given_copy_that_is_not_signed_by_all(
    signed: Signed, unsigned: Callable[[Signed], Draft], export: Export
) -> None:
    draft = unsigned(signed)

    told = problem(system(signed.room).ask("GET", f"/drafts/{draft.pk}/out/{export}"))

    assert (told["status"], told["detail"]) == (409, f"Draft {draft.label} is not the text that was approved.")


@pytest.mark.parametrize("unsigned", UNSIGNED)
def test_page_offers_and_gives_no_copy_that_is_not_signed_by_all(
    signed: Signed, unsigned: Callable[[Signed], Draft]
) -> None:
    client, draft = Client(), unsigned(signed)
    client.force_login(signed.room.editor)

    page = client.get(reverse("sign-off", args=[signed.room.story.pk]), {"draft": draft.pk}).content.decode()
    files = [client.get(reverse("export", args=[draft.pk, export])) for export in PUBLISHED]

    assert "Copy as ninjs" not in page
    assert "not the text that was approved" in page
    assert not [file for file in files if "Content-Disposition" in file.headers]
