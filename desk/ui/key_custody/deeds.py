"""What the screens of key custody ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal

from desk.domain.custody_agreement import AgreementEntry
from desk.domain.key_set import KeySetEntry
from desk.domain.reasons import Reason
from desk.services import (
    custody_agreement,
    key_board,
    key_loan,
    key_loss,
    key_set,
    paper,
    reception,
)
from desk.services.custody_agreement import AgreementFilter, AgreementRow
from desk.services.key_board import Hook
from desk.services.key_loan import KeyLoanFilter, KeyLoanRow
from desk.services.key_loss import KeyLossRow
from desk.services.key_set import KeySetFilter, KeySetRow
from desk.services.paper import FormCode
from desk.services.workplace import Workplace
from desk.ui.key_custody.view import AgreementView, SetView, Shut
from desk.ui.kit.desk_deeds import DeskDeeds
from desk.ui.kit.person_field import PickedPerson
from desk.ui.kit.record_model import Page
from desk.ui.kit.search_line import Find
from desk.ui.paper.deeds import PaperDeeds, PaperPlan

_USES = 60
_FOUND = 200


class KeyDeeds(DeskDeeds):
    """Bridges the screens to the services; `find_people` answers the field of a household.

    `changed` says that a key moved: the board and the lists read again.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace, find_people: Find) -> None:
        super().__init__(workplace)
        self.find_people = find_people
        self.paper = PaperDeeds(workplace)

    def unit_of(self, person: PickedPerson | None) -> int | None:
        """The unit of whoever was picked."""
        if person is None:
            return None
        if person.kind == "resident":
            return reception.unit_of_resident(self.workplace, int(person.key))
        return int(person.key)

    def paper_plan(self, form: FormCode, kind: str, record_id: int, number: str = "") -> PaperPlan:
        """A paper of a record; one that has a number is asked for by it."""
        plan = self.paper.of_record(form, kind, record_id)
        key: int | str = number or record_id
        return replace(plan, prepare=partial(paper.prepare, self.workplace, form, key))

    # Board

    def board(self) -> tuple[Hook, ...]:
        """Every hook in its natural order, empty ones among them."""
        return key_board.board(self.workplace)

    def sets_found(self, text: str) -> set[int]:
        """The sets that the index finds by a tag, a room, a name in either script."""
        found = key_set.page(self.workplace, KeySetFilter(text=text), None, _FOUND)
        return {one.id for one in found.rows}

    # Sets

    def view(self, key: int | str) -> SetView:
        """One set by its id or its tag, with everything its record shows."""
        row = key_set.get(self.workplace, key)
        loan = key_loan.open_loan(self.workplace, row)
        loss = key_loss.of_set(self.workplace, row.id)
        agreement = None
        if row.agreement_id is not None:
            agreement = custody_agreement.get(self.workplace, row.agreement_id)
        extended = () if loan is None else key_loan.extensions(self.workplace, loan.id)
        used = key_loan.page(self.workplace, KeyLoanFilter(key_set_id=row.id), None, _USES)
        return SetView(
            row=row,
            loan=loan,
            agreement=agreement,
            purposes=key_set.purposes(self.workplace, row),
            uses=tuple(used.rows),
            extensions=extended,
            loss=loss,
            shut=self._shut_set(row, loan, loss),
        )

    def save_set(self, known: KeySetRow | None, entry: KeySetEntry) -> SetView:
        """Take a set in, or correct what was written down of it."""
        if known is None:
            row = key_set.register(self.workplace, entry)
        else:
            row = key_set.change(self.workplace, known.id, known.version, entry)
        return self.view(row.id)

    def due_by_default(self, out_at: dt.datetime) -> dt.datetime:
        """When a set that goes out then is expected back, unless told."""
        return key_loan.due_by_default(self.workplace, out_at)

    # Loans

    def loans(self, asked: Mapping[str, str], after: object | None) -> Page[KeyLoanRow]:
        """What is open first, overdue on top, then what came back; each newest first."""
        state, text = asked.get("state", ""), asked.get("text", "")
        if state == "overdue":
            return Page(self._overdue(text), None)
        phase, key = after if isinstance(after, tuple) else (state or "open", None)
        wanted = KeyLoanFilter(is_open=phase == "open", text=text)
        found = key_loan.page(self.workplace, wanted, key)
        rows = list(found.rows)
        if phase == "open":
            late = self._overdue(text)
            known = {one.id for one in late}
            rows = [*(late if key is None else ()), *(one for one in rows if one.id not in known)]
        if found.next_key is not None:
            return Page(rows, (phase, found.next_key))
        if phase == "open" and not state:
            rest = self.loans(asked, ("closed", None))
            return Page([*rows, *rest.rows], rest.next_key)
        return Page(rows, None)

    def _overdue(self, text: str) -> list[KeyLoanRow]:
        """What should be back by now, the longest first."""
        wanted = KeyLoanFilter(overdue=True, text=text)
        found = key_loan.page(self.workplace, wanted, None, key_loan.MOST_OVERDUE)
        return sorted(found.rows, key=_by_due)

    def loan(self, key: int | str) -> KeyLoanRow:
        """One loan by its id or number."""
        return key_loan.get(self.workplace, key)

    # Agreements

    def agreement(self, key: int | str) -> AgreementView:
        """One agreement by its id or number."""
        return self._agreement_view(custody_agreement.get(self.workplace, key))

    def agreements(self, asked: Mapping[str, str], after: object | None) -> Page[AgreementRow]:
        """A page of the agreements, newest first."""
        is_open = {"open": True, "over": False}.get(asked.get("state", ""))
        wanted = AgreementFilter(is_open=is_open, text=asked.get("text", ""))
        key = after if isinstance(after, tuple) else None
        found = custody_agreement.page(self.workplace, wanted, key)
        return Page(found.rows, found.next_key)

    def open_agreements(self) -> tuple[AgreementRow, ...]:
        """Under which a set can be taken in."""
        wanted = AgreementFilter(is_open=True)
        return tuple(custody_agreement.page(self.workplace, wanted, None, 200).rows)

    def custodians(self) -> tuple[tuple[int, str], ...]:
        """Who may be named as custodian: id and name."""
        return custody_agreement.custodians(self.workplace)

    def save_agreement(self, known: AgreementRow | None, entry: AgreementEntry) -> AgreementView:
        """Write an agreement down, or correct one that nobody has signed."""
        if known is None:
            row = custody_agreement.register(self.workplace, entry)
        else:
            row = custody_agreement.change(self.workplace, known.id, known.version, entry)
        return self._agreement_view(row)

    # Parts

    def _shut_set(self, row: KeySetRow, loan: KeyLoanRow | None, loss: KeyLossRow | None) -> Shut:
        shut: dict[str, Sequence[Reason]] = {
            "lend": key_loan.lend_blockers(self.workplace, row),
            "give_back": key_set.give_back_blockers(self.workplace, row),
            "retire": key_set.retire_blockers(self.workplace, row),
            "change": key_set.change_blockers(self.workplace, row),
            "lose": key_loss.report_blockers(self.workplace, row),
        }
        if loan is not None:
            shut["return"] = key_loan.bring_back_blockers(self.workplace, loan)
        if loss is not None:
            shut["answer"] = key_loss.answer_blockers(self.workplace, loss)
            shut["found"] = key_loss.found_blockers(self.workplace, loss)
            shut["write_off"] = key_loss.write_off_blockers(self.workplace, loss)
        return shut

    def _agreement_view(self, row: AgreementRow) -> AgreementView:
        place = self.workplace
        return AgreementView(
            row=row,
            sets=custody_agreement.sets(place, row.id),
            extensions=custody_agreement.extensions(place, row.id),
            missing=custody_agreement.force_blockers(place, row),
            shut={
                "sign": custody_agreement.sign_blockers(place, row),
                "extend": custody_agreement.extend_blockers(place, row),
                "end": custody_agreement.end_blockers(place, row),
                "void": custody_agreement.void_blockers(place, row),
                "change": custody_agreement.change_blockers(place, row),
            },
        )


def _by_due(row: KeyLoanRow) -> tuple[dt.datetime, int]:
    return row.due_at, row.id
