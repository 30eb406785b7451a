"""What editors call the kinds of named things, what a claim is worth and what was changed in it."""

from collections.abc import Mapping

from analysis.document import Label, SourceClass
from analysis.ledger.sameness import Change
from analysis.ledger.stakes import Stake

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

STAKES: Mapping[str, str] = {
    Stake.ACCUSATION: "Accusation",
    Stake.HEADLINE: "Figure of the headline",
    Stake.FIGURE: "Figure",
    Stake.OTHER: "",
}

SOURCES: Mapping[str, str] = {
    SourceClass.NAMED: "named",
    SourceClass.UNNAMED_PERSON: "a person without a name",
    SourceClass.GROUP: "a group",
    SourceClass.DOCUMENT: "a document",
    SourceClass.OWN_STAFF: "our own staff",
    SourceClass.NONE: "nobody named",
}

CHANGES: Mapping[str, str] = {
    Change.NEGATION: "It is denied now, or turned into its opposite",
    Change.FIGURE: "The figure changed",
    Change.DATE: "The date changed",
    Change.NAME: "The name changed",
    Change.BEARER: "It can be read of somebody or something else now",
    Change.WORDING: "It is worded otherwise",
}


def short_label(label: str) -> str:
    """Without the examples: "place", "group of people"."""
    return LABELS[label].partition(" (")[0]
