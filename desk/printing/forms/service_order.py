"""《顧客委託服務單》, the order of a commissioned service (F18; 《居家服務情況記錄表》 F24).

Content and price are told before the work and signed for after it (R105, R236, R244); the
technician checks the materials and writes the customer's own down in 備注 (R238, R254); the slip
comes back to the desk (R245) and carries the callback (R247). The manual names the columns; their
order is our design.
"""

from dataclasses import dataclass

from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form
from desk.printing.forms.service_order_parts import SlipParts
from desk.printing.forms.service_order_slip import WorkSlip
from desk.printing.pen import Hand

TEMPLATE_VERSION = "F18-1"


@dataclass(frozen=True, kw_only=True)
class ServiceOrder(WorkSlip):
    """The values of one commissioned service."""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("order paper", "Service Order")


def _sections(order: ServiceOrder, hand: Hand) -> list[Section]:
    parts = SlipParts.of(order, hand)
    opinion = pgettext("order paper", "Customer's opinion")
    if hand.paper.compact:
        return [
            Section("", [*parts.customer(), parts.wish(), parts.price()]),
            Section("", parts.materials()),
            Section("", [*parts.on_site(), *parts.money()]),
            Section("", [*parts.opinion(opinion), *parts.callback()]),
            Section("", parts.signatures()),
        ]
    return [
        Section(pgettext("paper", "Customer"), parts.customer()),
        Section(pgettext("order paper", "Order"), [parts.wish()]),
        Section(pgettext("order paper", "Price and items"), [parts.price()]),
        Section(pgettext("order paper", "Materials"), parts.materials()),
        Section(pgettext("order paper", "On site"), parts.on_site()),
        Section(pgettext("order paper", "Payment"), parts.money()),
        Section(pgettext("order paper", "Opinion"), parts.opinion(opinion)),
        Section(pgettext("order paper", "Callback"), parts.callback()),
        Section(pgettext("paper", "Signatures"), parts.signatures()),
    ]


FORM = Form(ServiceOrder, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
