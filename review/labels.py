"""What editors call the kinds of named things."""

from collections.abc import Mapping

from analysis.document import Label

NO_NAME = ""  # the label of what is no name, in rows and forms

LABELS: Mapping[str, str] = {
    Label.PERSON: "person",
    Label.ORG: "organisation",
    Label.NORP: "group of people (nationality, faith, party)",
    Label.GPE: "place (town, region, country)",
    Label.LOC: "landscape (river, sea, mountain)",
    Label.FAC: "building or site",
    Label.WORK_OF_ART: "work (book, film, song)",
    Label.PRODUCT: "product (ship, vehicle, device)",
    Label.EVENT: "event",
    Label.LAW: "law or treaty",
    NO_NAME: "not a name",
}


def short_label(label: str) -> str:
    """Without the examples: "place", "group of people"."""
    return LABELS[label].partition(" (")[0]
