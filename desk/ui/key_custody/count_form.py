"""A count in progress: walk through the hooks, explain what differs, sign, let the other sign."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from desk.domain import key_count as rules
from desk.domain.key_count import CountEntry, CountExpected, CountFound, DifferenceEntry
from desk.i18n import _, ngettext
from desk.services.key_count import KeyCountRow
from desk.ui.key_custody import count_words as words
from desk.ui.key_custody.count_deeds import CountDeeds
from desk.ui.key_custody.count_table import AS_EXPECTED, CountLine, CountTable, line_of
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField

_MARKS = "count_marks"


class CountForm(RecordForm):
    """`sign_wanted` carries the count once everything is written down and the clerk would sign."""

    sign_wanted = Signal(object)

    def __init__(self, deeds: CountDeeds) -> None:
        self._deeds = deeds
        super().__init__()

    # The life of a form

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.row().number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def save_words(self) -> str:
        """What F8 does: a count is written down as often as one likes."""
        return _("Write down")

    def build(self) -> None:
        """Who counts with whom, the list, the explanation of the chosen hook, what is done."""
        self.head = plain_label(role="muted")
        self.head.setWordWrap(True)
        self.table = CountTable()
        self.left = plain_label(role="number")
        how = WordLabel(words.how_words, "small")
        how.setWordWrap(True)
        for part in (self.head, how, self.table, self.left):
            self.add_widget(part)
        self.add("why", LineField(rules.WHY_LIMIT), self._why_words, hint=words.why_hint)
        self.add("extra", LineField(rules.TAG_LIMIT), words.extra, hint=words.extra_hint)
        self.add("follows", TextField(rules.FOLLOWS_LIMIT, lines=2), words.follows)
        self.sign_button = self.add_button(KeyButton(words.sign_words, sign="check"))
        self.sign_button.clicked.connect(self.ask_signature)
        self.table.marked.connect(self._was_marked)
        self.table.record_chosen.connect(self._line_chosen)
        self.table.record_opened.connect(self._explain)
        self.field("why").changed.connect(self._explained)
        self.field("why").entered.connect(self._go_on)
        self.field("extra").entered.connect(self.add_extra)

    def show_value(self, value: KeyCountRow | None) -> None:
        """The snapshot with the differences that were written down; all else is to be looked at."""
        self._value = value
        if value is None:
            return
        told = {one.tag: one for one in value.differences}
        seen = {one.tag for one in self.table.lines() if one.mark}
        lines = [line_of(one) for one in value.expected]
        known = {one.tag for one in lines}
        lines += [CountLine(tag, "", "", CountExpected.NONE) for tag in told if tag not in known]
        self.table.show_lines([_answered(one, told, seen) for one in lines])
        self.field("follows").set_value(value.follows)
        self._show_state()

    def read(self) -> CountEntry:
        """The differences as they stand."""
        found = tuple(
            DifferenceEntry(one.tag, CountFound(one.mark), one.why)
            for one in self.table.lines()
            if one.is_otherwise
        )
        return CountEntry(found, self.field("follows").value())

    def save_value(self, value: CountEntry) -> KeyCountRow:
        """Write the differences down."""
        return self._deeds.write(self.row(), value)

    def draft(self) -> dict[str, Any]:
        """Every answer so far goes along, so that a count survives a lock and a restart."""
        marks = {one.tag: [one.mark, one.why] for one in self.table.lines() if one.mark}
        return super().draft() | {_MARKS: marks}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """Answers of an earlier run."""
        marks = draft.get(_MARKS)
        if isinstance(marks, dict):
            known = {one.tag for one in self.table.lines()}
            lines = list(self.table.lines())
            more = (tag for tag in marks if tag not in known)
            lines += [CountLine(tag, "", "", CountExpected.NONE) for tag in more]
            self.table.show_lines([_marked(one, marks) for one in lines])
        super().restore(draft)
        self._show_state()

    def retranslate(self) -> None:
        """Head and what is left."""
        super().retranslate()
        if self.value() is not None:
            self._show_state()

    def row(self) -> KeyCountRow:
        """The count as it was read."""
        value = self.value()
        assert isinstance(value, KeyCountRow)
        return value

    # What the clerk does

    def add_extra(self) -> None:
        """A tag that hangs there and is not on the list: a difference to be explained."""
        tag = self.field("extra").value().strip().upper()
        if not tag:
            self.field("follows").setFocus()
            return
        known = {one.tag: one for one in self.table.lines()}
        line = known.get(tag) or CountLine(tag, "", "", CountExpected.NONE)
        self.table.put(replace(line, mark=_present(line)))
        self.field("extra").set_value("")
        self.table.choose(tag)
        self._was_marked(self.table.chosen())
        self._line_chosen(self.table.chosen())
        self.field("why").setFocus()

    def ask_signature(self) -> None:
        """Write everything down; where that holds, the clerk signs."""
        if self.save():
            self.sign_wanted.emit(self.row())

    # Parts

    def _explain(self, _line: CountLine) -> None:
        self._line_chosen(self.table.chosen())
        self.field("why").setFocus()

    def _line_chosen(self, line: CountLine | None) -> None:
        self.field("why").set_value("" if line is None else line.why)
        self.field("why").retranslate()
        self.fields.cell("why").retranslate()

    def _explained(self) -> None:
        line = self.table.chosen()
        if line is not None:
            self.table.put(replace(line, why=self.field("why").value()))
            self.table.choose(line.tag)

    def _go_on(self) -> None:
        self.table.setFocus()
        self.table.go_on()

    def _was_marked(self, line: CountLine | None) -> None:
        self._field_changed()
        self._show_state()
        if line is not None and line.is_otherwise:
            self._line_chosen(line)

    def _show_state(self) -> None:
        row, left = self.row(), self.table.left()
        self.head.setText(words.head_words(row, self._deeds.custom))
        waits = ngettext("{count} hook to look at", "{count} hooks to look at", left)
        self.left.setText(waits.format(count=left) if left else _("Every hook was looked at."))
        why = self._deeds.why_not_write(row)
        self.sign_button.shut(why or (words.left_words() if left else ""))

    def _why_words(self) -> str:
        line = self.table.chosen() if hasattr(self, "table") else None
        if line is None:
            return _("Explanation")
        return _("Explanation for {tag}").format(tag=line.tag)


def _answered(line: CountLine, told: Mapping[str, Any], seen: set[str]) -> CountLine:
    one = told.get(line.tag)
    if one is not None:
        return replace(line, mark=one.found, why=one.why)
    return replace(line, mark=AS_EXPECTED) if line.tag in seen else line


def _marked(line: CountLine, marks: Mapping[str, Any]) -> CountLine:
    said = marks.get(line.tag)
    if not isinstance(said, list) or len(said) != 2:
        return line
    return replace(line, mark=str(said[0]), why=str(said[1]))


def _present(line: CountLine) -> str:
    """What a set that hangs there is: what was expected, or a difference."""
    return AS_EXPECTED if line.expected is CountExpected.IN else CountFound.PRESENT
