"""The policy section: the versions at the left, the chosen one in words at the right."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.i18n import _, ngettext
from desk.services.complaint_recompute import WHY_LIMIT, Recomputed
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.faults import fault_words
from desk.ui.kit.notify import say
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.kit.text_field import TextField
from desk.ui.kit.theme import Tone
from desk.ui.policy.deeds import PolicyDeeds, PolicyRow
from desk.ui.policy.editor import PolicyEditor
from desk.ui.policy.reading import PolicyReading
from desk.ui.policy.versions import key_of, note_of, state_of, title_of
from desk.ui.policy.words import policy_words
from desk.ui.policy.working import Copy

_LIST = 420
_COPY = "copy:"


class PolicyPage(RegisterPage[PolicyRow]):
    """Everybody may read; a copy is edited over the whole width."""

    def __init__(self, deeds: PolicyDeeds) -> None:
        self._deeds = deeds
        may_edit = not deeds.why_not_edit()
        super().__init__(
            RegisterPlan(
                title=policy_words,
                columns=(
                    Column("title", _version_words, title_of, stretch=True, strong=True,
                           note=self._note),
                    Column("state", _state_words, self._state_text, 148, chip=self._state),
                ),
                fetch=deeds.page,
                row_id=key_of,
                empty=_empty_words,
                open_record=self._open_row,
                open_key=self._open_key,
                new_record=self._new if may_edit else None,
                new_words=_new_words,
            )
        )  # fmt: skip

    def shown(self) -> None:
        """What holds today is open at once, where there is room for both."""
        super().shown()
        if self.panel.content() is None and self._list.isVisibleTo(self):
            self.open_version(self._deeds.in_force())

    def open_version(self, key: str) -> None:
        """Read a version or a profile."""
        self.table.choose(key)
        self.show_record(self._reading(self._deeds.row(key)))

    def show_record(self, widget: QWidget) -> bool:
        """Open a version or a copy."""
        if isinstance(widget, PolicyReading):
            widget.copy_wanted.connect(self._edit)
            widget.recompute_wanted.connect(self.ask_to_recompute)
        return super().show_record(widget)

    def ask_to_recompute(self) -> None:
        """A deed of its own, with its reason; never done by itself."""
        dialog = DeedDialog(
            DeedPlan(
                title=_recompute_words,
                button=_recompute_words,
                asked=(Asked("why", _why_field, _why_words, required=True),),
                do=self._recompute,
                lead=_recompute_note,
            ),
            self,
        )
        dialog.deed_done.connect(self._recomputed)
        dialog.open()

    # Parts

    def _open_row(self, row: PolicyRow) -> QWidget:
        return self._reading(row)

    def _open_key(self, key: str) -> QWidget:
        if key.startswith(_COPY):
            return self._editor(key.removeprefix(_COPY))
        return self._reading(self._deeds.row(key))

    def _new(self) -> QWidget:
        return self._editor(str(self._deeds.newest().number))

    def _edit(self, key: str) -> None:
        try:
            self.show_record(self._editor(key))
        except DeskError as fault:
            say(self, fault_words(fault), Tone.OVERDUE)

    def _editor(self, key: str) -> PolicyEditor:
        return PolicyEditor(self._deeds, self._deeds.copy(key))

    def _reading(self, row: PolicyRow) -> PolicyReading:
        return PolicyReading(self._deeds, row)

    def _record_saved(self, answer: object) -> None:
        super()._record_saved(answer)
        if isinstance(answer, Copy):
            self.open_version(answer.key)

    def _recompute(self, values: Mapping[str, Any]) -> Recomputed:
        return self._deeds.recompute(values["why"])

    def _recomputed(self, done: Recomputed) -> None:
        words = ngettext(
            "{count} open case now stands under version {number}.",
            "{count} open cases now stand under version {number}.",
            done.cases,
        )
        say(self, words.format(count=done.cases, number=done.number))

    def _share_width(self) -> None:
        is_opened = self.panel.content() is not None and not self._was_open
        super()._share_width()
        is_editing = isinstance(self.panel.content(), PolicyEditor)
        self._list.setVisible(self._list.isVisibleTo(self) and not is_editing)
        if is_opened:
            self._splitter.setSizes([_LIST, self.width() - _LIST])

    def _note(self, row: PolicyRow) -> str:
        return note_of(row, self._deeds.custom)

    def _state(self, row: PolicyRow) -> Any:
        return state_of(row, self._deeds.custom)

    def _state_text(self, row: PolicyRow) -> str:
        chip = self._state(row)
        return chip.text if chip else ""


def _why_field() -> QWidget:
    return TextField(WHY_LIMIT)


def _why_words() -> str:
    return _("Why")


def _recompute_words() -> str:
    return _("Compute open cases anew")


def _recompute_note() -> str:
    return _(
        "Every open case is put under the policy and the calendar of today, and its due times are"
        " computed anew. Each case keeps a note of it with your reason."
    )


def _version_words() -> str:
    return _("Version")


def _state_words() -> str:
    return _("State")


def _new_words() -> str:
    return _("New version")


def _empty_words() -> str:
    return _("There is no version yet.")
