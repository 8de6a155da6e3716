"""A move-in: what is missing first, then papers, people, signatures, money, keys, what happened."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.services.move_in import KIND, MoveIn
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.kit.act import Act
from desk.ui.kit.facts import FactSection
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.move_in import acts as case_acts
from desk.ui.move_in import facts, paper_acts, parts, words
from desk.ui.move_in.asking import is_open
from desk.ui.move_in.deeds import MoveInDeeds
from desk.ui.move_in.groups import groups
from desk.ui.move_in.journal import Journal
from desk.ui.move_in.missing_panel import MissingPanel, complete_words
from desk.ui.move_in.parts import PartLines
from desk.ui.paper.preview import Preview
from desk.ui.paper.unanswered import ask_at_once
from desk.ui.print_log.print_history import PrintHistory


class CaseRecord(ShownRecord):
    """Shows a `MoveIn` and lets its deeds be done."""

    def __init__(self, deeds: MoveInDeeds) -> None:
        self._deeds = deeds
        super().__init__(case_acts.acts(deeds), groups(), brief=True)
        deeds.reload_wanted.connect(self.reload)
        queued = Qt.ConnectionType.QueuedConnection  # after the deed's own dialog has closed
        deeds.packet_sent.connect(self.ask_about_packet, queued)

    def ask_about_packet(self, ids: frozenset[int]) -> None:
        """Once for all papers of a packet: did they come out?"""
        if self.isVisible():
            ask_at_once(self._deeds.paper, self.window(), ids)

    # The life of a form

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.known().detail.number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def parts(self) -> Sequence[QWidget]:
        """What is missing always comes first."""
        self.who = plain_label(role="number")
        self.who.setWordWrap(True)
        self.missing = MissingPanel()
        self.missing.act_wanted.connect(self.run)
        self.documents = PartLines(parts.documents_title, parts.documents_none)
        self.persons = PartLines(parts.persons_title, parts.persons_none)
        self.agreements = PartLines(parts.agreements_title, parts.agreements_none)
        self.materials = PartLines(parts.materials_title, parts.materials_none)
        self.fees = PartLines(parts.fees_title, parts.fees_none)
        self.keys = PartLines(parts.keys_title, parts.keys_none)
        self.facts, self.journal = FactSection(), Journal(self._deeds.custom)
        self.prints, self.attachments = PrintHistory(self._deeds.workplace), AttachmentList()
        self.attachments.changed.connect(self._files_changed)
        return (
            *(self.who, self.missing, self.facts, rule(), self.documents, self.persons),
            *(self.agreements, self.fees, self.materials, self.keys, rule()),
            *(self.journal, self.prints, self.attachments),
        )

    def show_value(self, value: MoveIn) -> None:
        """Show everything as it stands."""
        super().show_value(value)
        self.attachments.show_record(self._deeds.attachments(value.detail.id))
        self.prints.show_record(KIND, value.detail.id)

    def known(self) -> MoveIn:
        """The case that is shown."""
        value: Any = self.value()
        if not isinstance(value, MoveIn):
            raise TypeError("no move-in is shown")
        return value

    # Deeds

    def about(self) -> str:
        """Whose case it is."""
        return words.about_words(self.known())

    def read_again(self) -> MoveIn:
        """The case as it is now."""
        return self._deeds.get(self.known().detail.id)

    def reload(self) -> None:
        """Read the case again; the keyboard stands on what comes next."""
        super().reload()
        if self.value() is not None:
            self.focus_deed()

    def why_not_change(self) -> str:
        """Why it is not corrected."""
        return self._deeds.why_not_change(self.known())

    def why_not_print(self) -> str:
        """Why it is not printed."""
        return self._deeds.why_not_print(paper_acts.likeliest(self.known()))

    def print_likeliest(self) -> Preview:
        """The paper that is wanted most."""
        known = self.known()
        return paper_acts.show_form(self._deeds, paper_acts.likeliest(known), self, known)

    # Parts

    def show_words(self) -> None:
        """Everything of the case."""
        known, custom = self.known(), self._deeds.custom
        self.show_chip(words.case_chip(known))
        self.who.setText(words.who_words(known.detail))
        self.missing.setVisible(is_open(known))
        self.missing.show_missing(
            known.blockers, complete_words(), self.bar.settling, self._why_shut
        )
        self.facts.show_facts(facts.facts(known, self._deeds))
        self.documents.show_lines(parts.document_lines(known, custom))
        self.persons.show_lines(parts.person_lines(known))
        self.agreements.show_lines(parts.agreement_lines(known, custom))
        self.materials.show_lines(parts.material_lines(known, custom))
        self.fees.show_lines(parts.fee_lines(known, custom))
        self.keys.show_lines(parts.key_lines(known))
        self.journal.show_known(known)

    def _why_shut(self, act: Act) -> str:
        return act.shut(self.known())

    def _files_changed(self) -> None:
        self.saved.emit(self.known())
