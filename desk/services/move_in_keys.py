"""Keys handed over at a move-in, by a key receipt 鑰匙領取單 of the case (R34)."""

from dataclasses import replace

from desk.domain.key_receipt import ReceiptEntry
from desk.domain.move_in import EventKind
from desk.domain.move_in_filing import KEYS, part_reasons
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.models.key_receipt import KeyReceipt
from desk.models.lists import move_in_parts as parts
from desk.models.move_in import MoveInKeys
from desk.models.unit_of_work import UnitOfWork
from desk.services import key_receipt, move_in_case
from desk.services.cleaning import Cleaning
from desk.services.move_in_case import finished, opened
from desk.services.move_in_view import MoveIn
from desk.services.workplace import Workplace


def hand_over(workplace: Workplace, move_in_id: int, version: int, entry: ReceiptEntry) -> MoveIn:
    """Write a key receipt for the unit of the case; it waits for the owner's signature (R34).

    The receiver is whose case it is, or the agent, where nobody is named.
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        Cleaning().refuse(part_reasons(case.facts, [KEYS]))
        row = case.row
        entry = replace(entry, unit_id=row.unit_id, receiver=entry.receiver or row.name)
        _link(work, move_in_id, key_receipt.write(work, entry))
        return finished(workplace, work, row)


def link(workplace: Workplace, move_in_id: int, version: int, receipt_id: int) -> MoveIn:
    """A key receipt of the unit that was written before belongs to the case."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        known = work.get(KeyReceipt, receipt_id)
        other = known.unit_id != case.row.unit_id or bool(known.void_why)
        wrong = (Reason("move_in.keys.other_unit", "receipt"),) if other else ()
        Cleaning().refuse(part_reasons(case.facts, [KEYS]), wrong)
        _link(work, move_in_id, receipt_id)
        return finished(workplace, work, case.row)


def _link(work: UnitOfWork, move_in_id: int, receipt_id: int) -> None:
    if move_in_id in parts.move_ins_of_keys(work.reader, receipt_id):
        return
    work.add(MoveInKeys(move_in_id=move_in_id, key_receipt_id=receipt_id))
    number = work.get(KeyReceipt, receipt_id).number
    move_in_case.add_event(work, move_in_id, EventKind.KEYS, text=number)
