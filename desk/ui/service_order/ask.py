"""Fields that many deeds of an order ask for, and the manager's word where one is needed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.approval import Answer, Line, Verdict
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.domain.service_order import NAME_LIMIT, WORDS_LIMIT
from desk.errors import RuleRefused
from desk.i18n import _, pgettext
from desk.services.policy_words import post_name
from desk.services.service_order import Order
from desk.ui.kit.amount_field import AmountField
from desk.ui.kit.approval_dialog import ApprovalDialog, ApprovalQuestion
from desk.ui.kit.choice_field import Choice, ChoiceField, Choices, SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.money_field import MoneyField
from desk.ui.kit.text_field import TextField
from desk.ui.service_order import words
from desk.ui.service_order.deeds import OrderDeeds

Values = Mapping[str, Any]
Words = Callable[[], str]
HALF, THIRD = 6, 4
YES, NO = "yes", "no"


def moment(deeds: OrderDeeds, caption: Words, key: str = "at", **told: Any) -> Asked:
    """Day and time, now unless told otherwise."""
    make = partial(MomentField, deeds.custom, deeds.now)
    given: dict[str, Any] = {"required": True, "span": HALF, "begins_with": deeds.now()}
    return Asked(key, make, caption, **(given | told))


def day(deeds: OrderDeeds, key: str, caption: Words, **told: Any) -> Asked:
    """A day, today unless told otherwise."""
    make = partial(DayField, deeds.custom, deeds.today)
    given: dict[str, Any] = {"span": HALF, "begins_with": deeds.today()}
    return Asked(key, make, caption, **(given | told))


def line(key: str, caption: Words, limit: int = NAME_LIMIT, **told: Any) -> Asked:
    """One line, such as a name."""
    return Asked(key, partial(LineField, limit), caption, **({"span": HALF} | told))


def text(key: str, caption: Words, limit: int = WORDS_LIMIT, **told: Any) -> Asked:
    """Some lines of text."""
    return Asked(key, partial(TextField, limit, lines=2), caption, **told)


def count(key: str, caption: Words, **told: Any) -> Asked:
    """How many of something."""
    return Asked(key, AmountField, caption, **({"span": HALF} | told))


def money(deeds: OrderDeeds, key: str, caption: Words, **told: Any) -> Asked:
    """An amount of the estate's money."""
    make = partial(MoneyField, deeds.custom)
    return Asked(key, make, caption, **({"span": HALF} | told))


def choice(key: str, choices: Choices, caption: Words, **told: Any) -> Asked:
    """One of a list; the only one there is is chosen already."""
    only = list(choices())
    given = {"required": True, "begins_with": only[0].code if len(only) == 1 else None}
    return Asked(key, partial(ChoiceField, choices), caption, **(given | told))


def segments(key: str, choices: Choices, caption: Words, **told: Any) -> Asked:
    """A few codes as buttons side by side."""
    return Asked(key, partial(SegmentField, choices), caption, **({"required": True} | told))


def yes_or_no(key: str, caption: Words, *, begins_with: bool = False, **told: Any) -> Asked:
    """A question; its value is read with `is_yes`."""
    return segments(key, _answers, caption, begins_with=YES if begins_with else NO, **told)


def is_yes(values: Values, key: str) -> bool:
    """What was answered."""
    return bool(values.get(key) == YES)


def plan(
    title: Words, asked: Sequence[Asked], do: Callable[[Values], Any], lead: Words | None = None
) -> DeedPlan:
    """A deed whose button says what its title says."""
    return DeedPlan(title=title, button=title, asked=asked, do=do, lead=lead)


# The manager's word


def ask_manager(  # noqa: PLR0913, PLR0917 - what is asked, shown and done
    deeds: OrderDeeds,
    parent: QWidget,
    known: Order,
    title: Words,
    lines: tuple[Line, ...],
    decide: Callable[[Answer], Order],
) -> None:
    """The manager signs in over the clerk's shoulder; the record shows what became of it."""
    post = post_name(known.policy, Post.OFFICE_MANAGER)
    question = ApprovalQuestion(title(), lines, post, deeds.clerk())
    dialog = ApprovalDialog(question, decide, parent.window())
    dialog.decided.connect(partial(_decided, deeds))
    dialog.open()


def ask_first(parent: QWidget, known: Order, asked: DeedPlan, then: Callable[[Any], None]) -> None:
    """First the clerk writes down what it is about, then the manager is asked."""
    dialog = DeedDialog(asked, parent.window(), about=words.about_words(known))
    dialog.deed_done.connect(then)
    dialog.open()


def verdict_asked() -> Asked:
    """What the manager at her own desk says."""
    return segments("verdict", _verdicts, _verdict_words)


def own_answer(values: Values, lines: tuple[Line, ...]) -> Answer:
    """The word of a manager at her own desk."""
    if not values["verdict"]:
        raise RuleRefused([Reason("approval.decision.missing", "verdict")])
    return Answer("", "", Verdict(values["verdict"]), values.get("note") or "", lines)


def note_asked() -> Asked:
    """Why; needed where it is refused."""
    return text("note", _note_words, hint=_note_hint)


def go_on_words() -> str:
    """The manager is asked next."""
    return pgettext("order deed", "Go on")


def why_words() -> str:
    """A reason."""
    return _("Why")


def at_words() -> str:
    """When it happened."""
    return pgettext("order deed", "When")


def _decided(deeds: OrderDeeds, _known: Order) -> None:
    deeds.reload()


def _answers() -> Sequence[Choice]:
    return [Choice(YES, _("Yes")), Choice(NO, _("No"))]


def _verdicts() -> Sequence[Choice]:
    return [
        Choice(Verdict.GRANTED, pgettext("order deed", "Yes, go on")),
        Choice(Verdict.REFUSED, pgettext("order deed", "No")),
    ]


def _verdict_words() -> str:
    return pgettext("order deed", "Your word")


def _note_words() -> str:
    return _("Note")


def _note_hint() -> str:
    return _("Needed where it is not approved.")
