"""What the screens of inspections and defects ask of the program, on the open desk."""

from collections.abc import Mapping

from desk.domain.defect import WAITS, Age, State
from desk.domain.inspection import said
from desk.i18n import language
from desk.services import defect, inspection
from desk.services.defect import Defect, DefectFilter, DefectRow
from desk.services.inspection import Inspection
from desk.services.paper import FormCode
from desk.services.workplace import Workplace
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.kit.desk_deeds import RecordDeeds
from desk.ui.kit.record_model import Page
from desk.ui.paper.deeds import PaperDeeds, PaperPlan

OVERDUE, WAITING = "overdue", "waiting"
_ITEM = "inspection_item"


class InspectionDeeds(RecordDeeds):
    """Bridges the screens to the services."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.paper = PaperDeeds(workplace)

    # Looking

    def defects(self, asked: Mapping[str, str], after: object | None) -> Page[DefectRow]:
        """A page of the register of defects."""
        key = after if isinstance(after, tuple) else None
        found = defect.page(self.workplace, filter_of(asked), key)
        return Page(found.rows, found.next_key)

    def ages(self, asked: Mapping[str, str]) -> Mapping[Age, int]:
        """How many of these are how old."""
        narrowed = {name: value for name, value in asked.items() if name != "age"}
        return defect.counts(self.workplace, filter_of(narrowed))

    def defect(self, key: int | str) -> Defect:
        """One defect by its id or number."""
        return defect.get(self.workplace, key)

    def inspection(self, key: int | str) -> Inspection:
        """One inspection by its id or number."""
        return inspection.get(self.workplace, key)

    def of_move_in(self, move_in_id: int) -> Inspection | None:
        """The inspection of a move-in."""
        with self.workplace.reading() as reader:
            return inspection.of_move_in(reader, move_in_id)

    def attachments(self, defect_id: int) -> AttachmentDeeds:
        """The photos of a re-inspection."""
        return AttachmentDeeds(self.workplace, defect.KIND, defect_id)

    def photos(self, item_id: int) -> AttachmentDeeds:
        """The photos of a part."""
        return AttachmentDeeds(self.workplace, _ITEM, item_id)

    def sheet(self, inspection_id: int) -> PaperPlan:
        """The sheet of an inspection."""
        return self.paper.of_record(FormCode.INSPECTION, inspection.KIND, inspection_id)

    def defect_list(self, inspection_id: int) -> PaperPlan:
        """The defects of a home, for the builder."""
        return self.paper.of_record(FormCode.DEFECT_LIST, inspection.KIND, inspection_id)


def filter_of(asked: Mapping[str, str]) -> DefectFilter:
    """What the register is narrowed to."""
    state, age = asked.get("state", ""), asked.get("age", "")
    states: tuple[State, ...] = ()
    if state in (WAITING, OVERDUE):
        states = WAITS
    elif state:
        states = (State(state),)
    return DefectFilter(
        states=states,
        age=Age(age) if age else None,
        overdue=state == OVERDUE,
        text=asked.get("text", ""),
    )


def place_words(row: DefectRow) -> str:
    """The room and the part, in the current language."""
    return f"{said(row.room, language())} · {said(row.part, language())}"
