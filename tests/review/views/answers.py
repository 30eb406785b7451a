"""What every address answers to whom: the rows that the walk of `test_answers.py` goes by."""

from dataclasses import dataclass, field
from typing import Any

SHOWN, DONE, REFUSED, FAULTY, NOTHING_THERE = 200, 302, 409, 422, 404
OPEN_TO_ALL = {
    "login": SHOWN, "password_reset": SHOWN, "password_reset_done": SHOWN, "password_reset_confirm": SHOWN,
    "password_reset_complete": SHOWN, "unsubscribe": SHOWN, "logout": 405,
    "mfa_authenticate": DONE, "admin-login": DONE, "directory": NOTHING_THERE, "directory-back": NOTHING_THERE,
    "healthz": SHOWN, "readyz": SHOWN, "metrics": NOTHING_THERE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answers:
    """To people on the desk, by role; to `others` and the `administrator`, who are not. By GET, unless it `sends`."""

    reporter: int
    editor: int
    chief: int
    legal: int
    others: int = NOTHING_THERE
    administrator: int = NOTHING_THERE
    sends: dict[str, Any] | None = field(default=None, hash=False)


def all_of_desk(answer: int, sends: dict[str, Any] | None = None) -> Answers:
    """Whoever is on the desk, and nobody else."""
    return Answers(answer, answer, answer, answer, sends=sends)


def everybody(answer: int, sends: dict[str, Any] | None = None) -> Answers:
    """Whoever is logged in: the page shows what is one's own."""
    return Answers(answer, answer, answer, answer, answer, answer, sends=sends)


def editors(answer: int, sends: dict[str, Any] | None = None) -> Answers:
    return Answers(REFUSED, answer, answer, REFUSED, sends=sends)


def chiefs(answer: int, sends: dict[str, Any] | None = None, *, administrator: int = NOTHING_THERE) -> Answers:
    return Answers(REFUSED, REFUSED, answer, REFUSED, administrator=administrator, sends=sends)


def administrators(answer: int) -> Answers:
    """Nobody on the desk, whatever their role."""
    return Answers(NOTHING_THERE, NOTHING_THERE, NOTHING_THERE, NOTHING_THERE, administrator=answer)


_VERIFIED = {"status": "verified", "what": "Council minutes", "locator": "page 3"}
_TOKEN = {"name": "CMS", "scopes": ["drafts"]}
_WEBHOOK = {"url": "https://cms.example/backread", "events": ["story.approved"]}
_TUNING = {"kind": "figure", "loudness": "lowered", "reason": "Sports pages count otherwise."}
_SETTINGS = {"signatures_needed": 2, "alert_threshold": "major"}
_INVITED = {"first_name": "Noor", "last_name": "Akdal", "email": "noor@backread.example", "role": "reporter"}

# The forms that are sent are sound, so that what is refused is refused to the person.
ANSWERS = {
    "board": everybody(SHOWN),
    "hand-in": everybody(SHOWN),
    "hand-over": everybody(SHOWN),
    "mails": everybody(SHOWN),
    "mails-read": everybody(DONE, {}),
    "preferences": everybody(SHOWN),
    "admin-password-change": everybody(DONE),
    "password_change": everybody(SHOWN),
    "password_change_done": everybody(SHOWN),
    "second-factor": everybody(SHOWN),
    "second-factor-set-up": everybody(SHOWN),
    "second-factor-off": everybody(FAULTY, {"code": "000000"}),
    "recovery-codes": everybody(FAULTY, {"code": "000000"}),
    "records": administrators(SHOWN),
    "records-export": administrators(SHOWN),
    "desks": Answers(DONE, DONE, DONE, DONE, others=DONE, administrator=SHOWN),  # to the only one that they are on
    "mail": all_of_desk(NOTHING_THERE),  # somebody else's
    "story": all_of_desk(DONE),
    "hand-in-to": all_of_desk(SHOWN),
    "upload": all_of_desk(DONE),
    "upload-confirm": all_of_desk(DONE, {}),
    "uploads-confirm": all_of_desk(DONE, {}),
    "upload-discard": all_of_desk(DONE, {}),
    "upload-again": all_of_desk(REFUSED, {}),  # it was read
    "progress": all_of_desk(DONE),
    "review": all_of_desk(SHOWN),
    "company": all_of_desk(DONE),
    "compare": all_of_desk(NOTHING_THERE, {}),  # the address names no two drafts
    "claims": all_of_desk(SHOWN),
    "claim-verdict": Answers(REFUSED, DONE, DONE, DONE, sends=_VERIFIED),
    "claim-take-back": all_of_desk(REFUSED, {}),  # nothing is said of it yet
    "comments": all_of_desk(SHOWN),
    "comment": all_of_desk(DONE, {"kind": "said", "text": "Is that so?"}),
    "finding-thread": all_of_desk(DONE),
    "finding-dismiss": editors(DONE, {"reason": "wrong", "scope": "story", "note": ""}),
    "finding-to-fix": editors(DONE, {"note": ""}),
    "finding-accept": editors(DONE, {"note": "Known to the desk."}),
    "finding-reopen": all_of_desk(REFUSED, {"note": ""}),  # it is open
    "finding-take-back": all_of_desk(REFUSED, {}),  # nothing is decided of it
    "findings-dismiss": all_of_desk(FAULTY, {}),
    "findings-take-back": all_of_desk(REFUSED, {}),
    "name-rule": editors(DONE, {"name": "Ines Moreau", "kind": "is", "label": "PERSON"}),
    "name-take-back": all_of_desk(REFUSED, {}),
    "sign-off": all_of_desk(SHOWN),
    "pack": all_of_desk(SHOWN),
    "export": all_of_desk(SHOWN),  # the findings; approved copy asks for more
    "decide": Answers(REFUSED, REFUSED, DONE, DONE, sends={"note": "The lawyers read it."}),
    "leave-out": editors(DONE, {"note": ""}),
    "take-in": all_of_desk(REFUSED, {}),  # it counts
    "draft-withdraw": editors(SHOWN),
    "draft-move": editors(SHOWN),
    "plan": all_of_desk(SHOWN),
    "history": all_of_desk(SHOWN),
    "history-export": all_of_desk(SHOWN),
    "read-again": all_of_desk(DONE, {}),
    "try-again": all_of_desk(REFUSED, {}),  # it did not fail
    "desk": chiefs(DONE, _SETTINGS, administrator=DONE),
    "desk-invite": chiefs(DONE, _INVITED, administrator=DONE),
    "desk-member": chiefs(DONE, {"role": "editor"}, administrator=DONE),
    "desk-invite-again": chiefs(DONE, {}, administrator=DONE),
    "desk-take-off": chiefs(DONE, {}, administrator=DONE),
    "connections": all_of_desk(SHOWN),
    "token-make": chiefs(SHOWN, _TOKEN),  # once, with the token
    "token-revoke": chiefs(DONE, {}),
    "webhook-add": chiefs(SHOWN, _WEBHOOK),  # once, with its secret
    "webhook-remove": chiefs(DONE, {}),
    "call-again": all_of_desk(REFUSED, {}),  # it was not given up
    "house": all_of_desk(SHOWN),
    "try-examples": all_of_desk(DONE, {}),
    "house-add": editors(SHOWN),
    "house-entry": editors(SHOWN),
    "house-strike": editors(DONE, {}),
    "house-take-in": all_of_desk(FAULTY, {}),
    "house-csv": all_of_desk(SHOWN),
    "precision": all_of_desk(SHOWN),
    "precision-tune": chiefs(DONE, _TUNING),
}  # fmt: skip
