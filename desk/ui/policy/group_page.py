"""One group of rules: their table, and the chosen rule open for editing beside it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desk.domain.move_in_rule import listed_paper, tenant_document
from desk.domain.policy import CloseRule, Condition
from desk.errors import ReasonLike
from desk.i18n import _
from desk.services import policy as policies
from desk.services.policy_changes import title_of
from desk.ui.kit.choice_field import Choice, ChoiceField
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.record_model import Page
from desk.ui.kit.record_table import RecordTable
from desk.ui.policy.editor_frame import NARROW
from desk.ui.policy.groups import CELLS
from desk.ui.policy.inspector import Inspector
from desk.ui.policy.lines import RuleRow, line_of, source_words
from desk.ui.policy.rule_columns import code_of, columns, rule_words
from desk.ui.policy.words import section_words
from desk.ui.policy.working import Working
from desk.wording import reasons_words

Placed = Mapping[str, Sequence[ReasonLike]]  # by the rule's code; "" is the group itself

_AT_FIRST: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {"documents": tenant_document, "agreements": listed_paper, "materials": listed_paper}
)  # whose list the estate lengthens (R31, R33, R41)
_ALONE = frozenset({"severities", "posts"})  # their rules cannot be left out
_LIST, _INSPECTOR = 660, 500


class GroupPage(QWidget):
    """Edits go into the copy at once; `working.changed` brings everybody up to date."""

    def __init__(self, working: Working, section: str) -> None:
        super().__init__()
        self.section, self._working = section, working
        self._refused: dict[str, tuple[ReasonLike, ...]] = {}
        self._refusal = plain_label(role="refusal")
        self._refusal.setWordWrap(True)
        self._refusal.setContentsMargins(16, 10, 16, 4)
        self._refusal.hide()
        self.table: RecordTable[RuleRow] = RecordTable(
            columns(), self._fetch, code_of, title=_Title(section), empty=_empty
        )
        self.picker = ChoiceField(self._choices)
        self.picker.set_label(rule_words)
        self.picker.changed.connect(self._picked)
        self.picker.hide()
        self.add_button = KeyButton(_add_words, kind="quiet", sign="new")
        self.add_button.setVisible(section in _AT_FIRST)
        self.add_button.clicked.connect(self._add)
        self.inspector = Inspector(working, CELLS[section], may_go=section not in _ALONE)
        self._lay_out()
        self.table.record_chosen.connect(self._show)
        self.table.record_opened.connect(self._enter)
        self.inspector.edited.connect(self._edited)
        self.inspector.undo_wanted.connect(self._undo)
        self.inspector.out_wanted.connect(self._leave_out)
        self.inspector.in_wanted.connect(self._take_in)
        self.inspector.fields.walked_through.connect(self._walked)
        self.setFocusProxy(self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where table and rule do not fit side by side, the rules are a list above the one."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        self._left.setVisible(not is_narrow)
        self.picker.setVisible(is_narrow)
        self.setFocusProxy(self.picker if is_narrow else self.table)

    def reload(self) -> None:
        """The copy is another one, or was changed elsewhere."""
        chosen = self.table.chosen_id()
        self.table.reload()
        if chosen is None or not self.table.choose(chosen):
            self.table.selectRow(0)
        self._show_chosen()

    def choose(self, code: str) -> None:
        """Open a rule."""
        if self.table.choose(code):
            self._show_chosen()

    def refuse(self, placed: Placed) -> None:
        """Mark what is wrong: rules in the table, fields in the open one, the rest on top."""
        self._refused = {code: tuple(reasons) for code, reasons in placed.items()}
        words = reasons_words(self._refused.get("", ()))
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        self.reload()

    def first_refused(self) -> str:
        """The first rule that is refused, "" where the group itself is."""
        return next((code for code in self._refused if code), "")

    def refusal(self) -> str:
        """What is wrong with the group as a whole."""
        return self._refusal.text()

    # Parts

    def _fetch(self, _after: object | None) -> Page[RuleRow]:
        return Page([self._row(code) for code in self._working.codes(self.section)])

    def _row(self, code: str) -> RuleRow:
        now = self._working.rule(self.section, code)
        former = self._working.former(self.section, code)
        policy = self._working.policy if now is not None else self._working.source
        return RuleRow(
            self.section,
            code,
            former if now is None else now,
            policy,
            in_force=now is not None,
            is_changed=now is not None and now != former,
            refused=reasons_words(self._refused.get(code, ())),
        )

    def _show(self, row: RuleRow) -> None:
        title = line_of(row).title
        about = source_words(row.rule) if row.rule is not None else ""
        self.inspector.show_rule(
            title, about, row.rule, in_force=row.in_force, changed=row.is_changed
        )
        self.inspector.refuse(self._refused.get(row.code, ()))

    def _choices(self) -> Sequence[Choice]:
        codes = self._working.codes(self.section)
        return [Choice(code, line_of(self._row(code)).title) for code in codes]

    def _picked(self) -> None:
        self.choose(str(self.picker.value()))

    def _show_chosen(self) -> None:
        row = self.table.chosen()
        self.picker.retranslate()
        self.picker.set_value(None if row is None else row.code)
        if row is not None:
            self._show(row)
        else:
            self.inspector.show_rule(_empty(), "", None)

    def _enter(self, _row: RuleRow) -> None:
        self.inspector.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def _walked(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edited(self, rule: Any) -> None:
        self._put(self._chosen_code(), rule)

    def _undo(self) -> None:
        code = self._chosen_code()
        self._put(code, self._working.former(self.section, code))
        self.reload()

    def _leave_out(self) -> None:
        self._put(self._chosen_code(), None)
        self.reload()

    def _take_in(self) -> None:
        code = self._chosen_code()
        self._put(code, self._working.former(self.section, code) or asked_elsewhere(code))
        self.reload()

    def _add(self) -> None:
        known = self._working.codes(self.section)
        code = next(one for one in map("own.{}".format, count(1)) if one not in known)
        self._working.put_rule(self.section, code, _AT_FIRST[self.section](code))
        self.reload()
        self.choose(code)
        self.inspector.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen_code(self) -> str:
        return str(self.table.chosen_id())

    def _put(self, code: str, rule: Any) -> None:
        self._working.put_rule(self.section, code, rule)
        row = self._row(code)
        self.table.refresh_row(row)
        if rule is not None:
            self.inspector.show_rule(
                title_of(row.policy, self.section, rule),
                source_words(rule),
                rule,
                changed=row.is_changed,
            )
            self.inspector.refuse(self._refused.get(code, ()))

    def _lay_out(self) -> None:
        self._left = left = QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.table, 1)
        side.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.inspector)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([_LIST, _INSPECTOR])
        self.inspector.setMinimumWidth(280)
        picked = QHBoxLayout()
        picked.setContentsMargins(20, 8, 20, 0)
        picked.addWidget(self.picker)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._refusal)
        box.addLayout(picked)
        box.addWidget(splitter, 1)


def asked_elsewhere(code: str) -> CloseRule:
    """A condition of closing as a shipped profile asks it, else of every case."""
    condition = Condition(code)
    asked = (one for profile in policies.shipped() for one in profile.close)
    found = next((one for one in asked if one.condition is condition), None)
    return found or CloseRule(condition, ())


class _Title:
    def __init__(self, section: str) -> None:
        self._section = section

    def __call__(self) -> str:
        return section_words(self._section)


def _add_words() -> str:
    return _("Add one")


def _empty() -> str:
    return _("This policy has no such rule.")
