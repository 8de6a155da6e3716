"""《委託服務協議》 with a supplier 供方 (F22, R239).

Both parties sign, with seal where there is one, and one copy is kept at the centre. The manual asks
for no more; scope, charge, period and the duties of either side are our design.
"""

from dataclasses import dataclass
from datetime import date

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, signer, words

TEMPLATE_VERSION = "F22-1"


@dataclass(frozen=True, kw_only=True)
class SupplierAgreement(FormData):
    """The values of one agreement; its period is in the estate's days, both in it.

    Without a `unit` it is for the whole estate, and the office signs for the customers.
    """

    supplier: str = ""
    licence: str = ""
    contact: str = ""
    phone: str = ""
    customer: str = ""
    unit: str = ""
    standing: bool = False
    scope: tuple[str, ...] = ()
    charge: str = ""
    since: date | None = None
    until: date | None = None
    follows: str = ""
    remark: str = ""
    customer_signed: str = ""
    customer_signed_on: date | None = None
    supplier_signed: str = ""
    supplier_signed_on: date | None = None
    copy_kept_on: date | None = None


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("catalogue paper", "Commissioned Service Agreement")


def _sections(agreement: SupplierAgreement, hand: Hand) -> list[Section]:
    rows = Rows(hand, agreement.job)
    return [
        Section(pgettext("catalogue paper", "Parties"), _parties(agreement, rows)),
        Section(pgettext("catalogue paper", "Agreed"), _agreed(agreement, rows)),
        Section(pgettext("catalogue paper", "Duties"), _duties(agreement, rows)),
        Section(pgettext("paper", "Signatures"), _signatures(agreement, rows)),
    ]


def _parties(agreement: SupplierAgreement, rows: Rows) -> list[Block]:
    blocks: list[Block] = [
        rows.row(
            words(pgettext("catalogue paper", "Supplier"), agreement.supplier, LEFT),
            words(pgettext("catalogue paper", "Licence no."), agreement.licence, RIGHT),
        ),
        rows.row(
            words(pgettext("catalogue paper", "Contact"), agreement.contact, LEFT),
            words(pgettext("paper", "Phone"), agreement.phone, RIGHT),
        ),
    ]
    if agreement.standing:
        everyone = pgettext("catalogue paper", "{estate}, for all its customers")
        told = everyone.format(estate=agreement.job.estate)
        return [*blocks, rows.row(words(pgettext("catalogue paper", "Customer"), told))]
    return [
        *blocks,
        rows.row(
            words(pgettext("catalogue paper", "Customer"), agreement.customer, LEFT),
            words(pgettext("paper", "Room"), agreement.unit, RIGHT),
        ),
    ]


def _agreed(agreement: SupplierAgreement, rows: Rows) -> list[Block]:
    scope, charge = numbered(agreement.scope), agreement.charge
    blocks: list[Block] = [
        rows.long(pgettext("catalogue paper", "Services"), scope, 20, 0 if scope else 1),
        rows.long(pgettext("catalogue paper", "Charge"), charge, 12, 0 if charge else 0.4),
        rows.row(
            rows.period(
                pgettext("catalogue paper", "Period"), agreement.since, agreement.until, 1.0
            )
        ),
    ]
    if agreement.follows:
        blocks.append(rows.row(words(pgettext("catalogue paper", "Renews"), agreement.follows)))
    if agreement.remark:
        blocks.append(rows.row(words(pgettext("catalogue paper", "Remark"), agreement.remark)))
    return blocks


def _duties(agreement: SupplierAgreement, rows: Rows) -> list[Block]:
    supplier, customer = numbered(_supplier_duties()), numbered(_customer_duties())
    kept = pgettext(
        "catalogue paper",
        "In force once both have signed. Each party keeps one copy, and the office keeps one.",
    )
    return [
        rows.row(words(pgettext("catalogue paper", "Supplier’s duties"), supplier)),
        rows.row(words(pgettext("catalogue paper", "Customer’s duties"), customer)),
        in_force_once_signed(rows) if agreement.standing else in_force_once_signed(rows, kept),
    ]


def in_force_once_signed(rows: Rows, told: str = "") -> Block:
    """From when it holds and who keeps a copy, as an agreement between two says it."""
    both = pgettext("catalogue paper", "In force once both have signed. Each party keeps one copy.")
    return rows.row(words(pgettext("catalogue paper", "Taking effect"), told or both))


def _supplier_duties() -> tuple[str, ...]:
    return (
        pgettext(
            "catalogue paper",
            "Sends trained people with the certificates their work needs, who show who they are.",
        ),
        pgettext(
            "catalogue paper",
            "Comes at the agreed time, agrees content and price before the work begins, and does"
            " more or other work only once it is agreed.",
        ),
        pgettext(
            "catalogue paper",
            "Uses fit materials, clears up, and has the customer sign the slip when the work is"
            " done.",
        ),
        pgettext(
            "catalogue paper",
            "Makes good at no charge what was not done right, and pays for what it damages.",
        ),
    )


def _customer_duties() -> tuple[str, ...]:
    return (
        pgettext(
            "catalogue paper",
            "Says clearly what is wanted, and lets the supplier’s people in at the agreed time.",
        ),
        pgettext("catalogue paper", "Pays by the agreed charge against receipt, once it is done."),
        pgettext(
            "catalogue paper",
            "Signs beforehand where unfit materials of his own are to be used nevertheless.",
        ),
    )


def numbered(lines: tuple[str, ...]) -> str:
    """Lines with their numbers; one alone needs none."""
    if len(lines) == 1:
        return lines[0]
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _signatures(agreement: SupplierAgreement, rows: Rows) -> list[Block]:
    """Both sign or seal, and one copy is kept at the centre (R239)."""
    office = pgettext("catalogue paper", "Office, for the customers (signature, seal)")
    customer = pgettext("catalogue paper", "Customer (signature, seal)")
    return [
        *rows.signatures(
            signer(
                office if agreement.standing else customer,
                agreement.customer_signed or agreement.customer,
                rows.on(agreement.customer_signed_on),
            ),
            signer(
                pgettext("catalogue paper", "Supplier (signature, seal)"),
                agreement.supplier_signed,
                rows.on(agreement.supplier_signed_on),
            ),
            sealed=True,
        ),
        rows.row(
            rows.day(
                pgettext("catalogue paper", "Copy kept at the centre"), agreement.copy_kept_on, 1.0
            )
        ),
    ]


FORM = Form(SupplierAgreement, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
