"""What a deed on a service order asks for, as data."""

from decimal import Decimal

from desk.cli.case.deed import Asked, Misread, Option, amount, flag, text, whole
from desk.cli.case.record_deed import RecordDeed
from desk.i18n import N_, _
from desk.services import service_person
from desk.services.service_order import Order

OrderDeed = RecordDeed[Order]


NOTE = text("note", N_("what else is to be said"))
OWN = flag("own", N_("it is the clerk at the desk who gives the word"))
REFUSE = flag("refuse", N_("the word is no"))
LINE_HELP = N_("which line, 1 the first; the only open one where nothing is said")


def key_of(known: Order) -> tuple[int, int]:
    """The order, and the version that was read."""
    return known.detail.id, known.detail.version


def quantity(name: str, help_: str) -> Option:
    """How many; one where nothing is said."""
    told = amount(name, help_)
    return Option(name, told.read, _one, help_, "N", field="quantity")


def person(name: str, help_: str) -> Option:
    """One of the service people, by the name or by the id that `desk provider` gives."""
    return Option(name, _person, _nobody, help_, "PERSON", field="person_id")


def _one(_asked: Asked) -> Decimal:
    return Decimal(1)


def _nobody(_asked: Asked) -> None:
    return None


def _person(asked: Asked, given: str) -> int:
    """An id nobody has is refused by the rule."""
    if (key := whole(given)) is not None:
        return key
    everyone = service_person.everyone(asked.workplace)
    found = [one.id for one in everyone if one.active and one.name == given.strip()]
    if len(found) > 1:
        raise Misread(_("several people have this name; say the id: {text}").format(text=given))
    return found[0] if found else 0
