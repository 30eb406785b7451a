"""How much each sign weighs; written by `python -m training.claim_weights`.

Fitted by logistic regression on 4,087 sentences of the ClaimBuster data set (Arslan, Hassan, Li and Tremayne 2020,
CC BY 4.0: sentences of debates that people called worth checking or not). It is speech and not news.
"""

from analysis.claims.signs import Sign

BIAS = -1.53
THRESHOLD = 0.23
WEIGHTS = {
    Sign.FIGURE: 1.64,
    Sign.EVENT: 0.77,
    Sign.TIME: 0.75,
    Sign.RULE: 0.68,
    Sign.ACCUSATION: 0.67,
    Sign.CHANGE: 0.6,
    Sign.LONG: 0.53,
    Sign.SUPERLATIVE: 0.47,
    Sign.NAMED: 0.45,
    Sign.AMOUNT: 0.39,
    Sign.CAUSE: 0.36,
    Sign.FIGURES: 0.33,
    Sign.VERY_LONG: 0.3,
    Sign.SHORT: 0.25,
    Sign.NEGATION: 0.16,
    Sign.COMPARISON: 0.04,
    Sign.STATE: -0.08,
    Sign.OURSELVES: -0.27,
    Sign.UNSPECIFIC: -0.31,
    Sign.CONDITION: -0.39,
    Sign.SECOND_PERSON: -0.46,
    Sign.OPINION: -0.6,
    Sign.PLAN: -0.66,
    Sign.COURTESY: -0.73,
    Sign.FIRST_PERSON: -0.82,
    Sign.DUTY: -1.01,
    Sign.QUESTION: -1.84,
}
