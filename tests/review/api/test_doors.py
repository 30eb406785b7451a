"""Who gets in: deny by default, at every address, and every refusal told as a problem."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now
from pytest_django import Settings

from review.actions.connections import digest_of, revoke_token
from review.api.service import api
from review.models import Token, TokenScope
from review.outgoing.exports import Export
from tests.factories import DraftFactory, StoryFactory, UploadFactory, member
from tests.review.api.conftest import System, problem, system
from tests.review.conftest import Newsroom

OPERATIONS = [
    (method.upper(), path.removeprefix("/api/v1"))
    for path, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items()
    for method in methods
]
every_address = pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=[" ".join(one) for one in OPERATIONS])


def at(path: str, number: int = 1) -> str:
    return re.sub(r"{\w+}", str(number), path.replace("{export}", Export.CSV.value))


@every_address
def test_nobody_gets_in_without_a_token(db: None, method: str, path: str) -> None:
    response = Client().generic(method, f"/api/v1{at(path)}")

    assert problem(response)["status"] == 401
    assert response.headers["WWW-Authenticate"].startswith("Bearer")


@every_address
def test_log_in_opens_no_address_of_the_api(newsroom: Newsroom, method: str, path: str) -> None:
    client = Client()
    client.force_login(newsroom.chief)

    assert client.generic(method, f"/api/v1{at(path)}").status_code == 401


@every_address
def test_token_without_any_scope_gets_nothing_but_its_own_description(
    newsroom: Newsroom, cms: System, method: str, path: str
) -> None:
    Token.objects.update(scopes=[])

    response = cms.ask(method, at(path))

    assert response.status_code == (200 if path == "/token" else 403)


@every_address
def test_what_belongs_to_another_desk_is_not_there(newsroom: Newsroom, cms: System, method: str, path: str) -> None:
    if "{" not in path:
        return
    story = StoryFactory.create(pk=4_000)
    DraftFactory.create(pk=4_000, story=story)
    UploadFactory.create(pk=4_000, story=story)

    assert problem(cms.ask(method, at(path, 4_000)))["status"] == 404


def test_only_the_digest_of_a_token_is_kept(cms: System) -> None:
    row = Token.objects.values().get()

    assert cms.written not in str(row)
    assert row["digest"] == digest_of(cms.written)
    assert len(row["start"]) < len(cms.written) / 2


@pytest.mark.parametrize("written", ["", "Bearer", "Basic abc", "Bearer \x00", "Bearer é", "Bearer backread_wrong"])
def test_what_is_no_token_is_refused(cms: System, written: str) -> None:
    assert problem(cms.ask("GET", "/token", headers={"Authorization": written}))["status"] == 401


def test_revoked_token_gets_in_no_more_and_its_account_is_off_the_desk(newsroom: Newsroom, cms: System) -> None:
    revoke_token(by=newsroom.chief, token=cms.token)

    told = problem(cms.ask("GET", "/token"))

    assert (told["status"], told["detail"]) == (401, "No such token is in force.")
    assert not cms.token.account.is_on(newsroom.desk)


def test_last_use_is_noted(cms: System) -> None:
    cms.get("/token")
    Token.objects.update(last_used_at=now() - timedelta(hours=1))

    cms.get("/token")

    cms.token.refresh_from_db()
    assert cms.token.last_used_at
    assert now() - cms.token.last_used_at < timedelta(minutes=30)


def test_token_that_asks_too_often_waits_and_another_does_not(
    newsroom: Newsroom, cms: System, settings: Settings
) -> None:
    settings.API_REQUESTS_A_MINUTE = 3
    wire = system(newsroom, TokenScope.DRAFTS, name="Wire")
    answers = [cms.ask("GET", "/token") for _ in range(8)]  # of which a new minute may let in another three

    refused = next(answer for answer in answers if answer.status_code == 429)
    assert problem(refused)["title"] == "Too Many Requests"
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert wire.ask("GET", "/token").status_code == 200


def test_cache_that_is_down_stops_nobody(cms: System, settings: Settings) -> None:
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "unix:///nowhere?db=1"}
    }

    assert cms.ask("GET", "/token").status_code == 200


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/unheard-of", 404),
        ("GET", "/stories/", 404),
        ("GET", "/stories/one", 422),
        ("GET", f"/stories/{10**30}", 422),
        ("GET", "/stories/0", 422),
        ("PUT", "/token", 405),
        ("DELETE", "/stories", 405),
        ("POST", "/drafts/1", 405),
    ],
)
def test_address_that_is_not_there_or_takes_no_such_method(cms: System, method: str, address: str, status: int) -> None:
    response = cms.ask(method, address)

    assert problem(response)["status"] == status
    assert ("Allow" in response.headers) == (status == 405)


def test_address_outside_of_any_version_is_a_problem_too(db: None) -> None:
    assert problem(Client().get("/api/v9/stories"))["status"] == 404
    assert problem(Client().get("/api/"))["status"] == 404


@pytest.mark.parametrize(
    ("address", "content_type", "body", "status"),
    [
        ("/hand-ins", "text/plain", "{}", 415),
        ("/hand-ins", "multipart/form-data; boundary=x", "{}", 415),
        ("/hand-ins/files", "application/json", "{}", 415),
        ("/hand-ins", "application/json", "{", 400),
        ("/hand-ins", "application/json", "[]", 422),
        ("/hand-ins", "application/json", '{"slug": "\\ud800", "text": "x"}', 422),
        ("/hand-ins/files", "multipart/form-data", "no boundary", 400),
    ],
)
def test_body_that_cannot_be_taken(cms: System, address: str, content_type: str, body: str, status: int) -> None:
    assert problem(cms.ask("POST", address, body=body, content_type=content_type))["status"] == status


def test_body_that_is_too_long_is_refused_before_it_is_read(cms: System, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    assert problem(cms.post("/hand-ins", {"slug": "x", "text": "x" * 100_000}))["status"] == 413
    assert problem(cms.post("/hand-ins", {"slug": "x", "text": "x" * 200}))["status"] == 400


def test_fault_of_ours_tells_nothing_of_itself(cms: System, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the copy of harbour-wall")

    monkeypatch.setattr("review.api.reading.told_stories", fail)
    told = problem(cms.ask("GET", "/stories"))

    assert told["status"] == 500
    assert "harbour-wall" not in str(told)


def test_what_is_not_understood_is_told_by_field_and_without_the_copy(cms: System) -> None:
    told = problem(cms.post("/hand-ins", {"slug": "x", "text": 7, "headline": "Secret copy" * 100}))

    assert {error["field"] for error in told["errors"]} == {"body.text", "body.headline"}
    assert "Secret copy" not in str(told)


def test_nothing_that_a_token_reads_is_stored_on_the_way(cms: System) -> None:
    assert "no-store" in cms.ask("GET", "/token").headers["Cache-Control"]


def test_description_is_open_to_all_and_names_every_error_and_an_example(db: None) -> None:
    described = Client().get("/api/v1/openapi.json").json()

    assert described["openapi"].startswith("3.1")
    for methods in described["paths"].values():
        for operation in methods.values():
            assert {"401", "403", "429"} <= set(operation["responses"])
    answers = {name: schema for name, schema in described["components"]["schemas"].items() if "Answer" in name}
    assert [name for name, schema in answers.items() if not schema.get("examples")] == []


def test_somebody_on_the_desk_is_no_token(newsroom: Newsroom) -> None:
    person = member(newsroom.desk)

    assert not hasattr(person, "token")
