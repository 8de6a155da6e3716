"""What the print room's screens ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from desk.domain.paper import FORMS, FormCode
from desk.domain.permissions import Permission
from desk.domain.signed_paper import Home, is_noticed
from desk.errors import ReasonLike
from desk.i18n import EstateFormat
from desk.services import paper, signed_paper, signed_paper_find
from desk.services.attachment import MediaType
from desk.services.signed_paper import PaperRow, SignedRow
from desk.services.signed_paper_find import Scanned
from desk.services.workplace import Workplace
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.record_model import Page
from desk.ui.paper.deeds import PaperDeeds, PaperPlan
from desk.ui.print_room import words
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


def _words(reasons: Sequence[ReasonLike]) -> str:
    return " ".join(sentence(one.code, one.parameters) for one in reasons)
