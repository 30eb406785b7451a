"""What people and systems do in a newsroom all day: hand in, wait for what is found, decide on it, and sign."""

import time
from dataclasses import dataclass
from typing import Any

from tests.torture.ledger import Ledger
from tests.torture.lines import PATIENCE_SECONDS, GaveUp, PersonLine, SystemLine, numbers_in
from tests.torture.texts import as_page, told

FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, SLOWER = 0.5, 4.0, 1.5  # who looks all the time takes time from the work
LARGE_BYTES = 2_800_000  # more than the web server keeps in memory
EVERY_LARGE, EVERY_REVISED = 5, 3  # of so many stories one has a large file, and one a second version
WAITS = ("waiting", "read")


@dataclass(frozen=True, slots=True)
class Staff:
    """Who hands in, and who decides."""

    wire: SystemLine
    reporter: PersonLine
    reporter_id: int
    editor: PersonLine
    chief: PersonLine
    ledger: Ledger

    def take_through(self, number: int, slug: str) -> None:
        """One story from its first draft to its signature."""
        text = told(number)
        first = self.wire_hands_in(slug, text.headline, text.wire, key=f"{slug}-wire")
        story, draft = first["story"], self.draft_of(first["id"])
        if number % 2:
            self.reporter_hands_in(story, slug, text.headline, text.own)
        else:
            own = self.desk_system_hands_in(slug, text.headline, text.own, large=number % EVERY_LARGE == 0)
            self.draft_of(own["id"])
        if number % EVERY_REVISED == 0:
            second = self.wire_hands_in(slug, text.headline, text.corrected, key=f"{slug}-second", revises=draft)
            draft = self.draft_of(second["id"])
        self.wait_for_findings(story)
        self.editor_decides(story)
        self.chief_signs(story, draft)

    def wire_hands_in(self, slug: str, headline: str, text: str, *, key: str, **about: object) -> Any:  # noqa: ANN401
        answer = self.wire.hand_in(
            key=key, slug=slug, headline=headline, text=text, dated="2026-07-01", source="Coastal Wire", **about
        )
        return self._handed_in(answer.status, answer.body, answer.told, slug)

    def desk_system_hands_in(self, slug: str, headline: str, text: str, *, large: bool) -> Any:  # noqa: ANN401
        padding = LARGE_BYTES if large else 10
        page = as_page(headline, text, padding_bytes=padding)
        answer = self.wire.hand_in_file(key=f"{slug}-own", file=(f"{slug}.html", page), slug=slug, dated="2026-07-01")
        return self._handed_in(answer.status, answer.body, answer.told, slug)

    def reporter_hands_in(self, story: int, slug: str, headline: str, text: str) -> None:
        """By the pages: the file, and when it was read, what stands in it is confirmed."""
        file = (f"{slug}.txt", f"{headline}\n\n{text}".encode())
        page = f"/stories/{story}/hand-in/"
        self._check(self.reporter.post_file(page, {}, file).status == 302, f"{slug} was not taken in")
        upload = self._first_number(page, r"/uploads/(\d+)/")
        self.ledger.hand_ins[upload] = slug
        self._first_number(page, rf"/uploads/({upload})/confirm/")
        fields = {"headline": headline, "dated": "2026-07-01", "written_by": str(self.reporter_id)}
        answer = self.reporter.post(f"/uploads/{upload}/confirm/", fields)
        if answer.status != 302:  # the first answer was lost: the page says that it is handed in
            self._check(self.wire.get(f"hand-ins/{upload}")["state"] == "confirmed", f"{slug} was not confirmed")

    def draft_of(self, hand_in: int) -> int:
        def draft() -> int | None:
            found = self.wire.get(f"hand-ins/{hand_in}")
            self._check(found["state"] in (*WAITS, "confirmed"), f"hand-in {hand_in}: {found['reason']}")
            return int(found["draft"]) if found["draft"] else None

        return int(self._wait_for(draft, f"the draft of hand-in {hand_in}"))

    def wait_for_findings(self, story: int) -> None:
        def is_over() -> bool:
            drafts = [one["id"] for one in self.wire.get(f"stories/{story}/drafts")["items"]]
            return len(drafts) > 1 and all(self.wire.get(f"drafts/{draft}")["work"]["is_over"] for draft in drafts)

        self._wait_for(is_over, f"the findings of story {story}")

    def editor_decides(self, story: int) -> None:
        """Dismisses and accepts by turns; what is decided by one word may settle another finding as well."""
        while found := self.wire.get(f"stories/{story}/findings?is_open=true")["items"]:
            finding = found[0]["id"]
            act, fields = ("dismiss", {"reason": "both_true"}) if finding % 2 else ("accept", {"note": "It may stand."})
            answer = self.editor.post(f"/findings/{finding}/{act}/", fields)
            self._check(answer.status == 302, f"finding {finding}: {answer.status} to {act}")
            self.ledger.resolved[finding] = act

    def chief_signs(self, story: int, draft: int) -> None:
        sha256 = self.wire.get(f"drafts/{draft}")["sha256"]
        fields = {"draft": str(draft), "seen_sha256": sha256, "agreed": "on"}
        answer = self.chief.post(f"/stories/{story}/sign-off/approve/", fields)
        if answer.status != 302:  # the first answer was lost: the story says that it is signed
            signed = self.wire.get(f"stories/{story}")["approved_draft"]
            self._check(signed == draft, f"story {story} was not signed: {answer.status}")
        self.ledger.approved[story] = draft

    def _handed_in(self, status: int, body: bytes, about: Any, slug: str) -> Any:  # noqa: ANN401
        self._check(status == 202, f"{slug}: {status} {body[:300]!r}")
        self.ledger.hand_ins[about["id"]] = slug
        return about

    def _first_number(self, page: str, pattern: str) -> int:
        found = self._wait_for(lambda: numbers_in(self.reporter.page(page), pattern), f"{pattern} on {page}")
        return int(found[0])

    def _wait_for(self, answer: Any, what: str) -> Any:  # noqa: ANN401
        """Whatever is not empty. Raises GaveUp."""
        deadline, pause = time.monotonic() + PATIENCE_SECONDS, FIRST_PAUSE_SECONDS
        while not (found := answer()):
            if time.monotonic() > deadline:
                raise GaveUp(f"{what} did not come within {PATIENCE_SECONDS} seconds.")
            time.sleep(pause)
            pause = min(pause * SLOWER, LONGEST_PAUSE_SECONDS)
        return found

    def _check(self, holds: object, otherwise: str) -> None:
        if not holds:
            raise GaveUp(otherwise)
