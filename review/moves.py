"""The acts of sign-off in one table: who may do each, in which state, where it leads, and what happens next."""

from dataclasses import dataclass

from articles.models import Role, StoryState
from review.models import DecisionKind
from review.verbs import Verb

AT_WORK = frozenset(
    {StoryState.DRAFTING, StoryState.ANALYSING, StoryState.NEEDS_WORK, StoryState.READY, StoryState.APPROVED}
)
_SIGNABLE = AT_WORK  # without a draft there is no text to sign, which the act says itself
_UNSIGNED = AT_WORK - {StoryState.APPROVED}
_NOT_OVER = frozenset(StoryState) - {StoryState.KILLED}


@dataclass(frozen=True, slots=True)
class Move:
    """One act. `title` is its button, `to_do` follows "can"; `to` None leads wherever the work on the drafts stands.

    `asks` labels the note, which is wanted where `takes_note`; `on_text` binds the act to one draft's text, and
    `reads_text` to the very text that was on the page.
    """

    title: str
    to_do: str
    verb: Verb
    roles: tuple[Role, ...]
    starts: frozenset[StoryState]
    to: StoryState | None
    asks: str
    next: str
    takes_note: bool = True
    on_text: bool = False
    reads_text: bool = False
    is_grave: bool = False


MOVES: dict[DecisionKind, Move] = {
    DecisionKind.APPROVE: Move(
        "Approve",
        "sign a story",
        Verb.APPROVED,
        (Role.CHIEF,),
        _SIGNABLE,
        StoryState.APPROVED,
        "Note for the record",
        "Your signature holds for this text alone: one word changed, and it is stale.",
        takes_note=False,
        on_text=True,
        reads_text=True,
    ),
    DecisionKind.RESERVE: Move(
        "Approve with reservations",
        "sign a story",
        Verb.RESERVED,
        (Role.CHIEF,),
        _SIGNABLE,
        StoryState.APPROVED,
        "Your reservations",
        "It counts as a signature; your reservations stand beside it, in the record and in the mails.",
        on_text=True,
        reads_text=True,
    ),
    DecisionKind.WITHDRAW: Move(
        "Withdraw your signature",
        "withdraw a signature",
        Verb.WITHDREW,
        (Role.CHIEF,),
        _SIGNABLE,
        None,
        "Why it no longer holds",
        "The text is no longer signed by you; the writer and the desk’s chiefs are told why.",
        on_text=True,
    ),
    DecisionKind.SEND_BACK: Move(
        "Send back",
        "send a draft back",
        Verb.SENT_BACK,
        (Role.CHIEF,),
        _SIGNABLE,
        None,
        "What is to be done",
        "The writer and the desk’s chiefs get a mail with your reasons; signatures under this text are gone, "
        "and the story needs work until another draft is handed in.",
        on_text=True,
    ),
    DecisionKind.ASK_LEGAL: Move(
        "Ask for a legal read",
        "ask for a legal read",
        Verb.ASKED_LEGAL,
        (Role.EDITOR, Role.CHIEF, Role.LEGAL),
        _UNSIGNED,
        None,
        "What legal should look at",
        "The desk’s lawyers get a mail with your note; nobody can sign a text that none of them has read.",
    ),
    DecisionKind.LEGAL_READ: Move(
        "Give the legal read",
        "read for legal",
        Verb.READ_LEGALLY,
        (Role.LEGAL,),
        _UNSIGNED,
        None,
        "Note for the record",
        "A chief can sign this very text as far as legal is concerned; another text needs another read.",
        takes_note=False,
        on_text=True,
        reads_text=True,
    ),
    DecisionKind.DROP_LEGAL: Move(
        "Do without a legal read",
        "do without a legal read",
        Verb.DROPPED_LEGAL,
        (Role.CHIEF, Role.LEGAL),
        _UNSIGNED,
        None,
        "Why none is needed",
        "A chief can sign without it; your reason stays in the record.",
    ),
    DecisionKind.HOLD: Move(
        "Put on hold",
        "put a story on hold",
        Verb.HELD,
        (Role.CHIEF, Role.LEGAL),
        _NOT_OVER - {StoryState.ON_HOLD},
        StoryState.ON_HOLD,
        "Why it has to wait",
        "Nobody can sign or file any draft of this story until it is released, whoever has signed before.",
    ),
    DecisionKind.RELEASE: Move(
        "Release from hold",
        "release a story from hold",
        Verb.RELEASED,
        (Role.CHIEF, Role.LEGAL),
        frozenset({StoryState.ON_HOLD}),
        None,
        "Why it may go on",
        "The story goes on where it stood; a signature under a text that still stands is good again.",
        takes_note=False,
    ),
    DecisionKind.FILE: Move(
        "File",
        "file a story",
        Verb.FILED,
        (Role.EDITOR, Role.CHIEF),
        frozenset({StoryState.APPROVED}),
        StoryState.FILED,
        "Where it went",
        "The signed text counts as out. Whoever wants to change it begins a correction and says what was wrong.",
        takes_note=False,
        on_text=True,
    ),
    DecisionKind.CORRECT: Move(
        "Begin a correction",
        "begin a correction",
        Verb.BEGAN_CORRECTION,
        (Role.EDITOR, Role.CHIEF, Role.LEGAL),
        frozenset({StoryState.FILED}),
        StoryState.CORRECTION,
        "What was wrong",
        "The writer and the desk’s chiefs are told what was wrong. The next draft is labelled a correction; it is "
        "checked, signed and filed like the first.",
    ),
    DecisionKind.KILL: Move(
        "Kill the story",
        "kill a story",
        Verb.KILLED,
        (Role.CHIEF,),
        _NOT_OVER,
        StoryState.KILLED,
        "Why it will not run",
        "Nothing more can be handed in or decided. The drafts and the record stay.",
        is_grave=True,
    ),
}

# Where a story goes by itself as its drafts are handed in, read, compared and decided on.
BY_WORK: dict[StoryState, str] = {
    StoryState.DRAFTING: "its last version is left out",
    StoryState.ANALYSING: "a draft is to be read or compared",
    StoryState.NEEDS_WORK: "something stands in the way of a signature",
    StoryState.READY: "nothing stands in the way of a signature",
    StoryState.APPROVED: "a signed text stands again",
    StoryState.CORRECTION: "the text that was filed stands again",
}


def is_allowed(before: StoryState, after: StoryState) -> bool:
    """Whether any act, or the work, leads from one state to the other."""
    at_work = {*BY_WORK}
    if {before, after} <= at_work:
        return True
    back = at_work | {StoryState.FILED} if before not in at_work else set()
    return any(before in move.starts and after in ({move.to} if move.to else back) for move in MOVES.values())
