"""What the analysis knows of one draft: the frozen result of `annotate`, and the input of every check."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from analysis.findings import Finding
from analysis.spans import Span


class Label(StrEnum):
    """Kinds of named things, after OntoNotes 5."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FAC = "FAC"
    NORP = "NORP"
    EVENT = "EVENT"
    LAW = "LAW"
    PRODUCT = "PRODUCT"
    WORK_OF_ART = "WORK_OF_ART"


class Form(StrEnum):
    """How a mention refers: "Rishi Sunak", "the prime minister", "he"."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class DescriptionKind(StrEnum):
    ROLE = "role"
    AGE = "age"
    PLACE = "place"
    AFFILIATION = "affiliation"
    FOUNDER = "founder"
    OTHER = "other"


class QuantityKind(StrEnum):
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    COUNT = "count"
    ORDINAL = "ordinal"
    MEASURE = "measure"
    AGE = "age"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"


class QuotationKind(StrEnum):
    """Direct: all in quote marks. Mixed: a reported clause with quoted words in it. Indirect: one without."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceClass(StrEnum):
    NAMED = "named"
    UNNAMED_PERSON = "unnamed_person"
    GROUP = "group"
    DOCUMENT = "document"
    OWN_STAFF = "own_staff"
    NONE = "none"


class Token(NamedTuple):
    """One word as the parser read it; a tuple, because a draft has thousands of them."""

    start: int
    end: int
    lemma: str
    pos: str  # Universal POS: "VERB", "PROPN", …
    tag: str  # Penn Treebank: "VBD", "NNP", …
    dep: str  # dependency on `head`: "nsubj", "dobj", …
    head: int  # index of the governing token in the document; its own index at a sentence's root


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `first` and `last` index the document's tokens, `last` not included."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity is spoken of; `entity` indexes the document's entities."""

    start: int
    end: int
    label: Label
    form: Form
    entity: int


@dataclass(frozen=True, slots=True)
class Description:
    """What the text says of an entity, beside its name; `value` is normalised for comparison."""

    start: int
    end: int
    kind: DescriptionKind
    value: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body or place in a draft, with every name it goes by there."""

    name: str
    label: Label
    aliases: tuple[str, ...] = ()
    descriptions: tuple[Description, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure or date, normalised. `low` and `high` are equal unless it is a range; None is open.

    Dates are intervals of days, both ends included. The span leaves out "about" and "more than".
    `unit` is an ISO 4217 code for money, the singular noun for counts, the unit's name for measures.
    `of` is what is measured, in words; `verb` the lemma of the verb that governs it; `about` says that
    the text rounds ("nearly", "about", "some"); `per` is what a rate is reckoned by ("year" of "$5m a year").
    Of "$3m to $5m" both sums carry the whole range.
    """

    start: int
    end: int
    kind: QuantityKind
    low: float | date | None
    high: float | date | None
    unit: str | None = None
    of: str | None = None
    verb: str | None = None
    about: bool = False
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """The order of two events in time; `gap` indexes the quantity that says how far apart they are."""

    before: Span
    after: Span
    gap: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words nearest to a quotation that say who speaks; `name` and `entity` where they are known."""

    start: int
    end: int
    name: str | None = None
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Reported words. `parts` leave out a cue in between; outer quote marks belong to no part."""

    start: int
    end: int
    kind: QuotationKind
    parts: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker | None
    source_class: SourceClass


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that could be checked. `score` 0 to 1; `worth` is the decision; `reasons` are for people."""

    start: int
    end: int
    score: float
    worth: bool
    reasons: tuple[str, ...]
    speaker: str | None
    source_class: SourceClass


@dataclass(frozen=True, slots=True)
class HouseEntry:
    """A line of the desk's house list; it outranks the model. `label` None says that it is no name, or a term.

    `never` are forms that the desk does not write, `note` says how to write it.
    """

    name: str
    label: Label | None = Label.PERSON
    aliases: tuple[str, ...] = ()
    role: str | None = None
    own_staff: bool = False
    never: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's word on a name of one story, or None for what is no name; it outranks the house list.

    `forms` are what else it was called in the drafts on which was ruled.
    """

    name: str
    label: Label | None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One draft, read. All spans are code points into `text`, exactly as it was given.

    `quotations` are reported words; `stances` what people criticise, back or call for, told without a clause.
    `dated` is the day the text was written (None: relative dates stay open). `not_checked` says in
    sentences for people what could not be read, and why; a text in another language has all layers empty.
    """

    text: str
    dated: date | None = None
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    relations: tuple[Relation, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    stances: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    house: tuple[HouseEntry, ...] = ()
    not_checked: tuple[str, ...] = ()
