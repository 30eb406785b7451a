"""Who has to prove a second factor, and whether this session did."""

from django.conf import settings
from django.http import HttpRequest

from articles.models import Membership, Role, User
from newsroom.signin.asking import Asked

_PROVEN_BY = "second_factor_of"


def note_proven(request: HttpRequest, person: User) -> None:
    """From now on this session is one with a second factor: a code was right, or the directory asked for its own."""
    request.session[_PROVEN_BY] = person.pk


def forget_proof(request: HttpRequest) -> None:
    """What was proven is there no more."""
    request.session.pop(_PROVEN_BY, None)


def lacks_proof(request: HttpRequest, person: User) -> bool:
    """Whether a second factor is asked of the person that this session did not prove. Costs a query only where chiefs
    alone are asked, and holds for whoever became one after they logged in."""
    if settings.SECOND_FACTOR_FOR is Asked.NOBODY or request.session.get(_PROVEN_BY) == person.pk:
        return False
    return is_asked_of(person)


def is_asked_of(person: User) -> bool:
    match settings.SECOND_FACTOR_FOR:
        case Asked.EVERYBODY:
            return True
        case Asked.CHIEFS:
            return person.is_staff or Membership.objects.filter(user=person, role=Role.CHIEF).exists()
        case _:
            return False
