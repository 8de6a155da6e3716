"""Every door by which somebody's data may leave, tried by every role (R24-R29, R36, R57).

The table of who may is written down here anew, so that a changed permission is seen.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk.domain.paper import FormCode
from desk.domain.permissions import Role
from desk.domain.reasons import Reason
from desk.errors import NotFound, ReasonLike, RuleRefused
from desk.models.history import last_hand
from desk.services import (
    attachment,
    complaint,
    complaint_case,
    custody_agreement,
    find,
    first_asked,
    household,
    household_export,
    household_file,
    key_loan,
    key_receipt,
    key_set,
    move_in,
    move_in_person,
    paper,
    paper_again,
    paper_log,
    print_log,
    reception,
    reception_export,
    release_pass,
    service_agreement,
    service_order,
    service_order_people,
    service_person,
    signed_paper,
    signed_paper_find,
)
from desk.services.move_in import MoveInFilter
from desk.services.print_log import PrintFilter
from desk.services.reception import ReceptionFilter
from desk.services.workplace import Workplace
from tests.printing.reading import texts
from tests.services.personal_data_course import (
    HANT,
    LATER,
    NUMBER,
    PHONE,
    SCAN_NAME,
    World,
    made,
)

Door = Callable[[Workplace, World], object]

# Who may see identity papers, and who may call people: the same posts today, by two permissions.
SEES = frozenset({Role.RECEPTIONIST, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
CALLS = SEES
REGISTRATION = (FormCode.OWNER_REGISTRATION, FormCode.OWNER_CARD, FormCode.AUTHORISATION)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    known = made(tmp_path_factory.mktemp("doors"))
    yield known
    known.desks[Role.ADMINISTRATOR].close()


def scan_of(form: str) -> Door:
    return lambda desk, world: attachment.open_attachment(desk, world.scans[form])


def prepared(form: str) -> Door:
    return lambda desk, world: paper.prepare(desk, form, world.case_id, HANT)


def printed(form: str) -> Door:
    return lambda desk, world: paper.print_record(desk, form, world.case_id, HANT)


def again(form: str) -> Door:
    return lambda desk, world: paper.shown_again(desk, world.prints[form].log_id)


def batch(desk: Workplace, world: World) -> object:
    path, form = world.room / f"{desk.actor.login}-batch.pdf", FormCode.OWNER_REGISTRATION
    return paper.print_batch(desk, form, [world.case_id], HANT, file=path)


def packet(desk: Workplace, world: World) -> object:
    path = world.room / f"{desk.actor.login}-packet.pdf"
    return paper.print_packet(desk, world.case_id, HANT, file=path)


def sent(desk: Workplace, world: World) -> object:
    """Built by somebody who may, sent by the clerk at the desk: the log asks once more."""
    built = paper.prepare(world.desks[Role.ADMINISTRATOR], FormCode.OWNER_CARD, world.case_id, HANT)
    return paper.send(desk, built, "HP")


GUARDED: dict[str, Door] = {
    "number of a resident": lambda desk, world: household.see_identity(desk, world.document_id),
    "number of who moves in": lambda desk, world: move_in_person.see_identity(
        desk, world.case_id, world.person_id
    ),
    "file of a move-in": lambda desk, world: attachment.open_attachment(desk, world.file_id),
    "scan of a registration": scan_of(FormCode.OWNER_REGISTRATION),
    "scan of a letter": scan_of(FormCode.AUTHORISATION),
    "scan of a receipt of materials": scan_of(FormCode.MATERIALS_RECEIPT),
    **{f"preview of {form}": prepared(form) for form in REGISTRATION},
    **{f"print of {form}": printed(form) for form in REGISTRATION},
    **{f"reprint of {form}": again(form) for form in REGISTRATION},
    "many in one file": batch,
    "the packet": packet,
    "sent to a printer": sent,
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("door", GUARDED)
def test_r36_who_may_see_comes_in_and_the_look_is_recorded(
    world: World, door: str, role: Role
) -> None:
    before = world.looks(role)
    if role in SEES:
        assert GUARDED[door](world.desks[role], world)
        assert world.looks(role) > before
        return
    with pytest.raises(RuleRefused) as refused:
        GUARDED[door](world.desks[role], world)
    assert all(refusal(one) for one in refused.value.reasons)
    assert world.looks(role) == before


def refusal(reason: ReasonLike) -> bool:
    """It is the right that is missing, said of each paper of a batch too."""
    if reason.code == "paper.batch.refused":
        return "identity" in str(reason.parameters["why"])
    return reason == Reason("permission.missing", None, {"deed": "see_identity"})


def told(pdf: bytes) -> str:
    """The words of a paper; a phone on it stands without its blank."""
    return (
        "".join(texts(pdf))
        .replace(PHONE.replace(" ", ""), PHONE)
        .replace(LATER.replace(" ", ""), LATER)
    )


def kept(form: str) -> Door:
    return lambda desk, world: told(paper.shown_again(desk, world.prints[form].log_id))


def values(form: str) -> Door:
    return lambda desk, world: print_log.get(desk, world.prints[form].log_id).lines


def fresh(form: str) -> Door:
    return lambda desk, world: told(paper.prepare(desk, form, world.case_id, HANT).pdf)


def households(desk: Workplace, world: World) -> object:
    path = world.room / f"{desk.actor.login}.csv"
    household_export.export(desk, path, "zh_Hant")
    return world.sheet(path)


def visits(desk: Workplace, world: World) -> object:
    path = world.room / f"{desk.actor.login}.xlsx"
    reception_export.export(desk, ReceptionFilter(), path, lambda _rows: None)
    return world.sheet(path)


# Doors at which a phone is whole for whoever may call, and for nobody else.
WITH_PHONES: dict[str, Door] = {
    "household": lambda desk, world: household.household(desk, world.unit_id),
    "household file": lambda desk, world: household_file.of(desk, world.unit_id),
    "move-in": lambda desk, world: move_in.get(desk, world.case_id),
    "visit": lambda desk, world: reception.get(desk, world.visit_id),
    "complaint": lambda desk, world: complaint_case.get(desk, world.complaint_id),
    "key set": lambda desk, world: key_set.get(desk, world.set_id),
    "key loan": lambda desk, world: key_loan.get(desk, world.loan_id),
    "custody agreement": lambda desk, world: custody_agreement.get(desk, world.custody_id),
    "extensions of a custody agreement": lambda desk, world: custody_agreement.extensions(
        desk, world.custody_id
    ),
    "duty of who was asked first": lambda desk, world: first_asked.duty(desk, world.visit_id),
    "complaint of a visit": lambda desk, world: complaint.of_reception(desk, world.home_visit_id),
    "service agreement": lambda desk, world: service_agreement.get(desk, world.agreement_id),
    "order": lambda desk, world: service_order.get(desk, world.order_id),
    "worker": lambda desk, world: service_person.get(desk, world.worker_id),
    "release pass": lambda desk, world: release_pass.get(desk, world.pass_id),
    "key receipt": lambda desk, world: key_receipt.get(desk, world.receipt_id),
    "preview of a key receipt": lambda desk, world: told(
        paper.prepare(desk, FormCode.KEY_RECEIPT, world.receipt_id, HANT).pdf
    ),
    "preview": fresh(FormCode.MOVE_IN_AGREEMENT),
    "reprint of an agreement": kept(FormCode.MOVE_IN_AGREEMENT),
    "reprint of a complaint": kept(FormCode.COMPLAINT_SHEET),
    "values in the log of prints": values(FormCode.COMPLAINT_SHEET),
    "values of a registration": values(FormCode.OWNER_REGISTRATION),
    "what a reprint changed": lambda desk, world: signed_paper_find.of_print(
        desk, world.prints[FormCode.MOVE_IN_AGREEMENT].log_id
    ),
}
EXPORTS: dict[str, Door] = {"households taken out": households, "visits taken out": visits}
MAY_EXPORT = frozenset(Role) - {Role.RECEPTIONIST}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("door", WITH_PHONES)
def test_a_phone_is_whole_for_who_may_call_alone(world: World, door: str, role: Role) -> None:
    said = str(WITH_PHONES[door](world.desks[role], world))
    assert any(one in said for one in (PHONE, LATER)) == (role in CALLS)
    assert NUMBER not in said


@pytest.mark.parametrize("role", sorted(MAY_EXPORT))
@pytest.mark.parametrize("door", EXPORTS)
def test_what_is_taken_out_has_what_the_clerk_may_see(world: World, door: str, role: Role) -> None:
    said = str(EXPORTS[door](world.desks[role], world))
    assert "王先生" in said or "曾德華" in said
    assert (PHONE in said) == (role in CALLS)
    assert (NUMBER in said) == (role in SEES and door == "households taken out")


# Lists, and what is found: no phone at all.
LISTS: dict[str, Door] = {
    "move-ins": lambda desk, _world: move_in.page(desk, MoveInFilter()),
    "visits": lambda desk, _world: reception.page(desk, ReceptionFilter()),
    "key sets": lambda desk, _world: key_set.page(desk, key_set.KeySetFilter()),
    "key loans": lambda desk, _world: key_loan.page(desk, key_loan.KeyLoanFilter()),
    "overdue keys": lambda desk, _world: key_loan.page(desk, key_loan.KeyLoanFilter(overdue=True)),
    "uses of keys": lambda desk, world: key_loan.uses(
        desk, key_loan.KeyLoanFilter(agreement_id=world.custody_id)
    ),
    "sets under an agreement": lambda desk, world: custody_agreement.sets(desk, world.custody_id),
    "custody agreements": lambda desk, _world: custody_agreement.page(
        desk, custody_agreement.AgreementFilter()
    ),
    "service agreements": lambda desk, _world: service_agreement.page(
        desk, service_agreement.AgreementFilter()
    ),
    "orders": lambda desk, _world: service_order.page(desk, service_order.OrderFilter()),
    "orders of a home": lambda desk, world: service_order.of_unit(desk, world.unit_id),
    "open visits of a home": lambda desk, world: reception.open_of_unit(desk, world.unit_id),
    "last visits of a home": lambda desk, world: reception.last_of_unit(desk, world.unit_id, 9),
    "everybody who works": lambda desk, _world: service_person.everyone(desk),
    "who may be sent": lambda desk, world: service_order_people.candidates(
        desk, service_order.get(desk, world.order_id)
    ),
    "workers": lambda desk, _world: service_person.page(desk, service_person.PersonFilter()),
    "passes": lambda desk, _world: release_pass.page(desk, release_pass.PassFilter()),
    "key receipts": lambda desk, _world: key_receipt.page(desk, key_receipt.KeyReceiptFilter()),
    "log of prints": lambda desk, _world: print_log.page(desk, PrintFilter()),
    "prints of a case": lambda desk, world: paper.prints_of(desk, "move_in", world.case_id),
    "papers that are out": lambda desk, _world: signed_paper.out(desk),
    "found by a tail": lambda desk, _world: find.find(desk, PHONE[-4:]),
    "what a reprint of a registration changed": lambda desk, world: signed_paper_find.of_print(
        desk, world.prints[FormCode.OWNER_REGISTRATION].log_id
    ),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("door", LISTS)
def test_no_list_tells_a_phone_or_a_number(world: World, door: str, role: Role) -> None:
    said = str(LISTS[door](world.desks[role], world))
    assert said
    assert not [one for one in (PHONE, LATER, NUMBER) if one in said]


@pytest.mark.parametrize("role", Role)
def test_no_answer_about_a_paper_tells_a_phone(world: World, role: Role) -> None:
    """It is asked whether the paper came out, and let go: by whoever is at the desk."""
    desk, admin = world.desks[role], world.desks[Role.ADMINISTRATOR]
    built = paper.prepare(admin, FormCode.MOVE_IN_AGREEMENT, world.case_id, HANT)
    key = paper.send(admin, built, "HP").log_id
    waiting = paper_log.unanswered(desk)
    assert key in [one.id for one in waiting]
    answered = paper_log.answer(desk, key, True)
    gone = paper_log.let_go(desk, key, "印壞了")
    said = str((waiting, answered, gone))
    assert not [one for one in (PHONE, LATER, NUMBER) if one in said]


def test_a_list_of_prints_says_nothing_of_who_somebody_is(world: World) -> None:
    rows = print_log.page(world.desks[Role.MANAGER], PrintFilter()).rows
    cards = [one for one in rows if one.form in REGISTRATION]
    assert cards
    assert all(set(one.content) <= {"title"} for one in cards)


@pytest.mark.parametrize("role", Role)
def test_the_values_of_a_registration_are_told_and_the_look_is_recorded(
    world: World, role: Role
) -> None:
    before = world.looks(role)
    found = values(FormCode.OWNER_CARD)(world.desks[role], world)
    assert bool(found) == (role in SEES)
    assert (world.looks(role) > before) == (role in SEES)


@pytest.mark.parametrize("role", Role)
def test_a_scan_that_may_not_be_opened_is_not_called_by_its_name(world: World, role: Role) -> None:
    (row,) = attachment.of_record(world.desks[role], "move_in", world.case_id)
    assert row.name == (f"{SCAN_NAME}.png" if role in SEES else "***.png")


@pytest.mark.parametrize("role", Role)
def test_the_scan_of_a_complaint_is_for_whoever_reads_complaints(world: World, role: Role) -> None:
    """Quality has to see what was signed; that it looked is recorded."""
    before = world.looks(role)
    assert scan_of(FormCode.COMPLAINT_SHEET)(world.desks[role], world)
    assert world.looks(role) == before + 1


def test_no_scan_leaves_by_the_door_of_pictures_that_tell_of_nobody(world: World) -> None:
    with pytest.raises(NotFound):
        attachment.content(world.desks[Role.MANAGER], world.file_id)


@pytest.mark.parametrize("form", REGISTRATION)
def test_a_blank_tells_of_nobody(world: World, form: str, tmp_path: Path) -> None:
    desk = world.desks[Role.GENERAL_MANAGER]
    before = world.looks(Role.GENERAL_MANAGER)
    assert paper.prepare_blank(desk, form, HANT).content == {}
    assert paper.print_blank(desk, form, HANT, tmp_path / "blank.pdf")
    assert world.looks(Role.GENERAL_MANAGER) == before


def test_the_receptionist_prints_the_registration_of_who_stands_before_her(world: World) -> None:
    """R29: with his phone, as she must; of his number a part."""
    desk = world.desks[Role.RECEPTIONIST]
    said = fresh(FormCode.OWNER_REGISTRATION)(desk, world)
    assert LATER in str(said)
    assert "A123***(*)" in str(said)
    assert NUMBER not in str(said)


def test_a_look_is_no_change(world: World) -> None:
    """Who only looked is not named to somebody whose record was changed meanwhile."""
    looker, other = world.desks[Role.RECEPTIONIST], world.desks[Role.MANAGER]
    paper.prepare(looker, FormCode.OWNER_CARD, world.case_id, HANT)
    with other.reading() as reader:
        assert last_hand(reader, "move_in", world.case_id)[0] != looker.actor.name


def test_the_desks_own_phone_stands_on_its_notices_for_everybody(world: World) -> None:
    desk = world.desks[Role.QUALITY_SUPERVISOR]
    own = replace(desk, estate=replace(desk.estate, phone="2388 6700"))
    content = paper.prepare(own, FormCode.MOVE_IN_NOTICE, world.case_id, HANT).content
    assert content["phone"] == "2388 6700"


def test_a_kept_page_whose_phone_cannot_be_taken_out_is_not_shown(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise ValueError("across pieces")

    monkeypatch.setattr(paper_again, "hidden", broken)
    again_of = again(FormCode.COMPLAINT_SHEET)
    with pytest.raises(RuleRefused):
        again_of(world.desks[Role.QUALITY_SUPERVISOR], world)
    assert again_of(world.desks[Role.RECEPTIONIST], world)
