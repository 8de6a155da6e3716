"""Small registers and forms that the screen tests share; they need no service."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from desk.i18n import EstateFormat, _
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.record_model import Column, Page
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.kit.result_list import Found, FoundGroup
from desk.ui.kit.text_field import TextField
from desk.ui.kit.theme import Tone
from desk.ui.shell.registers import Clerk, RegisterEntry

NOW = dt.datetime(2026, 11, 21, 6, 5, tzinfo=dt.UTC)
TAIPEI = EstateFormat.of("TW", "roc")
PAGE = 50


@dataclass(frozen=True)
class Visit:
    """A row and a record at once."""

    number: int
    who: str = "陳大文"
    room: str = "A座12樓B室"
    request: str = "水喉滲漏"
    channel: str = "phone"
    at: dt.datetime = NOW


def words() -> str:
    return _("New")


def title() -> str:
    return _("Search everything")


def nothing_yet() -> str:
    return _("Ready")


def channels() -> Sequence[Choice]:
    return [Choice("walk_in", _("Lock"), "walk_in"), Choice("phone", _("Language"), "phone")]


def number_of(visit: Visit) -> str:
    return f"R2026-{visit.number:06}"


def who_of(visit: Visit) -> str:
    return visit.who


def room_of(visit: Visit) -> str:
    return visit.room


def request_of(visit: Visit) -> str:
    return visit.request


def state_of(visit: Visit) -> Chip:
    return Chip(list(Tone)[visit.number % 4], _("Saved"))


def id_of(visit: Visit) -> int:
    return visit.number


COLUMNS: tuple[Column[Visit], ...] = (
    Column("number", words, number_of, 128, muted=True),
    Column("who", words, who_of, 150, strong=True, note=room_of),
    Column("request", words, request_of, stretch=True),
    Column("state", words, request_of, 112, chip=state_of),
)


class Book:
    """A register of any size that is made up while it is read, newest first."""

    def __init__(self, size: int) -> None:
        self.newest = size
        self.changed: dict[int, Visit] = {}
        self.asked: list[object | None] = []
        self.filters: list[Mapping[str, str]] = []
        self.saved: list[Visit] = []

    def visit(self, number: int) -> Visit:
        return self.changed.get(number) or Visit(number)

    def fetch(self, after: object | None) -> Page[Visit]:
        self.asked.append(after)
        top = self.newest if after is None else int(str(after)) - 1
        numbers = range(top, max(0, top - PAGE), -1)
        rows = [self.visit(number) for number in numbers]
        return Page(rows, numbers[-1] if numbers and numbers[-1] > 1 else None)

    def page(self, filters: Mapping[str, str], after: object | None) -> Page[Visit]:
        self.filters.append(filters)
        return self.fetch(after)

    def open(self, visit: Visit) -> QWidget:
        form = VisitForm(self)
        form.load(visit)
        return form

    def open_key(self, key: str) -> QWidget:
        return self.open(self.visit(int(key)))

    def empty(self) -> QWidget:
        form = VisitForm(self)
        form.load(Visit(0, request=""))
        return form

    def save(self, visit: Visit) -> Visit:
        kept = visit if visit.number else replace(visit, number=self.newest + 1)
        self.newest = max(self.newest, kept.number)
        self.changed[kept.number] = kept
        self.saved.append(kept)
        return kept


def same(row: Visit) -> Visit:
    return row


class VisitForm(RecordForm):
    """A form with one field of every kind."""

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        self.book = book
        super().__init__(parent)

    def heading(self) -> str:
        visit = self.value()
        return number_of(visit) if visit and visit.number else words()

    def subject(self) -> str:
        visit = self.value()
        return str(visit.number) if visit and visit.number else ""

    def build(self) -> None:
        self.add_section(title)
        self.add("channel", SegmentField(channels), words)
        self.add("at", MomentField(TAIPEI, now), words, span=1)
        self.add("room", LineField(20, placeholder=words), title, span=1)
        self.add("kind", ChoiceField(channels, nothing=words), words)
        self.add("request", TextField(200), title, required=True, hint=words)

    def show_value(self, value: Visit) -> None:
        self.field("channel").set_value(value.channel)
        self.field("at").set_value(value.at)
        self.field("room").set_value(value.room)
        self.field("request").set_value(value.request)

    def read(self) -> Visit:
        return replace(
            self.value(),
            channel=self.field("channel").value(),
            at=self.field("at").value(),
            room=self.field("room").value(),
            request=self.field("request").value(),
        )

    def save_value(self, value: Visit) -> Visit:
        return self.book.save(value)


def now() -> dt.datetime:
    return NOW


def visit_page(book: Book) -> RegisterPage[Visit]:
    return RegisterPage(
        RegisterPlan(
            title=title,
            columns=COLUMNS,
            fetch=book.page,
            row_id=id_of,
            empty=nothing_yet,
            open_record=book.open,
            open_key=book.open_key,
            new_record=book.empty,
            row_of=same,
            filters=(Filter("channel", words, channels),),
            export=book.filters.append,
        )
    )


class Deeds:
    """What the window asks of the program, answered from memory."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.allowed = {"read"}
        self.clerks = {"lee": Clerk("lee", "李小姐", "receptionist")}
        self.found = [
            FoundGroup("People", [Found("reception", "3", "陳大文", "A座12樓B室", icon="person")]),
            FoundGroup("Visits", [Found("reception", "2", "R2026-000002")]),
        ]

    def find(self, text: str) -> Sequence[FoundGroup]:
        self.asked.append(text)
        return self.found if text != "nobody" else []

    def sign_in(self, login: str, password: str) -> Clerk:
        return self.clerks.setdefault(login, Clerk(login, f"{login}先生", "supervisor"))

    def may(self, permission: str) -> bool:
        return permission in self.allowed

    def now(self) -> dt.datetime:
        return NOW


class Pages:
    """The factories of a small window."""

    def __init__(self, size: int = 120) -> None:
        self.book = Book(size)

    def visits(self) -> RegisterPage[Visit]:
        return visit_page(self.book)

    def entries(self) -> list[RegisterEntry]:
        return [
            RegisterEntry("reception", "reception", words, self.visits, count=three),
            RegisterEntry("complaint", "complaint", title, self.visits, opens=("sheet",)),
            RegisterEntry(
                "settings", "settings", title, self.visits, permission="manage", at_foot=True
            ),
        ]


def three() -> int:
    return 3
