"""《特約服務協議》, the long-term service agreement with a customer (F23, R106).

服務內容、服務期限、收費標準、雙方權責, signed by both. What the manual does not name, the order of
the rows and the callback every quarter as a promise (R110), is our design.
"""

from dataclasses import dataclass
from datetime import date

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.forms.supplier_agreement import in_force_once_signed, numbered
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, signer, words

TEMPLATE_VERSION = "F23-1"


@dataclass(frozen=True, kw_only=True)
class ServiceAgreement(FormData):
    """The values of one agreement; its period is in the estate's days, both in it.

    `amount` says how much for how long, `capitals` the same in capital figures, `charge` what else
    is to be said of it.
    """

    unit: str = ""
    customer: str = ""
    phone: str = ""
    content: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    amount: str = ""
    capitals: str = ""
    charge: str = ""
    office_terms: str = ""
    customer_terms: str = ""
    follows: str = ""
    remark: str = ""
    customer_signed: str = ""
    customer_signed_on: date | None = None
    office_signed: str = ""
    office_signed_on: date | None = None


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("catalogue paper", "Long-term Service Agreement")


def _sections(agreement: ServiceAgreement, hand: Hand) -> list[Section]:
    rows = Rows(hand, agreement.job)
    return [
        Section(pgettext("catalogue paper", "Parties"), _parties(agreement, rows)),
        Section(pgettext("catalogue paper", "Agreed"), _agreed(agreement, rows)),
        Section(pgettext("catalogue paper", "Rights and duties"), _terms(agreement, rows)),
        Section(pgettext("paper", "Signatures"), _signatures(agreement, rows)),
    ]


def _parties(agreement: ServiceAgreement, rows: Rows) -> list[Block]:
    office = pgettext("catalogue paper", "Service provider")
    return [
        rows.row(words(office, agreement.job.estate)),
        rows.row(
            words(pgettext("catalogue paper", "Customer"), agreement.customer, LEFT),
            words(pgettext("paper", "Room"), agreement.unit, RIGHT),
        ),
        rows.row(words(pgettext("paper", "Phone"), agreement.phone)),
    ]


def _agreed(agreement: ServiceAgreement, rows: Rows) -> list[Block]:
    content = numbered(agreement.content)
    charge = "\n".join(filter(None, (agreement.amount, _capitals(agreement), agreement.charge)))
    period = pgettext("catalogue paper", "Term of service")
    blocks: list[Block] = [
        rows.long(pgettext("catalogue paper", "Content"), content, 20, 0 if content else 1),
        rows.row(rows.period(period, agreement.since, agreement.until, 1.0)),
        rows.long(pgettext("catalogue paper", "Charge"), charge, 12, 0 if charge else 0.3),
    ]
    if agreement.follows:
        blocks.append(rows.row(words(pgettext("catalogue paper", "Renews"), agreement.follows)))
    if agreement.remark:
        blocks.append(rows.row(words(pgettext("catalogue paper", "Remark"), agreement.remark)))
    return blocks


def _capitals(agreement: ServiceAgreement) -> str:
    """The amount in words, which nobody can change with a stroke."""
    if not agreement.capitals:
        return ""
    return pgettext("catalogue paper", "In capital figures: {words}").format(
        words=agreement.capitals
    )


def _terms(agreement: ServiceAgreement, rows: Rows) -> list[Block]:
    """What either side owes the other; the visit every quarter is the office's (R110)."""
    ours, theirs = agreement.office_terms, agreement.customer_terms
    visit = pgettext(
        "catalogue paper",
        "The office visits the customer at home once a quarter and asks how the service is done.",
    )
    return [
        rows.long(pgettext("catalogue paper", "Office’s side"), ours, 20, 0 if ours else 1),
        rows.long(pgettext("catalogue paper", "Customer’s side"), theirs, 20, 0 if theirs else 1),
        rows.row(words(pgettext("catalogue paper", "Callback"), visit)),
        in_force_once_signed(rows),
    ]


def _signatures(agreement: ServiceAgreement, rows: Rows) -> list[Block]:
    """Both sign (R106)."""
    customer = agreement.customer_signed or agreement.customer
    return list(
        rows.signatures(
            signer(
                pgettext("catalogue paper", "Customer (signature)"),
                customer,
                rows.on(agreement.customer_signed_on),
            ),
            signer(
                pgettext("catalogue paper", "Office (signature, seal)"),
                agreement.office_signed,
                rows.on(agreement.office_signed_on),
            ),
            sealed=True,
        )
    )


FORM = Form(ServiceAgreement, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
