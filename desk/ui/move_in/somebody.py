"""A deed on one of those who move in: of whom is asked first, where there is more than one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.services.move_in import MoveIn, PersonView
from desk.ui.kit.choice_field import Choice, ChoiceField
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.retranslate import Words
from desk.ui.move_in import household_words as said
from desk.ui.move_in import words

Then = Callable[[QWidget, MoveIn, PersonView], object]


def of_somebody(
    title: Words,
    who: Callable[[MoveIn], Sequence[PersonView]],
    then: Then,
    parent: QWidget,
    known: MoveIn,
) -> None:
    """Of whom; of one alone nobody is asked."""
    found = who(known)
    if len(found) == 1:
        then(parent, known, found[0])
        return
    choices = partial(ChoiceField, partial(people, found))
    plan = DeedPlan(
        title=title,
        button=said.go_on,
        asked=(Asked("person", choices, said.who, True),),
        do=partial(_chosen, found),
    )
    dialog = DeedDialog(plan, parent.window(), about=words.about_words(known))
    dialog.deed_done.connect(partial(then, parent, known))
    dialog.open()


def people(found: Sequence[PersonView]) -> Sequence[Choice]:
    """Each by name."""
    return [Choice(str(one.id), one.name) for one in found]


def _chosen(found: Sequence[PersonView], values: Mapping[str, Any]) -> PersonView:
    return next(one for one in found if str(one.id) == values["person"])
