"""The reference texts (R1, R45, R133, R176, R206): read at the desk, edited by the lead."""

from collections.abc import Hashable

from desk.domain import reference_text as rules
from desk.domain.reference_text import ReferenceEntry
from desk.i18n import _
from desk.services.reference_text import ReferenceRow
from desk.ui.guide import words
from desk.ui.guide.deeds import GuideDeeds
from desk.ui.guide.register import GuideForm
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.kit.text_field import TextField
from desk.wording import label


class ReferenceForm(GuideForm):
    """One text in the language of the screen."""

    def heading(self) -> str:
        """Its title."""
        known = self.value()
        return known.title if isinstance(known, ReferenceRow) else ""

    def subject(self) -> str:
        """Its code: a shipped text has no number yet."""
        known = self.value()
        return known.code if isinstance(known, ReferenceRow) else ""

    def build(self) -> None:
        """Title and text."""
        self.add_section()
        self.add("title", LineField(rules.TITLE_LIMIT), _title_words, required=True)
        self.add("body", TextField(rules.BODY_LIMIT, lines=18), _body_words, required=True)

    def show_value(self, value: ReferenceRow) -> None:
        """A text."""
        self._value = value
        self.field("title").set_value(value.title)
        self.field("body").set_value(value.body)
        self.follow_role()

    def read(self) -> ReferenceEntry:
        """What the fields say."""
        return ReferenceEntry(self.field("title").value(), self.field("body").value())

    def save_value(self, value: ReferenceEntry) -> ReferenceRow:
        """Written anew."""
        return self._deeds.save_text(self.value(), value)


class ReferencePage(RegisterPage[ReferenceRow]):
    """Every text, in the language of the screen."""

    def __init__(self, deeds: GuideDeeds) -> None:
        self._deeds = deeds
        super().__init__(
            RegisterPlan(
                title=words.texts,
                columns=(
                    Column("title", _title_words, _title, stretch=True, strong=True, note=_begin),
                    Column("kind", _kind_words, _kind, 168),
                ),
                fetch=deeds.texts,
                row_id=_code,
                empty=_empty,
                open_record=self._open_row,
                open_key=self._open_key,
                row_of=_same,
            )
        )

    def _open_row(self, row: ReferenceRow) -> ReferenceForm:
        return self._open_key(row.code)

    def _open_key(self, key: str) -> ReferenceForm:
        form = ReferenceForm(self._deeds)
        form.load(self._deeds.text(key))
        return form


def _code(row: ReferenceRow) -> Hashable:
    return row.code


def _same(saved: ReferenceRow) -> ReferenceRow:
    return saved


def _title(row: ReferenceRow) -> str:
    return row.title


def _begin(row: ReferenceRow) -> str:
    return " ".join(row.body.split())


def _kind(row: ReferenceRow) -> str:
    return label("reference_code", row.code)


def _title_words() -> str:
    return _("Title")


def _body_words() -> str:
    return _("Text")


def _kind_words() -> str:
    return _("Kind")


def _empty() -> str:
    return _("There are no reference texts.")
