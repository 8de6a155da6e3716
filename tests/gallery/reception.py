"""Scenes of the reception register."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from PySide6.QtCore import Qt

from desk.domain.coordination_slip import SlipEntry
from desk.domain.first_asked import DutyScope
from desk.domain.handover import HandoverEntry, Recipient
from desk.domain.reception import Kind, Rank, ReceptionEntry
from desk.i18n import _
from desk.services import coordination_slip, department, first_asked, handover
from desk.services import reception as receptions
from desk.services.first_asked import Duty
from desk.services.workplace import Workplace
from desk.ui.kit.notify import say
from desk.ui.reception.form import ReceptionForm
from desk.ui.reception.page import ReceptionPage
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "reception") -> ReceptionPage:
    page = stage.page("reception", login)
    assert isinstance(page, ReceptionPage)
    return page


def register(stage: Stage) -> None:
    """The list alone."""
    _page(stage)


def record(stage: Stage) -> None:
    """A visit beside the list."""
    page = _page(stage)
    rows = page._deeds.page({}, None).rows
    at = next(at for at, row in enumerate(rows) if row.answer and row.resident_id)
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.model().index(at, 0))
    stage.settle()


def _new(stage: Stage) -> tuple[ReceptionPage, ReceptionForm]:
    page = _page(stage)
    form = page.start_new()
    assert isinstance(form, ReceptionForm)
    stage.settle()
    return page, form


def new(stage: Stage) -> None:
    """F2."""
    _new(stage)


def person_search(stage: Stage) -> None:
    """The person is looked for by initials."""
    _register, form = _new(stage)
    stage.type(form.person.line, stage.estate.initials())


def _with_person(stage: Stage) -> ReceptionForm:
    _register, form = _new(stage)
    stage.type(form.person.line, stage.estate.phone_tail())
    stage.press(form.person.line, Qt.Key.Key_Return)
    return form


def household(stage: Stage) -> None:
    """The household beside the form."""
    _with_person(stage)


def stranger(stage: Stage) -> None:
    """Somebody the estate does not know."""
    _register, form = _new(stage)
    stage.type(form.person.line, "DHL Express")
    stage.press(form.person.line, Qt.Key.Key_Return)


def refused(stage: Stage) -> None:
    """Nobody, nothing asked, a day to come: everything is said at once."""
    _register, form = _new(stage)
    form.field("happened_at").set_value(stage.estate.clock.now() + timedelta(days=2))
    form.field("state").set_value("closed")
    form.save()


def answered(stage: Stage) -> None:
    """An inquiry that was answered at once."""
    form = _with_person(stage)
    request, answer = stage.estate.words["visits"]["inquiry"][0]
    form.field("request").set_value(request)
    form.field("answer").set_value(answer)
    form.field("answer").changed.emit()


def saved(stage: Stage) -> None:
    """The passing note after a save."""
    record(stage)
    assert stage.window is not None
    say(stage.window, _("Saved"))


class Served(NamedTuple):
    """A call for help in the form, on the open desk."""

    form: ReceptionForm
    desk: Workplace
    departments: list[int]


def _served(stage: Stage, scope: DutyScope | None = DutyScope.DEPARTMENT) -> Served:
    """A visit that was just written down, and judged."""
    page = _page(stage)
    desk, told = page._deeds.workplace, stage.estate.words["visits"]["help"]
    entry = ReceptionEntry(
        desk.now() - timedelta(minutes=40),
        kind=Kind.HELP,
        resident_id=stage.estate.resident.id,
        request=told[3][0],
    )
    kept = receptions.register(desk, entry)
    if scope is not None:
        first_asked.judge(desk, kept.id, kept.version, scope)
    form = page.open_key(str(kept.id))
    assert isinstance(form, ReceptionForm)
    stage.settle()
    return Served(form, desk, [one.id for one in department.departments(desk)])


def _known(served: Served) -> Duty:
    known = served.form.duty.duty()
    assert known is not None
    return known


def _show(stage: Stage, served: Served, known: Duty) -> None:
    served.form.load(known.visit)
    stage.settle()


def _passed(served: Served, at: int = 2) -> Duty:
    """Handed over to a department, and accepted by its head."""
    visit = _known(served).visit
    entry = HandoverEntry(department_id=served.departments[at])
    known = handover.hand_over(served.desk, visit.id, visit.version, entry)
    link = known.chain[-1]
    return handover.accept(served.desk, link.id, link.version, link.person)


def _slipped(served: Served) -> Duty:
    """It was the wrong one, which filled a slip."""
    known = _passed(served)
    link = known.chain[-1]
    works, helping = served.departments[1], served.departments[3:5]
    entry = SlipEntry(works, known.visit.request, link.person, tuple(helping))
    return coordination_slip.fill_for_wrong(served.desk, link.id, link.version, entry)


def duty_judged(stage: Stage) -> None:
    """A call for help that is one other department's."""
    _served(stage)


def duty_unjudged(stage: Stage) -> None:
    """Nobody has judged yet whose duty it is."""
    _served(stage, None)


def duty_handing_over(stage: Stage) -> None:
    """To which department, and how."""
    stage.over.append((_served(stage).form.duty.open_deed("hand_over"), None))


def duty_consent(stage: Stage) -> None:
    """Accompanied without consent, to nobody: refused."""
    dialog = _served(stage).form.duty.open_deed("hand_over")
    dialog.field("mode").set_value("accompanied")
    dialog.field("mode").changed.emit()
    dialog.save()
    stage.over.append((dialog, None))


def duty_waiting(stage: Stage) -> None:
    """Handed over, and not accepted yet."""
    served = _served(stage)
    visit = _known(served).visit
    entry = HandoverEntry(department_id=served.departments[1])
    _show(stage, served, handover.hand_over(served.desk, visit.id, visit.version, entry))


def duty_accepting(stage: Stage) -> None:
    """Who takes it."""
    served = _served(stage, DutyScope.UNCLEAR)
    visit = _known(served).visit
    entry = HandoverEntry(Recipient.CUSTOMER_RELATIONS, person=stage.estate.words["staff"][3])
    _show(stage, served, handover.hand_over(served.desk, visit.id, visit.version, entry))
    stage.over.append((served.form.duty.open_deed("accept"), None))


def duty_refusing(stage: Stage) -> None:
    """Somebody turned it away."""
    served = _served(stage)
    visit = _known(served).visit
    entry = HandoverEntry(department_id=served.departments[4])
    _show(stage, served, handover.hand_over(served.desk, visit.id, visit.version, entry))
    stage.over.append((served.form.duty.open_deed("refuse"), None))


def duty_wrong(stage: Stage) -> None:
    """The slip of a wrong hand-over."""
    served = _served(stage)
    _show(stage, served, _passed(served))
    stage.over.append((served.form.duty.open_deed("wrong"), None))


def duty_slip(stage: Stage) -> None:
    """The chain with its slip."""
    served = _served(stage)
    _show(stage, served, _slipped(served))


def duty_answering(stage: Stage) -> None:
    """The slip's result."""
    served = _served(stage)
    _show(stage, served, _slipped(served))
    stage.over.append((served.form.duty.open_deed("answer"), None))


def duty_slip_preview(stage: Stage) -> None:
    """The slip on paper."""
    served = _served(stage)
    _show(stage, served, _slipped(served))
    stage.over.append((served.form.duty.open_preview(), None))


def duty_several(stage: Stage) -> None:
    """The slip for several departments."""
    stage.over.append((_served(stage, DutyScope.SEVERAL).form.duty.open_deed("several"), None))


def duty_ending(stage: Stage) -> None:
    """The notice that ends it."""
    served = _served(stage)
    _show(stage, served, _passed(served))
    stage.over.append((served.form.duty.open_deed("end"), None))


def asked_operator(stage: Stage) -> None:
    """A guard without an account was asked first."""
    form = _with_person(stage)
    form.field("first_asked").set_value(f"rank:{Rank.OPERATOR}")
    form.field("first_asked").changed.emit()
    form.field("first_asked_name").set_value(stage.estate.words["staff"][1])


SCENES: dict[str, Callable[[Stage], None]] = {
    "reception-register": register,
    "reception-record": record,
    "reception-new": new,
    "reception-new-person-search": person_search,
    "reception-new-household": household,
    "reception-new-stranger": stranger,
    "reception-new-refused": refused,
    "reception-new-answered": answered,
    "reception-saved-note": saved,
    "reception-new-asked-operator": asked_operator,
    "duty-unjudged": duty_unjudged,
    "duty-judged": duty_judged,
    "duty-handing-over": duty_handing_over,
    "duty-handing-over-refused": duty_consent,
    "duty-waiting": duty_waiting,
    "duty-accepting": duty_accepting,
    "duty-refusing": duty_refusing,
    "duty-wrong": duty_wrong,
    "duty-slip": duty_slip,
    "duty-answering": duty_answering,
    "duty-slip-preview": duty_slip_preview,
    "duty-several": duty_several,
    "duty-ending": duty_ending,
}
