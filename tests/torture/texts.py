"""Copy for the tortured newsroom: a few stories, each told by a wire and by a reporter who contradicts it."""

from dataclasses import dataclass

from tests.torture.poison import POISON

_WIRE = """\
The council of {town} approved a {cost} contract for {work} on Tuesday, its leader, {leader}, said.

“{quote},” {leader} told reporters outside the town hall. {surname} said that work
would begin in {month} and take {weeks} weeks.

About {people} people live within a mile of the site. {firm}, which employs {staff} people, will do the work."""

_OWN = """\
Councillors in {town} have voted for a {other_cost} contract for {work}, according to {leader}, who leads the council.

{leader} said on Tuesday that work would begin in {month} and take {other_weeks} weeks. “{quote},” {surname} said.

{firm}, with a staff of {staff}, was chosen from among four bidders. Some {people} people live
within a mile of the site."""

_FACTS = (
    (
        "Saltmere", "£4.2 million", "£5.8 million", "the harbour wall", "Edda Lowe",
        "We have waited eleven years for this", "March", "forty", "fifty", "6,300", "Tarrant Dredging", "210",
    ),
    (
        "Wexcombe", "£900,000", "£900,000", "the lido", "Ravi Anand", "Children will swim here again",
        "May", "twelve", "twenty", "2,100", "Bluewater Pools", "45",
    ),
    (
        "Hallow Cross", "£17 million", "£11 million", "the bypass", "Joan Petrie",
        "No lorry will pass the school any more", "January", "sixty", "sixty", "9,800", "Marsh and Daughters", "1,400",
    ),
    (
        "Oldbury Fen", "£2.6 million", "£2.6 million", "the pumping station", "Tomas Reyl",
        "The fen has to be kept dry", "October", "thirty", "thirteen", "780", "Fenwright Engineering", "96",
    ),
    (
        "Carrow", "£350,000", "£530,000", "the library roof", "Miriam Oduya", "Nobody reads under an umbrella",
        "June", "nine", "nine", "14,000", "Slate Brothers", "31",
    ),
    (
        "Thornaby Vale", "£63 million", "£63 million", "the tram line", "Gareth Hume",
        "A town of this size needs a tram", "April", "ninety", "seventy", "41,000", "Northern Light Rail", "5,200",
    ),
)  # fmt: skip
KINDS = len(_FACTS)
_NAMES = "town cost other_cost work leader quote month weeks other_weeks people firm staff".split()


@dataclass(frozen=True, slots=True)
class Told:
    """One story as two tell it, and the wire's second version, in which the cost is the other's."""

    headline: str
    wire: str
    own: str
    corrected: str


def told(number: int) -> Told:
    """The same number, counted round, is the same story, so that its readings can be laid side by side."""
    facts = dict(zip(_NAMES, _FACTS[number % KINDS], strict=True))
    facts["surname"] = facts["leader"].split()[-1]
    wire = _joined(_WIRE.format(**facts))
    corrected = wire.replace(facts["cost"], facts["other_cost"]) + f"\n\nThe vote in {facts['town']} was close."
    headline = f"{facts['town']} votes for {facts['work']}"
    return Told(headline, wire, _joined(_OWN.format(**facts)), corrected)


def poisoned() -> str:
    return f"{told(0).wire}\n\n{POISON}"


def as_page(headline: str, text: str, *, padding_bytes: int) -> bytes:
    """A web page with so much in it that no reader sees: too large for the memory of the web server."""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    unseen = f"<!--{'x' * padding_bytes}-->"
    page = f"<!doctype html><html><head><title>{headline}</title>{unseen}</head>"
    return f"{page}<body><h1>{headline}</h1>{paragraphs}</body></html>".encode()


def _joined(text: str) -> str:
    """One paragraph a line, as copy comes: above it is broken so that it can be read."""
    return "\n\n".join(paragraph.replace("\n", " ") for paragraph in text.split("\n\n"))
