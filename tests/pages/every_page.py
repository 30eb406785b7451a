"""The list of all pages: what is demanded of every page is demanded of these, in a newsroom that fills them.

A page stands under the name of its address; tests/repository/test_pages.py fails for a name that is missing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from articles.models import User
from review.alerting.unsubscribing import token_for
from review.models import AlertKind
from tests.pages.newsroom import Newsroom
from tests.pages.steps import half_log_in

Person = Callable[[Newsroom], User | None]


def editor(newsroom: Newsroom) -> User:
    return newsroom.editor


def chief(newsroom: Newsroom) -> User:
    return newsroom.chief


def careful(newsroom: Newsroom) -> User:
    return newsroom.careful


def stranger(newsroom: Newsroom) -> User:
    return newsroom.stranger


def nobody(_newsroom: Newsroom) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a page: `at` gives what follows the name of its address, `adds` stands behind it."""

    name: str
    shows: str = ""
    by: Person = editor
    at: Callable[[Newsroom], object] = nobody
    adds: Callable[[Newsroom], str] = lambda _: ""
    answer: HTTPStatus = HTTPStatus.OK
    follows: bool = False
    enters: Callable[[Client, User], None] = Client.force_login

    def __str__(self) -> str:
        return f"{self.name}: {self.shows}" if self.shows else self.name

    def address(self, newsroom: Newsroom) -> str:
        given = self.at(newsroom)
        args = given if isinstance(given, list) else [] if given is None else [given]
        return reverse(self.name, args=args) + self.adds(newsroom)


def _ferry(newsroom: Newsroom) -> int:
    return newsroom.pair.story.pk


def _story(field: str) -> Callable[[Newsroom], int]:
    return lambda newsroom: int(getattr(newsroom, field).pk)


def _slug(newsroom: Newsroom) -> str:
    return newsroom.desk.slug


def _reset_link(newsroom: Newsroom) -> list[str]:
    person = User.objects.get(pk=newsroom.editor.pk)  # who may have logged in since, which ends older links
    return [urlsafe_base64_encode(force_bytes(person.pk)), default_token_generator.make_token(person)]


def _way_out(newsroom: Newsroom) -> str:
    return token_for(newsroom.chief, AlertKind.FLAGGED)


EVERY_PAGE = [
    Look("preferences", by=chief),
    Look("unsubscribe", by=nobody, at=_way_out),
    Look("login", by=nobody),
    Look("login", "another account is needed", adds=lambda _: "?next=/admin/"),
    Look("password_reset", by=nobody),
    Look("password_reset_done", by=nobody),
    Look("password_reset_confirm", by=nobody, at=_reset_link, follows=True),
    Look("password_reset_confirm", "link used before", by=nobody, at=lambda _: ["MQ", "used-before"]),
    Look("password_reset_complete", by=nobody),
    Look("password_change"),
    Look("password_change_done"),
    Look("mfa_authenticate", by=careful, enters=half_log_in),
    Look("second-factor", "off"),
    Look("second-factor", "on", by=careful),
    Look("second-factor-set-up"),
    Look("board"),
    Look("board", "table", adds=lambda _: "?table=1"),
    Look("board", "nothing is like that", adds=lambda _: "?mine=1&blocking=1&stale=1"),
    Look("board", "searched", adds=lambda _: "?words=ferry&with=-"),
    Look("board", "on no desk", by=stranger),
    Look("hand-in"),
    Look("hand-in", "on no desk", by=stranger),
    Look("hand-in-to", "first versions", at=_story("empty")),
    Look("hand-in-to", "files on their way", at=_story("arriving")),
    Look("hand-in-to", "work under way", at=_story("running")),
    Look("hand-in-to", "a draft is edited", at=_ferry, adds=lambda n: f"?edit={n.pair.left.pk}&start=30&end=36"),
    Look("upload", at=_story("upload"), follows=True),
    Look("review", at=_ferry),
    Look("review", "finding", at=_ferry, adds=lambda newsroom: f"?finding={newsroom.days}&closed=1"),
    Look("review", "names", at=_ferry, adds=lambda _: "?names=people&name=Moreau&layers=people,figures,claims"),
    Look("review", "claim", at=_ferry, adds=lambda newsroom: f"?claim={newsroom.claim}"),
    Look("review", "as a chief", by=chief, at=_ferry),
    Look("review", "one draft", at=_story("lone")),
    Look("review", "no draft", at=_story("empty")),
    Look("review", "work under way", at=_story("running")),
    Look("sign-off", "obstacles", at=_ferry),
    Look("sign-off", "to be signed", by=chief, at=_story("lone")),
    Look("sign-off", "signed", by=chief, at=_story("signed")),
    Look("sign-off", "stale", by=chief, at=_story("stale")),
    Look("sign-off", "left out", by=chief, at=_story("stale"), adds=lambda n: f"?draft={n.left_out}"),
    Look("sign-off", "no draft", by=chief, at=_story("empty")),
    Look("pack", at=lambda newsroom: newsroom.pair.left.pk),
    Look("pack", "signed", by=chief, at=lambda newsroom: newsroom.signed.drafts.get().pk),
    Look("plan", at=_ferry),
    Look("plan", "by somebody who may not", by=lambda newsroom: newsroom.lawyer, at=_ferry),
    Look("history", at=_story("arriving")),
    Look("claims", at=_ferry),
    Look("comments", at=_ferry),
    Look("draft-withdraw", by=chief, at=lambda newsroom: newsroom.pair.left.pk),
    Look("draft-move", by=chief, at=lambda newsroom: newsroom.pair.left.pk),
    Look("draft-move", "what it does", by=chief, at=lambda n: n.pair.left.pk, adds=lambda n: f"?to={n.lone.pk}"),
    Look("hand-over"),
    Look("desks", by=lambda newsroom: newsroom.roamer),
    Look("desks", "none", by=stranger),
    Look("desk", "as a chief", by=chief, at=_slug),
    Look("desk", "as an editor", at=_slug),
    Look("desk", "as an administrator", by=lambda newsroom: newsroom.administrator, at=_slug),
    Look("desks", "as an administrator", by=lambda newsroom: newsroom.administrator),
    Look("records", by=lambda newsroom: newsroom.administrator),
    Look("records", "mistyped", by=lambda newsroom: newsroom.administrator, adds=lambda _: "?since=soon&person=0"),
    Look("house", at=_slug),
    Look("house", "nobody is like that", at=_slug, adds=lambda _: "?words=zzz"),
    Look("house", "by somebody who may not", by=lambda newsroom: newsroom.lawyer, at=_slug),
    Look("house-add", at=_slug),
    Look("house-entry", at=lambda newsroom: newsroom.desk.house_list.get().pk),
    Look("precision", "as a chief", by=chief, at=_slug),
    Look("precision", "as an editor", at=_slug, adds=lambda _: "?kind=certainty"),
    Look("connections", "as a chief", by=chief, at=_slug),
    Look("connections", "as an editor", at=_slug),
    Look("mails"),
    Look("mails", "none", by=stranger),
    Look("mail", at=lambda newsroom: newsroom.alert),
    Look("review", "not here", by=stranger, at=_ferry, answer=HTTPStatus.NOT_FOUND),
]
