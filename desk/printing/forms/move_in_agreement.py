"""The agreements an owner signs at move-in, each on pages of its own (F31).

《前期物業服務協議》, 《房屋裝修管理協議》, 《業主臨時管理規約》 and whatever else the estate
lists, each with the estate's text and both signatures (R31). The covenant is an undertaking 承諾書:
the owner gives and signs it alone. The manual names them and gives no layout.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import FormData
from desk.printing.leaves import LeafForm
from desk.printing.pen import Hand
from desk.printing.prose import prose
from desk.printing.rows import LEFT, RIGHT, Rows, signer, words

TEMPLATE_VERSION = "F31-2"


@dataclass(frozen=True)
class Agreement:
    """One agreement: its name in 《》 or not, its terms as the estate wrote them, "" if attached.

    `signed_by` and `signed_on` are of one that was signed already; an `undertaking` is the owner's
    alone.
    """

    name: str
    text: str = ""
    signed_by: str = ""
    signed_on: date | None = None
    undertaking: bool = False


@dataclass(frozen=True, kw_only=True)
class MoveInAgreement(FormData):
    """The values of the set: one leaf for each of `agreements`; without them a blank one.

    `agent` signs for the owner where one was sent; `by` is who signs for the estate.
    """

    unit: str = ""
    owner: str = ""
    identity: str = ""
    phone: str = ""
    agent: str = ""
    agreements: tuple[Agreement, ...] = ()
    by: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("move-in paper", "Move-in Agreement")


def leaves(data: MoveInAgreement) -> Sequence[MoveInAgreement]:
    """One leaf an agreement, under its own name."""
    if not data.agreements:
        return (data,)
    return tuple(replace(data, title=_title(one), agreements=(one,)) for one in data.agreements)


def _title(one: Agreement) -> str:
    """The agreement's own name; an undertaking to keep a covenant says that it is one."""
    if not one.undertaking:
        return one.name
    said = pgettext("move-in paper", "Undertaking")
    if said.casefold() in one.name.casefold():
        return one.name
    return pgettext("move-in paper", "{covenant}: Undertaking").format(covenant=one.name)


def _sections(data: MoveInAgreement, hand: Hand) -> list[Section]:
    rows = Rows(hand, data.job)
    wide = Rows(hand, data.job, full=True)
    if data.agreements and data.agreements[0].undertaking:
        return _undertaking(data, data.agreements[0], rows, wide, hand)
    return [
        Section(pgettext("move-in paper", "Parties"), _parties(data, rows)),
        Section("", _terms(data, wide, hand)),
        Section(pgettext("paper", "Signatures"), _signatures(data, rows)),
    ]


def _parties(data: MoveInAgreement, rows: Rows) -> list[Block]:
    """Party A is the owner, party B the office that manages the estate."""
    return [
        rows.row(
            words(pgettext("move-in paper", "Party A: owner"), data.owner, LEFT),
            words(pgettext("paper", "Room"), data.unit, RIGHT),
        ),
        rows.row(
            words(pgettext("move-in paper", "Identity seen"), data.identity, LEFT),
            words(pgettext("paper", "Phone"), data.phone, RIGHT),
        ),
        rows.row(
            words(pgettext("move-in paper", "Agent of the owner"), data.agent, LEFT),
            words(pgettext("move-in paper", "Party B: office"), data.job.estate, RIGHT),
        ),
    ]


def _terms(data: MoveInAgreement, rows: Rows, hand: Hand) -> list[Block]:
    """The estate's text, and lines for what both agree beyond it."""
    if not data.agreements:
        return [rows.long(pgettext("move-in paper", "Terms"), "", 60, 1)]
    attached = pgettext(
        "move-in paper",
        "The terms of this agreement are attached. Both parties have read them, agree to them and "
        "keep one copy each.",
    )
    return [
        prose(hand, rows.width, data.agreements[0].text or attached),
        rows.long(pgettext("move-in paper", "Further agreed"), "", 18, 1),
    ]


def _signatures(data: MoveInAgreement, rows: Rows) -> list[Block]:
    one = data.agreements[0] if data.agreements else Agreement("")
    day = rows.on(one.signed_on)
    owner = one.signed_by or data.agent or data.owner
    return list(
        rows.signatures(
            signer(pgettext("move-in paper", "Party A: owner or agent"), owner, day),
            signer(pgettext("move-in paper", "Party B: for the office (stamp)"), data.by, day),
            sealed=True,
        )
    )


def _undertaking(
    data: MoveInAgreement, one: Agreement, rows: Rows, wide: Rows, hand: Hand
) -> list[Section]:
    """What the owner undertakes towards the office, signed by nobody else."""
    attached = pgettext(
        "move-in paper",
        "I have read the whole of {covenant}, which is attached, and understand it. I undertake to "
        "keep to it, and to see to it that whoever lives in or uses my home keeps to it. What "
        "comes of a breach is mine to answer for. One copy stays with the office, one with me.",
    )
    given = [
        rows.row(
            words(pgettext("move-in paper", "Undertaken by: owner"), data.owner, LEFT),
            words(pgettext("paper", "Room"), data.unit, RIGHT),
        ),
        rows.row(
            words(pgettext("move-in paper", "Identity seen"), data.identity, LEFT),
            words(pgettext("paper", "Phone"), data.phone, RIGHT),
        ),
        rows.row(
            words(pgettext("move-in paper", "Agent of the owner"), data.agent, LEFT),
            words(pgettext("move-in paper", "Given to"), data.job.estate, RIGHT),
        ),
    ]
    signed = signer(
        pgettext("move-in paper", "Undertaken by: owner or agent"),
        one.signed_by or data.agent or data.owner,
        rows.on(one.signed_on),
    )
    return [
        Section(pgettext("move-in paper", "By whom"), given),
        Section("", [prose(hand, wide.width, one.text or attached.format(covenant=one.name))]),
        Section(pgettext("paper", "Signatures"), list(rows.signatures(signed, sealed=True))),
    ]


FORM = LeafForm(MoveInAgreement, title_name, TEMPLATE_VERSION, _sections, leaves=leaves)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
