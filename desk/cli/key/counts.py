"""Counts and receipts as words of the command line."""

import os
from collections.abc import Mapping

from desk.cli.case import home
from desk.cli.case.deed import (
    Given,
    Misread,
    Option,
    choice,
    day,
    flag,
    moment,
    text,
    texts,
    whole,
)
from desk.cli.case.words import PERSON, WHY
from desk.cli.key.deed import COUNT, RECEIPT, SIGNED, KeyDeed
from desk.domain import numbering
from desk.domain.key_count import CountEntry, CountFound, CountKind, DifferenceEntry
from desk.domain.key_loan import KeyProof
from desk.domain.key_receipt import LineEntry, ReceiptEntry, SignEntry
from desk.domain.key_word import SignedHow
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import N_, _
from desk.services import custody_agreement, key_count, key_receipt, key_set
from desk.services.key_count import KeyCountRow
from desk.services.key_receipt import KeyReceiptFilter, KeyReceiptRow
from desk.services.workplace import Workplace

MOST = 1_000
COUNTED = N_("the count’s number")
RECEIVED = N_("the receipt’s number")
_FOUND: Mapping[str, CountFound] = {str(one): one for one in CountFound}

# Counts


def _begin(workplace: Workplace, _key: str, given: Given) -> KeyCountRow:
    to_id = custody_agreement.custodian_of(workplace, given["to"]) if given["to"] else None
    return key_count.begin(workplace, given["kind"] or CountKind.HANDOVER, to_id)


def _count(workplace: Workplace, key: str, _given: Given) -> KeyCountRow:
    return key_count.get(workplace, numbering.typed(key))


def _write(workplace: Workplace, key: str, given: Given) -> KeyCountRow:
    known = _count(workplace, key, given)
    entry = CountEntry(tuple(map(_difference, given["difference"])), given["follows"])
    return key_count.write(workplace, known.id, known.version, entry)


def _difference(told: str) -> DifferenceEntry:
    tag, _equals, rest = told.partition("=")
    found, _colon, why = rest.partition(":")
    if found not in _FOUND:
        form = _("a difference is written like A-01=missing:why: {text}")
        raise Misread(form.format(text=told))
    return DifferenceEntry(tag, _FOUND[found], why)


def _sign(workplace: Workplace, key: str, given: Given) -> KeyCountRow:
    known = _count(workplace, key, given)
    return key_count.sign(workplace, known.id, known.version, moved_known=given["moved_known"])


def _take_over(workplace: Workplace, key: str, given: Given) -> KeyCountRow:
    """By the account of who takes over; over the shoulder by the approver's of the environment."""
    known = _count(workplace, key, given)
    if not given["at_desk"]:
        return key_count.confirm(workplace, known.id, known.version)
    login = os.environ.get("DESK_APPROVER", "")
    password = os.environ.get("DESK_APPROVER_PASSWORD", "")
    return key_count.confirm_at_desk(workplace, known.id, known.version, login, password)


def _write_off(workplace: Workplace, key: str, given: Given) -> KeyCountRow:
    known = _count(workplace, key, given)
    one = next((one for one in known.differences if one.tag == given["tag"]), None)
    if one is None:
        raise RuleRefused([Reason("key_count.difference.unknown", "tag")])
    return key_count.write_off(workplace, known.id, known.version, one.id, given["why"])


def _void(workplace: Workplace, key: str, given: Given) -> KeyCountRow:
    known = _count(workplace, key, given)
    return key_count.void(workplace, known.id, known.version, given["why"])


def _list(workplace: Workplace, _key: str, _given: Given) -> list[KeyCountRow]:
    return list(key_count.page(workplace, None, MOST).rows)


BEGUN: tuple[Option, ...] = (
    choice("kind", CountKind, N_("why it is counted"), vocabulary="count_kind"),
    text("to", N_("the login name of who takes over, or counts along")),
)
WRITTEN: tuple[Option, ...] = (
    texts("difference", N_("TAG=missing|present|incomplete:WHY; several times for several")),
    text("follows", N_("what is done about it")),
)
MOVED = flag("moved-known", N_("what moved meanwhile was looked at again"))
SHOULDER = flag(
    "at-desk",
    N_("over the shoulder, by the account that DESK_APPROVER and DESK_APPROVER_PASSWORD name"),
)
ONE_TAG = text("tag", N_("the tag of the difference"))

COUNTS = (
    KeyDeed("begin", N_("begin a count"), BEGUN, _begin, COUNT, ""),
    KeyDeed("list", N_("list the counts, newest first"), (), _list, COUNT, ""),
    KeyDeed("show", N_("show a count"), (), _count, COUNT, COUNTED),
    KeyDeed("write", N_("write down what was found otherwise"), WRITTEN, _write, COUNT, COUNTED),
    KeyDeed("sign", N_("who counted signs"), (MOVED,), _sign, COUNT, COUNTED),
    KeyDeed("take-over", N_("who takes over signs"), (SHOULDER,), _take_over, COUNT, COUNTED),
    KeyDeed("write-off", N_("write a difference off"), (ONE_TAG, WHY), _write_off, COUNT, COUNTED),
    KeyDeed("void", N_("the count is not finished"), (WHY,), _void, COUNT, COUNTED),
)

# Receipts


def _new_receipt(workplace: Workplace, _key: str, given: Given) -> KeyReceiptRow:
    lines = [LineEntry(key_set.get(workplace, tag).id) for tag in given["set"]]
    lines += map(_free, given["keys"])
    names = ("handed_over_at", "unit_id", "receiver", "authority", "phone", "proof", "proof_tail")
    told = {name: given[name] for name in names}
    entry = ReceiptEntry(
        **told, is_owner=not given["not_owner"], lines=tuple(lines), remark=given["remark"]
    )
    return key_receipt.register(workplace, entry)


def _free(told: str) -> LineEntry:
    what, _equals, typed = told.rpartition("=")
    count = whole(typed)
    if not what or count is None:
        raise Misread(_("keys are written like 信箱=2: {text}").format(text=told))
    return LineEntry(what=what, keys=count)


def _receipt(workplace: Workplace, key: str, _given: Given) -> KeyReceiptRow:
    return key_receipt.get(workplace, numbering.typed(key))


def _sign_receipt(workplace: Workplace, key: str, given: Given) -> KeyReceiptRow:
    known = _receipt(workplace, key, given)
    entry = SignEntry(
        given["person"],
        given["signed_on"] or workplace.today(),
        given["signed"] or SignedHow.DESK,
    )
    return key_receipt.sign(workplace, known.id, known.version, entry)


def _void_receipt(workplace: Workplace, key: str, given: Given) -> KeyReceiptRow:
    known = _receipt(workplace, key, given)
    return key_receipt.void(workplace, known.id, known.version, given["why"])


def _receipts(workplace: Workplace, _key: str, given: Given) -> list[KeyReceiptRow]:
    narrowed = KeyReceiptFilter(is_open=True if given["open"] else None, text=given["text"])
    return list(key_receipt.page(workplace, narrowed, None, MOST).rows)


RECEIPT_SAID: tuple[Option, ...] = (
    home.unit(),
    text("receiver", N_("who receives the keys")),
    flag("not-owner", N_("it is not the owner who receives them")),
    text("authority", N_("by what letter somebody else receives them")),
    text("phone", N_("the receiver’s phone")),
    choice("proof", KeyProof, N_("which paper was seen"), vocabulary="key_proof"),
    text("proof-tail", N_("the last four characters of its number")),
    texts("set", N_("the tag of a set in custody; several times for several")),
    texts("keys", N_("WHAT=COUNT, keys in words; several times for several")),
    moment(
        "at", N_("when, by the estate’s clock; now where nothing is said"), field="handed_over_at"
    ),
    text("remark", N_("what else is to be said")),
)
RECEIPT_SIGN: tuple[Option, ...] = (
    PERSON,
    day("on", N_("the day of the signature; today where nothing is said"), "signed_on"),
    SIGNED,
)
RECEIPT_NARROWED: tuple[Option, ...] = (
    flag("open", N_("what waits for its signature")),
    text("text", N_("a number, a room, a receiver")),
)

RECEIPTS = (
    KeyDeed("new", N_("write a key receipt"), RECEIPT_SAID, _new_receipt, RECEIPT, ""),
    KeyDeed(
        "list", N_("list the receipts, newest first"), RECEIPT_NARROWED, _receipts, RECEIPT, ""
    ),
    KeyDeed("show", N_("show a receipt"), (), _receipt, RECEIPT, RECEIVED),
    KeyDeed("sign", N_("the receiver has signed"), RECEIPT_SIGN, _sign_receipt, RECEIPT, RECEIVED),
    KeyDeed("void", N_("nobody signs it"), (WHY,), _void_receipt, RECEIPT, RECEIVED),
)
