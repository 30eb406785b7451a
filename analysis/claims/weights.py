"""How much each sign weighs.

Fitted by logistic regression on 5,000 sentences of the ClaimBuster data set (Arslan, Hassan, Li and Tremayne 2020,
CC BY 4.0: sentences of debates that people called worth checking or not), rounded. It is speech and not news.
"""

from analysis.claims.signs import Sign

BIAS = -1.9
THRESHOLD = 0.22
WEIGHTS = {
    Sign.FIGURE: 1.8,
    Sign.EVENT: 1.0,
    Sign.CHANGE: 0.8,
    Sign.TIME: 0.7,
    Sign.NAMED: 0.65,
    Sign.ACCUSATION: 0.65,
    Sign.RULE: 0.6,
    Sign.LONG: 0.6,
    Sign.FIGURES: 0.5,
    Sign.SUPERLATIVE: 0.4,
    Sign.COMPARISON: 0.35,
    Sign.CAUSE: 0.3,
    Sign.STATE: 0.15,
    Sign.NEGATION: 0.15,
    Sign.AMOUNT: 0.1,
    Sign.SHORT: -0.25,
    Sign.CONDITION: -0.35,
    Sign.SECOND_PERSON: -0.5,
    Sign.COURTESY: -0.55,
    Sign.NO_VERB: -0.55,
    Sign.PLAN: -0.6,
    Sign.FIRST_PERSON: -0.65,
    Sign.OPINION: -0.8,
    Sign.DUTY: -0.95,
    Sign.QUESTION: -1.6,
}
