"""Copy to measure on: any number of words, the same for the same seed."""

from random import Random

PEOPLE = ("Edda Lowe", "Tomas Brandt", "Priya Nand", "Callum Reyes", "Ines Okafor", "Walter Quist")
BODIES = ("harbour board", "county council", "water company", "teachers' union", "rail regulator")
PLACES = ("Saltmere", "Brackley Cross", "Port Anwell", "Dunford", "Leith Hollow")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
ROLES = ("mayor", "chief engineer", "head teacher", "campaigner", "former minister")
THINGS = ("tram line", "sea wall", "library roof", "night bus", "swimming pool", "ferry")
SENTENCES = (
    "The {body} of {place} approved a £{number} million contract on {day}, its chair, {person}, said.",
    "“We have waited {number} years for this,” {person} told reporters in {place} on {day}.",
    "About {number} per cent of residents of {place} had asked for it, according to the {body}.",
    "Work is due to begin within {number} weeks and to last until {day}, the {body} added.",
    "{person}, who has lived in {place} for {number} years, said that the {body} had kept its word.",
    "Nobody was hurt when the {thing} closed without warning, but {number} families had to leave their homes.",
    "The {role} of {place}, {person}, {number}, resigned after the {body} refused to pay for a new {thing}.",
    "“It is too little, and it comes too late,” said {person}, a {role}. “The {thing} will not mend itself.”",
    "Ms Lowe and her colleagues had warned in March that costs could rise by {number} per cent, to €{number}.5bn.",
    "What happens next is unclear.",
    "According to a report that the {body} published on {day}, fewer than {number} of its staff knew of the plan.",
    "In {place}, where the {thing} has stood since 1987, shopkeepers fear for their trade; some blame the {body}.",
    "He denied that the {thing} had been sold, and called the {role}’s account “a fairy tale from start to finish”.",
)
SENTENCES_A_PARAGRAPH = 3


def newscopy(words: int, *, seed: int = 1) -> str:
    """Paragraphs of at least this many words."""
    chance = Random(seed)  # noqa: S311 - nobody's secret
    paragraphs: list[str] = []
    written = 0
    while written < words:
        paragraph = " ".join(_sentence(chance) for _ in range(SENTENCES_A_PARAGRAPH))
        paragraphs.append(paragraph)
        written += len(paragraph.split())
    return "\n".join(paragraphs)


def rewritten(text: str, *, share: float, seed: int = 2) -> str:
    """The same copy with this share of its paragraphs written anew, and the first one in any case."""
    chance = Random(seed)  # noqa: S311
    return "\n".join(
        newscopy(1, seed=chance.randrange(10**6)) if chance.random() < share or not place else paragraph
        for place, paragraph in enumerate(text.split("\n"))
    )


def _sentence(chance: Random) -> str:
    return chance.choice(SENTENCES).format(
        person=chance.choice(PEOPLE),
        body=chance.choice(BODIES),
        place=chance.choice(PLACES),
        day=chance.choice(DAYS),
        role=chance.choice(ROLES),
        thing=chance.choice(THINGS),
        number=chance.randrange(2, 90),
    )
