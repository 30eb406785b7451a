"""Copy to measure on: any number of words, the same for the same seed."""

from random import Random

PEOPLE = ("Edda Lowe", "Tomas Brandt", "Priya Nand", "Callum Reyes", "Ines Okafor", "Walter Quist")
BODIES = ("harbour board", "county council", "water company", "teachers' union", "rail regulator")
PLACES = ("Saltmere", "Brackley Cross", "Port Anwell", "Dunford", "Leith Hollow")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SENTENCES = (
    "The {body} of {place} approved a £{number} million contract on {day}, its chair, {person}, said.",
    "“We have waited {number} years for this,” {person} told reporters in {place} on {day}.",
    "About {number} per cent of residents of {place} had asked for it, according to the {body}.",
    "Work is due to begin within {number} weeks and to last until {day}, the {body} added.",
    "{person}, who has lived in {place} for {number} years, said that the {body} had kept its word.",
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
    """The same copy with this share of its paragraphs written anew."""
    chance = Random(seed)  # noqa: S311
    return "\n".join(
        newscopy(1, seed=chance.randrange(10**6)) if chance.random() < share else paragraph
        for paragraph in text.split("\n")
    )


def _sentence(chance: Random) -> str:
    return chance.choice(SENTENCES).format(
        person=chance.choice(PEOPLE),
        body=chance.choice(BODIES),
        place=chance.choice(PLACES),
        day=chance.choice(DAYS),
        number=chance.randrange(2, 90),
    )
