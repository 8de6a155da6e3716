"""The yearly letters of authority 授權書: who may promise what on the spot (R8, F52)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.domain import authority_letter as rules
from desk.domain.authority_letter import LetterEntry, amount_of
from desk.domain.policy import Policy, Post
from desk.i18n import _
from desk.services import authority_letter, policy
from desk.services.authority_letter import LetterRow
from desk.services.policy_words import post_name
from desk.ui.kit.block import Column
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.key_button import KeyButton, at_left
from desk.ui.kit.label import WordLabel
from desk.ui.kit.line_field import LineField
from desk.ui.kit.text_field import TextField
from desk.ui.settings.deeds import SettingsDeeds
from desk.ui.settings.letter_tile import LetterTile

Values = Mapping[str, Any]

_HALF = 6
_FIGURES = 20


class AuthoritySection(Column):
    """The letters of a year, the newest first; a voided one stays and says why."""

    def __init__(self, deeds: SettingsDeeds) -> None:
        self._deeds = deeds
        self.years = SegmentField(self._years)
        self.years.set_label(_year_words)
        self.years.set_value(str(self._this_year()))
        self.years.changed.connect(self.reload)
        self.add_button = KeyButton(_add_words, kind="primary")
        self.add_button.clicked.connect(self.open_add)
        self.tiles: list[LetterTile] = []
        self._empty = WordLabel(_empty_words, "muted")
        note = WordLabel(_note_words, "muted")
        for label in (note, self._empty):
            label.setWordWrap(True)
        self._list = QWidget()
        box = QVBoxLayout(self._list)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        super().__init__(authority_words, [])
        for part in (note, self.years, self._empty, self._list, at_left(self.add_button)):
            self.add_block(part)
        self.reload()

    def reload(self) -> None:
        """Read the year's letters again."""
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        rows = authority_letter.of_year(self._deeds.workplace, int(self.years.value() or 0))
        names = self._policy()
        self.tiles = [LetterTile(self._deeds, row, names) for row in rows]
        for tile in self.tiles:
            tile.void_wanted.connect(self.open_void)
            self._lay(tile)
        self._empty.setVisible(not rows)

    def open_add(self) -> DeedDialog:
        """Ask for what a signed letter says."""
        return self._opened(self._add_plan())

    def open_void(self, row: LetterRow) -> DeedDialog:
        """Ask why a letter holds no more."""
        return self._opened(self._void_plan(row))

    # Deeds

    def _add_plan(self) -> DeedPlan:
        day = partial(DayField, self._deeds.custom, self._today)
        posts = partial(ChoiceField, partial(_posts, self._policy()))
        name = partial(LineField, rules.NAME_LIMIT)
        limit = partial(LineField, _FIGURES, check=_amount_problem)
        matters = partial(TextField, rules.MATTERS_LIMIT, lines=3)
        year = int(self.years.value() or self._this_year())
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        return DeedPlan(
            title=_add_words,
            button=_add_button,
            asked=(
                Asked("holder", name, _holder_words, True, _HALF),
                Asked("post", posts, _post_words, True, _HALF),
                Asked("starts", day, _starts_words, True, _HALF, first),
                Asked("ends", day, _ends_words, True, _HALF, last),
                Asked("matters", matters, _matters_words, True),
                Asked("amount_limit", limit, _limit_words, span=_HALF, hint=_limit_hint),
                Asked("signed_by", name, _signer_words, True, _HALF),
            ),
            do=self._add,
            lead=_add_lead,
        )

    def _add(self, values: Values) -> LetterRow:
        entry = LetterEntry(
            post=Post(values["post"]) if values["post"] else None,
            holder=values["holder"],
            starts=values["starts"],
            ends=values["ends"],
            amount_limit=amount_of(values["amount_limit"]),
            matters=values["matters"],
            signed_by=values["signed_by"],
        )
        return authority_letter.add(self._deeds.workplace, entry)

    def _void_plan(self, row: LetterRow) -> DeedPlan:
        why = Asked("why", partial(LineField, rules.WHY_LIMIT), _why_words, required=True)
        return DeedPlan(
            title=_void_title,
            button=_void_button,
            asked=(why,),
            do=partial(self._void, row),
            lead=_void_lead,
        )

    def _void(self, row: LetterRow, values: Values) -> LetterRow:
        desk = self._deeds.workplace
        return authority_letter.void(desk, row.letter.id, row.version, values["why"])

    # Parts

    def _opened(self, plan: DeedPlan) -> DeedDialog:
        dialog = DeedDialog(plan, self.window())
        dialog.deed_done.connect(self._was_done)
        dialog.open()
        return dialog

    def _was_done(self, _row: object) -> None:
        self.reload()

    def _lay(self, tile: LetterTile) -> None:
        box = self._list.layout()
        if box is not None:
            box.addWidget(tile)

    def _policy(self) -> Policy:
        return policy.in_force(self._deeds.workplace, self._today()).policy

    def _today(self) -> dt.date:
        return self._deeds.custom.day(self._deeds.workplace.now())

    def _this_year(self) -> int:
        return self._today().year

    def _years(self) -> Sequence[Choice]:
        this = self._this_year()
        return [Choice(str(year), str(year)) for year in (this - 1, this, this + 1)]


def _posts(names: Policy) -> list[Choice]:
    return [Choice(one, post_name(names, one)) for one in Post]


def _amount_problem(text: str) -> str | None:
    if not text or amount_of(text) is not None:
        return None
    return _("Write the amount in figures, like 1,200.50.")


def authority_words() -> str:
    """The section's name."""
    return _("Letters of authority")


def _note_words() -> str:
    return _(
        "What stands in a letter may be promised on the spot; what goes beyond it needs a second"
        " person's word. Attach the signed copy."
    )


def _empty_words() -> str:
    return _("No letter of authority for this year. Enter the one that was signed.")


def _year_words() -> str:
    return _("Year")


def _add_words() -> str:
    return _("Enter a letter")


def _add_button() -> str:
    return _("Keep the letter")


def _add_lead() -> str:
    return _("As it was signed; it is never changed, only voided (R8).")


def _holder_words() -> str:
    return _("Holder")


def _post_words() -> str:
    return _("Post")


def _starts_words() -> str:
    return _("First day")


def _ends_words() -> str:
    return _("Last day")


def _matters_words() -> str:
    return _("What may be promised")


def _limit_words() -> str:
    return _("Up to which amount")


def _limit_hint() -> str:
    return _("Empty where no money may be promised.")


def _signer_words() -> str:
    return _("Signed by")


def _void_title() -> str:
    return _("Void the letter")


def _void_button() -> str:
    return _("Void")


def _void_lead() -> str:
    return _("It stays in the list with its reason. Promises made under it stay as they are.")


def _why_words() -> str:
    return _("Why it holds no more")
