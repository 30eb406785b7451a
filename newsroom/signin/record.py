"""What can happen to how a person gets in, as their record tells it."""

from django.db import models


class AccountVerb(models.TextChoices):
    """The label reads after the actor's name."""

    SET_UP_FACTOR = "set_up_factor", "set up a second factor"
    SWITCHED_OFF_FACTOR = "switched_off_factor", "switched the second factor off"
    RESET_FACTOR = "reset_factor", "reset the second factor"
    MADE_CODES = "made_codes", "made new recovery codes"
    USED_CODE = "used_code", "used up a recovery code"
    LINKED = "linked", "linked the account with the directory"
    UNLINKED = "unlinked", "unlinked the account from the directory"
