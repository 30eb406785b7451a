"""One person or body goes by two names.

Catches a name exchanged in a revised sentence, and, in whatever is written apart, two first names for one surname
and two spellings of one name, where both drafts tell the same of the bearer.
Ignores nicknames, initials, titles, "Jr.", blanks and apostrophes, and any name that both drafts have.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from analysis.comparing.changes import Change
from analysis.comparing.counterparts import ACRONYM, SUFFIXES, initials, misspelt, name_words, two_spellings
from analysis.comparing.disagreements import disagreement
from analysis.comparing.namesakes import DISTINCT, namesakes
from analysis.comparing.pairs import Pair
from analysis.comparing.questions import answered
from analysis.comparing.rivals import rivals
from analysis.comparing.sides import Side
from analysis.document import Form, Label, Mention, Speaker
from analysis.findings import Evidence, Finding, Kind
from analysis.lexicon.sameness import place_key, same_first_name
from analysis.spans import Spanned

WHY = "Both drafts tell the same of this person or body, under two names."
NAMED = frozenset({Label.PERSON, Label.ORG, Label.PRODUCT, Label.WORK_OF_ART, Label.EVENT, Label.LAW})
SHARED = 2  # words that stand near both names
SHARED_BY_BODIES = 4  # the same for bodies: two departments are not one misnamed


def compare(pair: Pair) -> Iterator[Finding]:
    for change in pair.changes:
        left, right = _names_at(pair.a, change.a), _names_at(pair.b, change.b)
        if len(left) == len(right) == 1 and _exchanged(pair, left[0], right[0]):
            yield _finding(pair, left[0], right[0], Evidence.REVISED)
        elif (left or right) and _one_word(pair, change):
            yield _finding(pair, change.a, change.b, Evidence.REVISED)
    only_here, only_there = _only_in(pair.a, pair.b), _only_in(pair.b, pair.a)
    for one, other, shared in rivals(pair, only_here, only_there, partial(_alike, pair), least=SHARED):
        if not pair.is_revised(one, other) and (_are_people(one, other) or shared >= SHARED_BY_BODIES):
            yield _finding(pair, one, other, Evidence.NEAR)
    for one, other in namesakes(pair, only_here, only_there):
        if _alike(pair, one, other) and not pair.is_revised(one, other):
            yield _finding(pair, one, other, Evidence.NEAR)
    for speaker, same in _misspelt_speakers(pair):
        yield _finding(pair, speaker, same, Evidence.QUOTATION)


def _misspelt_speakers(pair: Pair) -> Iterator[tuple[Speaker, Speaker]]:
    """Those who say the same words under a name that is spelt in two ways."""
    for one, other in pair.same_quotations:
        speaker, same = one.speaker, other.speaker
        named = speaker and same and pair.a.calls_by_name(speaker) and pair.b.calls_by_name(same)
        if speaker and same and named and two_spellings(speaker.name or "", same.name or ""):
            yield speaker, same


def _names_at(side: Side, span: Spanned) -> list[Mention]:
    found = side.mentions_at(span)
    return [mention for mention in found if mention.form is Form.NAME and mention.label in NAMED]


def _one_word(pair: Pair, change: Change) -> bool:
    """A single word of a longer name exchanged for another, even where only one of the two is read as a name."""
    if not len(change.words_a) == len(change.words_b) == 1 or not _in_longer_name(pair, change):
        return False
    first, other = pair.a.parse.tokens[change.words_a.start], pair.b.parse.tokens[change.words_b.start]
    return first.pos == other.pos == "PROPN" and not _same_word(pair, change)


def _same_word(pair: Pair, change: Change) -> bool:
    """Whether the word is the other in another form, or stands elsewhere in the other sentence."""
    said_a, said_b = pair.a.words(change.a), pair.b.words(change.b)
    if same_first_name(said_a, said_b) or {said_a.lower(), said_b.lower()} & SUFFIXES:
        return True
    around = pair.b.words_of(pair.b.sentence_of(change.b))
    told = said_a.lower() in (pair.b.parse.lower[word] for word in around)
    return told or _bare(said_a) in _bare(said_b) or _bare(said_b) in _bare(said_a)


def _in_longer_name(pair: Pair, change: Change) -> bool:
    """Whether the word is part of a name on either side, and not all of it."""
    found = (*_names_at(pair.a, change.a), *_names_at(pair.b, change.b))
    return any(name.end - name.start > max(len(pair.a.words(change.a)), len(pair.b.words(change.b))) for name in found)


def _exchanged(pair: Pair, one: Mention, other: Mention) -> bool:
    """Whether a name took the place of another of its sort, and did not merely change places with it."""
    if one.label is not other.label or pair.counterparts.get(one.entity) == other.entity or _moved(pair, one, other):
        return False
    said_a, said_b = pair.a.words(one), pair.b.words(other)
    if _shortened(said_a, said_b) or _shortened(said_b, said_a):
        return False
    words = sorted(({*said_a.lower().split()}, {*said_b.lower().split()}), key=len)
    return not words[0] <= words[1] and _bare(said_a) not in _bare(said_b) and _bare(said_b) not in _bare(said_a)


def _shortened(short: str, long: str) -> bool:
    """Whether one name is made of the other's initials; the last may stand for another word ("Union")."""
    letters = initials(long)
    sure = len(letters) if len(letters) <= ACRONYM else len(letters) - 1
    return short.isupper() and len(short) == len(letters) and short.lower()[:sure] == letters[:sure]


def _moved(pair: Pair, one: Mention, other: Mention) -> bool:
    """Whether either draft has the other's name too, elsewhere in that sentence."""
    here = {mention.entity for mention in pair.a.mentions[pair.a.sentence_of(one)]}
    there = {mention.entity for mention in pair.b.mentions[pair.b.sentence_of(other)]}
    return pair.counterparts.get(one.entity) in there or any(
        pair.counterparts.get(entity) == other.entity for entity in here
    )


def _bare(name: str) -> str:
    """The name's letters and digits in one word: "SCO Linux" and "SCOLinux" come out the same."""
    return "".join(letter for letter in place_key(name) if letter.isalnum())


def _only_in(side: Side, another: Side) -> list[Mention]:
    """The full names that the other draft has nowhere."""
    names = (name for name in side.document.mentions if name.form is Form.NAME and name.label in NAMED)
    full = (name for name in names if len(name_words(side.words(name))) > 1)
    families, called = _families(another), {another.words(name) for name in another.document.mentions}
    new = (name for name in full if side.words(name) not in called)  # spares most of them the search of the text
    return [name for name in new if not _known(side, name, another, families)]


def _families(side: Side) -> dict[str, list[list[str]]]:
    """The people of a draft by surname, each as the words of a name."""
    families: dict[str, list[list[str]]] = defaultdict(list)
    for entity in side.document.entities:
        if entity.label is Label.PERSON and len(words := name_words(entity.name.lower())) > 1:
            families[words[-1]].append(words)
    return families


def _known(side: Side, name: Mention, another: Side, families: dict[str, list[list[str]]]) -> bool:
    """Whether the other draft has this name, with or without middle name, or in a row ("Ann and Tom Hall")."""
    said = side.words(name)
    if (told := said in another.document.text) or name.label is not Label.PERSON:
        return told
    words = name_words(said.lower())
    if any(same_first_name(words[0], own[0]) and not _middle_names_differ(words, own) for own in families[words[-1]]):
        return True
    return f"{name_words(said)[0]} and " in another.document.text


def _alike(pair: Pair, one: Mention, other: Mention) -> bool:
    """Two full names that share all but one word."""
    first = [word.lower() for word in name_words(pair.a.words(one))]
    second = [word.lower() for word in name_words(pair.b.words(other))]
    if not _are_people(one, other):
        apart = [words for words in zip(first, second, strict=False) if words[0] != words[1]]
        return len(first) == len(second) and len(apart) == 1 and DISTINCT.isdisjoint(apart[0])
    if first[-1] == second[-1]:
        return not same_first_name(first[0], second[0]) or _middle_names_differ(first, second)
    return same_first_name(first[0], second[0]) and misspelt(first[-1], second[-1])


def _middle_names_differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both tell the middle names in full, and not the same ones: "Ruth Alice Adeyemi"."""
    pairs = list(zip(one[1:-1], other[1:-1], strict=False))
    return len(one) == len(other) and any(not same_first_name(*names) for names in pairs)


def _are_people(one: Mention, other: Mention) -> bool:
    return one.label is other.label is Label.PERSON


def _question(pair: Pair, a: Spanned, b: Spanned) -> str:
    if two_spellings(_whole(pair.a, a), _whole(pair.b, b)):
        return "How is the name spelt?"
    people = [name.label is Label.PERSON for name in (*_names_at(pair.a, a), *_names_at(pair.b, b))]
    return "Who is it?" if all(people) else "What is it called?"


def _whole(side: Side, place: Spanned) -> str:
    """The whole name of which a word was exchanged, or of which only the surname stands there."""
    if isinstance(place, Speaker) and place.name:
        return place.name
    names = _names_at(side, place)
    return side.words(names[0] if names else place)


def _finding(pair: Pair, a: Spanned, b: Spanned, evidence: Evidence) -> Finding:
    said_a, said_b = _whole(pair.a, a), _whole(pair.b, b)
    shared = {*said_a.lower().split()} & {*said_b.lower().split()}
    return disagreement(
        pair,
        Kind.NAME,
        [a],
        [b],
        subject=" ".join(sorted(shared)) or pair.topic(a, b),
        values=(said_a, said_b),
        message=answered(_question(pair, a, b), f"“{said_a}”", f"“{said_b}”"),
        why=WHY,
        evidence=evidence,
    )
