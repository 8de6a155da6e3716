"""One state, one colour and one shape, wherever it is shown."""

import pytest

from desk.domain import complaint, reception
from desk.ui.complaint import words as complaint_words
from desk.ui.kit.states import state_chip
from desk.ui.kit.theme import Tone
from desk.ui.reception import words as reception_words


@pytest.mark.parametrize("state", list(complaint.State))
def test_a_complaint_looks_alike_in_its_list_and_anywhere_else(state: complaint.State) -> None:
    assert complaint_words.state_chip(state) == state_chip("complaint", state)


@pytest.mark.parametrize("state", list(reception.State))
def test_a_visit_looks_alike_in_its_list_and_anywhere_else(state: reception.State) -> None:
    assert reception_words.state_chip(state) == state_chip("reception", state)


def test_nothing_open_looks_done_and_nothing_looks_overdue_without_a_clock() -> None:
    assert state_chip("complaint", "registered").tone is Tone.DUE
    assert state_chip("complaint", "handled").tone is Tone.NEUTRAL
    assert state_chip("complaint", "closed").tone is Tone.DONE
