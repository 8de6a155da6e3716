"""One estate in which somebody's data lies behind every door, and a desk for every role."""

import csv
from dataclasses import dataclass, replace
from pathlib import Path

from python_calamine import CalamineWorkbook

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.custody_agreement import ExtendEntry
from desk.domain.estate import Calendar, IdentityDocument, IdentityKind, Region, ResidentEntry
from desk.domain.key_receipt import LineEntry, ReceiptEntry
from desk.domain.move_in import MoveInEntry, PersonEntry
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission, Role
from desk.domain.reception import ReceptionEntry
from desk.domain.signed_paper import Home
from desk.domain.staff import AccountEntry
from desk.models.estate import Building, Unit
from desk.services import (
    attachment,
    complaint,
    custody_agreement,
    household,
    key_receipt,
    move_in,
    move_in_person,
    paper,
    reception,
    resident,
    service_order,
    sign_in,
    signed_paper,
    staff,
)
from desk.services.move_in import MoveIn
from desk.services.paper import Printed
from desk.services.paper_sheet import Asked
from desk.services.workplace import Actor, Workplace
from tests.conftest import CHEAP, NOW, PASSWORD
from tests.services import catalogue_course, key_course, order_course, pass_course
from tests.services.conftest import Household
from tests.services.pass_course import PNG
from tests.services.test_complaint import WHOLE

HANT = Asked("zh_Hant", copies=1)
PHONE, LATER = "9123 4567", "6123 4567"  # before the case was corrected, and after
NUMBER = "A1234563"
SCAN_NAME = "A123456(3) 曾德華"
PRINTED = (
    FormCode.OWNER_REGISTRATION,
    FormCode.OWNER_CARD,
    FormCode.AUTHORISATION,
    FormCode.MATERIALS_RECEIPT,
    FormCode.MOVE_IN_AGREEMENT,
)
HOME = (FormCode.OWNER_REGISTRATION, FormCode.AUTHORISATION, FormCode.MATERIALS_RECEIPT)


@dataclass
class World:
    """What the doors lead to. `scans` are the files of signed papers, by their form."""

    desks: dict[Role, Workplace]
    room: Path
    unit_id: int
    case: MoveIn
    document_id: int
    visit_id: int
    home_visit_id: int
    complaint_id: int
    receipt_id: int
    loan_id: int
    set_id: int
    custody_id: int
    agreement_id: int
    order_id: int
    worker_id: int
    pass_id: int
    file_id: int
    scans: dict[str, int]
    prints: dict[str, Printed]

    @property
    def case_id(self) -> int:
        return self.case.detail.id

    @property
    def person_id(self) -> int:
        return self.case.persons[-1].id

    def looks(self, role: Role) -> int:
        """How many looks of the role's clerk stand in the history."""
        desk = self.desks[role]
        with desk.reading() as reader:
            rows = reader.exec_driver_sql(
                "SELECT count(*) FROM history WHERE deed = 'seen' AND actor_id = ?",
                (desk.actor.id,),
            )
            return int(rows.scalar() or 0)

    def sheet(self, path: Path) -> str:
        """Every cell of a table that was taken out."""
        if path.suffix == ".csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                return " ".join(cell for row in csv.reader(file) for cell in row)
        rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
        return " ".join(str(cell) for row in rows for cell in row)


def made(room: Path) -> World:
    """An administrator has written everything down, printed it, and taken it home signed."""
    beginning = sign_in.Beginning(
        estate="海濱花園",
        region=Region.HK,
        calendar=Calendar.GREGORIAN,
        account=AccountEntry("admin", "陳大文", Role.ADMINISTRATOR, "zh_Hant"),
        password=PASSWORD,
    )
    desk = sign_in.begin(DataFolder(room / "data"), beginning, FixedClock(NOW), CHEAP)[0]
    unit_id = _home(desk)
    case = _case(desk, unit_id)
    prints: dict[str, Printed] = {}
    scans: dict[str, int] = {}
    for form in PRINTED:
        prints[form] = paper.print_record(desk, form, case.detail.id, HANT)
        if form in HOME:
            scans[form] = _home_again(desk, prints[form].log_id, room)
    case = _corrected(desk, case)
    paper.print_record(desk, FormCode.OWNER_REGISTRATION, case.detail.id, HANT)
    paper.print_record(desk, FormCode.MOVE_IN_AGREEMENT, case.detail.id, HANT)
    complained = complaint.register(desk, replace(WHOLE, contact=PHONE)).id
    sheet = paper.print_record(desk, FormCode.COMPLAINT_SHEET, complained, HANT)
    prints[FormCode.COMPLAINT_SHEET] = sheet
    scans[FormCode.COMPLAINT_SHEET] = _home_again(desk, sheet.log_id, room)
    visitor = ReceptionEntry(NOW, caller_name="王先生", caller_phone=PHONE, request="租車位")
    at_home = replace(visitor, unit_id=unit_id)
    home_visit_id = reception.register(desk, at_home).id
    complaint.register(desk, replace(WHOLE, contact=PHONE, reception_id=home_visit_id))
    reception.register(desk, at_home)
    return World(
        desks={role: _at(desk, role) for role in Role},
        room=room,
        unit_id=unit_id,
        case=case,
        document_id=household.household(desk, unit_id).residents[0].documents[0].id,
        visit_id=reception.register(desk, visitor).id,
        home_visit_id=home_visit_id,
        complaint_id=complained,
        receipt_id=_keys(desk, unit_id),
        loan_id=key_course.lent(desk, key_course.pump(desk), phone=PHONE).id,
        set_id=key_course.left_for_gas(desk, _known(unit_id)).id,
        custody_id=_custody(desk, unit_id),
        agreement_id=catalogue_course.with_household(desk, unit_id, phone=PHONE).id,
        order_id=service_order.write(desk, replace(order_course.REPAIR, unit_id=unit_id)).detail.id,
        worker_id=catalogue_course.plumber(desk, phone=PHONE).id,
        pass_id=pass_course.Course(desk, unit_id, room).draft(phone=PHONE).detail.id,
        file_id=attachment.add(desk, "move_in", case.detail.id, _scan(room)).id,
        scans=scans,
        prints=prints,
    )


def _home(desk: Workplace) -> int:
    with desk.deed(Permission.EDIT_HOUSEHOLDS) as work:
        where = Unit(
            building=Building(name="A座"), floor="12", door="B", label="A座12樓B室", position="1"
        )
        work.add(where)
        work.commit()
        unit_id = where.id
    paper_of = IdentityDocument(IdentityKind.HKID, NUMBER)
    entry = ResidentEntry("曾德華", phones=(PHONE,), documents=(paper_of,))
    resident.add(desk, unit_id, entry)
    return unit_id


def _case(desk: Workplace, unit_id: int) -> MoveIn:
    written = MoveInEntry(
        unit_id,
        name="曾德華",
        phone=PHONE,
        by_agent=True,
        agent="李大文",
        agent_phone=PHONE,
        moved_on=NOW.date(),
    )
    case = move_in.write(desk, written)
    entry = PersonEntry(
        "曾小明", phones=(PHONE,), identity=IdentityDocument(IdentityKind.HKID, NUMBER)
    )
    return move_in_person.put(desk, case.detail.id, case.detail.version, entry)


def _keys(desk: Workplace, unit_id: int) -> int:
    """Keys handed over against a receipt, whose paper is made from the row itself."""
    lines = (LineEntry(what="大門", keys=3),)
    return key_receipt.register(
        desk, ReceiptEntry(NOW, unit_id, receiver="曾德華", phone=PHONE, lines=lines)
    ).id


def _custody(desk: Workplace, unit_id: int) -> int:
    """An agreement that went on by the owner's word, and an overdue loan of its set."""
    known, one = key_course.agreed(desk, _known(unit_id))
    longer = ExtendEntry(known.ends + key_course.DAY, "業主遲返", key_course.WORD)
    known = custody_agreement.extend(desk, known.id, known.version, longer)
    told = {"out_at": NOW - key_course.HOUR, "due_at": NOW - key_course.HOUR / 2}
    key_course.lent(desk, one, purpose=key_course.WATERING, phone=PHONE, **told)
    return known.id


def _known(unit_id: int) -> Household:
    return Household(unit_id, "A座12樓B室", 0, "曾德華")


def _corrected(desk: Workplace, case: MoveIn) -> MoveIn:
    """Another phone, so that the next print says something else."""
    case = move_in.get(desk, case.detail.id)
    entry = replace(move_in.entry_of(case.detail), phone=LATER)
    return move_in.change(desk, case.detail.id, case.detail.version, entry)


def _home_again(desk: Workplace, print_id: int, room: Path) -> int:
    """The signed paper is back; the id of its scan."""
    known = signed_paper.get(desk, print_id)
    home = Home(desk.today(), "曾德華")
    row = signed_paper.take_home(desk, print_id, known.version, home, [_scan(room)])
    return attachment.of_record(desk, signed_paper.KIND, row.id)[0].id


def _scan(room: Path) -> Path:
    path = room / f"{SCAN_NAME}.png"
    path.write_bytes(PNG)
    return path


def _at(desk: Workplace, role: Role) -> Workplace:
    entry = AccountEntry(role, f"{role} 一", role, "zh_Hant")
    one = staff.add(desk, entry, PASSWORD, CHEAP)
    return desk.signed_in_as(Actor(one.id, one.login, one.name, role, "zh_Hant"))
