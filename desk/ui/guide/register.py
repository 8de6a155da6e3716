"""A section of the guide as a register: the list with its line of words, one entry beside it."""

from collections.abc import Hashable
from typing import Any, ClassVar

from desk.i18n import _
from desk.ui.guide import words
from desk.ui.guide.deeds import GuideDeeds
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.record_model import Row
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.kit.words_line import WordsLine


class GuideLine(WordsLine):
    """Words within a section."""

    def retranslate(self) -> None:
        """Name and placeholder."""
        super().retranslate()
        self.setPlaceholderText(_("Words or phone"))
        self.setAccessibleName(_("Find in the guide") + " F7")


class SearchedRegister(WordedRegister[Row]):
    """A section that is narrowed by words."""

    LINE = GuideLine
    WIDTH = 260


class EntryRegister(RegisterPage[Row]):
    """A section whose rows are opened in a `FORM` of theirs, and begun by whom the role allows."""

    FORM: ClassVar[type["GuideForm"]]
    _deeds: GuideDeeds

    def read_entry(self, key: int) -> Row:
        """The entry of a key; NotFound where there is none."""
        raise NotImplementedError

    def entries(self, **told: Any) -> RegisterPlan[Row]:
        """The plan of the section; `told` is what it has of its own."""
        return RegisterPlan(
            row_id=id_of,
            open_record=self._open_row,
            open_key=self._open_key,
            new_record=None if self._deeds.why_not_edit() else self._new,
            row_of=same,
            **told,
        )

    def _open_row(self, row: Any) -> "GuideForm":
        return self._form(self.read_entry(row.id))

    def _open_key(self, key: str) -> "GuideForm":
        return self._form(self.read_entry(int(key)))

    def _new(self) -> "GuideForm":
        return self._form(None)

    def _form(self, value: Row | None) -> "GuideForm":
        form = self.FORM(self._deeds)
        form.load(value)
        return form


class GuideForm(RecordForm):
    """An entry of the guide: read by everybody, changed by whom the role allows."""

    def __init__(self, deeds: GuideDeeds) -> None:
        self._deeds = deeds
        super().__init__()

    def subject(self) -> str:
        """The key of what is being changed."""
        known: Any = self.value()
        return str(getattr(known, "id", "") or "")

    def follow_role(self) -> None:
        """Whoever may not change it reads it."""
        self.set_read_only(bool(self._deeds.why_not_edit()))


def state_filter() -> Filter:
    """In force at first; what has ended is a choice away."""
    return Filter("state", words.state, words.state_choices, start="active")


def id_of(row: Any) -> Hashable:
    """The key of a row."""
    return int(row.id)


def same(saved: Any) -> Any:
    """What a form saved is the row already."""
    return saved
