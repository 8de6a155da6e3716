"""《收費委託書》, the builder's mandate to collect fees for him (F35, R32).

It names what is collected, by which standard, on what basis; the builder signs and seals it. The
days it holds and the words of the entrusting are our design.
"""

from dataclasses import dataclass
from datetime import date

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Field
from desk.printing.pen import Hand
from desk.printing.rows import Rows, signer, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "F35-1"

_LOW = 220  # millimetres of a paper's height: what is lower has fewer empty rows
_MOST_EMPTY, _FEW_EMPTY = Ruling(least=11, blank=8), Ruling(least=9, blank=4)
_PRINTED = Ruling(least=9)


@dataclass(frozen=True)
class MandateLine:
    """One fee: its name 收費項目, its standard 標準, its basis 依據."""

    name: str
    standard: str = ""
    basis: str = ""


@dataclass(frozen=True, kw_only=True)
class FeeMandate(FormData):
    """The values of one mandate; days are the estate's. Without `until` it holds until revoked."""

    builder: str = ""
    office: str = ""
    since: date | None = None
    until: date | None = None
    endless: bool = False
    items: tuple[MandateLine, ...] = ()
    remark: str = ""
    signed_by: str = ""
    signed_on: date | None = None


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("mandate paper", "Mandate to Collect Fees")


def _sections(mandate: FeeMandate, hand: Hand) -> list[Section]:
    rows = Rows(hand, mandate.job)
    empty = _FEW_EMPTY if hand.paper.height < _LOW else _MOST_EMPTY
    return [
        Section(pgettext("mandate paper", "Parties"), _parties(mandate, rows)),
        Section(pgettext("mandate paper", "Fees"), _fees(mandate, rows, empty)),
        Section(pgettext("paper", "Signatures"), _signatures(mandate, rows)),
    ]


def _parties(mandate: FeeMandate, rows: Rows) -> list[Block]:
    """Who entrusts whom with what, for how long."""
    office = mandate.office or mandate.job.estate
    entrusted = pgettext(
        "mandate paper",
        "The builder entrusts the office with collecting the fees named below from owners on the"
        " builder’s behalf, by the standards and on the basis named, against receipt.",
    )
    return [
        rows.row(words(pgettext("mandate paper", "Builder"), mandate.builder)),
        rows.row(words(pgettext("mandate paper", "Entrusted office"), office)),
        rows.row(_days(mandate, rows)),
        rows.row(words(pgettext("mandate paper", "Entrusted with"), entrusted)),
    ]


def _days(mandate: FeeMandate, rows: Rows) -> Field:
    caption = pgettext("mandate paper", "Valid")
    if mandate.endless and mandate.since is not None:
        told = pgettext("mandate paper", "From {day} until revoked")
        return words(caption, told.format(day=rows.on(mandate.since)))
    return rows.period(caption, mandate.since, mandate.until, 1.0)


def _fees(mandate: FeeMandate, rows: Rows, empty: Ruling) -> list[Block]:
    columns = (
        Column(pgettext("paper", "Row"), 12, middle=True),
        Column(pgettext("mandate paper", "Fee"), 45),
        Column(pgettext("mandate paper", "Standard"), 52),
        Column(pgettext("mandate paper", "Basis"), 56),
    )
    lines = [
        (str(at), one.name, one.standard, one.basis) for at, one in enumerate(mandate.items, 1)
    ]
    blocks: list[Block] = [rows.table(columns, lines, _PRINTED if lines else empty)]
    caption = pgettext("mandate paper", "Remark")
    if mandate.remark:
        blocks.append(rows.row(words(caption, mandate.remark)))
    elif not mandate.items:
        blocks.append(rows.long(caption, "", 12, 0.4))
    return blocks


def _signatures(mandate: FeeMandate, rows: Rows) -> list[Block]:
    """The builder signs and seals (R32); the office takes it over."""
    return list(
        rows.signatures(
            signer(
                pgettext("mandate paper", "Builder (signature and seal)"),
                mandate.signed_by,
                rows.on(mandate.signed_on),
            ),
            signer(pgettext("mandate paper", "Office (signature and seal)")),
            sealed=True,
        )
    )


FORM = Form(FeeMandate, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
