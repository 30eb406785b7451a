"""Who works in the tortured newsroom: a desk with its people, a system's token and a webhook."""

from django.contrib.auth.hashers import make_password

from articles.models import Desk, Membership, Role, User
from review.actions.connections import add_webhook, make_token
from review.models import TokenScope, WebhookEvent
from tests.factories import PASSWORD
from tests.torture.house import House
from tests.torture.ledger import Ledger
from tests.torture.lines import PersonLine, SystemLine
from tests.torture.work import Staff

PEOPLE = {"rhea": Role.REPORTER, "edda": Role.EDITOR, "caro": Role.CHIEF}


def staff_of(house: House, ledger: Ledger) -> Staff:
    """Everybody is logged in."""
    desk = Desk.objects.create(name="City desk", slug="city")
    people = {name: _person(name, role, desk) for name, role in PEOPLE.items()}
    chief = people["caro"]
    add_webhook(by=chief, desk=desk, url=house.receiver.url, events=list(WebhookEvent))
    _, token = make_token(by=chief, desk=desk, name="Wire", scopes=list(TokenScope))
    lines = {name: PersonLine(house.port, ledger, name, PASSWORD) for name in PEOPLE}
    for line in lines.values():
        line.log_in()
    wire = SystemLine(house.port, ledger, token)
    return Staff(wire, lines["rhea"], people["rhea"].pk, lines["edda"], lines["caro"], ledger)


def _person(name: str, role: Role, desk: Desk) -> User:
    address = f"{name}@backread.example"
    person = User.objects.create(
        username=name, first_name=name.title(), email=address, password=make_password(PASSWORD)
    )
    Membership.objects.create(user=person, desk=desk, role=role)
    return person
