"""Two reports of one night by two writers: each sentence of the one, and the same told by the other in other words.

The second is told in another order, and each writer has what the other left out.
"""

TOLD_TWICE = {
    "The blaze tore through the top floors of the hotel shortly after midnight.":
        "Flames engulfed the upper storeys of the inn in the early hours.",
    "Guests climbed out of windows in their nightclothes.":
        "People staying there escaped onto ledges wearing only pyjamas.",
    "Nobody was killed.":
        "There were no deaths.",
    "Eleven were taken to hospital with breathing difficulties.":
        "Doctors treated 11 patients for smoke inhalation.",
    "Firefighters needed six hours to bring it under control.":
        "It took crews until dawn to put the fire out.",
    "Police believe that somebody started it on purpose.":
        "Detectives suspect arson.",
    "The building had failed a safety inspection in the spring.":
        "Earlier this year officials warned that the premises were not safe.",
    "Its owner, Gareth Pell, refused to answer questions.":
        "Mr Pell, to whom the property belongs, declined to comment.",
    "Neighbours offered blankets and hot tea.":
        "Local residents brought drinks and warm covers.",
    "The main road will remain shut until the weekend.":
        "Drivers will not be able to use the high street before Saturday.",
    "Insurers put the damage at several million pounds.":
        "Repairs are likely to cost a seven-figure sum.",
    "The mayor praised the courage of the rescuers.":
        "Those who saved lives were heroes, the town's leader said.",
}  # fmt: skip
ONLY_ONE_TELLS = (
    "A concert by the school orchestra was to open the festival next week.",
    "Engineers tested the gas supply of the whole quarter.",
    "The bakery on the corner stayed open all day.",
)
ONLY_THE_OTHER_TELLS = (
    "Trains between the two coasts were running late for another reason.",
    "The first theatre on this site was founded by a brewer.",
    "Rain is forecast for the north.",
)


def one_report() -> list[str]:
    """The sentences of the first writer, in order."""
    return [*TOLD_TWICE, *ONLY_ONE_TELLS]


def other_report() -> list[str]:
    """The sentences of the second writer, who begins at the end."""
    return [*ONLY_THE_OTHER_TELLS, *reversed(TOLD_TWICE.values())]


def told_alike() -> set[tuple[int, int]]:
    """The places of each sentence and of the same in other words."""
    ours, theirs = one_report(), other_report()
    return {(ours.index(one), theirs.index(other)) for one, other in TOLD_TWICE.items()}
