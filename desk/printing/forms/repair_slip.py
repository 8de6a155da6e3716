"""《維修服務單》, the repair slip (F8, F9): the complainant signs it, the copy goes to the desk.

Its columns are 維修方案、維修責任、維修費用、維修人員、住戶意見 (R188); done, paid and signed it
comes back and is filed (R189), and a complaint is closed on it (R166).
"""

from dataclasses import dataclass

from desk.domain.service_order import Liability
from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form
from desk.printing.forms.service_order_parts import SlipParts
from desk.printing.forms.service_order_slip import WorkSlip
from desk.printing.pen import Hand
from desk.printing.rows import ticks, words

TEMPLATE_VERSION = "F9-1"


@dataclass(frozen=True, kw_only=True)
class RepairSlip(WorkSlip):
    """The values of one repair: `plan` is how it is mended, `liability` who answers for it."""

    plan: str = ""
    liability: Liability | None = None


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("order paper", "Repair Slip")


def _sections(slip: RepairSlip, hand: Hand) -> list[Section]:
    parts = SlipParts.of(slip, hand)
    opinion = pgettext("order paper", "Resident's opinion")
    if hand.paper.compact:
        return [
            Section("", [*parts.customer(), parts.wish(), *_repair(parts, slip), parts.price()]),
            Section("", parts.materials()),
            Section("", [*parts.on_site(), *parts.money()]),
            Section("", [*parts.opinion(opinion), *parts.callback()]),
            Section("", parts.signatures()),
        ]
    return [
        Section(pgettext("paper", "Customer"), parts.customer()),
        Section(pgettext("order paper", "Repair"), [parts.wish(), *_repair(parts, slip)]),
        Section(pgettext("order paper", "Repair cost"), [parts.price()]),
        Section(pgettext("order paper", "Materials"), parts.materials()),
        Section(pgettext("order paper", "On site"), parts.on_site()),
        Section(pgettext("order paper", "Payment"), parts.money()),
        Section(pgettext("order paper", "Opinion"), parts.opinion(opinion)),
        Section(pgettext("order paper", "Callback"), parts.callback()),
        Section(pgettext("paper", "Signatures"), parts.signatures()),
    ]


def _repair(parts: SlipParts, slip: RepairSlip) -> list[Block]:
    """維修方案 and 維修責任 (R188)."""
    options = [(words_of, code is slip.liability) for code, words_of in _liabilities()]
    return [
        parts.rows.row(words(pgettext("order paper", "How it is mended"), slip.plan)),
        parts.rows.row(ticks(pgettext("order paper", "Who answers for it"), options)),
    ]


def _liabilities() -> tuple[tuple[Liability, str], ...]:
    return (
        (Liability.HOUSEHOLD, pgettext("order paper", "Household")),
        (Liability.ESTATE, pgettext("order paper", "Common part")),
        (Liability.BUILDER, pgettext("order paper", "Builder's guarantee")),
        (Liability.OTHER, pgettext("order paper", "Other")),
    )


FORM = Form(RepairSlip, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
