"""The estate itself: its name, its region and how it counts years."""

from dataclasses import replace

from desk import i18n
from desk.domain import estate as rules
from desk.domain.estate import EstateEntry
from desk.domain.permissions import Permission
from desk.estate_format import ZONES
from desk.models.estate import Estate
from desk.models.lists import estate as estate_list
from desk.models.lists.estate import EstateRow
from desk.services.cleaning import Cleaning
from desk.services.workplace import EstateFacts, Workplace

__all__ = ["EstateRow", "change", "current"]


def current(workplace: Workplace) -> EstateRow:
    """The estate as it is written down now."""
    with workplace.reading() as reader:
        return estate_list.estate(reader)


def change(workplace: Workplace, version: int, entry: EstateEntry) -> Workplace:
    """Write the estate down anew; its zone follows the region. Returns the desk that knows it.

    StaleRecord when someone changed it meanwhile.
    """
    workplace.require(Permission.MANAGE_ESTATE)
    cleaning = Cleaning()
    entry = replace(
        entry,
        name=cleaning.line(entry.name, rules.ESTATE_NAME_LIMIT, "name"),
        phone=cleaning.line(entry.phone, rules.DESK_PHONE_LIMIT, "phone"),
    )
    cleaning.refuse(rules.estate_reasons(entry))
    zone = ZONES[entry.region]
    with workplace.deed(Permission.MANAGE_ESTATE) as work:
        row = work.get_as_seen(Estate, estate_list.estate(work.reader).id, version)
        row.name, row.calendar = entry.name, entry.calendar
        row.region, row.zone = entry.region, zone
        row.phone = entry.phone
        work.commit()
    facts = EstateFacts(entry.name, entry.region, zone, entry.calendar, entry.phone)
    i18n.serve(facts.region)
    return replace(workplace, estate=facts)
