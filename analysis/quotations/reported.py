"""Reported clauses: what somebody said in the writer's words, with or without quoted words in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.lexicon.roles import names_person
from analysis.parse import Parse
from analysis.quotations.attribution import SUBJECTS, Attribution, subject_of
from analysis.quotations.cues import (
    ATTITUDES,
    CHARACTERIZING,
    DOCUMENTS,
    GROUPS,
    HOLDING,
    INTENDING,
    RATINGS,
    REPORTING_NOUNS,
    SAYING,
)

NOBODY = frozenset("it there this that what which one nothing i we you".split())
WRITERS = frozenset("it we i".split())  # with words in quote marks these speak, too
CUE_WORDS = 12  # on either side of the verb of a cue within a clause
LONGEST_CUE = 12  # words between the commas that set a cue off
UNSAID = frozenset({"read", "sing", "begin"})  # said of songs and books, too
SHARES = frozenset("percent % cent majority number half third quarter most dozen hundred thousand".split())
TELLING = (
    SAYING | CHARACTERIZING | ATTITUDES | RATINGS | INTENDING
) - UNSAID  # words quoted in an object of these are somebody's
SETTINGS = frozenset("on in at during by after before".split())
CONCESSIONS = frozenset("although though while even despite whereas".split())
SHORTEST = 2  # words of a clause that is worth telling


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a reported clause, and whose they are."""

    first: int
    last: int
    attribution: Attribution
    hole: tuple[int, int] | None = None  # the words of a cue that stands within: "The vote, he said, was rigged"

    def ranges(self) -> list[tuple[int, int]]:
        """The words that are told, without the cue."""
        if self.hole is None:
            return [(self.first, self.last)]
        halves = [(self.first, self.hole[0]), (self.hole[1], self.last)]
        return [(first, last) for first, last in halves if first < last]


def reported_clauses(parse: Parse) -> Iterator[Clause]:
    """Every clause that is told as somebody's, in order of its cue; clauses may lie in one another."""
    for index, token in enumerate(parse.tokens):
        if parse.lower[index] == "according":
            clause = _according(parse, index)
        elif token.pos in ("VERB", "AUX"):
            clause = _of_verb(parse, index)
        elif token.pos == "NOUN" and token.lemma in REPORTING_NOUNS:
            clause = _of_noun(parse, index)
        else:
            clause = None
        if clause and clause.last - clause.first >= SHORTEST:
            yield clause


def characterizing_object(parse: Parse, first: int, last: int) -> Clause | None:
    """For words in quote marks within a sentence: the object they stand in, of a verb that says somebody said it."""
    below = parse.head_of(first, last)
    for verb in parse.governors(below):
        token = parse.tokens[verb]
        telling = token.lemma.lower() in TELLING or (parse.lower[below] == "as" and parse.tokens[below].dep == "prep")
        if token.pos == "VERB" and telling and not _is_setting(parse, verb, below):
            subject = subject_of(parse, verb)
            if subject is not None and parse.lower[subject] not in WRITERS:
                subject = speaker_of(parse, verb)
            left, right = parse.subtree(below)
            if subject is not None and not left <= subject < right and left > verb:
                return Clause(
                    _object_start(parse, verb, min(left, first)), max(right, last), Attribution(verb, verb + 1, subject)
                )
        below = verb
    return None


def _is_setting(parse: Parse, verb: int, below: int) -> bool:
    """ "said on “The Late Hour”", "told “The Late Hour”": where or to whom, and not what."""
    lemma, token = parse.tokens[verb].lemma.lower(), parse.tokens[below]
    hearer = lemma == "tell" and token.dep in ("dobj", "dative")
    return hearer or token.dep == "npadvmod" or (token.dep == "prep" and parse.lower[below] in SETTINGS)


def _object_start(parse: Parse, verb: int, first: int) -> int:
    """Right behind the verb, past "as" and "for", where what lies between is the verb's own too."""
    between = range(verb + 1, first)
    if len(between) > CUE_WORDS or any(parse.words[i] == "," for i in between):
        return first
    start = verb + 1
    return start + 1 if start < first and parse.tokens[start].pos in ("ADP", "SCONJ", "PART") else start


def _of_verb(parse: Parse, verb: int) -> Clause | None:
    speaker = speaker_of(parse, verb)
    return None if speaker is None else told_by(parse, verb, speaker)


def told_by(parse: Parse, verb: int, speaker: int) -> Clause | None:
    """What a verb of speech, thought or intent reports of its subject."""
    content = _content(parse, verb, parse.tokens[verb].lemma.lower())
    if content is None:
        return None
    first, last, hole = _without(parse, content, verb)
    last = min(last, _next_cue(parse, content, verb, last), _afterthought(parse, content, last))
    spoken = Clause(first, last, Attribution(verb, verb + 1, speaker), hole)
    told = spoken.ranges()
    return spoken if told and not any(left <= speaker < right for left, right in told) else None


def _content(parse: Parse, verb: int, lemma: str) -> int | None:
    if lemma in SAYING or lemma in HOLDING:
        for below in reversed(parse.children[verb]):
            if parse.tokens[below].dep == "ccomp" and parse.tokens[below].pos in ("VERB", "AUX", "ADJ", "NOUN"):
                return below
    if lemma in SAYING and (told := _told_to_somebody(parse, verb) or _told_at_a_time(parse, verb)) is not None:
        return told
    intended = parse.child(verb, "xcomp") if lemma in INTENDING else None
    if intended is not None and intended > verb:
        return intended if parse.tokens[intended].tag in ("VB", "VBG") else None
    governor = parse.tokens[verb].head
    if lemma in SAYING and parse.tokens[verb].dep in ("parataxis", "ccomp") and governor != verb:
        return governor if _is_set_off(parse, verb) else None
    return None


def _told_to_somebody(parse: Parse, verb: int) -> int | None:
    """ "told a group that it was late": the parser may hang the clause on the hearer."""
    hearer = parse.child(verb, "dobj", "dative")
    content = None if hearer is None else parse.child(hearer, "acl", "relcl", "ccomp")
    mark = None if content is None else parse.child(content, "mark")
    return content if mark is not None and parse.lower[mark] == "that" else None


def _told_at_a_time(parse: Parse, verb: int) -> int | None:
    """ "said after the vote it was late": with a time in between, the parser may hang the clause on loosely."""
    for below in parse.children[verb]:
        finite = parse.tokens[below].dep == "advcl" and parse.child(below, *SUBJECTS) is not None
        if below > verb and finite and parse.child(below, "mark", "advmod") is None:
            return below
    return None


def _next_cue(parse: Parse, content: int, verb: int, last: int) -> int:
    """Where the speaker's next verb begins, which the parser may hang on the clause: "said it was late and warned"."""
    for below in parse.children[content]:
        token = parse.tokens[below]
        again = token.dep == "conj" and token.tag == parse.tokens[verb].tag and below > verb
        if again and token.lemma in SAYING | INTENDING and parse.child(below, *SUBJECTS) is None:
            return next((i for i in range(below, content, -1) if parse.tokens[i].pos == "CCONJ"), last)
    return last


def _afterthought(parse: Parse, content: int, last: int) -> int:
    """Where the writer's own words follow a clause: ", although he again refused", ", contradicting the board"."""
    for below in parse.children[content]:
        first, _ = parse.subtree(below)
        set_off = content < first < last and parse.tokens[below].dep == "advcl" and parse.words[first - 1] == ","
        told_on = parse.tokens[below].tag == "VBG" and parse.tokens[below].lemma in SAYING | ATTITUDES | {"contradict"}
        if set_off and (told_on or parse.lower[first] in CONCESSIONS):
            return first - 1
    return last


def _is_set_off(parse: Parse, verb: int) -> bool:
    """ "The vote, he said, was rigged": the parser hangs the cue on the clause, its commas on either."""
    left, right = parse.subtree(verb)
    return "," in parse.words[max(0, left - 1) : left + 1] and right - left <= LONGEST_CUE


def speaker_of(parse: Parse, verb: int) -> int | None:
    """Whoever does what a verb says, where they can speak."""
    speaker = subject_of(parse, verb)
    if speaker is not None and parse.lower[speaker] == "it":
        return speaker if parse.tokens[verb].lemma.lower() in SAYING else None
    if speaker is None or can_speak(parse, speaker):
        return speaker
    anything = parse.tokens[verb].lemma == "say" and parse.tokens[speaker].pos == "NOUN"  # "one slide says"
    return speaker if anything and parse.lower[speaker] not in NOBODY else None


def can_speak(parse: Parse, index: int) -> bool:
    """People, bodies and documents, and whatever bears a name; "a move that promises" tells of nobody."""
    token, word = parse.tokens[index], parse.lower[index]
    if token.pos in ("PROPN", "PRON", "ADJ", "DET") or (parse.words[index][0].isupper() and word in parse.proper):
        return word not in NOBODY
    lemma = token.lemma.lower()
    if lemma in SHARES:
        of = parse.child(index, "prep")
        people = None if of is None else parse.child(of, "pobj")
        return people is not None and can_speak(parse, people)
    return token.pos == "NOUN" and (lemma in GROUPS or lemma in DOCUMENTS or names_person(lemma))


def _without(parse: Parse, content: int, verb: int) -> tuple[int, int, tuple[int, int] | None]:
    """The words of the clause, and where in it the cue stands; without the cue where that begins or ends it."""
    first, last = parse.subtree(content)
    if not first <= verb < last:
        return *trimmed(parse, first, last), None
    commas = [i for i in range(max(first, verb - CUE_WORDS), min(last, verb + CUE_WORDS)) if parse.words[i] == ","]
    left = next((i for i in reversed(commas) if i < verb), first)
    right = next((i + 1 for i in commas if i > verb), last)
    if left == first or right == last:
        return *trimmed(parse, *((right, last) if left == first else (first, left))), None
    return *trimmed(parse, first, last), (left, right)


def trimmed(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """A range of words without the marks at its ends."""
    while first < last and parse.tokens[first].pos == "PUNCT" and parse.words[first] in (",", ".", ":", ";"):
        first += 1
    while last > first and parse.words[last - 1] in (",", ".", ":", ";"):
        last -= 1
    return first, last


def _according(parse: Parse, index: int) -> Clause | None:
    """The rest of the sentence that "according to the ministry" hangs on."""
    if index + 2 >= len(parse.words) or parse.lower[index + 1] != "to":
        return None
    sentence = parse.sentences[parse.sentence_at(parse.tokens[index].start)]
    speaker = parse.child(index + 1, "pobj") or parse.child(index, "pobj") or parse.child(index + 2, "dobj")
    if speaker is None:
        return None
    opens = index - sentence.first < 2
    rest = (_end_of_source(parse, index, speaker, sentence.last), sentence.last) if opens else (sentence.first, index)
    first, last = trimmed(parse, *rest)
    return Clause(first, last, Attribution(index, index + 2, speaker)) if first < last else None


def _end_of_source(parse: Parse, index: int, speaker: int, limit: int) -> int:
    """Where the words for a source end; the parser may hang the whole sentence on it: then at its comma."""
    _, end = parse.subtree(index)
    if end < limit - 1:
        return end
    return next((i for i in range(speaker, limit) if parse.words[i] == ","), end)


def _of_noun(parse: Parse, noun: int) -> Clause | None:
    """ "the minister's claim that crime has doubled", "made the case that it has"."""
    content = parse.child(noun, "acl", "ccomp", "relcl")
    if content is None or content < noun:
        return None
    first, last = trimmed(parse, *parse.subtree(content))
    owner = parse.child(noun, "poss")
    speaker = _presenter(parse, noun) if owner is None else owner
    if speaker is None or parse.lower[first] != "that" or first <= speaker < last:
        return None
    return Clause(first, last, Attribution(noun, noun + 1, speaker))


def _presenter(parse: Parse, noun: int) -> int | None:
    """Whoever makes, voices or sends a noun of speech: the one who does the verb that it is the object of."""
    above = parse.tokens[noun].head
    return speaker_of(parse, above) if parse.tokens[noun].dep == "dobj" else None
