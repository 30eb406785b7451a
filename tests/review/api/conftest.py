"""A desk with a token that may do everything, and a system that asks with it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from review.actions.connections import make_token
from review.models import Token, TokenScope
from tests.review.conftest import Newsroom, newsroom

__all__ = ["newsroom"]


@dataclass(frozen=True, slots=True)
class System:
    """Asks as a program does: with its token, and no cookie."""

    token: Token
    written: str

    def get(self, address: str, **query: object) -> Any:  # noqa: ANN401 - what JSON holds
        response = self.ask("GET", address, query=query)
        assert response.status_code == 200, response.content.decode()
        return json.loads(response.content)

    def post(self, address: str, body: Mapping[str, object], **headers: str) -> Any:  # noqa: ANN401 - the test client's response
        return self.ask("POST", address, body=json.dumps(body), headers=headers)

    def ask(
        self,
        method: str,
        address: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: str | dict[str, Any] = "",
        content_type: str = "application/json",
        headers: Mapping[str, str] | None = None,
    ) -> Any:  # noqa: ANN401
        told = {"Authorization": f"Bearer {self.written}", **(headers or {})}
        client = Client(headers=told, raise_request_exception=False)
        if method == "GET":
            return client.get(f"/api/v1{address}", query)
        if isinstance(body, dict):
            return client.post(f"/api/v1{address}", body)
        return client.generic(method, f"/api/v1{address}", body, content_type=content_type)


def system(room: Newsroom, *scopes: TokenScope, name: str = "CMS") -> System:
    return System(*make_token(by=room.chief, desk=room.desk, name=name, scopes=scopes or tuple(TokenScope)))


@pytest.fixture
def cms(newsroom: Newsroom) -> System:
    return system(newsroom)


def problem(response: Any) -> dict[str, Any]:  # noqa: ANN401
    """What was wrong, told as every error of the API is."""
    assert response.headers["Content-Type"] == "application/problem+json"
    told: dict[str, Any] = json.loads(response.content)
    assert told["status"] == response.status_code
    assert told["detail"]
    return told
