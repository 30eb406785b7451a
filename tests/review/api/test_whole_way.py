"""A system's whole way, with a real worker: two versions handed in, followed, and their contradiction read."""

import json
from typing import Any

import pytest
from django.test import Client

from articles.models import Role
from review.actions.connections import make_token
from review.models import TokenScope
from tests.factories import DeskFactory, member
from tests.workers import Worker

pytestmark = pytest.mark.long
OURS = "Bridge to reopen\n\nThe council spent £4.2 million on the bridge in Marrow Bay, Mayor Mira Okonjo said."
WIRE = "Marrow Bay bridge\n\nThe council spent £5.8 million on the bridge in Marrow Bay, Mayor Mira Okonjo said."


def test_two_versions_come_in_and_their_contradiction_goes_out(transactional_db: None, worker: Worker) -> None:
    desk = DeskFactory.create()
    chief = member(desk, Role.CHIEF)
    _, written = make_token(by=chief, desk=desk, name="CMS", scopes=list(TokenScope))
    client = Client(headers={"Authorization": f"Bearer {written}"})

    def ask(address: str) -> Any:  # noqa: ANN401 - what JSON holds
        return json.loads(client.get(address).content)

    handed_in = []
    for text in (OURS, WIRE):
        told = {"slug": "bridge", "dated": "2026-07-01", "text": text}
        handed_in.append(client.post("/api/v1/hand-ins", told, content_type="application/json").headers["Location"])
        worker.finish()

    drafts = [ask(f"/api/v1/drafts/{ask(address)['draft']}") for address in handed_in]
    assert [draft["label"] for draft in drafts] == ["A1", "B2"]
    assert all(draft["work"]["is_over"] for draft in drafts)
    findings = ask(f"/api/v1/stories/{drafts[0]['story']}/findings?is_open=true")["items"]
    figures = next(finding for finding in findings if finding["kind"] == "figure")
    assert {place["text"] for place in figures["places"]} == {"£4.2 million", "£5.8 million"}
