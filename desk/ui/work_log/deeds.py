"""What the work log's screens ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Mapping, Sequence

from desk.domain.work_log import Kind, State, WorkLogEntry
from desk.i18n import EstateFormat
from desk.services import reception, work_log
from desk.services.work_log import WorkLogFilter, WorkLogRow
from desk.services.workplace import Workplace
from desk.ui.kit.person_field import PickedPerson
from desk.ui.kit.record_model import Page
from desk.ui.kit.search_line import Find
from desk.wording import reasons_words


class WorkLogDeeds:
    """Bridges the screens to the services; `find_people` answers the field of a household."""

    def __init__(self, workplace: Workplace, find_people: Find) -> None:
        self.workplace = workplace
        self.find_people = find_people

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self.workplace.estate.custom

    def now(self) -> dt.datetime:
        """The present."""
        return self.workplace.now()

    def today(self) -> dt.date:
        """The estate's day."""
        return self.custom.day(self.now())

    def name(self) -> str:
        """Who is at the desk."""
        return self.workplace.actor.name

    def kinds(self) -> Sequence[Kind]:
        """What the clerk at the desk may write down."""
        return work_log.kinds_for(self.workplace)

    def page(self, asked: Mapping[str, str], after: object | None) -> Page[WorkLogRow]:
        """A page of the register, narrowed as the filters and the line of words say."""
        kind, state = asked.get("kind"), asked.get("state")
        wanted = WorkLogFilter(
            kind=Kind(kind) if kind else None,
            state=State(state) if state else None,
            text=asked.get("text", ""),
        )
        key = after if isinstance(after, tuple) else None
        found = work_log.page(self.workplace, wanted, key)
        return Page(found.rows, found.next_key)

    def get(self, key: int | str) -> WorkLogRow:
        """One entry by its id or number."""
        return work_log.get(self.workplace, key)

    def save(self, known: WorkLogRow | None, entry: WorkLogEntry) -> WorkLogRow:
        """Write down what is new, correct what is known."""
        if known is None:
            return work_log.register(self.workplace, entry)
        return work_log.change(self.workplace, known.id, known.version, entry)

    def submit(self, known: WorkLogRow, to: str) -> WorkLogRow:
        """Hand it in."""
        return work_log.submit(self.workplace, known.id, known.version, to)

    def give_back(self, known: WorkLogRow, remark: str) -> WorkLogRow:
        """Sign it and give it back."""
        return work_log.give_back(self.workplace, known.id, known.version, remark)

    def void(self, known: WorkLogRow, why: str) -> WorkLogRow:
        """Declare it void."""
        return work_log.void(self.workplace, known.id, known.version, why)

    def why_not(self, deed: str, known: WorkLogRow) -> str:
        """Why a deed is shut, in words; "" where it is open."""
        asked = {
            "submit": work_log.submit_reasons,
            "give_back": work_log.give_back_reasons,
            "void": work_log.void_reasons,
        }
        return reasons_words(asked[deed](self.workplace, known))

    def unit_of(self, person: PickedPerson | None) -> int | None:
        """The unit of whoever was picked."""
        if person is None:
            return None
        if person.kind == "resident":
            return reception.unit_of_resident(self.workplace, int(person.key))
        return int(person.key)
