"""Mentions without a name: "the prime minister", "the company", "he", where only one entity can be meant."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.document import Description, DescriptionKind, Form, Label, Mention
from analysis.entities.gathering import Gathering
from analysis.lexicon.first_names import pronoun_of
from analysis.parse import Parse
from analysis.quotations.marks import quoted_passages
from analysis.spans import paragraphs

HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())
WOMEN = frozenset("mrs ms miss dame lady baroness queen princess duchess actress chairwoman spokeswoman".split())
MEN = frozenset("mr sir lord baron king prince duke chairman spokesman".split())


def references(gathering: Gathering, told: Sequence[Sequence[Description]]) -> Iterator[Mention]:
    """Nominals that repeat a description, and pronouns where one person was named before them."""
    yield from _nominals(gathering, told)
    yield from _pronouns(gathering)


def _nominals(gathering: Gathering, told: Sequence[Sequence[Description]]) -> Iterator[Mention]:
    parse = gathering.parse
    owners = _by_noun(parse, told)
    for index, word in enumerate(parse.lower[:-1]):
        if word != "the":
            continue
        head = _head_behind(parse, index)
        noun = None if head is None else _noun_of(parse, index + 1, head + 1)
        numbers = owners.get(noun or "", set())
        if head is not None and len(numbers) == 1 and gathering.group_at(head) is None:
            (number,) = numbers
            if parse.tokens[index].start > _first_told(gathering, number):
                span = parse.span(index, head + 1)
                yield Mention(span.start, span.end, gathering.groups[number].label, Form.NOMINAL, number)


def _by_noun(parse: Parse, told: Sequence[Sequence[Description]]) -> dict[str, set[int]]:
    """For each office or kind of body, of whom it is told."""
    owners: dict[str, set[int]] = defaultdict(set)
    for number, descriptions in enumerate(told):
        for description in descriptions:
            if description.kind in (DescriptionKind.ROLE, DescriptionKind.OTHER):
                first, last = parse.range_of(description)
                head = parse.head_of(first, last)
                if parse.tokens[head].head in range(last, last + 3):  # a title before a name hangs on it
                    head = last - 1
                owners[_noun_of(parse, first, head + 1)].add(number)
    return owners


def _noun_of(parse: Parse, first: int, last: int) -> str:
    """The last word of an office, with "prime", "vice" and the like before it."""
    if last - first > 1 and parse.lower[last - 2] in ("prime", "vice", "deputy", "foreign", "finance", "home"):
        return " ".join(parse.lower[last - 2 : last])
    return parse.lower[last - 1]


def _head_behind(parse: Parse, article: int) -> int | None:
    """The noun of a short phrase: "the minister", "the AI company"; none with more said about it."""
    noun = parse.tokens[article].head
    if not article < noun <= article + 3 or parse.tokens[noun].tag not in ("NN", "NNP"):
        return None
    return noun if parse.child(noun, "prep", "relcl", "acl", "appos") is None else None


def _first_told(gathering: Gathering, number: int) -> int:
    return gathering.parse.tokens[gathering.groups[number].names[0].first].start


def _pronouns(gathering: Gathering) -> Iterator[Mention]:
    """ "He" and "she" mean the one person whom the paragraph has named before them, or else the one before it.

    Within quote marks somebody else speaks, of whom is not certain.
    """
    parse = gathering.parse
    genders = {number: _gender(gathering, number) for number in range(len(gathering.groups))}
    spoken = _spoken(parse)
    people: set[int] = set()
    for paragraph in paragraphs(parse.text):
        inherited, people = people, set()
        for index in range(*parse.range_of(paragraph)):
            number = gathering.group_at(index)
            if number is not None and gathering.groups[number].label == Label.PERSON:
                people.add(number)
            word = parse.lower[index]
            if (word in HE or word in SHE) and not spoken[index]:
                wanted = "he" if word in HE else "she"
                meant = [person for person in people or inherited if genders[person] in (None, wanted)]
                if len(meant) == 1:
                    token = parse.tokens[index]
                    yield Mention(token.start, token.end, Label.PERSON, Form.PRONOUN, meant[0])
        people = people or inherited


def _spoken(parse: Parse) -> bytearray:
    """For each word, whether it stands in quote marks."""
    spoken = bytearray(len(parse.tokens))
    for passage in quoted_passages(parse.text):
        first, last = parse.range_of(passage.inner)
        spoken[first:last] = b"\1" * (last - first)
    return spoken


def _gender(gathering: Gathering, number: int) -> str | None:
    """What the titles before a name tell, or a first name; None where they don't."""
    parse, names = gathering.parse, gathering.groups[number].names
    titles = {parse.lower[name.first - 1].rstrip(".") for name in names if name.first}
    if titles & WOMEN:
        return "she"
    if titles & MEN:
        return "he"
    told = {pronoun_of(parse.lower[name.first]) for name in names if name.last - name.first > 1} - {None}
    return told.pop() if len(told) == 1 else None
