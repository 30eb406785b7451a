"""Sums of money: a number with a sign, a currency's name or code, or small coins."""

import re
from collections.abc import Callable

from analysis.document import QuantityKind
from analysis.quantities.near import GAP, Figure, Near
from analysis.quantities.numbers import BLANK
from analysis.quantities.units import COINS, CURRENCY_OF, CURRENCY_SIGNS, NATIONAL, any_of

SIGN = re.compile(rf"(?<!\w)(?P<sign>{any_of(CURRENCY_SIGNS)}){BLANK}?$")
CURRENCY = re.compile(
    rf"{GAP}(?:(?:of|in){BLANK})?(?:(?P<nation>{any_of(NATIONAL)}){BLANK})?(?P<word>{any_of(CURRENCY_OF)})\b",
    re.IGNORECASE,
)
CODE = re.compile(rf"{BLANK}?(?P<code>[A-Z]{{3}}|€|£)(?![\w])")
COIN = re.compile(rf"(?:{GAP}(?P<coin>cents?|pence|penny)|(?P<p>p))(?!\w)", re.IGNORECASE)
LETTERS, LEAST = frozenset({"N", "R"}), 100  # "N95" is a mask and "R2" a robot
WEIGHING = frozenset({"weigh", "outweigh"})
WEIGHED = frozenset(
    "baby boulder bomb bag dog cat calf pig sheep lamb turkey fish pike salmon tuna rock stone weight muscle fat flesh "
    "beef meat pork chicken butter sugar flour rice potato apple coffee cocaine heroin cannabis marijuana drug powder "
    "explosive gunpowder fertiliser fertilizer pressure thrust rubbish trash waste plastic gold silver provision "
    "food cargo".split()
)


def _by_sign(near: Near) -> Figure | None:
    sign = near.before(SIGN)
    if not sign or near.number.in_words:
        return None
    if sign["sign"] in LETTERS and near.number.low < LEAST:
        return None
    return near.figure(QuantityKind.MONEY, CURRENCY_SIGNS[sign["sign"]], start=sign.start())


def _by_word(near: Near) -> Figure | None:
    word = near.behind(CURRENCY)
    if not word or near.number.ordinal:
        return None
    if _is_weight(near, word):
        return near.figure(QuantityKind.MEASURE, "weight pound", end=word.end())
    nation = NATIONAL.get(word["nation"] or "")
    return near.figure(QuantityKind.MONEY, nation or CURRENCY_OF[word["word"].lower()], end=word.end())


def _is_weight(near: Near, word: re.Match[str]) -> bool:
    """ "weighs 40 pounds", "a 12-pound pike", "30 pounds of cocaine": what tips the scales, not what is paid."""
    if not word["word"].lower().startswith("pound") or word["nation"]:
        return False
    parse, behind = near.parse, near.parse.at(word.end())
    verb = parse.verb_over(parse.at(near.number.start))
    if verb is not None and parse.tokens[verb].lemma in WEIGHING:
        return True
    if parse.lower[behind : behind + 1] == ["of"]:
        behind = parse.child(behind, "pobj") or behind
    return behind < len(parse.tokens) and parse.tokens[behind].lemma.lower() in WEIGHED


def _by_code(near: Near) -> Figure | None:
    code = near.behind(CODE)
    if not code or code["code"] not in CURRENCY_SIGNS:
        return None
    return near.figure(QuantityKind.MONEY, CURRENCY_SIGNS[code["code"]], end=code.end())


def _coins(near: Near) -> Figure | None:
    coin = near.behind(COIN)
    if not coin or near.number.ordinal or (coin["p"] and near.number.in_words):
        return None
    currency, worth = COINS[(coin["coin"] or coin["p"]).lower()]
    return near.figure(QuantityKind.MONEY, currency, end=coin.end(), worth=worth)


BY_SIGN: Callable[[Near], Figure | None] = _by_sign
BY_NAME: tuple[Callable[[Near], Figure | None], ...] = (_by_word, _by_code, _coins)
