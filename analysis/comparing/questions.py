"""What two drafts disagree about, as the question an editor would ask aloud: "When was the ban imposed?"."""

from collections.abc import Callable
from functools import partial
from itertools import takewhile

from analysis.comparing.clipping import around, first_clauses
from analysis.comparing.pairs import Pair
from analysis.comparing.sides import Side
from analysis.document import Form
from analysis.parse import Parse
from analysis.spans import Span, Spanned, overlaps

LONGEST = 7  # words of a participant that can be said in passing
UNSAYABLE = frozenset("“”\"'‘’()[]\n;:,—–")
BESIDE = 3  # words on either side that tell what a place is about
LEADING = frozenset({"CC", "POS"})  # a passage that is quoted does not begin with them …
TRAILING = frozenset({"ADP", "CCONJ", "DET", "PART", "SCONJ"})  # … nor end with these
LONGEST_SAID = 12  # words of a passage that is quoted in a message
MARKS = str.maketrans("", "", '“”"')
MARKS_BEHIND = ".,;:"
COMPLEMENTS = ("ccomp", "xcomp", "acomp", "attr", "oprd", "dative", "parataxis")
SUBJECTS = ("nsubj", "nsubjpass")
SAYING = {"say": "so", "announce": "this", "claim": "this", "admit": "this", "promise": "this"}
HELPERS = {"'ll": "will", "wo": "will", "ca": "can"}
TENSES = {"VBD": "did", "VBN": "did", "VBZ": "does", "VBP": "do"}  # the parser reads many a past tense as VBN
SINGULAR = frozenset({"NN", "NNP"})
PLURAL = frozenset({"NNS", "NNPS"})


def asked(pair: Pair, a: Spanned, b: Spanned, question: Callable[[Side, Spanned], str | None]) -> str | None:
    """The question as one of the drafts words it, the first that can be said plainly; None where neither can."""
    return question(pair.a, a) or question(pair.b, b)


def answered(question: str, said_a: str, said_b: str) -> str:
    """The question and both answers."""
    return f"{question} One draft says {said_a}, the other {said_b}."


def quoted(pair: Pair, a: Spanned, b: Spanned) -> str:
    """Both places in their own words, where no question can be asked."""
    return f"One draft says “{in_its_clause(pair.a, a)}”, the other “{in_its_clause(pair.b, b)}”."


def event_question(opening: str, side: Side, place: Spanned) -> str | None:
    """ "When" and the clause around a date: "When did the bridge open?"; "" asks for yes or no."""
    parse = side.parse
    verb = parse.verb_over(parse.head_of(*parse.range_of(place)))
    told = _turned(side, verb, place) if verb is not None else None
    if told is None:
        return None
    return f"{opening} {told}?" if opening else f"{told[0].upper()}{told[1:]}?"


def called(side: Side, head: int) -> str | None:
    """A participant in a few words: "the bridge", "most of the costs"; None for pronouns and whatever is too long."""
    parse = side.parse
    if parse.tokens[head].pos not in ("NOUN", "PROPN"):
        return None
    first, last = parse.subtree(head)[0], _end(parse, head)
    if last - first > LONGEST:
        return None
    words = side.words(parse.span(first, last))
    if any(parse.tokens[word].tag.startswith("W") for word in range(first, last)):
        return None
    if UNSAYABLE & {*words.replace("’s ", " ").replace("'s ", " ")}:
        return None
    if words.isupper() and " " in words:  # a dateline or headline read as a name
        return None
    return words if _keeps_capital(side, first) else words[0].lower() + words[1:]


def _end(parse: Parse, head: int) -> int:
    """Behind the noun, or behind what it is "of"; those joined to it by "and" belong to it."""
    tail = next((below for below in parse.children[head] if parse.tokens[below].dep == "conj"), None)
    if tail is None and parse.lower[head + 1 : head + 2] == ["of"] and parse.tokens[head + 1].head == head:
        tail = head + 1
    return parse.subtree(tail)[1] if tail is not None else head + 1


def in_context(side: Side, place: Spanned) -> str:
    """The words at a place with those beside them, up to the next mark: what no question says of them."""
    sentence, (first, last) = side.words_of(side.sentence_of(place)), side.parse.range_of(place)
    before = [*takewhile(partial(_is_said, side), range(first - 1, max(sentence.start, first - BESIDE) - 1, -1))]
    behind = [*takewhile(partial(_is_said, side), range(last, min(sentence.stop, last + BESIDE)))]
    while before and (side.parse.tokens[before[-1]].tag in LEADING or _cuts_name(side, before[-1] - 1, before[-1])):
        before.pop()
    while behind and (side.parse.tokens[behind[-1]].pos in TRAILING or _cuts_name(side, behind[-1], behind[-1] + 1)):
        behind.pop()
    return side.words(side.parse.span(min((first, *before)), max((last, *(word + 1 for word in behind)))))


def in_its_clause(side: Side, place: Spanned) -> str:
    """The words at a place from where its clause begins: what somebody reading aloud would say of it."""
    begin, context = around(side, place, most=LONGEST_SAID).start, in_context(side, place)
    if begin >= place.start:
        return context
    behind = context.rpartition(side.words(place))[2]
    return " ".join(f"{side.words(Span(begin, place.end))}{behind}".translate(MARKS).split())


def _cuts_name(side: Side, word: int, following: int) -> bool:
    """Whether a name goes on from one word to the next."""
    if word < 0 or following >= len(side.parse.tokens):
        return False
    place = side.parse.span(word, following + 1)
    return any(found.start <= place.start and place.end <= found.end for found in side.mentions_at(place))


def _is_said(side: Side, word: int) -> bool:
    return side.parse.words[word] == "-" or side.parse.tokens[word].pos != "PUNCT"


def in_short(side: Side, place: Spanned, *, most: int = LONGEST_SAID) -> str:
    """The first clauses of a passage, without quote marks; dots where more follows."""
    shown = first_clauses(side, place, most=most)
    words = side.words(shown).translate(MARKS).split()
    return " ".join(words).rstrip(MARKS_BEHIND) + "…" * (shown.end < place.end)


def _keeps_capital(side: Side, word: int) -> bool:
    place = side.parse.span(word, word + 1)
    named = any(found.form is Form.NAME and found.start <= place.start for found in side.mentions_at(place))
    shouted = side.parse.words[word].isupper() and len(side.parse.words[word]) > 1
    return named or shouted or side.parse.tokens[word].pos == "PROPN"


def _turned(side: Side, verb: int, place: Spanned) -> str | None:
    """The clause as a question, without what stands at the disputed place: "did the bridge open"."""
    parse = side.parse
    subject, rest = _subject(parse, verb), _rest(side, verb, place)
    frame = _frame(parse, verb, subject) if subject is not None else None
    if subject is None or frame is None or rest is None:
        return None
    if not _is_event(parse, verb) and overlaps(parse.span(*parse.subtree(subject)), place):
        return None
    who = called(side, subject)
    return " ".join(filter(None, (frame[0], who, frame[1], rest))) if who else None


def _rest(side: Side, verb: int, place: Spanned) -> str | None:
    """What follows the verb: its particle and object, "so" for what somebody says; None where more would be needed."""
    parse = side.parse
    particle, thing = parse.child(verb, "prt"), parse.child(verb, "dobj")
    if parse.child(verb, *COMPLEMENTS) is not None:
        told = parse.child(verb, "ccomp") is not None and thing is None
        return SAYING.get(parse.tokens[verb].lemma) if told else None
    if thing is None or overlaps(parse.span(parse.subtree(thing)[0], thing + 1), place):
        return parse.lower[particle] if particle is not None else _where(side, verb, place)
    what = None if overlaps(parse.span(thing, _end(parse, thing)), place) else called(side, thing)
    return what and f"{parse.lower[particle]} {what}" if particle is not None else what


def _where(side: Side, verb: int, place: Spanned) -> str | None:
    """What stands right behind the verb and belongs to it: "remain in hospital"."""
    parse = side.parse
    if parse.tokens[verb + 1 : verb + 2] and parse.tokens[verb + 1].dep in ("prep", "dative", "advmod"):
        words = parse.span(*parse.subtree(verb + 1))
        noun = parse.child(verb + 1, "pobj")
        if not overlaps(words, place) and parse.tokens[verb + 1].head == verb and parse.tokens[verb].tag != "VBN":
            what = called(side, noun) if noun is not None else None
            return what and f"{parse.lower[verb + 1]} {what}"
    return ""


def _is_event(parse: Parse, verb: int) -> bool:
    """Whether the clause hangs on its own subject, as in "the toll, raised in May"."""
    return parse.tokens[verb].dep in ("acl", "relcl")


def _subject(parse: Parse, verb: int) -> int | None:
    """Who does it; of "the toll, raised in May" and "the toll, which rose", the noun before."""
    subject = parse.child(verb, *SUBJECTS)
    if subject is not None and parse.tokens[subject].tag not in ("WDT", "WP"):
        return subject
    if _is_event(parse, verb) and (subject is not None or parse.tokens[verb].tag == "VBN"):
        return parse.tokens[verb].head
    if parse.tokens[verb].dep == "conj" and parse.child(parse.tokens[verb].head, "auxpass") is None:
        return parse.child(parse.tokens[verb].head, *SUBJECTS)
    return None


def _frame(parse: Parse, verb: int, subject: int) -> tuple[str, str] | None:
    """What stands before and behind the subject of a question: "did" and "open", "was" and "raised"."""
    token, written = parse.tokens[verb], parse.lower[verb]
    below = parse.children[verb]
    helpers = [parse.lower[word] for word in below if parse.tokens[word].dep in ("aux", "auxpass") and word < verb]
    if helpers:
        first = HELPERS.get(helpers[0], helpers[0])
        return None if first == "to" or not first.isalpha() else (first, " ".join((*helpers[1:], written)))
    if token.dep == "acl" and token.tag == "VBN":
        return ("were" if parse.tokens[token.head].tag in PLURAL else "was"), written
    if token.lemma == "be":
        thing = parse.tokens[subject].pos == "NOUN"
        return (written, "") if thing and written in ("is", "are", "was", "were") else None
    if token.tag == "VBP" and parse.tokens[subject].tag in SINGULAR and parse.child(subject, "conj") is None:
        return None  # "insists that Congress pay" tells what should be
    helper = TENSES.get(token.tag)
    return (helper, token.lemma) if helper else None
