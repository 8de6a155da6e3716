"""Sets as words of the command line: taken in, looked at, lost, given back."""

from dataclasses import fields, replace

from desk.cli.case import home
from desk.cli.case.deed import Given, Option, choice, flag, moment, number, optional, text
from desk.cli.case.words import AT, PERSON, TEXT, WHY
from desk.cli.key.deed import HOOK, LOSS, SET, SIGNED, KeyDeed
from desk.domain.custody_agreement import EndEntry
from desk.domain.key_board import HookState
from desk.domain.key_loss import FoundEntry, LossAnswer, LossEntry, LossStep, StepEntry
from desk.domain.key_set import KeyBasis, KeyLeftFor, KeySetEntry, KeySetState
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import N_
from desk.services import custody_agreement, key_board, key_loss, key_set
from desk.services.key_board import Hook
from desk.services.key_loss import KeyLossRow
from desk.services.key_set import KeySetFilter, KeySetRow
from desk.services.workplace import Workplace

MOST = 5_000

SAID: tuple[Option, ...] = (
    text("tag", N_("the tag number")),
    text("hook", N_("the hook it hangs on")),
    text("opens", N_("what it opens")),
    number("keys", N_("how many keys; one where nothing is said")),
    choice("basis", KeyBasis, N_("on what ground it is kept"), vocabulary="key_basis"),
    optional("agreement", N_("the number of the custody agreement")),
    home.unit(),
    choice("left-for", KeyLeftFor, N_("for what it was left"), vocabulary="key_left_for"),
    text("left-for-text", N_("for what it was left, in words")),
    text("left-by", N_("who left it")),
    text("phone", N_("the phone of who left it")),
    moment("received", N_("when it was handed in"), now=False, field="received_at"),
    text("remark", N_("what else is to be said")),
)
BACK: tuple[Option, ...] = (
    AT,
    text("to", N_("who receives the keys"), "person"),
    flag("not-owner", N_("it is not the owner who receives them")),
    text("authority", N_("by what letter somebody else receives them")),
    SIGNED,
    WHY,
)


def _new(workplace: Workplace, _key: str, given: Given) -> KeySetRow:
    return key_set.register(workplace, _said(workplace, KeySetEntry(), given))


def _change(workplace: Workplace, key: str, given: Given) -> KeySetRow:
    """What is not given stays."""
    known = key_set.get(workplace, key)
    entry = _said(workplace, key_set.entry_of(known), given)
    return key_set.change(workplace, known.id, known.version, entry)


def _said(workplace: Workplace, entry: KeySetEntry, given: Given) -> KeySetEntry:
    names = {one.name for one in fields(KeySetEntry)}
    told = {name: given[name] for name in names & given.keys() if given[name] not in (None, "")}
    if given["agreement"] is not None:
        agreement = custody_agreement.get(workplace, given["agreement"])
        told |= {"agreement_id": agreement.id, "basis": KeyBasis.AGREEMENT}
    elif given["left_for"] is not None:
        told |= {"basis": KeyBasis.EXCEPTION}
    return replace(entry, **told)


def _show(workplace: Workplace, key: str, _given: Given) -> KeySetRow:
    return key_set.get(workplace, key)


def _losses(workplace: Workplace, _key: str, _given: Given) -> list[KeyLossRow]:
    return list(key_loss.open_losses(workplace, MOST))


def _list(workplace: Workplace, _key: str, given: Given) -> list[KeySetRow]:
    told = {name: given[name] for name in ("state", "basis", "overdue", "text")}
    return list(key_set.page(workplace, KeySetFilter(**told), None, MOST).rows)


def _board(workplace: Workplace, _key: str, given: Given) -> list[Hook]:
    hooks = key_board.board(workplace)
    return [one for one in hooks if given["state"] in (None, one.state)]


def _back(workplace: Workplace, key: str, given: Given) -> KeySetRow:
    known = key_set.get(workplace, key)
    return key_set.give_back(workplace, known.id, known.version, back_of(given))


def back_of(given: Given) -> EndEntry:
    """To whom it goes back, and how that was signed for."""
    names = ("at", "person", "authority", "signed", "why")
    told = {name: given[name] for name in names}
    return EndEntry(**told, is_owner=not given["not_owner"])


def _retire(workplace: Workplace, key: str, given: Given) -> KeySetRow:
    known = key_set.get(workplace, key)
    return key_set.retire(workplace, known.id, known.version, given["why"])


def _lost(workplace: Workplace, key: str, given: Given) -> KeyLossRow:
    known = key_set.get(workplace, key)
    entry = LossEntry(given["at"], given["person"], given["text"])
    return key_loss.report(workplace, known.id, known.version, entry)


def _step(workplace: Workplace, key: str, given: Given) -> KeyLossRow:
    known = _loss(workplace, key)
    return key_loss.answer(workplace, known.id, known.version, StepEntry(**given))


def _found(workplace: Workplace, key: str, given: Given) -> KeyLossRow:
    known = _loss(workplace, key)
    entry = FoundEntry(given["at"], given["person"], given["text"])
    return key_loss.found(workplace, known.id, known.version, entry)


def _write_off(workplace: Workplace, key: str, given: Given) -> KeyLossRow:
    known = _loss(workplace, key)
    return key_loss.write_off(workplace, known.id, known.version, given["why"])


def _loss(workplace: Workplace, key: str) -> KeyLossRow:
    """The open loss of a set."""
    known = key_loss.of_set(workplace, key_set.get(workplace, key).id)
    if known is None:
        raise RuleRefused([Reason("key_loss.none")])
    return known


STEP: tuple[Option, ...] = (
    choice("step", LossStep, N_("what follows"), vocabulary="loss_step"),
    choice("answer", LossAnswer, N_("done or waived"), vocabulary="loss_answer"),
    AT,
    TEXT,
    text("replaced-by", N_("the tag of the new set")),
)
NARROWED: tuple[Option, ...] = (
    choice("state", KeySetState, N_("sets in this state alone"), vocabulary="key_set_state"),
    choice("basis", KeyBasis, N_("sets kept on this ground alone"), vocabulary="key_basis"),
    flag("overdue", N_("what should be back by now")),
    text("text", N_("a tag, a room, a name, what it opens")),
)
HOOKS = choice("state", HookState, N_("hooks in this state alone"), vocabulary="hook_state")

SETS = (
    KeyDeed("new", N_("take a set into custody"), SAID, _new, SET, ""),
    KeyDeed("list", N_("list the sets, by tag"), NARROWED, _list, SET, ""),
    KeyDeed(
        "board", N_("every hook: what hangs there, and who has it"), (HOOKS,), _board, HOOK, ""
    ),
    KeyDeed("show", N_("show a set"), (), _show, SET),
    KeyDeed("change", N_("correct what was written down of a set"), SAID, _change, SET),
    KeyDeed("back", N_("give a set back to its owner"), BACK, _back, SET),
    KeyDeed("retire", N_("the estate’s own set hangs there no more"), (WHY,), _retire, SET),
    KeyDeed("lost", N_("a set is lost"), (AT, PERSON, TEXT), _lost, LOSS),
    KeyDeed("step", N_("answer what follows a loss"), STEP, _step, LOSS),
    KeyDeed(
        "losses", N_("lost sets, and what is still to be done about each"), (), _losses, LOSS, ""
    ),
    KeyDeed("found", N_("a lost set is found"), (AT, PERSON, TEXT), _found, LOSS),
    KeyDeed("write-off", N_("write a lost set off"), (WHY,), _write_off, LOSS),
)
