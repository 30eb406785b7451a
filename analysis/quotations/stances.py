"""What somebody thinks of a thing or asks for, told without a clause: "criticised the plan", "called for a review"."""

from collections.abc import Iterator

from analysis.parse import Parse
from analysis.quotations.attribution import Attribution, subject_of
from analysis.quotations.cues import ATTITUDES, DOCUMENTS, FEELINGS, LEANINGS, OPINIONS, RATINGS
from analysis.quotations.reported import Clause, can_speak, speaker_of, told_by, trimmed

OBJECTS = ("dobj", "oprd")
LEVELLED = frozenset("of for as over".split())  # "accused the firm of fraud", "praised her for her calm"
RATED = frozenset({"JJ", "JJR", "VBN"})
SHOWING = frozenset("show find reveal indicate depict record".split())
RULING = frozenset("require allow prohibit ban forbid permit mandate impose bar guarantee exempt cap limit".split())
RULES = frozenset("rule policy standard act measure provision proposal regulation legislation constitution".split())
SHOWN = ("dobj", "ccomp", "xcomp", "prep", "acl", "advcl", "oprd")
PICTURES = frozenset("image photo photograph footage picture average statistic chart map clip recording".split())
ABOUT = frozenset("of about on for against to over with that".split())
POINTERS = frozenset("it this that them him her you me us himself herself itself themselves".split())


def stances(parse: Parse) -> Iterator[Clause]:
    """Every stance that is somebody's, in order of its cue; the clause is what it is about."""
    for index, token in enumerate(parse.tokens):
        clause = None
        if parse.lower[index] in FEELINGS and token.pos in ("ADJ", "VERB"):
            clause = _of_feeling(parse, index)
        elif token.pos == "VERB":
            clause = _of_verb(parse, index) or _of_passive(parse, index) or _of_thing(parse, index)
            clause = clause or _of_document(parse, index)
        elif token.pos == "NOUN" and token.lemma in OPINIONS:
            clause = _of_noun(parse, index)
        if clause and clause.first < clause.last and not _points(parse, clause):
            yield clause


def _of_verb(parse: Parse, verb: int) -> Clause | None:
    """ "rejected the offer", "accused the firm of fraud", "called for calm"."""
    content = _object(parse, verb) or _leaning(parse, verb)
    speaker = speaker_of(parse, verb) if content else None
    return None if content is None or speaker is None else _clause(parse, content, verb, speaker)


def _object(parse: Parse, verb: int) -> tuple[int, int] | None:
    lemma = parse.tokens[verb].lemma.lower()
    if lemma not in ATTITUDES and lemma not in RATINGS:
        return None
    rated = parse.child(verb, "ccomp") if lemma in RATINGS else None
    if rated is not None and rated > verb and parse.child(rated, "mark") is None:
        return parse.subtree(rated)  # "called the plan fair": the parser may take it for a clause
    objects = [below for below in parse.children[verb] if below > verb and parse.tokens[below].dep in OBJECTS]
    if not objects or (lemma in RATINGS and not _is_rated(parse, verb)):
        return None
    last = max(parse.subtree(below)[1] for below in objects)
    return parse.subtree(objects[0])[0], max([last, *_levelled(parse, verb, last)])


def _is_rated(parse: Parse, verb: int) -> bool:
    """ "called the plan a mistake", "described it as harsh": with an object alone they are of other things."""
    if parse.child(verb, "oprd", "ccomp") is not None:
        return True
    thing = parse.child(verb, "dobj")
    behind = [below for below in parse.children[thing] if below > thing] if thing is not None else []
    told = (*parse.children[verb], *behind)
    if any(parse.lower[below] == "as" or (below > verb and _is_rating(parse, below)) for below in told):
        return True  # the parser may hang on the thing what it is called
    return any(parse.tokens[below].dep in ("acl", "amod") and parse.tokens[below].tag in RATED for below in behind)


def _is_rating(parse: Parse, below: int) -> bool:
    """ "as ominous", which the parser may take for a manner."""
    return parse.tokens[below].pos == "ADJ" and parse.lower[parse.subtree(below)[0]] == "as"


def _levelled(parse: Parse, verb: int, last: int) -> list[int]:
    """Where the charge behind the object ends, or what it is described as."""
    behind = (below for below in parse.children[verb] if below >= last)
    charges = (below for below in behind if parse.lower[below] in LEVELLED or _is_rating(parse, below))
    return [parse.subtree(charge)[1] for charge in charges]


def _leaning(parse: Parse, verb: int) -> tuple[int, int] | None:
    """What a verb leans on: "called for calm", "called on the mayor to resign" with what is asked of the mayor."""
    for below in parse.children[verb]:
        if below == verb + 1 and parse.lower[below] in LEANINGS.get(parse.tokens[verb].lemma.lower(), ()):
            content = parse.child(below, "pobj", "pcomp")
            if content is None:
                return None
            first, last = parse.subtree(content)
            deeds = (deed for deed in parse.children[verb] if deed > last and parse.tokens[deed].tag == "VB")
            return first, max([last, *(parse.subtree(deed)[1] for deed in deeds if parse.subtree(deed)[0] == last)])
    return None


def _of_passive(parse: Parse, verb: int) -> Clause | None:
    """ "The plan was rejected by the council"."""
    if parse.tokens[verb].lemma.lower() not in ATTITUDES:
        return None
    by, subject = parse.child(verb, "agent"), parse.child(verb, "nsubjpass")
    speaker = None if by is None else parse.child(by, "pobj")
    if subject is None or speaker is None or not can_speak(parse, speaker):
        return None
    return _clause(parse, parse.subtree(subject), verb, speaker)


def _of_thing(parse: Parse, verb: int) -> Clause | None:
    """ "The results show that it failed", "the move suggests haste was needed": things that tell, but do not speak."""
    thing = subject_of(parse, verb)
    if thing is None or parse.tokens[thing].pos != "NOUN" or parse.child(verb, "ccomp") is None:
        return None
    return told_by(parse, verb, thing)


def _of_document(parse: Parse, verb: int) -> Clause | None:
    """ "Polls show a close race", "the law bans nets": what a document tells or rules, without a clause."""
    lemma, thing = parse.tokens[verb].lemma, subject_of(parse, verb)
    noun = "" if thing is None else parse.tokens[thing].lemma
    tells = lemma in SHOWING and noun in DOCUMENTS | PICTURES
    if thing is None or not (tells or (lemma in RULING and noun in DOCUMENTS | RULES)):
        return None
    shown = [below for below in parse.children[verb] if below > verb and parse.tokens[below].dep in SHOWN]
    if not shown:
        return None
    return _clause(parse, (parse.subtree(shown[0])[0], max(parse.subtree(below)[1] for below in shown)), verb, thing)


def _of_feeling(parse: Parse, adjective: int) -> Clause | None:
    """ "is convinced that it will fail", "were worried about jobs"."""
    speaker = speaker_of(parse, adjective)
    content = parse.child(adjective, "ccomp") or _topic(parse, adjective)
    if speaker is None or content is None or content < adjective:
        return None
    return _clause(parse, parse.subtree(content), adjective, speaker)


def _of_noun(parse: Parse, noun: int) -> Clause | None:
    """ "the mayor's criticism of the plan", "her support for the strike"."""
    speaker = parse.child(noun, "poss")
    if speaker is None or not can_speak(parse, speaker):
        return None
    content = _topic(parse, noun)
    return None if content is None else _clause(parse, parse.subtree(content), noun, speaker)


def _topic(parse: Parse, noun: int) -> int | None:
    """What an opinion is about, or a resolve to do: "criticism of the plan", "refusal to pay"."""
    resolve = parse.child(noun, "acl")
    if resolve is not None and parse.tokens[resolve].tag == "VB":
        return resolve
    about = next((below for below in parse.children[noun] if below > noun and parse.lower[below] in ABOUT), None)
    return None if about is None else parse.child(about, "pobj", "pcomp")


def _clause(parse: Parse, content: tuple[int, int], cue: int, speaker: int) -> Clause | None:
    first, last = trimmed(parse, *content)
    if first <= speaker < last or first <= cue < last:
        return None
    return Clause(first, last, Attribution(cue, cue + 1, speaker))


def _points(parse: Parse, clause: Clause) -> bool:
    """Of "rejected it" nobody learns what it is about."""
    return clause.last - clause.first == 1 and parse.lower[clause.first] in POINTERS
