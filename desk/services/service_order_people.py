"""Who may be sent to an order 派工, and why somebody may not (R239, R251)."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.domain.reasons import Reason
from desk.domain.service_person import Person
from desk.models.lists import service_person as person_list
from desk.services import personal_data, service_order_catalogue
from desk.services.service_order_case import Order
from desk.services.workplace import Workplace


@dataclass(frozen=True)
class Candidate:
    """One of the service people, and what speaks against sending them today."""

    person: Person
    reasons: tuple[Reason, ...] = ()


def candidates(workplace: Workplace, known: Order, skill: str = "") -> Sequence[Candidate]:
    """Everybody who is here, those who may be sent first; `skill` where the item names none.

    Phones are masked: whom one may call is asked of one person at a time.
    """
    wanted = known.detail.skill or skill
    day = workplace.today()
    with workplace.reading() as reader:
        people = [row.person for row in person_list.everyone(reader) if row.person.active]
        found = [
            Candidate(
                personal_data.masked(one),
                service_order_catalogue.person_reasons(reader, known.detail, one, wanted, day),
            )
            for one in people
        ]
    return sorted(found, key=_is_shut)


def _is_shut(one: Candidate) -> bool:
    return bool(one.reasons)
