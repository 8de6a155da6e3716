"""The line that finds households in their list."""

from desk.i18n import _
from desk.ui.kit.words_line import WordsLine


class HouseholdLine(WordsLine):
    """Room, name, initials or the end of a phone."""

    def retranslate(self) -> None:
        """Name and placeholder."""
        super().retranslate()
        self.setPlaceholderText(_("Room, name, initials, phone"))
        self.setAccessibleName(_("Find in the households") + " F7")
