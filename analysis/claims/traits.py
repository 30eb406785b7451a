"""How a statement is worded: its commonest words and the order of its parts of speech, for the weights to weigh."""

from itertools import pairwise

from analysis.parse import Parse

NAMELESS = frozenset({"PROPN", "NUM", "SYM"})  # who and how many are weighed as signs, whoever it is
EDGE = "^"


def traits_in(parse: Parse, first: int, last: int) -> frozenset[str]:
    """The words of a range, names and numbers as their part of speech, and every two parts of speech in a row."""
    tokens = parse.tokens[first:last]
    words = zip(parse.lower[first:last], tokens, strict=True)
    tags = [token.tag for token in tokens]
    return frozenset(
        [
            *(f"word {token.tag if token.pos in NAMELESS else word}" for word, token in words),
            *(f"tag {tag}" for tag in tags),
            *(f"tags {one} {other}" for one, other in pairwise([EDGE, *tags, EDGE])),
        ]
    )
