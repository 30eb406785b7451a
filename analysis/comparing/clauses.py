"""Who did what to whom: the clauses of a draft, active and passive alike, denied, planned or told as done."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from analysis.comparing.counterparts import surname
from analysis.document import Document, Mention
from analysis.lexicon.sameness import place_key
from analysis.parse import Parse
from analysis.spans import Span

NEGATORS = frozenset("not n't never no neither nor nobody none without hardly barely unable".split())
# Verbs that take back what their complement says.
DENIALS = frozenset({"fail", "refuse", "decline", "deny", "reject", "avoid"})
POSSIBLE = frozenset({"may", "might", "could", "can"})
PLANNED = frozenset({"will", "shall", "would", "'ll", "should", "must"})
PLANS = frozenset("plan intend hope aim want expect propose consider promise vow pledge seek try".split())
TOLD = frozenset({"VBD", "VBN", "VBZ", "VBP"})
OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "nsubjpass", "dative"})
ACTORS = frozenset({"nsubj", "csubj", "agent"})
RELATIVE = frozenset({"WDT", "WP"})
NOT_EVENTS = frozenset("be have do say tell add get go include become".split())


class Certainty(StrEnum):
    """Whether a clause tells what has happened, what is to happen, or what may."""

    FACT = "fact"
    PLAN = "plan"
    POSSIBILITY = "possibility"
    OPEN = "open"  # an infinitive or a command tells neither


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its participants, each by the name or lemma that both drafts would use."""

    verb: int  # its token
    lemma: str
    actors: frozenset[str]
    objects: frozenset[str]
    others: frozenset[str]
    denied: bool
    certainty: Certainty
    span: Span  # from the first auxiliary to the verb, with its particle: what a finding points at

    @property
    def participants(self) -> frozenset[str]:
        return self.actors | self.objects

    @property
    def involved(self) -> frozenset[str]:
        """The participants, and whatever a preposition adds: for whom, where, with what."""
        return self.participants | self.others


def clauses(document: Document, parse: Parse) -> Iterator[Clause]:
    """Every clause whose verb names an event, in the order of the text."""
    names = _names(document, parse)
    for index, token in enumerate(parse.tokens):
        if token.pos == "VERB" and token.lemma.lower() not in NOT_EVENTS:
            yield _clause(parse, names, index)


def _clause(parse: Parse, names: dict[int, str], verb: int) -> Clause:
    actors, objects = _participants(parse, names, verb, ACTORS), _participants(parse, names, verb, OBJECTS)
    if parse.tokens[verb].dep == "acl":  # "the toll, raised in May": the noun before is what was imposed
        objects |= frozenset(_called(parse, names, parse.tokens[verb].head))
    return Clause(
        verb=verb,
        lemma=parse.tokens[verb].lemma.lower(),
        actors=actors or _inherited(parse, names, verb),
        objects=objects,
        others=_prepositional(parse, names, verb),
        denied=_denied(parse, verb),
        certainty=_certainty(parse, verb),
        span=_verb_span(parse, verb),
    )


def _names(document: Document, parse: Parse) -> dict[int, str]:
    """For each word that heads a mention, the entity it stands for."""
    return {parse.head_of(*parse.range_of(mention)): _key(document, mention) for mention in document.mentions}


def _key(document: Document, mention: Mention) -> str:
    name = document.entities[mention.entity].name
    return place_key(name) if mention.label in ("GPE", "NORP", "ORG") else surname(name)


def _participants(parse: Parse, names: dict[int, str], verb: int, relations: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for below in parse.children[verb]:
        if parse.tokens[below].dep in relations:
            heads = parse.children[below] if parse.tokens[below].dep == "agent" else [below]
            found.update(*(_called(parse, names, head) for head in heads))
    return frozenset(found)


def _called(parse: Parse, names: dict[int, str], head: int) -> Iterator[str]:
    """A participant and those joined to it by "and"; unresolved pronouns tell nothing."""
    token = parse.tokens[head]
    if head in names:
        yield names[head]
    elif token.pos in ("NOUN", "PROPN", "ADJ"):
        yield place_key(token.lemma)
    elif token.tag in RELATIVE and (verb := parse.tokens[head].head) != head and parse.tokens[verb].dep == "relcl":
        yield from _called(parse, names, parse.tokens[verb].head)
    for below in parse.children[head]:
        if parse.tokens[below].dep == "conj":
            yield from _called(parse, names, below)


def _inherited(parse: Parse, names: dict[int, str], verb: int) -> frozenset[str]:
    """Whoever does the governing verb does this one: "agreed to sign", "signed and left"."""
    for above in parse.governors(verb):
        if parse.tokens[above].pos in ("VERB", "AUX") and (found := _participants(parse, names, above, ACTORS)):
            return found
        if parse.tokens[above].dep in ("relcl", "acl", "advcl", "ccomp"):
            break
    return frozenset()


def _prepositional(parse: Parse, names: dict[int, str], verb: int) -> frozenset[str]:
    found: set[str] = set()
    for below in parse.children[verb]:
        if parse.tokens[below].dep == "prep":
            found.update(*(_called(parse, names, head) for head in parse.children[below]))
    return frozenset(found)


def _denied(parse: Parse, verb: int) -> bool:
    """Denied an odd number of times: "not", "no one", "refused to"."""
    around = [*parse.children[verb], *(low for below in parse.children[verb] for low in parse.children[below])]
    direct = [parse.lower[below] for below in parse.children[verb]]
    count = sum(word in NEGATORS for word in direct)
    count += sum(parse.lower[below] == "no" and parse.tokens[below].dep == "det" for below in around)
    above = parse.tokens[parse.tokens[verb].head]
    count += parse.tokens[verb].dep == "xcomp" and above.lemma.lower() in DENIALS
    return count % 2 == 1


def _certainty(parse: Parse, verb: int) -> Certainty:
    helpers = {parse.lower[below] for below in parse.children[verb] if parse.tokens[below].dep == "aux"}
    above = parse.tokens[parse.tokens[verb].head]
    if helpers & POSSIBLE:
        return Certainty.POSSIBILITY
    if helpers & PLANNED or (parse.tokens[verb].dep == "xcomp" and above.lemma.lower() in PLANS | {"be"}):
        return Certainty.PLAN
    told = parse.tokens[verb].tag in TOLD or helpers & {"do", "does", "did"}
    return Certainty.FACT if told else Certainty.OPEN


def _verb_span(parse: Parse, verb: int) -> Span:
    first, last = verb, verb + 1
    helpers = {below for below in parse.children[verb] if parse.tokens[below].dep in ("aux", "auxpass", "neg")}
    while first - 1 in helpers:
        first -= 1
    if last in parse.children[verb] and parse.tokens[last].dep == "prt":
        last += 1
    return parse.span(first, last)
