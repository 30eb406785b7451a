"""Words that stand before a name and are no part of it."""

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof sir dame lord lady rev fr sen rep gov gen lt col maj capt sgt cpl pte hon st".split()
)
OFFICES = frozenset(
    "president chancellor minister secretary senator congressman congresswoman representative governor mayor professor "
    "doctor judge justice captain sergeant general colonel major lieutenant admiral king queen prince princess pope "
    "archbishop bishop reverend father sister councillor ambassador coach sheriff attorney inspector constable".split()
)
TITLES = (HONORIFICS - {"st"}) | OFFICES
