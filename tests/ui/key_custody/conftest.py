"""The page of keys on a real estate: one key of the estate's own, one left, one agreed."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from desk.services.custody_agreement import AgreementRow
from desk.services.key_set import KeySetRow
from desk.services.workplace import Workplace
from desk.ui.key_custody.board_page import BoardPage
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.page import KeyPage
from desk.ui.key_custody.set_record import SetRecord
from desk.ui.kit.record_form import RecordForm
from desk.ui.shell.finding import people_of
from tests.services import key_course
from tests.services.conftest import Household, household

__all__ = ["household"]


class Keys(NamedTuple):
    """What hangs on the board."""

    own: KeySetRow
    left: KeySetRow
    agreed: KeySetRow
    agreement: AgreementRow


@pytest.fixture
def keys(workplace: Workplace, household: Household) -> Keys:
    """E-01 of the estate, G-07 left for the gas, D-11 under an agreement."""
    own = key_course.pump(workplace)
    left = key_course.left_for_gas(workplace, household)
    agreement, agreed = key_course.agreed(workplace, household)
    return Keys(own, left, agreed, agreement)


@pytest.fixture
def page(workplace: Workplace, keys: Keys, qtbot: QtBot) -> Iterator[KeyPage]:
    """The page, opened; what was typed is not asked about at the end."""
    made = KeyPage(KeyDeeds(workplace, partial(people_of, workplace)))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.shown()
    yield made
    for form in made.findChildren(RecordForm):
        form._set_dirty(False)
    made.close()


@pytest.fixture
def board(page: KeyPage) -> BoardPage:
    """The first section."""
    section = page.section()
    assert isinstance(section, BoardPage)
    return section


def opened(board: BoardPage, tag: str) -> SetRecord:
    """A tag typed or scanned, and Enter."""
    board.words.setText(tag)
    record = board.open_found()
    assert isinstance(record, SetRecord)
    return record
