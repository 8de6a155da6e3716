"""《代管委托書》, the agreement by which the desk keeps keys or things of a household (F38).

As a rule none are kept; in a special case everything is handed over complete, both sides sign, a
custodian is named and every use is logged (R112). The manual gives the duties and no layout.
"""

from dataclasses import dataclass
from datetime import date

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Field
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, signer, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "F38-1"

_BY_HAND = Ruling(least=8.5, blank=4)
_PRINTED = Ruling(least=6.4)


@dataclass(frozen=True)
class KeptThing:
    """One key set or thing: its tag number, what it is, how many, what is noted of it."""

    what: str
    tag: str = ""
    count: int | None = None
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class CustodyAgreement(FormData):
    """The values of one agreement; its period is in the estate's days, both in it.

    `until` None is open-ended where `since` is known. `custodian` answers for the keys on the
    side of the estate; `purposes` are all that they may be used for.
    """

    unit: str = ""
    owner: str = ""
    id_seen: str = ""
    phone: str = ""
    custodian: str = ""
    post: str = ""
    things: tuple[KeptThing, ...] = ()
    purposes: str = ""
    since: date | None = None
    until: date | None = None
    remark: str = ""
    owner_signed: str = ""
    owner_signed_on: date | None = None
    office_signed: str = ""
    office_signed_on: date | None = None
    given_back_on: date | None = None
    given_back_to: str = ""
    given_back_by: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("key paper", "Custody Agreement")


def _sections(agreement: CustodyAgreement, hand: Hand) -> list[Section]:
    rows = Rows(hand, agreement.job)
    return [
        Section(pgettext("key paper", "Parties"), _parties(agreement, rows)),
        Section(pgettext("key paper", "Kept"), _things(agreement, rows)),
        Section(pgettext("key paper", "Use"), _use(agreement, rows)),
        Section(pgettext("key paper", "Duties"), _duties(rows)),
        Section(pgettext("paper", "Signatures"), _signatures(agreement, rows)),
        Section(pgettext("key paper", "Given back"), _given_back(agreement, rows)),
    ]


def _parties(agreement: CustodyAgreement, rows: Rows) -> list[Block]:
    custodian = "　".join(filter(None, (agreement.custodian, agreement.post)))
    return [
        rows.row(
            words(pgettext("key paper", "Owner"), agreement.owner, LEFT),
            words(pgettext("paper", "Room"), agreement.unit, RIGHT),
        ),
        rows.row(
            words(pgettext("key paper", "ID seen"), agreement.id_seen, LEFT),
            words(pgettext("paper", "Phone"), agreement.phone, RIGHT),
        ),
        rows.row(words(pgettext("key paper", "Custodian"), custodian)),
    ]


def _things(agreement: CustodyAgreement, rows: Rows) -> list[Block]:
    """Everything that is handed over, one by one, with its tag (R112)."""
    columns = (
        Column(pgettext("paper", "Row"), 12, middle=True),
        Column(pgettext("key paper", "Tag"), 24, middle=True),
        Column(pgettext("key paper", "Keys or things, what they open"), 68),
        Column(pgettext("key paper", "How many"), 20, middle=True),
        Column(pgettext("key paper", "Remark"), 41),
    )
    lines = [
        (str(at), one.tag, one.what, "" if one.count is None else str(one.count), one.remark)
        for at, one in enumerate(agreement.things, 1)
    ]
    return [rows.table(columns, lines, _PRINTED if lines else _BY_HAND)]


def _use(agreement: CustodyAgreement, rows: Rows) -> list[Block]:
    appetite = 0 if agreement.purposes else 1
    blocks: list[Block] = [
        rows.long(pgettext("key paper", "Purposes"), agreement.purposes, 12, appetite),
        rows.row(_period(agreement, rows)),
    ]
    if agreement.remark:
        blocks.append(rows.row(words(pgettext("key paper", "Remark"), agreement.remark)))
    return blocks


def _period(agreement: CustodyAgreement, rows: Rows) -> Field:
    caption = pgettext("key paper", "Period")
    if agreement.since is not None and agreement.until is None:
        open_ended = pgettext("key paper", "From {since}, until it is ended")
        return words(caption, open_ended.format(since=rows.on(agreement.since)))
    return rows.period(caption, agreement.since, agreement.until, 1.0)


def _duties(rows: Rows) -> list[Block]:
    """What R112 asks of either side, in plain words."""
    return [
        rows.row(
            words(pgettext("key paper", "Custodian's duties"), _numbered(_custodian_duties()))
        ),
        rows.row(words(pgettext("key paper", "Owner's duties"), _numbered(_owner_duties()))),
    ]


def _custodian_duties() -> tuple[str, ...]:
    return (
        pgettext(
            "key paper",
            "Keeps what is listed above under lock, each under its tag number; the tag does not "
            "say which home it opens.",
        ),
        pgettext(
            "key paper",
            "Hands it out for the purposes above alone. For anything else the owner is asked "
            "first, and the answer is written down.",
        ),
        pgettext(
            "key paper",
            "Logs every use: who took it, for which company and what, when it went and came back "
            "and in which condition, both signing. The owner may read the log at any time.",
        ),
        pgettext(
            "key paper",
            "Tells the owner at once when anything is lost or damaged, and settles with the owner "
            "what follows.",
        ),
        pgettext(
            "key paper",
            "Makes no copies, passes it to nobody else to keep, and gives everything back against "
            "signature when the agreement ends.",
        ),
    )


def _owner_duties() -> tuple[str, ...]:
    return (
        pgettext(
            "key paper",
            "Hands everything over complete, counts and tries it together with the custodian, and "
            "signs for it.",
        ),
        pgettext(
            "key paper",
            "Leaves no cash, papers or valuables with the desk: as a rule no keys and private "
            "things are kept, and this is an exception.",
        ),
        pgettext(
            "key paper",
            "Tells the desk when a lock, a phone number or the owner of the home changes.",
        ),
        pgettext(
            "key paper",
            "May end the agreement at any time, and fetches everything when it has ended.",
        ),
    )


def _numbered(duties: tuple[str, ...]) -> str:
    return "\n".join(f"{number}. {duty}" for number, duty in enumerate(duties, 1))


def _signatures(agreement: CustodyAgreement, rows: Rows) -> list[Block]:
    """Both sides sign (R112)."""
    owner = agreement.owner_signed or agreement.owner
    office = agreement.office_signed or agreement.custodian
    return list(
        rows.signatures(
            signer(pgettext("key paper", "Owner"), owner, rows.on(agreement.owner_signed_on)),
            signer(pgettext("key paper", "Custodian"), office, rows.on(agreement.office_signed_on)),
        )
    )


def _given_back(agreement: CustodyAgreement, rows: Rows) -> list[Block]:
    """The end: everything back to the owner against signature."""
    back = rows.on(agreement.given_back_on)
    return list(
        rows.signatures(
            signer(
                pgettext("key paper", "Owner: everything received back"),
                agreement.given_back_to,
                back,
            ),
            signer(pgettext("key paper", "Given back by"), agreement.given_back_by, back),
        )
    )


FORM = Form(CustodyAgreement, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
