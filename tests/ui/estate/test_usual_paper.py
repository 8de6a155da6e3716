"""A new identity paper is of the kind that people of the region have."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desk.domain.estate import PersonKind, ResidentEntry
from desk.domain.room import Room
from desk.services import estate, household, resident
from desk.services.workplace import Workplace
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.forms import PaperForm


@pytest.mark.parametrize(
    ("region", "card", "company"),
    [
        ("HK", "hkid", "business_registration"),
        ("TW", "twid", "ubn"),
        ("CN", "prc_id", "uscc"),
    ],
)
def test_a_new_paper_is_of_the_kind_usual_in_the_region(
    qtbot: QtBot, workplace: Workplace, region: str, card: str, company: str
) -> None:
    unit = estate.add_unit(workplace, Room("A", "", "12", "B"))
    resident.add(workplace, unit, ResidentEntry("陳大文"))
    resident.add(workplace, unit, ResidentEntry("海港貿易", kind=PersonKind.LEGAL))
    there = replace(workplace, estate=replace(workplace.estate, region=region))
    home = household.household(there, unit)
    found = []
    for one in home.residents:
        form = PaperForm(EstateDeeds(there), home, "paper")
        qtbot.addWidget(form)
        form.load(one)
        found.append(form.field("kind").value())
    assert found == [card, company]
