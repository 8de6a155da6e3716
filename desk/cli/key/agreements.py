"""Custody agreements as words of the command line."""

from dataclasses import fields, replace

from desk.cli.case import home
from desk.cli.case.deed import Given, Option, choice, day, flag, text, texts
from desk.cli.case.words import PERSON, WHY
from desk.cli.key.deed import AGREEMENT, SIGNED, WORD, KeyDeed, word_of
from desk.cli.key.sets import BACK, back_of
from desk.domain import numbering
from desk.domain.custody_agreement import AgreementEntry, ExtendEntry, Party, SignEntry
from desk.domain.key_word import SignedHow
from desk.i18n import N_
from desk.services import custody_agreement
from desk.services.custody_agreement import AgreementFilter, AgreementRow
from desk.services.workplace import Workplace

MOST = 5_000
NUMBER = N_("the agreement’s number")

SAID: tuple[Option, ...] = (
    home.unit(),
    text("owner", N_("the owner’s name")),
    text("owner-phone", N_("the owner’s phone")),
    text("custodian", N_("the login name of the custodian")),
    day("starts", N_("its first day, such as 2026-11-21")),
    day("ends", N_("its last day")),
    texts("purpose", N_("what the keys may be used for; several times for several"), "purposes"),
    texts("thing", N_("a private thing that is kept too; several times for several"), "things"),
    text("remark", N_("what else is to be said")),
)
SIGN: tuple[Option, ...] = (
    choice("party", Party, N_("who signs"), needed=True, vocabulary="party"),
    PERSON,
    day("on", N_("the day of the signature; today where nothing is said"), "signed_on"),
    SIGNED,
)


def _new(workplace: Workplace, _key: str, given: Given) -> AgreementRow:
    return custody_agreement.register(workplace, _said(workplace, AgreementEntry(), given))


def _change(workplace: Workplace, key: str, given: Given) -> AgreementRow:
    """What is not given stays."""
    known = _get(workplace, key, given)
    entry = _said(workplace, custody_agreement.entry_of(known), given)
    return custody_agreement.change(workplace, known.id, known.version, entry)


def _said(workplace: Workplace, entry: AgreementEntry, given: Given) -> AgreementEntry:
    names = {one.name for one in fields(AgreementEntry)}
    told = {name: given[name] for name in names & given.keys() if given[name] not in (None, "", ())}
    if given["custodian"]:
        told["custodian_id"] = custody_agreement.custodian_of(workplace, given["custodian"])
    return replace(entry, **told)


def _get(workplace: Workplace, key: str, _given: Given) -> AgreementRow:
    return custody_agreement.get(workplace, numbering.typed(key))


def _sign(workplace: Workplace, key: str, given: Given) -> AgreementRow:
    known = _get(workplace, key, given)
    entry = SignEntry(
        given["party"],
        given["person"],
        given["signed_on"] or workplace.today(),
        given["signed"] or SignedHow.DESK,
    )
    return custody_agreement.sign(workplace, known.id, known.version, entry)


def _extend(workplace: Workplace, key: str, given: Given) -> AgreementRow:
    known = _get(workplace, key, given)
    entry = ExtendEntry(given["until"], given["why"], word_of(given))
    return custody_agreement.extend(workplace, known.id, known.version, entry)


def _end(workplace: Workplace, key: str, given: Given) -> AgreementRow:
    known = _get(workplace, key, given)
    return custody_agreement.end(workplace, known.id, known.version, back_of(given))


def _void(workplace: Workplace, key: str, given: Given) -> AgreementRow:
    known = _get(workplace, key, given)
    return custody_agreement.void(workplace, known.id, known.version, given["why"])


def _list(workplace: Workplace, _key: str, given: Given) -> list[AgreementRow]:
    narrowed = AgreementFilter(is_open=True if given["open"] else None, text=given["text"])
    return list(custody_agreement.page(workplace, narrowed, None, MOST).rows)


NARROWED: tuple[Option, ...] = (
    flag("open", N_("what is neither ended nor void")),
    text("text", N_("a number, a room, an owner")),
)
UNTIL = day("until", N_("its new last day"))

AGREEMENTS = (
    KeyDeed("new", N_("write a custody agreement down"), SAID, _new, AGREEMENT, ""),
    KeyDeed("list", N_("list the agreements, newest first"), NARROWED, _list, AGREEMENT, ""),
    KeyDeed("show", N_("show an agreement"), (), _get, AGREEMENT, NUMBER),
    KeyDeed("change", N_("correct what nobody has signed"), SAID, _change, AGREEMENT, NUMBER),
    KeyDeed("sign", N_("one party has signed"), SIGN, _sign, AGREEMENT, NUMBER),
    KeyDeed("extend", N_("it runs longer"), (UNTIL, WHY, *WORD), _extend, AGREEMENT, NUMBER),
    KeyDeed("end", N_("everything under it goes back"), BACK, _end, AGREEMENT, NUMBER),
    KeyDeed("void", N_("it never came about"), (WHY,), _void, AGREEMENT, NUMBER),
)
