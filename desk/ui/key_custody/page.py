"""The keys: one section at a time, chosen above; the board comes first."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.ui.key_custody import words
from desk.ui.key_custody.agreements_page import AgreementsPage
from desk.ui.key_custody.board_page import BoardPage
from desk.ui.key_custody.count_deeds import CountDeeds
from desk.ui.key_custody.counts_page import CountsPage
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.loans_page import LoansPage
from desk.ui.key_custody.receipt_deeds import ReceiptDeeds
from desk.ui.key_custody.receipts_page import ReceiptsPage
from desk.ui.kit.register_page import RegisterPage
from desk.ui.kit.section_page import Section, SectionPage


class KeyPage(SectionPage[RegisterPage[Any]]):
    """On the board the keyboard stands in the line that finds a key."""

    OF_KIND: ClassVar[Mapping[str, str]] = {
        "key_set": "board",
        "key_loan": "loan",
        "custody_agreement": "agreement",
        "key_count": "count",
        "key_receipt": "receipt",
    }
    BY_FIELD = (
        ("count_marks", "count"),
        ("tag", "board"),
        ("starts", "agreement"),
        ("receiver", "receipt"),
    )

    def __init__(self, deeds: KeyDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(words.title, self._every(), parent)

    def begin_receipt(self, unit_id: int) -> QWidget | None:
        """A receipt for the keys of a home (R34)."""
        section = self.show_section("receipt")
        assert isinstance(section, ReceiptsPage)
        return section.begin_for_unit(unit_id)

    def shown(self) -> None:
        """The open section, its finding line first."""
        super().shown()
        board = self.section()
        if isinstance(board, BoardPage) and board.open_form() is None:
            board.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter_section(self) -> None:
        """Enter leads into the section, on the board into its finding line."""
        board = self.section()
        if isinstance(board, BoardPage):
            board.words.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().enter_section()

    def open_key(self, key: str) -> QWidget | None:
        """A record by its kind and key, such as `key_loan:7`; a set by its id or tag; a section."""
        kind, _colon, number = key.partition(":")
        if key in self.keys() or (kind in self.OF_KIND and number):
            return super().open_key(key)
        return self.show_section("board").open_key(key)

    def _every(self) -> Sequence[Section[RegisterPage[Any]]]:
        return (
            Section("board", words.board_title, self._board),
            Section("loan", words.loans_title, self._loans),
            Section("agreement", words.agreements_title, self._agreements),
            Section("count", words.counts_title, self._counts),
            Section("receipt", words.receipts_title, self._receipts),
        )

    def _take_in(self, agreement_id: int) -> None:
        board = self.show_section("board")
        assert isinstance(board, BoardPage)
        board.begin_under(agreement_id)

    def _board(self) -> RegisterPage[Any]:
        return BoardPage(self._deeds)

    def _loans(self) -> RegisterPage[Any]:
        return LoansPage(self._deeds)

    def _counts(self) -> RegisterPage[Any]:
        return CountsPage(CountDeeds(self._deeds))

    def _receipts(self) -> RegisterPage[Any]:
        return ReceiptsPage(ReceiptDeeds(self._deeds))

    def _agreements(self) -> RegisterPage[Any]:
        page = AgreementsPage(self._deeds)
        page.take_in_wanted.connect(self._take_in)
        return page
