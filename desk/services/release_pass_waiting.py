"""Release passes that wait for somebody at the desk: ready to be issued, or with goods late."""

from desk.domain.permissions import Permission
from desk.domain.release_pass import State
from desk.services import release_pass
from desk.services.release_pass import PassFilter
from desk.services.workplace import Workplace

MOST = 100
_DRAFTS = 12  # as many of the newest drafts are looked into


def waiting(workplace: Workplace) -> int:
    """How many passes of which everything holds are not issued, and how many have goods out longer
    than they may (R38)."""
    workplace.require(Permission.READ)
    today = workplace.today()
    out = release_pass.page(workplace, PassFilter(out=True), limit=MOST).rows
    late = sum(row.back_by is not None and row.back_by < today for row in out)
    drafts = release_pass.page(workplace, PassFilter(states=(State.DRAFT,)), limit=_DRAFTS).rows
    return late + sum(not release_pass.get(workplace, row.id).blockers for row in drafts)
