"""What is done alike with both kinds of agreements: found, written, signed, renewed, ended, void.

The rooms of the supplier's 委託服務協議 (F22, R239) and of the customer's 特約服務協議 (F23, R106)
name these deeds as theirs; what a kind alone has stands in its room.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from desk.domain import agreement_course as course
from desk.domain.agreement_course import CourseFacts, CourseState, EndEntry, SignEntry
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models.lists import Reader
from desk.models.service_agreement import ServiceAgreement
from desk.models.supplier_agreement import SupplierAgreement
from desk.models.unit_of_work import UnitOfWork
from desk.services import agreement_course as shared
from desk.services import paper_let_go, personal_data
from desk.services import service_agreement_watch as watch
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace


class Known(Protocol):
    """What the deeds ask of an agreement as read; `next` is the number of its renewal."""

    @property
    def number(self) -> str: ...
    @property
    def facts(self) -> CourseFacts: ...
    @property
    def follows_id(self) -> int | None: ...
    @property
    def next_id(self) -> int | None: ...
    @property
    def next(self) -> str | None: ...

    def state(self, today: date) -> CourseState: ...


AnyRow = TypeVar("AnyRow", SupplierAgreement, ServiceAgreement)
AnyKnown = TypeVar("AnyKnown", bound=Known)
AnyEntry = TypeVar("AnyEntry")


@dataclass(frozen=True)
class AgreementDeeds(Generic[AnyRow, AnyKnown, AnyEntry]):
    """The deeds of one kind, numbered under its own letter.

    `ready` gives the entry with clean texts, or refuses it together with what else stands against
    it; NotFound for a unit or a company there is not.
    """

    kind: str
    letter: str
    table: type[AnyRow]
    detail: Callable[[Reader, int], AnyKnown | None]
    detail_by_number: Callable[[Reader, str], AnyKnown | None]
    ready: Callable[[UnitOfWork, AnyEntry, tuple[Reason, ...]], AnyEntry]

    # Looking

    def get(self, workplace: Workplace, key: int | str) -> AnyKnown:
        """One agreement by its id or its number; NotFound when there is none."""
        with workplace.reading() as reader:
            if isinstance(key, int):
                found = self.detail(reader, key)
            else:
                found = self.detail_by_number(reader, key)
        if found is None:
            raise NotFound(self.kind, str(key))
        return personal_data.shown(workplace, found)

    def state(self, workplace: Workplace, known: AnyKnown) -> CourseState:
        """Where it stands today."""
        workplace.require(Permission.READ)
        return known.state(workplace.today())

    def force_blockers(self, workplace: Workplace, known: AnyKnown) -> tuple[Reason, ...]:
        """What is missing until it holds."""
        workplace.require(Permission.READ)
        return course.force_blockers(known.facts, workplace.today())

    # Deeds

    def register(self, workplace: Workplace, entry: AnyEntry) -> AnyKnown:
        """Number an agreement and write it down; it holds once both have signed (R106), a
        supplier's also not before one copy is kept at the centre (R239)."""
        with workplace.deed(Permission.REGISTER) as work:
            return self.committed(workplace, work, self._added(work, entry, None))

    def change(
        self, workplace: Workplace, agreement_id: int, version: int, entry: AnyEntry
    ) -> AnyKnown:
        """Correct what nobody has signed yet."""
        with workplace.deed(Permission.REGISTER) as work:
            row = work.get_as_seen(self.table, agreement_id, version)
            blockers = course.change_blockers(self.known(work, agreement_id).facts)
            shared.write(row, self.ready(work, entry, blockers))
            return self.committed(workplace, work, row)

    def sign(
        self, workplace: Workplace, agreement_id: int, version: int, entry: SignEntry
    ) -> AnyKnown:
        """One party has signed or sealed it, at the desk."""
        with workplace.deed(Permission.REGISTER) as work:
            row = work.get_as_seen(self.table, agreement_id, version)
            shared.sign(row, self.known(work, agreement_id).facts, entry, _today(workplace, work))
            return self.committed(workplace, work, row)

    def renew(
        self, workplace: Workplace, agreement_id: int, version: int, entry: AnyEntry
    ) -> AnyKnown:
        """Another agreement takes its place; it runs on until both have signed the new one."""
        with workplace.deed(Permission.REGISTER) as work:
            work.get_as_seen(self.table, agreement_id, version)
            Cleaning().refuse(_renew_blockers(self.known(work, agreement_id)))
            return self.committed(workplace, work, self._added(work, entry, agreement_id))

    def end(
        self, workplace: Workplace, agreement_id: int, version: int, entry: EndEntry
    ) -> AnyKnown:
        """It ends with a day, for a reason."""
        with workplace.deed(Permission.REGISTER) as work:
            row = work.get_as_seen(self.table, agreement_id, version)
            shared.end(row, self.known(work, agreement_id).facts, entry, _today(workplace, work))
            return self.committed(workplace, work, row)

    def void(self, workplace: Workplace, agreement_id: int, version: int, why: str) -> AnyKnown:
        """It never came about; its number stays."""
        with workplace.deed(Permission.REGISTER) as work:
            row = work.get_as_seen(self.table, agreement_id, version)
            why = shared.void(row, self.known(work, agreement_id).facts, why)
            paper_let_go.let_go_all(work, self.kind, agreement_id, why)
            return self.committed(workplace, work, row)

    # What stands in the way

    def change_blockers(self, workplace: Workplace, known: AnyKnown) -> tuple[Reason, ...]:
        """Why it is not changed now: the words on a shut button."""
        return (*workplace.missing(Permission.REGISTER), *course.change_blockers(known.facts))

    def sign_blockers(self, workplace: Workplace, known: AnyKnown) -> tuple[Reason, ...]:
        """Why nobody signs it now: the words on a shut button."""
        return (*workplace.missing(Permission.REGISTER), *course.sign_blockers(known.facts))

    def renew_blockers(self, workplace: Workplace, known: AnyKnown) -> tuple[Reason, ...]:
        """Why it is not renewed now: the words on a shut button."""
        return (*workplace.missing(Permission.REGISTER), *_renew_blockers(known))

    def end_blockers(self, workplace: Workplace, known: AnyKnown) -> tuple[Reason, ...]:
        """Why it is not ended now: the words on a shut button."""
        return (*workplace.missing(Permission.REGISTER), *course.end_blockers(known.facts))

    def void_blockers(self, workplace: Workplace, known: AnyKnown) -> tuple[Reason, ...]:
        """Why it is not declared void now: the words on a shut button."""
        return (
            *workplace.missing(Permission.REGISTER),
            *course.void_reasons(known.facts, known.number),
        )

    # For the deeds that a kind alone has

    def known(self, work: UnitOfWork, agreement_id: int) -> AnyKnown:
        """As it stands inside a deed."""
        work.flush()
        found = self.detail(work.reader, agreement_id)
        if found is None:
            raise NotFound(self.kind, str(agreement_id))
        return found

    def committed(self, workplace: Workplace, work: UnitOfWork, row: AnyRow) -> AnyKnown:
        """As it now stands, watched until it runs out; what it renews is settled once it is
        signed."""
        known = self.known(work, row.id)
        follower = None if known.next_id is None else self.known(work, known.next_id)
        renewed = follower is not None and shared.is_signed(follower.facts)
        watch.watch_agreement(workplace, work, (self.kind, row.id), known.facts, renewed=renewed)
        self.settle_renewed(work, known)
        return work.committed(self.detail, self.kind, row.id)

    def settle_renewed(self, work: UnitOfWork, known: AnyKnown) -> None:
        """What it renews owes nothing any more once everybody has signed it."""
        if known.follows_id is not None and shared.is_signed(known.facts):
            watch.renewed(work, self.kind, known.follows_id)

    def _added(self, work: UnitOfWork, entry: AnyEntry, follows_id: int | None) -> AnyRow:
        entry = self.ready(work, entry, ())
        row = self.table(
            number=work.next_number(self.letter),
            entered_at=work.now,
            entered_by_id=work.actor_id,
            follows_id=follows_id,
        )
        shared.write(row, entry)
        work.add(row)
        return row


def _renew_blockers(known: Known) -> tuple[Reason, ...]:
    taken = (Reason("agreement.renewed", None, {"number": known.next or ""}),)
    return (*course.renew_blockers(known.facts), *(taken if known.next_id else ()))


def _today(workplace: Workplace, work: UnitOfWork) -> date:
    return workplace.estate.custom.day(work.now)
