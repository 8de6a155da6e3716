"""Every form: its clauses and papers, its document control head (R224), and the blank one."""

from collections.abc import Hashable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.domain import document_control as rules
from desk.domain.document_control import DocumentEntry
from desk.domain.paper import FORMS, FormCode
from desk.domain.permissions import Permission
from desk.errors import DeskError
from desk.i18n import _
from desk.services.document_control import HeadRow
from desk.services.paper import Asked
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.day_field import DayField
from desk.ui.kit.field_grid import THIRD
from desk.ui.kit.file_choice import choose_to_save
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.line_field import LineField
from desk.ui.kit.notify import fault_words, say, tell
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.kit.tasks import Progress, tasks_of
from desk.ui.paper.preview import Preview
from desk.ui.print_room import words
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.ui.print_room.many_forms import ManyForms, many_words
from desk.wording import label

_NAMES = ("prepared_by", "reviewed_by", "approved_by")


class HeadForm(RecordForm):
    """One form: what it is by its clauses, its document head, its blank.

    `many_wanted` asks for those of a period in one file.
    """

    many_wanted = Signal(str)

    def __init__(self, deeds: PrintRoomDeeds) -> None:
        self._deeds = deeds
        super().__init__()

    def heading(self) -> str:
        """The form's name."""
        row: HeadRow | None = self.value()
        return label("form", row.form) if row else ""

    def subject(self) -> str:
        """The form's code."""
        row: HeadRow | None = self.value()
        return row.form if row else ""

    def build(self) -> None:
        """What it is, the blank, then the head."""
        self._about = plain_label(role="muted")
        self._about.setWordWrap(True)
        self.add_widget(self._about)
        self.blank_button = KeyButton(_blank_words, kind="quiet", sign="print")
        self.blank_button.clicked.connect(self.print_blank)
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        self.many_button = KeyButton(many_words, kind="quiet", sign="document")
        self.many_button.clicked.connect(self._many_clicked)
        box.addWidget(self.blank_button)
        box.addWidget(self.many_button)
        box.addStretch()
        self.add_widget(line)
        self.add_section(_head_words)
        self.add("number", LineField(rules.NUMBER_LIMIT), _number_words, span=THIRD)
        self.add("edition", LineField(rules.EDITION_LIMIT), _edition_words, span=THIRD)
        self.add("revision", LineField(rules.REVISION_LIMIT), _revision_words, span=THIRD)
        day = DayField(self._deeds.custom, self._deeds.today)
        self.add("effective_on", day, _effective_words, span=THIRD)
        for key, said in zip(
            _NAMES, (_prepared_words, _reviewed_words, _approved_words), strict=True
        ):
            self.add(key, LineField(rules.NAME_LIMIT), said, span=THIRD)

    def show_value(self, value: HeadRow) -> None:
        """The head as it is kept."""
        self._value = value
        for key in ("number", "edition", "revision", "effective_on", *_NAMES):
            self.field(key).set_value(getattr(value, key))
        self.set_read_only(bool(self._deeds.why_not(Permission.EDIT_POLICY)))
        self._show_words()

    def read(self) -> DocumentEntry:
        """What the fields say."""
        texts = ("number", "edition", "revision", *_NAMES)
        told = {key: self.field(key).value() for key in texts}
        return DocumentEntry(**told, effective_on=self.field("effective_on").value())

    def save_value(self, value: DocumentEntry) -> HeadRow:
        """The head, kept for every print from now on."""
        return self._deeds.keep_head(self.value(), value)

    def retranslate(self) -> None:
        """What the form is, in the current language."""
        super().retranslate()
        self._show_words()

    def print_blank(self) -> Preview:
        """The blank, looked at and printed."""
        preview = Preview(
            self._deeds.paper.blank(FormCode(self.subject())),
            self._deeds.paper,
            parent=self.window(),
        )
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.open()
        return preview

    def _show_words(self) -> None:
        row: HeadRow | None = self.value()
        if row is None:
            return
        facts = FORMS[row.form]
        said = [_clauses(row), _papers(row)]
        said += [_("Signed and brought back")] if facts.comes_home else []
        self._about.setText("\n".join(said))
        why_not = self._deeds.why_not(Permission.PRINT)
        self.blank_button.shut(why_not)
        self.many_button.shut(why_not)
        self.many_button.setVisible(self._deeds.is_batched(row.form))

    def _many_clicked(self) -> None:
        self.many_wanted.emit(self.subject())


class FormsPage(RegisterPage[HeadRow]):
    """Every form there is. `started` carries the task of the blanks, to be followed."""

    started = Signal(object)

    def __init__(self, deeds: PrintRoomDeeds) -> None:
        self._deeds = deeds
        super().__init__(
            RegisterPlan(
                title=words.forms,
                columns=(
                    Column("form", words.form, _form, stretch=True, strong=True, note=_clauses),
                    Column("papers", _papers_words, _papers, 290, muted=True),
                    Column("number", _number_words, _number, 120, note=_edition),
                ),
                fetch=deeds.heads,
                row_id=_key,
                empty=_nothing,
                open_record=self._form_of,
                open_key=self._form_of_key,
                row_of=_same,
                filters=(Filter("kind", _kind_words, _kinds),),
            )
        )
        self.blanks_button.shut(deeds.why_not(Permission.PRINT))
        self.many = ManyForms(deeds, self)
        self.many.started.connect(self.started)

    def save_blanks(self) -> None:
        """Ask for a file, and write the blank of every form into it."""
        path = choose_to_save(self, _all_words(), f"{_all_words()}.pdf", "PDF (*.pdf)")
        if path is not None:
            self.write_blanks(path)

    def write_blanks(self, path: Path) -> None:
        """In the background, with progress."""
        asked = Asked(self._deeds.paper_language())
        task = tasks_of(self).run(
            partial(self._work, asked, path), done=self._done, failed=self._failed
        )
        self.started.emit(task)

    def _work(self, asked: Asked, path: Path, progress: Progress) -> str:
        self._deeds.print_blanks(asked, path, partial(_step, progress))
        return path.name

    def _done(self, name: object) -> None:
        say(self, _("Saved as {file}.").format(file=name))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        tell(self, fault_words(error))

    def _make_filters(self) -> QHBoxLayout:
        row = super()._make_filters()
        self.blanks_button = KeyButton(_all_words, kind="quiet", sign="document")
        self.blanks_button.clicked.connect(self.save_blanks)
        row.insertWidget(0, self.blanks_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _form_of(self, row: HeadRow) -> HeadForm:
        form = HeadForm(self._deeds)
        form.many_wanted.connect(self.many.ask)
        form.load(row)
        return form

    def _form_of_key(self, key: str) -> HeadForm:
        return self._form_of(self._deeds.head(key))


def _kinds() -> list[Choice]:
    return [Choice("signed", _("Signed and brought back")), Choice("register", _("Of a period"))]


def _kind_words() -> str:
    return _("Kind of form")


def _step(progress: Progress, done: int, total: int) -> None:
    progress.step(done, total, _("Blank forms"))


def _key(row: HeadRow) -> Hashable:
    return row.form


def _same(saved: Any) -> HeadRow | None:
    return saved if isinstance(saved, HeadRow) else None


def _form(row: HeadRow) -> str:
    return label("form", row.form)


def _clauses(row: HeadRow) -> str:
    return " ".join(FORMS[row.form].clauses)


def _papers(row: HeadRow) -> str:
    return " · ".join(label("paper_code", one) for one in FORMS[row.form].papers)


def _number(row: HeadRow) -> str:
    return row.number


def _edition(row: HeadRow) -> str:
    return " / ".join(filter(None, (row.edition, row.revision)))


def _nothing() -> str:
    return _("There are no forms.")


def _papers_words() -> str:
    return _("Paper")


def _blank_words() -> str:
    return _("Print blank")


def _all_words() -> str:
    return _("All blank forms in one file")


def _head_words() -> str:
    return _("Document control head")


def _number_words() -> str:
    return _("Document number")


def _edition_words() -> str:
    return _("Edition")


def _revision_words() -> str:
    return _("Revision")


def _effective_words() -> str:
    return _("Effective from")


def _prepared_words() -> str:
    return _("Prepared by")


def _reviewed_words() -> str:
    return _("Reviewed by")


def _approved_words() -> str:
    return _("Approved by")
