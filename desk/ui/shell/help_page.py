"""The help page: our own text in the reader's language, and every key."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from desk.config import resources_folder
from desk.i18n import N_, _, gettext, language
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.shell_page import ShellPage
from desk.ui.kit.theme import TEXT, TITLE, sized

KEYS = (
    ("F2", N_("Something new")),
    ("Ctrl+K", N_("Search everything")),
    ("F8", N_("Save the open record")),
    ("Enter", N_("Go to the next field")),
    ("Shift+Enter", N_("Start a new line in a text")),
    ("Esc", N_("Close the record, or go back")),
    ("F9", N_("Set the open form aside")),
    ("F6", N_("What the first-asked duty wants next")),
    ("F4", N_("All deeds of a case")),
    ("F7", N_("Look in this list")),
    ("F5", N_("Read the list again")),
    ("↑ ↓", N_("Move through a list")),
    ("Ctrl+P", N_("Print")),
    ("Ctrl+L", N_("Lock the desk")),
)
_TEXT_WIDTH = 680
_ABOVE = {1: 0, 2: 18}
_SIZE = {1: TITLE, 2: 15}
_LEADING = 130


class HelpText(QTextBrowser):
    """Shows one file of ours and fetches nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(12)

    def show_words(self, words: str) -> None:
        """Markdown without HTML."""
        features = QTextDocument.MarkdownFeature
        self.document().setMarkdown(
            words, features.MarkdownDialectCommonMark | features.MarkdownNoHTML
        )
        block = self.document().begin()
        while block.isValid():
            self._set_type(block)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_type(self, block: QTextBlock) -> None:
        """Headings and lines with room around them."""
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        layout = QTextBlockFormat()
        layout.setTopMargin(_ABOVE.get(level, 0))
        layout.setBottomMargin(8)
        layout.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(layout)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            hand = QTextCharFormat()
            hand.setFont(sized(self.font(), _SIZE.get(level, TEXT), strong=True))
            cursor.setCharFormat(hand)  # merged, the size of Markdown would stay

    def loadResource(self, _kind: int, _address: QUrl) -> None:  # type: ignore[override]
        """No picture, no page, from nowhere."""


class HelpPage(Spoken, ShellPage):
    """The text at the left, the keys at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = HelpText()
        self.text.setMaximumWidth(_TEXT_WIDTH)
        self._keys: list[WordLabel] = []
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 12, 32, 16)
        box.setSpacing(40)
        box.addWidget(self.text, 3)
        box.addLayout(self._make_keys(), 1)
        self.setFocusProxy(self.text)
        self.retranslate()

    def retranslate(self) -> None:
        """The text of the language."""
        self.text.setAccessibleName(_("Help"))
        self.text.show_words(help_words())

    def _make_keys(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setContentsMargins(0, 14, 0, 0)
        side.setSpacing(12)
        side.addWidget(WordLabel(_keys_words, "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for row, (key, words) in enumerate(KEYS):
            grid.addWidget(plain_label(key, "key"), row, 0)
            grid.addWidget(WordLabel(_Words(words)), row, 1)
        grid.setColumnStretch(1, 1)
        side.addLayout(grid)
        side.addStretch()
        return side


class _Words:
    """A marked text, asked for in the current language."""

    def __init__(self, marked: str) -> None:
        self._marked = marked

    def __call__(self) -> str:
        return gettext(self._marked)


def help_path() -> Path:
    """The file of the current language."""
    return resources_folder() / "help" / f"{language()}.md"


def help_words() -> str:
    """Its content; a missing file says so instead of stopping the window."""
    try:
        return help_path().read_text(encoding="utf-8")
    except OSError:
        return _("The help text is missing from this installation.")


def _keys_words() -> str:
    return _("Keys")
