"""How often a conflict of a kind is right, by its evidence; written by `python -m training.confidences`.

Measured on 1,892 conflicts that were found in pairs of texts whose differences people had marked.
"""

from analysis.findings import Evidence, Kind

CONFIDENCES: dict[tuple[Kind, Evidence], float] = {
    (Kind.ATTRIBUTION, Evidence.REVISED): 0.94,
    (Kind.DATE, Evidence.REVISED): 0.97,
    (Kind.DATE, Evidence.DEED): 0.35,
    (Kind.DATE, Evidence.NEWS): 0.81,
    (Kind.DATE, Evidence.NEAR): 0.71,
    (Kind.FIGURE, Evidence.REVISED): 0.88,
    (Kind.FIGURE, Evidence.NEAR): 0.5,
    (Kind.NAME, Evidence.REVISED): 0.9,
    (Kind.NAME, Evidence.NEAR): 0.9,
    (Kind.PLACE, Evidence.REVISED): 0.96,
    (Kind.POLARITY, Evidence.REVISED): 0.97,
    (Kind.POLARITY, Evidence.DEED): 0.65,
    (Kind.QUOTE, Evidence.QUOTATION): 0.88,
    (Kind.ROLE, Evidence.REVISED): 0.96,
    (Kind.SCOPE, Evidence.REVISED): 0.87,
    (Kind.SEQUENCE, Evidence.REVISED): 0.97,
    (Kind.SPEAKER, Evidence.QUOTATION): 0.58,
}
