"""The deeds on a version of the price board 標價牌 as words of the command line."""

import dataclasses

from desk.cli.case import approval
from desk.cli.case.deed import Given, amount, choice, day, flag, text
from desk.cli.case.record_deed import RecordDeed, by_name
from desk.cli.case.words import WHY
from desk.domain.price_board import FilingEntry, FilingKind, ItemEntry, ReviewEntry, Reviewer
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import N_
from desk.services import price_board, price_board_draft, price_board_shown
from desk.services.price_board import ItemRow, Version
from desk.services.workplace import Workplace

BoardDeed = RecordDeed[Version]


def _item(workplace: Workplace, known: Version, given: Given) -> Version:
    """A code that stands on the version changes that item; what is not given stays."""
    item = _of_code(known, given["code"])
    told = {name: given[name] for name in _ITEM_WORDS if given[name] not in (None, "")}
    entry = ItemEntry() if item is None else price_board_draft.entry_of(item)
    entry = dataclasses.replace(entry, **told)
    key = None if item is None else item.id
    return price_board_draft.put_item(workplace, *_key(known), entry, key)


def _drop(workplace: Workplace, known: Version, given: Given) -> Version:
    item = _of_code(known, given["code"])
    if item is None:
        raise RuleRefused([Reason("price_board.code.unknown", "code", {"code": given["code"]})])
    return price_board_draft.drop_item(workplace, *_key(known), item.id)


def _file(workplace: Workplace, known: Version, given: Given) -> Version:
    kind = given["kind"] or FilingKind.FILED
    entry = FilingEntry(kind, given["filed_on"], given["filed_with"], given["reference"])
    return price_board_draft.file(workplace, *_key(known), entry)


def _review(workplace: Workplace, known: Version, given: Given) -> Version:
    entry = ReviewEntry(given["reviewer"], given["person"], given["on"])
    return price_board_draft.review(workplace, *_key(known), entry)


def _approve(workplace: Workplace, known: Version, given: Given) -> Version:
    shown = price_board_shown.lines(workplace, known)
    answer = approval.answer_of(given, shown)
    return price_board.approve(workplace, *_key(known), answer)


def _post(workplace: Workplace, known: Version, given: Given) -> Version:
    since = given["posted_on"] or workplace.today()
    return price_board.post(workplace, *_key(known), since)


def _void(workplace: Workplace, known: Version, given: Given) -> Version:
    return price_board.void(workplace, *_key(known), given["why"])


def _key(known: Version) -> tuple[int, int]:
    return known.row.id, known.row.version


def _of_code(known: Version, code: str) -> ItemRow | None:
    return next((one for one in known.items if code and one.code == code), None)


_CODE = text("code", N_("the item’s code"))
_ITEM_WORDS = ("code", "name", "unit", "price", "materials", "skill")
DEEDS = by_name(
    (
        BoardDeed(
            "item",
            N_("write an item of the draft; one whose code is known is changed"),
            (
                _CODE,
                text("name", N_("what is done")),
                text("unit", N_("by what it is counted, such as 個 or 小時")),
                amount("price", N_("what it costs")),
                text("materials", N_("what the price includes")),
                text("skill", N_("the skill it needs")),
            ),
            _item,
        ),
        BoardDeed("drop", N_("take an item off the draft"), (_CODE,), _drop),
        BoardDeed(
            "file",
            N_("where the prices are filed, or that no filing is asked for"),
            (
                choice("kind", FilingKind, N_("whether they are filed"), vocabulary="filing_kind"),
                text("with", N_("the authority, or why none is asked"), "filed_with"),
                day("on", N_("filed on which day"), "filed_on"),
                text("reference", N_("under which reference")),
            ),
            _file,
        ),
        BoardDeed(
            "review",
            N_("quality or finance looked the list through"),
            (
                choice(
                    "reviewer",
                    Reviewer,
                    N_("which of the two"),
                    needed=True,
                    vocabulary="reviewer",
                ),
                text("person", N_("who looked it through")),
                day("on", N_("on which day")),
            ),
            _review,
        ),
        BoardDeed(
            "approve",
            N_("a second person puts it in force"),
            (
                flag("own", N_("it is the clerk at the desk who gives the word")),
                flag("refuse", N_("the word is no")),
                text("note", N_("what else is to be said")),
            ),
            _approve,
        ),
        BoardDeed(
            "post",
            N_("it hangs on the wall"),
            (day("since", N_("since which day; today where nothing is said"), "posted_on"),),
            _post,
        ),
        BoardDeed("void", N_("give the draft up"), (WHY,), _void),
    )
)
