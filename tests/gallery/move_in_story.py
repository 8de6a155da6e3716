"""Scenes of one move-in, from the empty flat to the filed case."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from desk.domain.inspection import InspectionEntry, Mark, Signer, Verdict
from desk.domain.key_receipt import LineEntry, ReceiptEntry, SignEntry
from desk.domain.meter import MeterKind, ReadingEntry
from desk.domain.move_in import DocumentEntry, FeeEntry, FeeKind, ListedEntry, MoveInEntry
from desk.domain.permissions import Permission
from desk.domain.signed_paper import Home
from desk.services import (
    household,
    inspection,
    inspection_signed,
    key_receipt,
    meter,
    move_in,
    move_in_document,
    move_in_fee,
    move_in_filing,
    move_in_keys,
    move_in_listed,
    move_in_signed,
)
from desk.services.move_in import MoveIn
from desk.services.move_in_fee import PaidEntry
from desk.ui.estate.household_view import FILE
from desk.ui.estate.page import EstatePage
from desk.ui.inspection.dialog import show_inspection
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.move_in.cases_page import CasesPage
from desk.ui.move_in.form import CaseForm
from desk.ui.move_in.page import MoveInPage
from desk.ui.move_in.record import CaseRecord
from desk.wording import label
from tests.conftest import PASSWORD
from tests.gallery.office import moved_in, office_of
from tests.gallery.stage import Stage
from tests.journeys.case_office import CLERK, LEAD

Scene = Callable[[Stage], None]

_SAID = {
    "zh_Hant": {"builder": "新城發展有限公司", "contact": "林工程師", "keys": "大門"},
    "zh_Hans": {"builder": "新城置业有限公司", "contact": "林工程师", "keys": "入户门"},
}
_METERS = (
    ReadingEntry(MeterKind.WATER, "W-1201", Decimal("12.5")),
    ReadingEntry(MeterKind.ELECTRICITY, "E-1201", Decimal(103)),
    ReadingEntry(MeterKind.GAS, "G-1201", Decimal(7)),
)


class Story:
    """The office and its case, played by its deeds until one of `STEPS` is done."""

    def __init__(self, stage: Stage, until: str = "") -> None:
        self.stage, self.office = stage, office_of(stage)
        self.said: Mapping[str, str] = _SAID[stage.language]
        self.estate = moved_in(stage, self.office)
        self.desk = self.estate.enter(CLERK)
        try:
            self.unit = household.units(self.desk).rows[0]
            self.owner = household.household(self.desk, self.unit.id).residents[0]
            for name, step in STEPS.items():
                if not until:
                    break
                step(self)
                if name == until:
                    break
        finally:
            self.desk.close()

    # Steps

    def written(self) -> None:
        """Room, name and phone are known."""
        phone = self.owner.phones[0]
        entry = MoveInEntry(self.unit.id, name=self.owner.name, phone=phone, moved_on=self._today())
        self.case = move_in.write(self.desk, entry)

    def checked(self) -> None:
        """Every paper is there, seen, copied and genuine."""
        day = self._today()
        wanted = (one.wanted for one in self.case.documents)
        found = [
            DocumentEntry(one.rule.code, one.person_id, day, True, True, True) for one in wanted
        ]
        self._do(move_in_document.take, found)

    def walked(self) -> None:
        """Half of the home is gone through."""
        words = self.said
        entry = InspectionEntry(
            builder=words["builder"],
            contact=words["contact"],
            owner=self.owner.name,
            staff=self.desk.actor.name,
            held_on=self._today(),
        )
        key = self.case.detail.id
        self.home = inspection.begin(self.desk, self.unit.id, entry, move_in_id=key)
        items = self.home.items
        self._judge(items[: len(items) // 2])

    def inspected(self) -> None:
        """The rest passes too; the meters are read, the sheet is signed."""
        self._judge(self.home.items)
        detail = self.home.detail
        self.home = meter.write(self.desk, detail.id, detail.version, _METERS)
        detail = self.home.detail
        self.home = inspection.finish(self.desk, detail.id, detail.version)
        names = {Signer.BUILDER: self.said["contact"], Signer.OWNER: self.owner.name}
        for signer in Signer:
            detail = self.home.detail
            by = names.get(signer, self.desk.actor.name)
            self.home = inspection_signed.sign(
                self.desk, detail.id, detail.version, signer, by, self._today()
            )
        self._again()

    def signed(self) -> None:
        """Registration and agreements come home signed, what goes along is handed over."""
        with self.desk.deed(Permission.REGISTER) as work:
            home = Home(self._today(), self.owner.name)
            move_in_signed.registration_home(work, self.case.detail.id, home)
            work.commit()
        self._again()
        self._do(move_in_listed.sign, [self._listed(one) for one in self.case.agreements])
        self._do(move_in_listed.hand_over, [self._listed(one) for one in self.case.materials])

    def charged(self) -> None:
        """The first month."""
        fee = FeeEntry(FeeKind.PROPERTY, label("fee_kind", "property"), Decimal(1280))
        self._do(move_in_fee.add, (fee,))

    def paid(self) -> None:
        """A colleague looked, the money is in."""
        self._do(move_in_fee.look, by=(LEAD, PASSWORD))
        self._do(move_in_fee.receive, PaidEntry())

    def handed_over(self) -> None:
        """The keys, on a receipt."""
        line = LineEntry(what=self.said["keys"], keys=3)
        self._do(move_in_keys.hand_over, ReceiptEntry(self.desk.now(), lines=(line,)))
        row = key_receipt.get(self.desk, self.case.keys[-1].receipt_id)
        entry = SignEntry(self.owner.name, self._today())
        key_receipt.sign(self.desk, row.id, row.version, entry)
        self._again()

    def filed(self) -> None:
        """Nothing is missing."""
        self._do(move_in_filing.file, self.office.people[LEAD])

    # What a scene needs

    def page(self, login: str = CLERK) -> CasesPage:
        """The cases in the window."""
        page = self.stage.page("move_in", login)
        assert isinstance(page, MoveInPage)
        section = page.section()
        assert isinstance(section, CasesPage)
        return section

    def record(self, login: str = CLERK) -> CaseRecord:
        """The case in the window."""
        page = self.page(login)
        record = page.open_key(self.case.detail.number)
        assert isinstance(record, CaseRecord)
        page.table.choose(self.case.detail.id)
        self.stage.settle()
        return record

    def _do(self, deed: Callable[..., MoveIn], *given: Any, **told: Any) -> None:
        detail = self.case.detail
        self.case = deed(self.desk, detail.id, detail.version, *given, **told)

    def _again(self) -> None:
        self.case = move_in.get(self.desk, self.case.detail.id)

    def _judge(self, items: Any) -> None:
        marks = [Mark(one.id, Verdict.PASS) for one in items]
        detail = self.home.detail
        self.home = inspection.judge(self.desk, detail.id, detail.version, marks)
        self._again()

    def _listed(self, one: Any) -> ListedEntry:
        return ListedEntry(one.paper.code, self._today(), self.owner.name)

    def _today(self) -> Any:
        return self.desk.estate.custom.day(self.desk.now())


STEPS: Mapping[str, Callable[[Story], None]] = {
    "written": Story.written,
    "checked": Story.checked,
    "walked": Story.walked,
    "inspected": Story.inspected,
    "signed": Story.signed,
    "charged": Story.charged,
    "paid": Story.paid,
    "handed over": Story.handed_over,
    "filed": Story.filed,
}


def empty(stage: Stage) -> None:
    """The owner stands at the counter: a case from the room, nothing typed twice."""
    story = Story(stage)
    page = story.page()
    form = page.start_new()
    assert isinstance(form, CaseForm)
    found = page._deeds.find_people(story.owner.name)
    person = next(one for group in found for one in group.items if one.kind == "resident")
    form.room._picked(person)
    form._show_around()
    stage.settle()


def deed(until: str, code: str, **typed: Any) -> Scene:
    """The dialog of a deed, as it is filled."""

    def scene(stage: Stage) -> None:
        """What a deed of the case asks for."""
        story = Story(stage, until)
        record = story.record()
        act = record.bar.act(code)
        assert act is not None
        dialog = record.run(act)
        if dialog is None:
            dialog = record.window().findChild(DeedDialog)
        assert isinstance(dialog, DeedDialog)
        for key, value in typed.items():
            dialog.field(key).set_value(value)
        stage.cover(dialog)

    return scene


def walking(stage: Stage) -> None:
    """Half of the home is gone through."""
    story = Story(stage, "walked")
    page = stage.page("move_in", CLERK)
    assert isinstance(page, MoveInPage)
    section = page.show_section("defect")
    stage.settle()
    deeds = section._deeds
    stage.over.append(
        (show_inspection(deeds, section, deeds.inspection(story.home.detail.id)), None)
    )
    stage.settle()


def shown(until: str) -> Scene:
    """The case as it stands."""

    def scene(stage: Stage) -> None:
        """The case as it stands."""
        Story(stage, until).record()

    return scene


def at_home(stage: Stage) -> None:
    """The household's file afterwards."""
    story = Story(stage, "filed")
    page = stage.page("estate", CLERK)
    assert isinstance(page, EstatePage)
    page.open_key(f"resident:{story.owner.id}")
    page.table.choose(story.unit.id)
    page.do(FILE, None)
    stage.settle()


_SCENES: Mapping[str, Scene] = {
    "empty": empty,
    "what-is-missing": shown("written"),
    "papers": deed("written", "documents"),
    "inspection": walking,
    "half-done": shown("inspected"),
    "second-look": deed("charged", "look"),
    "keys": deed("paid", "hand_keys"),
    "nothing-missing": shown("handed over"),
    "filing": deed("handed over", "file"),
    "filed": shown("filed"),
    "at-home": at_home,
}
SCENES: dict[str, Scene] = {
    f"moving-in-{place:02}-{name}": scene for place, (name, scene) in enumerate(_SCENES.items(), 1)
}
