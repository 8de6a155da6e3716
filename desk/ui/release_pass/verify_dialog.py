"""The desk's answer to the guard on the phone: is this pass genuine, and what may leave by it.

The code is typed or scanned; the answer stands in large plain words, the things to be read out
under it, and what the guard did is written down from here.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.domain.release_pass_gate import Said
from desk.errors import DeskError
from desk.i18n import EstateFormat, _, pgettext
from desk.services.release_pass import Pass
from desk.services.release_pass_seal import Verdict
from desk.ui.kit.act import Act
from desk.ui.kit.composing import commit_composing_text
from desk.ui.kit.faults import fault_words
from desk.ui.kit.field import restyle
from desk.ui.kit.fit import fit
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.line_field import LineField
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import Tone
from desk.ui.release_pass import words
from desk.ui.release_pass.verdict_band import VerdictBand
from desk.wording import label

_SIZE = (720, 620)
_CODE = 40
_AT_GATE = ("left", "partly_left", "refused")


class VerifyDialog(Spoken, QDialog):
    """`act_wanted(code, pass)` carries a deed at the gate, `pass_wanted` a pass to be opened.

    `find` answers for a code, `acts` gives the deeds of a pass, open and shut.
    """

    act_wanted = Signal(object, object)
    pass_wanted = Signal(object)

    def __init__(
        self,
        find: Callable[[str], Verdict],
        acts: Sequence[Act],
        custom: EstateFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find, self._custom = find, custom
        self._acts = [act for act in acts if act.code in _AT_GATE]
        self._verdict: Verdict | None = None
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.code = LineField(_CODE, placeholder=_code_hint)
        self.code.set_label(_code_words)
        self.ask_button = KeyButton(_ask_words, key="F8", kind="primary", sign="search")
        self.band = VerdictBand()
        self._about, self._goods = plain_label(role="number"), plain_label()
        self._when = plain_label(role="muted")
        self.buttons = {act.code: KeyButton(act.words) for act in self._acts}
        self.open_button = KeyButton(_open_words, kind="quiet", sign="release_pass")
        self.close_button = KeyButton(_close_words, kind="quiet")
        self._lay_out()
        self._connect()
        self.retranslate()
        fit(self, *_SIZE)
        self._show()
        self.code.setFocus()

    def retranslate(self) -> None:
        """The window's title and the answer."""
        self.setWindowTitle(_("Check a release pass"))
        self._show()

    # Answering

    def ask(self) -> None:
        """Answer for what is typed."""
        commit_composing_text()
        self.show_code(self.code.value())

    def show_code(self, code: str) -> None:
        """Answer for a code; the next one may be typed or scanned at once."""
        if not code:
            return
        self.code.set_value(code)
        try:
            self._verdict = self._find(code)
        except DeskError as fault:
            self._verdict = None
            self._show()
            self.band.show_words(Tone.OVERDUE, fault_words(fault))
            return
        self._show()
        self.code.line.selectAll()

    def verdict(self) -> Verdict | None:
        """What was answered last."""
        return self._verdict

    def words(self) -> str:
        """Everything that is said."""
        said = (self.band.words(), self._about.text(), self._when.text(), self._goods.text())
        return "\n".join(filter(None, said))

    # Parts

    def _connect(self) -> None:
        self.code.entered.connect(self.ask)
        self.ask_button.clicked.connect(self.ask)
        self.open_button.clicked.connect(self._open_clicked)
        self.close_button.clicked.connect(self.reject)
        for button in self.buttons.values():
            button.clicked.connect(self._act_clicked)

    def _show(self) -> None:
        verdict = self._verdict
        found = None if verdict is None else verdict.found
        self.band.setVisible(verdict is not None)
        if verdict is not None:
            self.band.show_words(tone_of(verdict), label("pass_said", verdict.said))
        self._about.setText("" if found is None else words.about_words(found))
        self._when.setText("" if found is None else self._passage(found))
        self._goods.setText("" if verdict is None else _goods(verdict))
        restyle(self._goods, "role", "number" if verdict and verdict.lets_pass else "muted")
        self._show_buttons(found)

    def _show_buttons(self, found: Pass | None) -> None:
        """Each deed of the gate is there once a pass is found, and says why it is shut."""
        self.open_button.setVisible(found is not None)
        for act in self._acts:
            button = self.buttons[act.code]
            button.setVisible(found is not None)
            if found is None:
                continue
            verdict = self._verdict
            forged = verdict is not None and verdict.said is Said.FORGED and act.code != "refused"
            button.shut(_("The paper is forged.") if forged else self._why_shut(act, found))

    def _why_shut(self, act: Act, found: Pass) -> str:
        return act.shut(found) if act.shown(found) else label("pass_said", Said.NOT_ISSUED)

    def _passage(self, found: Pass) -> str:
        detail = found.detail
        window = words.window_words(detail.starts, detail.ends, self._custom)
        parts = (label("pass_kind", detail.kind), window, detail.gate, detail.plate)
        return "  ·  ".join(filter(None, parts))

    def _act_clicked(self) -> None:
        found = None if self._verdict is None else self._verdict.found
        code = next(code for code, button in self.buttons.items() if button is self.sender())
        if found is not None:
            self.act_wanted.emit(code, found)
            self.accept()

    def _open_clicked(self) -> None:
        if self._verdict is not None and self._verdict.found is not None:
            self.pass_wanted.emit(self._verdict.found)
            self.accept()

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.code, 1)
        asked.addWidget(self.ask_button, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setProperty("role", "surface")
        body = QVBoxLayout(inside)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(10)
        body.addWidget(WordLabel(_code_words, "label"))
        body.addLayout(asked)
        for part in (self.band, self._about, self._when, self._goods):
            body.addWidget(part)
        for said in (self._about, self._when, self._goods):
            said.setWordWrap(True)
        body.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 24, 12)
        foot.setSpacing(8)
        for button in self.buttons.values():
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.open_button)
        foot.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(area, 1)
        box.addWidget(rule())
        box.addLayout(foot)


def tone_of(verdict: Verdict) -> Tone:
    """Green lets it pass, amber has a question open, red stops it."""
    if verdict.lets_pass:
        return Tone.DONE
    asks_on = verdict.said in (Said.UNSEALED, Said.UNREADABLE, Said.EARLY)
    return Tone.DUE if asks_on else Tone.OVERDUE


def _goods(verdict: Verdict) -> str:
    """What may still leave, to be read out one by one."""
    lines = []
    for at, item in enumerate(verdict.remaining, 1):
        count = f"{item.remains} {item.counted}".rstrip()
        marks = words.marks_words(item)
        lines.append("  ".join(filter(None, (f"{at}. {item.what} × {count}", marks))))
    return "\n".join(lines)


def _code_words() -> str:
    return pgettext("release", "Code under the square, or the number")


def _code_hint() -> str:
    return pgettext("release", "Type it as the guard reads it, or scan it")


def _ask_words() -> str:
    return pgettext("release", "Check")


def _open_words() -> str:
    return pgettext("release", "Open the pass")


def _close_words() -> str:
    return _("Close")
