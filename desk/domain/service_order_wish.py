"""When a corrected order 顧客委託服務單 is another one: reviewed and agreed anew (R105, R237)."""

from desk.domain.service_order import OrderEntry


def is_another(before: OrderEntry, after: OrderEntry) -> bool:
    """Whether what was agreed, and what the manager let off 豁免、減收, was about something else.

    It was, where another thing is wished for, at another home, or by another customer (R256): what
    is granted is granted to this customer, for this work. A name or a phone that is spelled anew is
    the same customer's, as is one whose name is now taken from the household.
    """
    wishes = ((one.kind, one.wish, one.item_code, one.quantity) for one in (before, after))
    homes = ((one.unit_id, one.unit_id is None and one.place) for one in (before, after))
    return len({*wishes}) > 1 or len({*homes}) > 1 or _is_another_customer(before, after)


def _is_another_customer(before: OrderEntry, after: OrderEntry) -> bool:
    """The household says who it is; where it does so for one of the two alone, the name."""
    if before.resident_id == after.resident_id:
        return False
    if None in (before.resident_id, after.resident_id):
        return before.customer != after.customer
    return True
