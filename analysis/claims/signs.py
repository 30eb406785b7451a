"""What in a statement speaks for checking it, or against: read off its words, figures and names."""

from collections.abc import Iterator
from enum import Enum

from analysis.document import Mention, Quantity, QuantityKind
from analysis.ledger.stakes import ACCUSES, FIGURES
from analysis.parse import Parse
from analysis.quotations.cues import SAYING

TIMES = frozenset({QuantityKind.DATE, QuantityKind.DURATION, QuantityKind.TIME})
FIRSTS = frozenset("first never ever record unprecedented biggest largest lowest highest oldest worst best".split())
AMOUNTS = frozenset(
    "all every most many few half none nobody majority millions billions thousands hundreds double".split()
)
CAUSES = frozenset("because cause lead result due drive trigger prompt blame create produce force reason".split())
RULES = frozenset(
    "law bill ban rule regulation court ruling legal illegal legislation tax policy sanction treaty amendment act "
    "constitution vote ballot prohibit veto repeal overturn uphold impose legislate outlaw".split()
)
ACCUSATIONS = frozenset(
    "accuse allege fraud lie corrupt corruption steal crime criminal guilty abuse scandal illegal cheat fail charge "
    "convict arrest murder kill attack bribe violate conceal mislead threaten".split()
)
CHANGES = frozenset(
    "rise fall increase decrease grow shrink double triple halve drop decline jump slump reduce expand exceed"
    " lower".split()
)
DEALINGS = frozenset("cut raise gain lose add spend cost earn pay save reach invest employ build win".split())
OPINIONS = frozenset(
    "think believe feel hope wish want like love guess suppose trust respect admire understand".split()
)
DUTIES = frozenset("should must ought let need shall".split())
COURTESY = frozenset("thank thanks welcome please god bless congratulations applause ladies".split())
SUPPOSED = frozenset({"if", "whether", "would", "could", "may", "might"})
PLANS = frozenset({"will", "'ll", "going", "wo", "plan", "intend", "expect", "aim", "pledge", "promise", "vow"})
FIRST_PERSON = frozenset("i my me".split())
OURSELVES = frozenset("we our us".split())
SECOND_PERSON = frozenset("you your".split())
SHORT = 6
LONG = 18
VERY_LONG = 28


class Sign(Enum):
    """One thing to notice about a statement; the value is the reason in words, for people."""

    FIGURE = "gives a figure"
    FIGURES = "gives several figures"
    TIME = "gives a date or a time"
    SUPERLATIVE = "claims a first or an extreme"
    COMPARISON = "compares"
    AMOUNT = "says how many or how much"
    CAUSE = "names a cause"
    RULE = "speaks of a law, a rule or a vote"
    ACCUSATION = ACCUSES
    CHANGE = "tells of a change in numbers"
    DEALING = "tells what was spent, built or won"
    NAMED = "names a person, a body or a place"
    EVENT = "tells an event as a fact"
    STATE = "says how things are"
    NEGATION = "denies something"
    QUESTION = "asks"
    OPINION = "gives an opinion"
    DUTY = "says what ought to be"
    PLAN = "speaks of the future"
    CONDITION = "supposes"
    COURTESY = "is a courtesy"
    FIRST_PERSON = "speaks of the speaker"
    OURSELVES = "speaks for a group"
    SECOND_PERSON = "speaks to the listener"
    SHORT = "is short"
    LONG = "is long"
    VERY_LONG = "is very long"
    UNSPECIFIC = "names nobody, no figure and no time"
    NO_VERB = "has no verb"


def signs_in(
    parse: Parse, first: int, last: int, *, quantities: list[Quantity], mentions: list[Mention]
) -> frozenset[Sign]:
    """The signs in a range of words."""
    found = set(_of_words(parse, first, last)) | set(_of_grammar(parse, first, last))
    figures = [quantity for quantity in quantities if quantity.kind in FIGURES]
    if _is_extreme(parse, first, last, quantities):
        found.add(Sign.SUPERLATIVE)
    if figures:
        found.add(Sign.FIGURE)
    if len(figures) > 1:
        found.add(Sign.FIGURES)
    if any(quantity.kind in TIMES for quantity in quantities):
        found.add(Sign.TIME)
    if mentions:
        found.add(Sign.NAMED)
    if found.isdisjoint(SPECIFIC):
        found.add(Sign.UNSPECIFIC)
    return frozenset(found)


REASONS = (  # what is told to people, the most telling first
    Sign.ACCUSATION,
    Sign.FIGURE,
    Sign.SUPERLATIVE,
    Sign.CAUSE,
    Sign.RULE,
    Sign.CHANGE,
    Sign.COMPARISON,
    Sign.AMOUNT,
    Sign.EVENT,
    Sign.TIME,
    Sign.NEGATION,
    Sign.NAMED,
)
SPECIFIC = frozenset({Sign.FIGURE, Sign.TIME, Sign.NAMED})
ANY = frozenset(
    {"VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADV", "DET", "PRON", "NUM", "SCONJ", "ADP", "INTJ", "PART", "X"}
)
VERBS, DEEDS = frozenset({"VERB", "AUX"}), frozenset({"VERB", "AUX", "NOUN", "ADJ"})
WORD_SIGNS = (  # words, as which parts of speech, and what they are a sign of
    (AMOUNTS, ANY, Sign.AMOUNT),
    (CAUSES, DEEDS | {"SCONJ"}, Sign.CAUSE),
    (RULES, DEEDS | {"PROPN"}, Sign.RULE),
    (ACCUSATIONS, DEEDS, Sign.ACCUSATION),
    (CHANGES, DEEDS, Sign.CHANGE),
    (DEALINGS, DEEDS, Sign.DEALING),
    (OPINIONS, VERBS, Sign.OPINION),
    (DUTIES, VERBS, Sign.DUTY),
    (COURTESY, ANY, Sign.COURTESY),
    (FIRST_PERSON, frozenset({"PRON"}), Sign.FIRST_PERSON),
    (OURSELVES, frozenset({"PRON"}), Sign.OURSELVES),
    (SECOND_PERSON, frozenset({"PRON"}), Sign.SECOND_PERSON),
    (SUPPOSED, frozenset({"AUX", "SCONJ"}), Sign.CONDITION),
    (PLANS, VERBS, Sign.PLAN),
    (frozenset({"than", "compared", "versus"}), frozenset({"ADP", "SCONJ", "VERB"}), Sign.COMPARISON),
    (frozenset({"?"}), frozenset({"PUNCT"}), Sign.QUESTION),
)
SIGNS_OF = {
    word: [(parts, sign) for words, parts, sign in WORD_SIGNS if word in words]
    for word in frozenset().union(*(words for words, _, _ in WORD_SIGNS))
}
NO_COMPARISON = frozenset("later earlier further longer sooner".split())
HEDGING = frozenset({"more", "less", "fewer", "other", "rather"})


def _of_words(parse: Parse, first: int, last: int) -> Iterator[Sign]:
    for index in range(first, last):
        token = parse.tokens[index]
        for word in {parse.lower[index], token.lemma.lower()}:
            for parts, sign in SIGNS_OF.get(word, ()):
                if token.pos in parts and not _means_else(parse, index, sign):
                    yield sign


def _means_else(parse: Parse, index: int, sign: Sign) -> bool:
    """Whether a word is no such sign here: "going through", "the needed money", "thanks to", "more than 300"."""
    token, word = parse.tokens[index], parse.lower[index]
    behind = parse.lower[index + 1 : index + 2]
    match sign:
        case Sign.PLAN:
            return word == "going" and parse.child(index, "xcomp") is None
        case Sign.DUTY:
            return token.dep == "amod"
        case Sign.COURTESY:
            return word == "thanks" and behind == ["to"]
        case Sign.CAUSE:
            return _is_no_cause(parse, index)
        case Sign.RULE:
            return word == "act" and token.pos != "PROPN"
        case Sign.COMPARISON:
            figure = index + 1 < len(parse.tokens) and parse.tokens[index + 1].pos in ("NUM", "SYM", "DET")
            return word == "than" and index > 0 and parse.lower[index - 1] in HEDGING and figure
    return False


def _is_no_cause(parse: Parse, index: int) -> bool:
    """ "led the race", "due to open", "due back in May", "a prompt reply"."""
    token = parse.tokens[index]
    if token.lemma == "lead":
        linked = parse.child(index, "prep")
        return linked is None or parse.lower[linked] != "to"
    if parse.lower[index] == "due":
        beyond = parse.tokens[index + 2].pos if index + 2 < len(parse.tokens) else "PUNCT"
        return parse.lower[index + 1 : index + 2] != ["to"] or beyond in ("VERB", "AUX")
    return token.pos == "ADJ"


def _of_grammar(parse: Parse, first: int, last: int) -> list[Sign]:
    tokens = parse.tokens[first:last]
    tags = {token.tag for token in tokens}
    roots = [_stated(parse, index) for index in range(first, last) if parse.tokens[index].dep == "ROOT"]
    length = sum(token.pos != "PUNCT" for token in tokens)
    told = {
        Sign.COMPARISON: any(_compares(parse, index) for index in range(first, last)),
        Sign.NEGATION: any(token.dep == "neg" for token in tokens),
        Sign.EVENT: any(_is_past(parse, root) for root in roots),
        Sign.STATE: any(_is_present(parse, root) for root in roots),
        Sign.NO_VERB: not tags & {"VBD", "VBZ", "VBP", "MD", "VB", "VBN"},
        Sign.SHORT: length < SHORT,
        Sign.LONG: length > LONG,
        Sign.VERY_LONG: length > VERY_LONG,
    }
    return [sign for sign, there in told.items() if there]


def _compares(parse: Parse, index: int) -> bool:
    """A comparative; not that of "later" or of "more than 300"."""
    token, word = parse.tokens[index], parse.lower[index]
    if token.tag not in ("JJR", "RBR") or word in NO_COMPARISON:
        return False
    return not (word in HEDGING and parse.lower[index + 1 : index + 2] == ["than"])


def _is_extreme(parse: Parse, first: int, last: int, quantities: list[Quantity]) -> bool:
    """A superlative, or a first; not "the first quarter", "was first proposed", "at least" or "most of them"."""
    times = [parse.range_of(quantity) for quantity in quantities if quantity.kind in TIMES]
    within = {word for begins, ends in times for word in range(begins, ends)}
    return any(_is_first(parse, index, within) for index in range(first, last) if index not in within)


def _is_first(parse: Parse, index: int, times: set[int]) -> bool:
    token, word = parse.tokens[index], parse.lower[index]
    if word == "most":
        return parse.tokens[token.head].pos in ("ADJ", "ADV")
    if word == "first":
        return token.dep in ("amod", "attr", "acomp") and token.head not in times
    return word in FIRSTS or (token.tag in ("JJS", "RBS") and word != "least")


def _stated(parse: Parse, root: int) -> int:
    """What is said counts, and not that it was said: "opens" of "It opens in May, she said"."""
    content = parse.child(root, "ccomp") if parse.tokens[root].lemma in SAYING else None
    return root if content is None else content


def _is_present(parse: Parse, root: int) -> bool:
    """ "opens", "is opening", "is based in"."""
    if parse.tokens[root].tag in ("VBZ", "VBP"):
        return True
    helpers = [parse.tokens[below] for below in parse.children[root] if parse.tokens[below].dep in ("aux", "auxpass")]
    present = any(token.tag in ("VBZ", "VBP") and token.lemma == "be" for token in helpers)
    return parse.tokens[root].tag in ("VBG", "VBN") and present


def _is_past(parse: Parse, root: int) -> bool:
    """ "resigned", "has resigned", "was fined"; "is based in" is a state."""
    if parse.tokens[root].tag == "VBD":
        return True
    helpers = [parse.tokens[below] for below in parse.children[root] if parse.tokens[below].dep in ("aux", "auxpass")]
    return parse.tokens[root].tag == "VBN" and any(token.lemma == "have" or token.tag == "VBD" for token in helpers)
