"""Letters of authority in the settings: entered, listed by year, voided, with their signed copy."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk.domain.authority_letter import LetterEntry
from desk.domain.policy import Post
from desk.services import authority_letter
from desk.services.workplace import Workplace
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.settings.authority import AuthoritySection
from desk.ui.settings.page import SettingsPage
from tests.ui.walk import guessing, unnamed

LETTER = LetterEntry(
    Post.PROPERTY_MANAGER,
    "黃經理 <b>",
    date(2026, 1, 1),
    date(2026, 12, 31),
    Decimal(1_000),
    "修復財物\n減免管理費",
    "何總經理",
)


@pytest.fixture
def section(page: SettingsPage) -> AuthoritySection:
    made = page.show_section("authority")
    assert isinstance(made, AuthoritySection)
    QApplication.processEvents()
    return made


def fill(dialog: DeedDialog, **typed: object) -> None:
    for key, value in typed.items():
        dialog.field(key).set_value(value)


def test_an_empty_year_says_what_to_do(section: AuthoritySection) -> None:
    assert section.tiles == []
    assert section._empty.isVisible()
    assert section.years.value() == "2026"


def test_r8_a_letter_is_entered_as_it_was_signed(
    section: AuthoritySection, workplace: Workplace
) -> None:
    dialog = section.open_add()
    assert (dialog.field("starts").value(), dialog.field("ends").value()) == (
        date(2026, 1, 1),
        date(2026, 12, 31),
    )
    assert not dialog.save()
    assert dialog.refusal("holder")
    assert dialog.refusal("post")
    fill(
        dialog,
        holder="黃經理",
        post="property_manager",
        matters="修復財物",
        amount_limit="一千",
        signed_by="何總經理",
    )
    assert not dialog.save()
    assert "figures" in dialog.refusal("amount_limit")
    fill(dialog, amount_limit="1,000")
    assert dialog.save()
    (tile,) = section.tiles
    assert "黃經理 · 物業部經理" not in tile.words()  # English speaks here
    assert "HK$1,000.00" in tile.words()
    assert "From 01/01/2026 to 31/12/2026" in tile.words()
    (row,) = authority_letter.of_year(workplace, 2026)
    assert row.letter.amount_limit == Decimal(1_000)


def test_a_letter_is_voided_with_its_reason_and_stays(
    section: AuthoritySection, workplace: Workplace
) -> None:
    authority_letter.add(workplace, LETTER)
    section.reload()
    (tile,) = section.tiles
    assert "黃經理 <b>" in tile.words()
    assert tile.void_button.isVisibleTo(tile)
    dialog = section.open_void(tile.row)
    assert not dialog.save()
    fill(dialog, why="調職")
    assert dialog.save()
    (tile,) = section.tiles
    assert "調職" in tile.words()
    assert not tile.void_button.isVisibleTo(tile)


def test_letters_are_listed_by_their_years(section: AuthoritySection, workplace: Workplace) -> None:
    authority_letter.add(workplace, LETTER)
    section.years.set_value("2025")
    section.reload()
    assert section.tiles == []
    section.years.set_value("2026")
    section.reload()
    assert len(section.tiles) == 1


def test_f52_the_signed_copy_is_attached(
    section: AuthoritySection, workplace: Workplace, tmp_path: Path
) -> None:
    authority_letter.add(workplace, LETTER)
    section.reload()
    copy = tmp_path / "letter.pdf"
    copy.write_bytes(b"%PDF-1.4\n%%EOF\n")
    (tile,) = section.tiles
    tile.attachments.add([copy])
    assert [one.name for one in tile.attachments._rows] == ["letter.pdf"]


def test_everything_has_a_name_and_shows_data_as_it_is(
    section: AuthoritySection, workplace: Workplace
) -> None:
    authority_letter.add(workplace, LETTER)
    section.reload()
    dialogs = [section.open_add(), section.open_void(section.tiles[0].row)]
    for widget in (section, *dialogs):
        assert unnamed(widget) == []
        assert guessing(widget) == []
