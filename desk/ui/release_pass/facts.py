"""What is known of a pass beside its things and locks: label and value, two to a line."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desk.i18n import EstateFormat, _, pgettext
from desk.services.release_pass import Pass
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.release_pass import form_words, words
from desk.wording import label

_LINES = 12


class PassFacts(Spoken, QWidget):
    """Only what is there stands there."""

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._custom = custom
        self._known: Pass | None = None
        self._pairs = [(plain_label(role="muted"), plain_label()) for _line in range(_LINES)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (title, said) in enumerate(self._pairs):
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1)

    def retranslate(self) -> None:
        """Everything is written again."""
        if self._known is not None:
            self.show_pass(self._known)

    def show_pass(self, known: Pass) -> None:
        """Show a pass."""
        self._known = known
        facts = [(title, said) for title, said in _facts(known, self._custom) if said]
        for at, (title, said) in enumerate(self._pairs):
            is_there = at < len(facts)
            title.setVisible(is_there)
            said.setVisible(is_there)
            if is_there:
                title.setText(facts[at][0])
                said.setText(facts[at][1])

    def words(self) -> str:
        """What is shown."""
        shown = [pair for pair in self._pairs if pair[1].isVisibleTo(self)]
        return "\n".join(f"{title.text()} {said.text()}" for title, said in shown)


def _facts(known: Pass, custom: EstateFormat) -> Iterator[tuple[str, str]]:
    detail = known.detail
    yield form_words.kind(), label("pass_kind", detail.kind)
    yield _("Time"), words.window_words(detail.starts, detail.ends, custom)
    yield form_words.gate(), detail.gate
    yield form_words.plate(), detail.plate
    yield form_words.phone(), detail.phone
    identity = label("identity_kind", detail.identity) if detail.identity else ""
    yield form_words.identity(), identity
    yield form_words.back_by(), "" if detail.back_by is None else custom.date(detail.back_by)
    yield pgettext("release", "Other things all the same"), detail.acknowledged
    if detail.owner_signed_on is not None:
        signed = (detail.owner_signed_by, custom.date(detail.owner_signed_on))
        yield pgettext("release", "Owner’s signature"), "  ".join(filter(None, signed))
    if detail.gate_copy_on is not None:
        copy = (detail.gate_copy_by, custom.date(detail.gate_copy_on))
        yield pgettext("release", "Gate copy"), "  ".join(filter(None, copy))
    yield form_words.remark(), detail.remark
    yield pgettext("release", "Void because"), detail.void_why
