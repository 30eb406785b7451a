"""How long work rests: for its message to come, while somebody is at it, and before another try.

Whoever needs one asks for it here (`rests.GRACE`), so that a newsroom which is tested can have all of them shorter.
"""

from datetime import timedelta

GRACE = timedelta(seconds=30)  # for the broker's message to arrive, before the sweep sends another
AGAIN = timedelta(minutes=2)  # how long a swept row is given before it is swept again
HOLD = timedelta(seconds=40)  # of a worker on what it is at; above the time limit of reading a file, and of starting to
RENEWED_EVERY = timedelta(seconds=10)  # the hold: it outlasts two renewals that fail
PAUSES = (timedelta(seconds=10), timedelta(minutes=1))  # before the second and the third start
