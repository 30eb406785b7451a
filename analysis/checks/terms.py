"""A word stands as the desk does not write it.

Catches the forms that the desk's list says are not written ("advisor" for "adviser", "Kiev" for "Kyiv"), also with an s
behind, and a listed term joined or hyphened otherwise ("e-mail" for "email", "cooperate" for "co-operate", "percent"
for "per cent").
Ignores forms that stand inside a longer name ("Kiev Independent", "the Department of Defense"), what the list has as an
alias, and a hyphen in a term of two words, which grammar may ask for. Without such entries it finds nothing.
Rests on the desk's own list, which outranks every dictionary.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from analysis.comparing.sides import Side
from analysis.document import Document, Form, HouseEntry
from analysis.findings import Finding, Kind, Severity
from analysis.remarks import remark
from analysis.spans import Span, contains

WHY = "The house list has it in another form."
SHORTEST = 4  # letters: a shorter word that is joined or parted may well be another one
HYPHENED = re.compile(r"\w+(?:-\w+)+")
ENDINGS = r"(?=(?:['’]?s|s['’])?(?![\w'’-]))"


def find(side: Side) -> Iterator[Finding]:
    document = side.document
    text = document.text.lower()
    hyphened = {word.replace("-", ""): word for word in HYPHENED.findall(text)} if document.house else {}
    for entry in document.house:
        for form in _unwritten(entry, hyphened):
            places = list(_places(document, form)) if form.lower() in text else []
            if places:
                yield _finding(entry, form, places)


def _unwritten(entry: HouseEntry, hyphened: Mapping[str, str]) -> Iterator[str]:
    """Each form once, that is neither the name itself nor one of its aliases."""
    right = {entry.name.lower(), *map(str.lower, entry.aliases)}
    forms = [*entry.never, *(_otherwise_joined(entry.name, hyphened) if entry.label is None else ())]
    yield from (form for form in dict.fromkeys(forms) if form and form.lower() not in right)


def _otherwise_joined(term: str, hyphened: Mapping[str, str]) -> Iterator[str]:
    """ "percent" for "per cent"; of one word what the draft has with a hyphen, given by how it is written without."""
    if not term.islower() or len(term) < SHORTEST:
        return
    if "-" in term or " " in term:
        yield re.sub(r"[- ]", "", term)
    elif form := hyphened.get(term):
        yield form
    elif form := hyphened.get(f"{term}s"):
        yield form.removesuffix("s")


def _places(document: Document, form: str) -> Iterator[Span]:
    """Where it stands as a word of its own; a form with capitals only so."""
    options = re.IGNORECASE if form.islower() else 0
    for match in re.finditer(rf"(?<![\w'’-]){re.escape(form)}{ENDINGS}", document.text, options):
        place = Span(*match.span())
        if not _stands_in_a_name(document, place):
            yield place


def _stands_in_a_name(document: Document, place: Span) -> bool:
    names = (mention for mention in document.mentions if mention.form is Form.NAME)
    return any(contains(name, place) and name.end - name.start > place.end - place.start for name in names)


def _finding(entry: HouseEntry, form: str, places: Sequence[Span]) -> Finding:
    return remark(
        Kind.NAME if entry.label else Kind.STYLE,
        places,
        subject=f"{form.lower()} / {entry.name.lower()}",
        message=f"The house writes “{entry.name}”, this draft “{form}”.",
        why=f"{WHY} Its note: {entry.note}" if entry.note else WHY,
        severity=Severity.MINOR,
        confidence=0.9,
    )
