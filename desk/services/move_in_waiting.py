"""Move-ins that wait for somebody: a visit that is owed, fees that wait for the second look."""

from desk.domain.permissions import Permission
from desk.models.lists import today_move_ins
from desk.services import policy
from desk.services.workplace import Workplace

MOST = 100


def waiting(workplace: Workplace) -> int:
    """How many cases wait for the visit of the first week (R74), or for another clerk who looks at
    what is to be collected (R21), where the policy of today asks for that."""
    workplace.require(Permission.READ)
    with workplace.reading() as reader:
        visits = today_move_ins.visits(reader, workplace.now(), MOST)
        found = {one.record_id for one in visits}
        if policy.in_force(reader, workplace.today()).policy.move_in.second_look:
            found.update(today_move_ins.unlooked(reader, MOST))
    return min(len(found), MOST)
