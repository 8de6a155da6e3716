"""Papers of a record that was declared void: nobody waits for them any more."""

from desk.models.lists import print_log as print_list
from desk.models.print_log import PrintLog
from desk.models.unit_of_work import UnitOfWork


def let_go_all(work: UnitOfWork, kind: str, record_id: int, why: str) -> None:
    """Every print of the record that is still out is let go, with the reason of the void."""
    for print_id in print_list.every_out(work.reader, kind, record_id):
        row = work.get(PrintLog, print_id)
        row.let_go_at, row.let_go_why = work.now, why
