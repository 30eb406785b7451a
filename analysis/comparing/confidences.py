"""How often a conflict of a kind is right, by its evidence; written by `python -m training.confidences`.

Measured on 2,343 conflicts that were found in pairs of texts whose differences people had marked.
"""

from analysis.findings import Evidence, Kind

CONFIDENCES: dict[tuple[Kind, Evidence], float] = {
    (Kind.ATTRIBUTION, Evidence.REVISED): 0.67,
    (Kind.DATE, Evidence.REVISED): 0.97,
    (Kind.DATE, Evidence.DEED): 0.25,
    (Kind.DATE, Evidence.NEWS): 0.75,
    (Kind.DATE, Evidence.NEAR): 0.71,
    (Kind.DATE, Evidence.DAY): 0.75,
    (Kind.FIGURE, Evidence.REVISED): 0.89,
    (Kind.FIGURE, Evidence.NEAR): 0.36,
    (Kind.MEANING, Evidence.REVISED): 0.88,
    (Kind.MEANING, Evidence.OTHER): 0.9,
    (Kind.NAME, Evidence.REVISED): 0.9,
    (Kind.NAME, Evidence.NEAR): 0.77,
    (Kind.PLACE, Evidence.REVISED): 0.95,
    (Kind.POLARITY, Evidence.REVISED): 0.97,
    (Kind.POLARITY, Evidence.DEED): 0.67,
    (Kind.QUOTE, Evidence.QUOTATION): 0.88,
    (Kind.ROLE, Evidence.REVISED): 0.95,
    (Kind.ROLE, Evidence.BEARER): 0.33,
    (Kind.SCOPE, Evidence.REVISED): 0.71,
    (Kind.SEQUENCE, Evidence.REVISED): 0.92,
    (Kind.SPEAKER, Evidence.QUOTATION): 0.33,
}
