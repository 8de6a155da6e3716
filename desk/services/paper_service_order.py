"""《顧客委託服務單》 (F18, F24): an order on paper before the work, and all of it afterwards."""

from functools import partial

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.service_order import Kind, State
from desk.errors import NotFound
from desk.models.lists import supplier as supplier_list
from desk.printing.forms.service_order import FORM, ServiceOrder
from desk.printing.job import Job
from desk.services import policy, service_callback, service_order
from desk.services.paper_build import Rules, Subject, build, number_of
from desk.services.paper_service_order_words import Beside, slip_values
from desk.services.paper_sheet import LATEST, Asked, Sheet
from desk.services.service_order import KIND, Order, OrderFilter
from desk.services.workplace import Workplace

CODE = FormCode.SERVICE_ORDER


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The order as it stands now; `key` is an id, a number, a code or "latest".

    NotFound for a repair, whose paper is the repair slip.
    """
    known = order_of(workplace, key, Kind.COMMISSIONED)
    gather = partial(gathered, known, beside(workplace, known))
    kept = rules_of(workplace, known)
    return build(workplace, FORM, subject_of(CODE, known), asked, gather=gather, rules=kept)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The order without values, for the drawer, under the name of today's policy."""
    workplace.require(Permission.PRINT)
    kept = policy.in_force(workplace, workplace.today())
    rules = Rules(kept, labels=kept.policy.orders.labels)
    return build(workplace, FORM, Subject(CODE, KIND), asked, rules=rules)


def gathered(known: Order, known_beside: Beside, job: Job) -> ServiceOrder:
    """Everything that is known of the order."""
    return ServiceOrder(**slip_values(known, known_beside, job))


# What both papers of an order begin with


def order_of(workplace: Workplace, key: int | str, kind: Kind) -> Order:
    """The order of that kind; NotFound for one of the other."""
    workplace.require(Permission.PRINT)
    if key == LATEST:
        found = service_order.page(workplace, OrderFilter(kind=kind), limit=1).rows
        if not found:
            raise NotFound(KIND, LATEST)
        return service_order.get(workplace, found[0].id)
    known = service_order.get(workplace, number_of(key) if isinstance(key, str) else key)
    if known.facts.kind is not kind:
        raise NotFound(KIND, str(key))
    return known


def beside(workplace: Workplace, known: Order) -> Beside:
    """What other rooms know of the order."""
    supplier_id = known.detail.supplier_id
    with workplace.reading() as reader:
        supplier = None if supplier_id is None else supplier_list.detail(reader, supplier_id)
        callbacks = service_callback.of_order(reader, known.detail.id)
    company = "" if supplier is None else supplier.name
    return Beside(callbacks, company, workplace.estate.phone)


def subject_of(code: FormCode, known: Order) -> Subject:
    """The record the paper is of."""
    detail = known.detail
    is_void = known.facts.state is State.VOID
    return Subject(code, KIND, detail.id, detail.version, detail.number, void=is_void)


def rules_of(workplace: Workplace, known: Order) -> Rules:
    """The rules the order is kept under, and what they call its paper (K11)."""
    with workplace.reading() as reader:
        kept = policy.by_id(reader, known.detail.policy_id)
    is_order = known.facts.kind is Kind.COMMISSIONED
    return Rules(kept, labels=kept.policy.orders.labels if is_order else {})
