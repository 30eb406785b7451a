"""Copy that is markup, names that are paths, hosts that are inventions: what strangers send does nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from articles.models import Desk, Role, Upload, User
from review.actions.comments import comment_on_words
from review.models import Claim, Finding
from tests.factories import ClaimFactory, ComparisonFactory, HouseEntryFactory, StoryFactory, member
from tests.review.drafts import ALIGNMENT, Pair, read_draft
from tests.review.views.test_access import ONLY_BY_POST, addresses

__all__ = ["addresses"]

MARKUP = "<img src=x onerror=alert(1)>"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.fixture
def hostile(pair: Pair) -> Pair:
    """All that people can type, and all that is found in it, is markup."""
    story = pair.story
    type(story).objects.filter(pk=story.pk).update(slug=f"slug {MARKUP}", handover_note=MARKUP, handover_at=now())
    Finding.objects.update(message=MARKUP, why=MARKUP, value_a=MARKUP, value_b=MARKUP)
    Claim.objects.update(text=MARKUP)
    told = {"byline": MARKUP, "source": MARKUP, "dateline": MARKUP}
    left = read_draft(story, f"Ferry {MARKUP}", f"The ferry {MARKUP} sails on Monday.", **told)
    right = read_draft(story, f"Back {MARKUP}", f"The ferry {MARKUP} sails on Friday.", **told)
    both = Pair(story, left, right, ComparisonFactory.create(left=left, right=right, alignment=ALIGNMENT[:1]))
    both.found("Monday", "Friday", message=MARKUP, why=MARKUP, value_a=MARKUP, value_b=MARKUP)
    ClaimFactory.create(story=story, text=MARKUP)
    HouseEntryFactory.create(desk=story.desk, name=MARKUP, role=MARKUP, spelling=MARKUP, aliases=[MARKUP])
    return both


def test_markup_in_copy_is_text_on_every_page(
    addresses: dict[str, str], hostile: Pair, desk: Desk, client: Client
) -> None:
    chief = member(desk, Role.CHIEF, first_name=MARKUP)
    comment_on_words(by=chief, draft=hostile.left, words="Monday", text=MARKUP)
    client.force_login(chief)
    shown = {name: client.get(address, follow=True) for name, address in addresses.items() if name not in ONLY_BY_POST}
    shown["search"] = client.get(reverse("board"), {"q": f"ferry {MARKUP}"})
    look = {"a": hostile.left.number, "b": hostile.right.number}
    shown["the pair"] = client.get(reverse("review", args=[hostile.story.pk]), look)
    pages = {name: page for name, page in shown.items() if page.headers["Content-Type"].startswith("text/html")}

    raw = [name for name, page in pages.items() if MARKUP in page.content.decode()]
    escaped = [name for name, page in pages.items() if "&lt;img src=x" in page.content.decode()]

    assert raw == []
    assert {"the pair", "claims", "comments", "board", "house", "sign-off"} <= set(escaped)


def test_every_answer_says_what_browsers_must_not_do(addresses: dict[str, str], client: Client, editor: User) -> None:
    for name, address in addresses.items():
        answer = client.get(address)
        assert {header: answer.headers.get(header) for header in HEADERS} == HEADERS, name
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy, name
        assert "unsafe" not in policy, name


@pytest.mark.parametrize("name", ["house-csv", "history-export", "export"])
def test_a_file_is_saved_and_never_shown(addresses: dict[str, str], client: Client, editor: User, name: str) -> None:
    answer = client.get(addresses[name])

    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "named", ["../../../etc/passwd.txt", "..\\..\\boot.txt", "/etc/cron.d/x.txt", "a\x00b.txt", 'x"; filename="y.txt']
)
def test_the_name_of_a_file_leads_nowhere(editor: User, desk: Desk, client: Client, named: str) -> None:
    story = StoryFactory.create(desk=desk)
    client.force_login(editor)

    client.post(
        reverse("hand-in-to", args=[story.pk]), {"versions": SimpleUploadedFile(named, b"The wall is 40 metres long.")}
    )

    uploads = Upload.objects.filter(story=story)
    assert uploads
    for upload in uploads:
        assert not set(upload.filename) & {"/", "\x00"}
        assert ".." not in upload.filename.split("\\")


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver:80@evil.example", "["])
def test_a_host_that_is_not_ours_is_refused(db: None, client: Client, host: str) -> None:
    answer = client.get(reverse("login"), headers={"Host": host})

    assert answer.status_code == 400
    assert "evil" not in answer.content.decode()


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_no_act_leads_to_another_site(pair: Pair, editor: User, client: Client, back: str) -> None:
    claim = ClaimFactory.create(story=pair.story)
    verdict = {"status": "verified", "what": "Minutes", "locator": "page 3", "back": back}

    done = client.post(reverse("claim-verdict", args=[claim.pk]), verdict)
    refused = client.post(reverse("finding-reopen", args=[pair.found("Monday", "Friday").pk]), {}, HTTP_REFERER=back)

    assert "evil" not in done.headers.get("Location", "")
    assert "evil" not in refused.content.decode()
    assert "javascript:" not in refused.content.decode()
