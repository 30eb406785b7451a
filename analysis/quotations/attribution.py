"""Which words around a passage in quote marks say whose it is: "said Okafor", "the union wrote:", "― Ama Boateng"."""

from dataclasses import dataclass

from analysis.parse import Parse
from analysis.quotations.cues import HOLDING, SAYING
from analysis.quotations.marks import Quoted, last_letter

REACH = 22  # words between a passage and its cue's sentence end
CLOSE = 9  # words between a cue and a passage that follows it after a comma
CUES = SAYING | HOLDING | frozenset({"put", "go", "call", "describe"})
VERB_TAGS = frozenset("VBD VBZ VBP VBG VBN VB".split())
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
SUBJECTS = ("nsubj", "nsubjpass")
LENT_BY = frozenset("conj advcl xcomp aux pcomp ccomp parataxis prep dep acomp".split())  # the subject stands above
LEFT_OF_HEAD = frozenset("compound amod poss nmod det nummod case quantmod".split())
DASHES = frozenset("― — – -- -".split())
SKIPPED = frozenset("” \" '' ’ ' , ) ]".split())
QUOTE_MARKS = frozenset("“ ” \" '' `` ‘ ’ ' « »".split())
ENDS = frozenset(". ! ? ; …".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and the head of the words for its speaker, as words; `first` and `last` are the range of the cue."""

    first: int
    last: int
    speaker: int | None


def attribution_behind(parse: Parse, quoted: Quoted) -> Attribution | None:
    """ "…,” said Okafor", "…,” the union wrote", "…” ― Ama Boateng"."""
    start = parse.at(quoted.outer_end)
    line_end = _line_end(parse, quoted.outer_end)
    while start < len(parse.words) and parse.words[start] in SKIPPED and parse.tokens[start].start < line_end:
        start += 1
    limit = _limit(parse, start, line_end)
    if start >= limit:
        return None
    if parse.words[start] in DASHES:
        named = next((index for index in range(start + 1, limit) if parse.tokens[index].pos == "PROPN"), None)
        return Attribution(start, start + 1, _head(parse, named, limit)) if named == start + 1 else None
    if last_letter(parse.text, quoted) == "." and parse.text[quoted.end : quoted.outer_end + 1].find(",") < 0:
        return _behind_full_stop(parse, start, limit)
    return _cue_between(parse, start, limit)


def attribution_before(parse: Parse, quoted: Quoted) -> Attribution | None:
    """ "Okafor said: “…", "the union wrote, “…", "according to her, “…"."""
    end = parse.at(quoted.outer_start)
    if end == 0:
        return None
    mark = parse.words[end - 1]
    start = _start(parse, end, quoted)
    reach = REACH if mark == ":" else CLOSE
    cue = next((i for i in range(end - 1, max(start, end - reach) - 1, -1) if _is_cue(parse, i)), None)
    if cue is None and mark == "," and parse.lower[start : start + 2] == ["according", "to"]:
        return Attribution(start, start + 2, _first_nominal(parse, start + 2, end))
    if cue is not None and (mark in (",", ":", "…", "...") or cue == end - 1):
        return Attribution(cue, cue + 1, subject_of(parse, cue))
    if mark != ":":
        return None
    named = next((i for i in range(end - 2, start - 1, -1) if parse.tokens[i].dep in SUBJECTS), None)
    if named is None and end - 2 >= start and parse.tokens[end - 2].pos == "PROPN":
        named = end - 2
    return None if named is None else Attribution(end - 1, end, named)


def subject_of(parse: Parse, verb: int) -> int | None:
    """The head of the words for whoever does what a verb says: of "adding", too, and of a second verb."""
    for above in (verb, *parse.governors(verb)):
        if (subject := parse.child(above, *SUBJECTS)) is not None and subject != verb:
            return _named_behind(parse, _antecedent(parse, subject, above))
        if parse.tokens[above].dep in ("acl", "relcl") and parse.tokens[parse.tokens[above].head].pos in NOMINAL:
            return parse.tokens[above].head
        if parse.tokens[above].dep not in LENT_BY:
            return None
    return None


def _named_behind(parse: Parse, subject: int) -> int:
    """For "Prosecuting, Ruth Adeyemi" the name, which the parser sets beside the deed."""
    if not parse.lower[subject].endswith("ing") or parse.words[subject + 1 : subject + 2] != [","]:
        return subject
    named = parse.child(subject, "appos")
    return subject if named is None or parse.tokens[named].pos != "PROPN" else named


def _antecedent(parse: Parse, subject: int, verb: int) -> int:
    """For "who said" the person who is meant."""
    head = parse.tokens[verb].head
    relative = parse.lower[subject] in ("who", "which", "that") and parse.tokens[verb].dep == "relcl"
    return head if relative and parse.tokens[head].pos in NOMINAL else subject


def _cue_between(parse: Parse, start: int, limit: int) -> Attribution | None:
    if parse.lower[start] == "according" and start + 2 < limit:
        return Attribution(start, start + 2, _first_nominal(parse, start + 2, limit))
    for cue in range(start, limit):
        if not _is_cue(parse, cue):
            continue
        if cue == start or all(parse.tokens[i].pos in ("ADV", "AUX", "PUNCT") for i in range(start, cue)):
            return Attribution(cue, cue + 1, _inverted(parse, cue, limit))
        subject = parse.child(cue, *SUBJECTS)
        if subject is None or not start <= subject < cue:
            subject = next((i for i in range(start, cue) if parse.tokens[i].pos in NOMINAL), None)
            subject = None if subject is None else _head(parse, subject, cue)
        return None if subject is None else Attribution(cue, cue + 1, subject)
    return None


def _behind_full_stop(parse: Parse, start: int, limit: int) -> Attribution | None:
    """ "… is over.” said Okafor": a verb and its speaker, and nothing else."""
    if parse.words[start].islower() and _is_cue(parse, start):
        return Attribution(start, start + 1, _inverted(parse, start, limit))
    return None


def _inverted(parse: Parse, cue: int, limit: int) -> int | None:
    """The speaker behind the verb: "said Dr Frost"; before it where none follows."""
    subject = parse.child(cue, *SUBJECTS)
    if subject is not None and cue < subject < limit:
        return subject
    return _first_nominal(parse, cue + 1, min(limit, cue + CLOSE))


def _first_nominal(parse: Parse, start: int, limit: int) -> int | None:
    first = next((i for i in range(start, limit) if parse.tokens[i].pos in NOMINAL), None)
    return None if first is None else _head(parse, first, limit)


def _head(parse: Parse, index: int | None, limit: int) -> int | None:
    """Up to the head of the noun phrase that a word belongs to."""
    while index is not None and parse.tokens[index].dep in LEFT_OF_HEAD and index < parse.tokens[index].head < limit:
        index = parse.tokens[index].head
    return index


def _is_cue(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    return token.lemma.lower() in CUES and token.tag in VERB_TAGS and token.dep not in ("amod", "compound")


def _line_end(parse: Parse, position: int) -> int:
    end = parse.text.find("\n", position)
    return len(parse.text) if end < 0 else end


def _limit(parse: Parse, start: int, line_end: int) -> int:
    """Where the words that can belong to a passage before them end."""
    for index in range(start, min(start + REACH, len(parse.words))):
        if (
            parse.tokens[index].start >= line_end
            or parse.words[index] in ENDS
            or parse.words[index] in ("“", "``", "‘")
        ):
            return index
    return min(start + REACH, len(parse.words))


def _start(parse: Parse, end: int, quoted: Quoted) -> int:
    """Where the words that can belong to a passage behind them begin: its sentence, after the last passage."""
    within = parse.tokens[end - 1].start if _leads_on(parse.text, quoted) else quoted.outer_start
    line_start = parse.text.rfind("\n", 0, within) + 1
    for index in range(end - 2, max(end - 2 - REACH, -1), -1):
        if (
            parse.tokens[index].start < line_start
            or parse.words[index] in ENDS
            or parse.words[index] in ("”", "''", "“")
        ):
            return index + 1
    return max(end - 1 - REACH, 0)


def _leads_on(text: str, quoted: Quoted) -> bool:
    """The paragraph before ends with a colon: "The union wrote:", and the words follow on a line of their own."""
    at = quoted.outer_start - 1
    while at >= 0 and text[at].isspace():
        at -= 1
    return at >= 0 and text[at] == ":" and "\n" in text[at : quoted.outer_start]
