"""What the print room's screens ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from desk.domain.document_control import DocumentEntry
from desk.domain.paper import FORMS, FormCode, Outcome
from desk.domain.permissions import Permission
from desk.domain.signed_paper import Home, is_noticed
from desk.errors import ReasonLike
from desk.i18n import EstateFormat
from desk.services import document_control, paper, print_log, signed_paper, signed_paper_find
from desk.services.attachment import MediaType
from desk.services.document_control import HeadRow
from desk.services.paper import Asked, Batch, Period
from desk.services.print_log import PrintDetail, PrintRow
from desk.services.signed_paper import PaperRow, SignedRow
from desk.services.signed_paper_find import Scanned
from desk.services.workplace import Workplace
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.record_model import Page
from desk.ui.paper.deeds import PaperDeeds, PaperPlan
from desk.ui.print_room import spans, words
from desk.wording import label, sentence

PDF = MediaType.PDF
_MOST_OUT = 100


class PrintRoomDeeds:
    """Thin: each method is one deed of the services."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace
        self.paper = PaperDeeds(workplace)

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

    # Papers

    def out(self, asked: Mapping[str, str], after: object | None) -> Page[PaperRow]:
        """The papers that are out, oldest first."""
        key = after if isinstance(after, tuple) else None
        found = signed_paper.out(self.workplace, asked.get("form"), key)
        return Page(found.rows, found.next_key)

    def out_count(self) -> int:
        """How many are out for more than a day, up to a hundred."""
        return signed_paper.out_count(self.workplace, _MOST_OUT)

    def unanswered(self, _asked: Mapping[str, str], after: object | None) -> Page[PaperRow]:
        """The prints nobody answered for, oldest first."""
        key = after if isinstance(after, tuple) else None
        found = signed_paper.unanswered(self.workplace, key)
        return Page(found.rows, found.next_key)

    def find(self, text: str) -> Scanned:
        """What a code is."""
        return signed_paper_find.find(self.workplace, text)

    def of_print(self, print_id: int) -> Scanned:
        """What a print is."""
        return signed_paper_find.of_print(self.workplace, print_id)

    def print_of(self, signed_id: int) -> int:
        """The print that a signed paper is."""
        return signed_paper.one(self.workplace, signed_id).print_id

    def place(self, kind: str, record_id: int) -> tuple[str, int]:
        """Where the record of a paper is read."""
        return signed_paper_find.place(self.workplace, kind, record_id)

    def shown_again(self, print_id: int) -> bytes:
        """The very pages of a past print."""
        return paper.shown_again(self.workplace, print_id)

    def reprint(self, row: PaperRow) -> PaperPlan:
        """The same form of the record, as it stands now."""
        form, title = FormCode(row.form), partial(words.form_words, row)
        return self.paper.of_record(form, row.kind, row.record_id or 0, title)

    # The log and the forms

    def log(self, asked: Mapping[str, str], after: object | None) -> Page[PrintRow]:
        """Every print, newest first, narrowed."""
        clerk, outcome = asked.get("clerk"), asked.get("outcome")
        wanted = print_log.PrintFilter(
            form=asked.get("form"),
            clerk_id=int(clerk) if clerk else None,
            outcome=Outcome(outcome) if outcome else None,
            first_day=spans.first_day(asked.get("days"), self.today()),
            number=asked.get("number", ""),
        )
        key = after if isinstance(after, tuple) else None
        found = print_log.page(self.workplace, wanted, key)
        return Page(found.rows, found.next_key)

    def clerks(self) -> Sequence[Choice]:
        """Everybody who has printed."""
        return [Choice(str(key), name) for key, name in print_log.clerks(self.workplace)]

    def detail(self, print_id: int) -> PrintDetail | None:
        """What stood on a print, for whoever may print."""
        if not self.may(Permission.PRINT):
            return None
        return print_log.get(self.workplace, print_id)

    def heads(self, asked: Mapping[str, str], _after: object | None) -> Page[HeadRow]:
        """Every form with its document head; those that are signed, or those of a period."""
        rows = document_control.every(self.workplace)
        match asked.get("kind"):
            case "signed":
                rows = tuple(one for one in rows if FORMS[one.form].comes_home)
            case "register":
                rows = tuple(one for one in rows if FORMS[one.form].register)
        return Page(rows)

    def head(self, form: str) -> HeadRow:
        """The head of one form."""
        return document_control.of_form(self.workplace, form)

    def keep_head(self, row: HeadRow, entry: DocumentEntry) -> HeadRow:
        """The head of a form, from now on."""
        return document_control.keep(self.workplace, row.form, row.version, entry)

    def print_blanks(self, asked: Asked, path: Path, step: Callable[[int, int], None]) -> None:
        """The blank of every form in one file."""
        paper.print_blanks(self.workplace, asked, file=path, step=step)

    def is_batched(self, form: str) -> bool:
        """Whether a form is printed of all records of a period in one go."""
        return form in paper.BATCHED

    def records_of(self, form: str, since: dt.date, until: dt.date) -> tuple[int, ...]:
        """The records of a form in these days."""
        return paper.records_of(self.workplace, form, Period(since, until))

    def print_many(
        self,
        form: str,
        ids: Sequence[int],
        asked: Asked,
        path: Path,
        step: Callable[[int, int], None],
    ) -> Batch:
        """One form of many records in one file; what cannot be printed is left out."""
        return paper.print_batch(self.workplace, form, ids, asked, file=path, skip=True, step=step)

    def paper_language(self) -> str:
        """The language that papers of this estate are in unless told."""
        return self.paper.blank(FormCode.COMPLAINT_SHEET).language

    # Deeds

    def take_home(
        self, row: PaperRow, home: Home, scans: Sequence[Path], *, knowingly: bool
    ) -> SignedRow:
        """The signed paper is back."""
        return signed_paper.take_home(
            self.workplace, row.id, row.version, home, scans, knowingly=knowingly
        )

    def will_tick(self, row: PaperRow) -> str:
        """In words, what it will tick in its record; "" for nothing."""
        code = signed_paper.will_tick(self.workplace, row)
        return label("ticked", code) if code else ""

    def why_not_take_home(self, found: Scanned) -> str:
        """Why it is not taken home, "" where it is."""
        if found.paper is None:
            return sentence(f"scanned.{found.standing}", {"number": found.number})
        knowingly = is_noticed(found.standing)
        return _words(
            signed_paper.why_not_take_home(self.workplace, found.paper, knowingly=knowingly)
        )

    def withdraw(self, row: SignedRow, why: str) -> SignedRow:
        """It was taken home by mistake."""
        return signed_paper.withdraw(self.workplace, row.id, row.version, why)

    def answer(self, row: PaperRow, came_out: bool) -> None:
        """Whether it came out."""
        paper.answer(self.workplace, row.id, came_out)

    def let_go(self, row: PaperRow, why: str) -> None:
        """Nobody waits for it any more."""
        paper.let_go(self.workplace, row.id, why)

    def may(self, permission: Permission) -> bool:
        """Whether the clerk at the desk may."""
        return self.workplace.allows(permission)

    def why_not(self, permission: Permission) -> str:
        """Why not, "" where she may."""
        return _words(self.workplace.missing(permission))

    def scans(self, signed_id: int) -> AttachmentDeeds:
        """The scans and photos of a signed paper."""
        return AttachmentDeeds(self.workplace, signed_paper.KIND, signed_id)


def signed_forms() -> Sequence[Choice]:
    """The forms that are signed and brought back."""
    return [Choice(one, label("form", one)) for one in FORMS if FORMS[one].comes_home]


def every_form() -> Sequence[Choice]:
    """Every form."""
    return [Choice(one, label("form", one)) for one in FORMS]


def _words(reasons: Sequence[ReasonLike]) -> str:
    return " ".join(sentence(one.code, one.parameters) for one in reasons)
