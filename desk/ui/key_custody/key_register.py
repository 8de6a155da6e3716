"""A section of keys that is a list found by words."""

from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.kit.record_model import Row
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.worded_register import WordedRegister


class KeyRegister(WordedRegister[Row]):
    """Read again when a key moved in another section."""

    def __init__(self, plan: RegisterPlan[Row], deeds: KeyDeeds) -> None:
        self._deeds = deeds
        super().__init__(plan)
        deeds.changed.connect(self._moved)

    def _moved(self) -> None:
        if self._was_read:
            self.table.reload()
