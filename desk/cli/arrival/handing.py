"""Agreements, materials, fees and keys: `desk move-in agreement|material|fee|look|receipt|keys`."""

from collections.abc import Iterable
from decimal import Decimal

from desk.cli.arrival.deed import MoveInDeed, file_of, key_of
from desk.cli.case.approval import answer_of
from desk.cli.case.deed import (
    Given,
    Misread,
    Option,
    amount,
    choice,
    day,
    flag,
    number,
    text,
    texts,
    whole,
)
from desk.domain import numbering
from desk.domain.key_receipt import LineEntry, ReceiptEntry, SignEntry
from desk.domain.move_in import FeeEntry, FeeKind, ListedEntry
from desk.domain.receipt import Method
from desk.errors import NotFound
from desk.i18n import N_, _
from desk.services import (
    fee_mandate,
    key_receipt,
    key_set,
    move_in,
    move_in_fee,
    move_in_keys,
    move_in_listed,
)
from desk.services.move_in import ListedStanding, MoveIn
from desk.services.move_in_fee import PaidEntry
from desk.services.workplace import Workplace

_LISTED: tuple[Option, ...] = (
    texts("code", N_("which paper, by its code; several times"), "codes"),
    flag("all", N_("everything of the list that is not signed")),
    day("on", N_("the day of the signature; today where nothing is said")),
    text("by", N_("who signed; whose case it is where nobody is named")),
    text("scan", N_("a scan of it, a file")),
)
_LINES = texts("line", N_("which line, 1 the first; several times, all where none"), "lines")
_FEE: tuple[Option, ...] = (
    choice("kind", FeeKind, N_("whose money it is"), needed=True, vocabulary="fee_kind"),
    text("what", N_("what it is for")),
    amount("amount", N_("how much")),
    text("mandate", N_("the builder’s mandate, by its number")),
)
_KEYS: tuple[Option, ...] = (
    texts("set", N_("a key set in custody, by its tag; several times"), "tags"),
    texts("what", N_("keys in words, WHAT=COUNT; several times"), "whats"),
    text("receiver", N_("who receives them; whose case it is where nobody is named")),
    text("authority", N_("the letter by which somebody else receives them")),
    text("receipt", N_("a key receipt that was written before, by its number")),
    text("signed-by", N_("who signed at the desk; not signed where nobody is named")),
)
_PAID: tuple[Option, ...] = (
    _LINES,
    text("payer", N_("who paid; whose case it is where nobody is named")),
    choice("method", Method, N_("how it was paid; cash where nothing is said")),
    text("reference", N_("the number of the cheque or of the transfer")),
)


def _agreement(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    entries = _signed(workplace, known, known.agreements, given)
    return move_in_listed.sign(workplace, *key_of(known), entries)


def _material(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    entries = _signed(workplace, known, known.materials, given)
    return move_in_listed.hand_over(workplace, *key_of(known), entries)


def _signed(
    workplace: Workplace, known: MoveIn, listed: Iterable[ListedStanding], given: Given
) -> list[ListedEntry]:
    waits = [one.paper.code for one in listed if not one.is_done] if given["all"] else []
    codes = list(dict.fromkeys([*given["codes"], *waits]))
    scan = file_of(workplace, known, given["scan"]) if codes else None
    day_, by = given["on"] or workplace.today(), given["by"] or known.detail.name
    return [ListedEntry(code, day_, by, scan) for code in codes]


def _fee(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    number_ = given["mandate"]
    mandate = fee_mandate.get(workplace, numbering.typed(number_)).id if number_ else None
    entry = FeeEntry(given["kind"], given["what"], given["amount"] or Decimal(0), mandate)
    return move_in_fee.add(workplace, *key_of(known), [entry])


def _drop_fee(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    (fee,) = _ids(known, (str(given["line"] or ""),))
    return move_in_fee.drop(workplace, *key_of(known), fee)


def _look(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    """Over the shoulder, by the colleague whose account the environment names; or one's own."""
    by = None
    if not given["own"]:
        answer = answer_of({"own": False, "note": ""}, ())
        by = (answer.login, answer.password)
    return move_in_fee.look(workplace, *key_of(known), _ids(known, given["lines"]), by)


def _receipt(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    entry = PaidEntry(
        _ids(known, given["lines"]),
        given["payer"],
        given["method"] or Method.CASH,
        reference=given["reference"],
    )
    return move_in_fee.receive(workplace, *key_of(known), entry)


def _keys(workplace: Workplace, known: MoveIn, given: Given) -> MoveIn:
    """By a new key receipt, signed at once where somebody signs; or by one that is there."""
    if given["receipt"]:
        there = key_receipt.get(workplace, numbering.typed(given["receipt"]))
        return move_in_keys.link(workplace, *key_of(known), there.id)
    sets = (LineEntry(key_set.get(workplace, tag).id) for tag in given["tags"])
    entry = ReceiptEntry(
        workplace.now(),
        receiver=given["receiver"],
        is_owner=not given["authority"],
        authority=given["authority"],
        lines=(*sets, *map(_line, given["whats"])),
    )
    known = move_in_keys.hand_over(workplace, *key_of(known), entry)
    if given["signed_by"]:
        written = key_receipt.get(workplace, known.keys[-1].receipt_id)
        sign = SignEntry(given["signed_by"], workplace.today())
        key_receipt.sign(workplace, written.id, written.version, sign)
    return move_in.get(workplace, known.detail.id)


def _line(given: str) -> LineEntry:
    """Front door=3: three keys of it; one where nothing is said."""
    what, _is, told = given.partition("=")
    count = whole(told or "1")
    if count is None:
        raise Misread(_("keys are counted like “front door=3”: {text}").format(text=given))
    return LineEntry(what=what, keys=count)


def _ids(known: MoveIn, lines: Iterable[str]) -> tuple[int, ...]:
    places = [whole(one) or 0 for one in lines]
    if any(not 1 <= place <= len(known.fees) for place in places):
        raise NotFound("move_in_fee", ", ".join(lines))
    return tuple(known.fees[place - 1].id for place in places)


DEEDS: tuple[MoveInDeed, ...] = (
    MoveInDeed("agreement", N_("agreements were signed"), _LISTED, _agreement),
    MoveInDeed("material", N_("materials were handed over against signature"), _LISTED, _material),
    MoveInDeed("fee", N_("write down what is to be paid"), _FEE, _fee),
    MoveInDeed(
        "drop-fee",
        N_("take a wrong line off"),
        (number("line", N_("which line, 1 the first")),),
        _drop_fee,
    ),
    MoveInDeed(
        "look",
        N_("a second clerk has looked at the fees"),
        (_LINES, flag("own", N_("it is the clerk at the desk who looks"))),
        _look,
    ),
    MoveInDeed("receipt", N_("the money came in"), _PAID, _receipt),
    MoveInDeed("keys", N_("keys are handed over by a key receipt"), _KEYS, _keys),
)
