"""Deeds on one item of a draft: written, changed, taken off (R234)."""

from functools import partial

from desk.domain import price_board as rules
from desk.domain.price_board import ItemEntry
from desk.services import price_board_draft as draft
from desk.services.price_board import ItemRow, Version
from desk.ui.kit.deed_dialog import DeedPlan
from desk.ui.price_board import ask
from desk.ui.price_board import board_words as words
from desk.ui.price_board.deeds import CatalogueDeeds


def item_plan(deeds: CatalogueDeeds, item: ItemRow | None, known: Version) -> DeedPlan:
    """An item is written, a new one or one of the draft."""
    said = ItemEntry() if item is None else draft.entry_of(item)
    line = ask.line
    return DeedPlan(
        title=words.item_words if item is None else words.change_item_words,
        button=words.save_words,
        asked=(
            line("name", words.name_words, rules.NAME_LIMIT, begins_with=said.name, required=True),
            line(
                "code",
                words.code_words,
                rules.CODE_LIMIT,
                begins_with=said.code,
                hint=words.code_hint,
            ),
            ask.money(deeds, "price", words.price_words, begins_with=said.price, required=True),
            line("unit", words.unit_words, rules.UNIT_LIMIT, begins_with=said.unit, required=True),
            line(
                "materials",
                words.materials_words,
                rules.MATERIALS_LIMIT,
                begins_with=said.materials,
                span=12,
            ),
            line("skill", words.skill_words, rules.SKILL_LIMIT, begins_with=said.skill),
        ),
        do=partial(_put_item, deeds, known, None if item is None else item.id),
    )


def _put_item(
    deeds: CatalogueDeeds, known: Version, item_id: int | None, values: ask.Values
) -> Version:
    entry = ItemEntry(**values)
    row = known.row
    return draft.put_item(deeds.workplace, row.id, row.version, entry, item_id)


def drop_plan(deeds: CatalogueDeeds, item: ItemRow, known: Version) -> DeedPlan:
    """An item is taken off the draft."""
    return DeedPlan(
        title=partial(words.drop_words, item.name),
        button=words.drop_button_words,
        asked=(),
        do=partial(_drop_item, deeds, known, item.id),
        lead=words.drop_lead,
    )


def _drop_item(deeds: CatalogueDeeds, known: Version, item_id: int, _values: ask.Values) -> Version:
    return draft.drop_item(deeds.workplace, known.row.id, known.row.version, item_id)
