"""What in a statement speaks for checking it, or against: read off its words, figures and names."""

from enum import Enum

from analysis.document import Mention, Quantity, QuantityKind
from analysis.parse import Parse
from analysis.quotations.cues import SAYING

FIGURES = frozenset(
    {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.COUNT, QuantityKind.MEASURE}
)
TIMES = frozenset({QuantityKind.DATE, QuantityKind.DURATION, QuantityKind.TIME})
FIRSTS = frozenset(
    "first last only never ever record unprecedented biggest largest lowest highest oldest worst best".split()
)
AMOUNTS = frozenset(
    "all every most many few half none nobody majority millions billions thousands hundreds double".split()
)
CAUSES = frozenset("because cause lead result due drive trigger prompt blame create produce force reason".split())
RULES = frozenset(
    "law act bill ban rule regulation court ruling legal illegal legislation tax policy sanction treaty amendment "
    "constitution vote ballot require prohibit allow permit sign veto pass repeal overturn uphold lift impose".split()
)
ACCUSATIONS = frozenset(
    "accuse allege fraud lie corrupt corruption steal crime criminal guilty abuse scandal illegal cheat fail charge "
    "convict arrest murder kill attack bribe violate conceal mislead threaten".split()
)
CHANGES = frozenset(
    "rise fall increase decrease grow shrink cut double triple halve drop decline jump slump raise lower reduce expand "
    "gain lose add spend cost earn pay save exceed reach invest employ build win".split()
)
OPINIONS = frozenset(
    "think believe feel hope wish want like love guess suppose trust respect admire understand".split()
)
DUTIES = frozenset("should must ought let need shall".split())
COURTESY = frozenset("thank thanks welcome please god bless congratulations applause good morning evening".split())
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
    RULE = "states a law or a rule"
    ACCUSATION = "accuses"
    CHANGE = "tells of a change in numbers"
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


SPECIFIC = frozenset({Sign.FIGURE, Sign.TIME, Sign.NAMED})
WORD_SIGNS = (
    (FIRSTS, Sign.SUPERLATIVE),
    (AMOUNTS, Sign.AMOUNT),
    (CAUSES, Sign.CAUSE),
    (RULES, Sign.RULE),
    (ACCUSATIONS, Sign.ACCUSATION),
    (CHANGES, Sign.CHANGE),
    (OPINIONS, Sign.OPINION),
    (DUTIES, Sign.DUTY),
    (COURTESY, Sign.COURTESY),
    (FIRST_PERSON, Sign.FIRST_PERSON),
    (OURSELVES, Sign.OURSELVES),
    (SECOND_PERSON, Sign.SECOND_PERSON),
    (frozenset({"if", "whether", "would", "could", "may", "might"}), Sign.CONDITION),
    (frozenset({"will", "'ll", "going", "wo", "plan", "intend"}), Sign.PLAN),
    (frozenset({"than", "compared", "versus"}), Sign.COMPARISON),
    (frozenset({"?"}), Sign.QUESTION),
)


def _of_words(parse: Parse, first: int, last: int) -> list[Sign]:
    words = {*parse.lower[first:last], *(token.lemma.lower() for token in parse.tokens[first:last])}
    return [sign for listed, sign in WORD_SIGNS if not listed.isdisjoint(words)]


def _of_grammar(parse: Parse, first: int, last: int) -> list[Sign]:
    tokens = parse.tokens[first:last]
    tags = {token.tag for token in tokens}
    roots = [_stated(parse, index) for index in range(first, last) if parse.tokens[index].dep == "ROOT"]
    length = sum(token.pos != "PUNCT" for token in tokens)
    told = {
        Sign.SUPERLATIVE: bool(tags & {"JJS", "RBS"}),
        Sign.COMPARISON: bool(tags & {"JJR", "RBR"}),
        Sign.NEGATION: any(token.dep == "neg" for token in tokens),
        Sign.EVENT: any(_is_past(parse, root) for root in roots),
        Sign.STATE: any(parse.tokens[root].tag in ("VBZ", "VBP") for root in roots),
        Sign.NO_VERB: not tags & {"VBD", "VBZ", "VBP", "MD", "VB", "VBN"},
        Sign.SHORT: length < SHORT,
        Sign.LONG: length > LONG,
        Sign.VERY_LONG: length > VERY_LONG,
    }
    return [sign for sign, there in told.items() if there]


def _stated(parse: Parse, root: int) -> int:
    """What is said counts, and not that it was said: "opens" of "It opens in May, she said"."""
    content = parse.child(root, "ccomp") if parse.tokens[root].lemma in SAYING else None
    return root if content is None else content


def _is_past(parse: Parse, root: int) -> bool:
    """ "resigned", "has resigned", "was fined"."""
    if parse.tokens[root].tag == "VBD":
        return True
    helpers = [below for below in parse.children[root] if parse.tokens[below].dep in ("aux", "auxpass")]
    return parse.tokens[root].tag == "VBN" and any(parse.tokens[below].lemma in ("have", "be") for below in helpers)
