"""Which records one form is printed of in one go: those of a period."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from desk.domain.paper import FormCode
from desk.domain.service_order import Kind
from desk.models.complaint import Complaint
from desk.models.coordination_slip import CoordinationSlip
from desk.models.custody_agreement import CustodyAgreement
from desk.models.fee_mandate import FeeMandate
from desk.models.inspection import Inspection
from desk.models.key_count import KeyCount
from desk.models.key_loan import KeyLoan
from desk.models.key_receipt import KeyReceipt
from desk.models.lists import Reader
from desk.models.move_in import MoveIn
from desk.models.price_board import PriceBoard
from desk.models.receipt import Receipt
from desk.models.release_pass import ReleasePass
from desk.models.service_agreement import ServiceAgreement
from desk.models.service_order import ServiceOrder
from desk.models.supplier_agreement import SupplierAgreement

# The table a form is of, and the moment by which its records are in a period.
_OF: Mapping[str, tuple[Any, Any]] = MappingProxyType(
    {
        FormCode.COMPLAINT_SHEET: (Complaint.id, Complaint.received_at),
        FormCode.COMPLAINT_RECORD: (Complaint.id, Complaint.received_at),
        FormCode.CORRECTIVE_ACTION: (Complaint.id, Complaint.received_at),
        FormCode.SPECIAL_REPORT: (Complaint.id, Complaint.received_at),
        FormCode.JOINT_REPORT: (Complaint.id, Complaint.received_at),
        FormCode.COORDINATION_SLIP: (CoordinationSlip.id, CoordinationSlip.at),
        FormCode.RELEASE_PASS: (ReleasePass.id, ReleasePass.written_at),
        FormCode.KEY_RECEIPT: (KeyReceipt.id, KeyReceipt.handed_over_at),
        FormCode.CUSTODY_AGREEMENT: (CustodyAgreement.id, CustodyAgreement.entered_at),
        FormCode.KEY_LOAN: (KeyLoan.id, KeyLoan.out_at),
        FormCode.KEY_COUNT: (KeyCount.id, KeyCount.at),
        FormCode.FEE_MANDATE: (FeeMandate.id, FeeMandate.entered_at),
        FormCode.RECEIPT: (Receipt.id, Receipt.received_at),
        FormCode.INSPECTION: (Inspection.id, Inspection.begun_at),
        FormCode.DEFECT_LIST: (Inspection.id, Inspection.begun_at),
        FormCode.SERVICE_ORDER: (ServiceOrder.id, ServiceOrder.written_at),
        FormCode.REPAIR_SLIP: (ServiceOrder.id, ServiceOrder.written_at),
        FormCode.PRICE_BOARD: (PriceBoard.id, PriceBoard.written_at),
        FormCode.SUPPLIER_AGREEMENT: (SupplierAgreement.id, SupplierAgreement.entered_at),
        FormCode.SERVICE_AGREEMENT: (ServiceAgreement.id, ServiceAgreement.entered_at),
        FormCode.OWNER_REGISTRATION: (MoveIn.id, MoveIn.written_at),
        FormCode.OWNER_CARD: (MoveIn.id, MoveIn.written_at),
        FormCode.MOVE_IN_AGREEMENT: (MoveIn.id, MoveIn.written_at),
        FormCode.MOVE_IN_NOTICE: (MoveIn.id, MoveIn.written_at),
        FormCode.MATERIALS_RECEIPT: (MoveIn.id, MoveIn.written_at),
        FormCode.DOCUMENT_LIST: (MoveIn.id, MoveIn.written_at),
        FormCode.AUTHORISATION: (MoveIn.id, MoveIn.written_at),
    }
)
# Of which records of a table alone a form is, where it is not of all.
_ALONE: Mapping[str, Any] = MappingProxyType(
    {
        FormCode.SERVICE_ORDER: ServiceOrder.kind == Kind.COMMISSIONED,
        FormCode.REPAIR_SLIP: ServiceOrder.kind == Kind.REPAIR,
        FormCode.AUTHORISATION: MoveIn.agent != "",
    }
)
FORMS = frozenset(_OF)


def records(reader: Reader, form: str, since: datetime, until: datetime) -> tuple[int, ...]:
    """Ids of the records of a period, the oldest first; `since` and `until` are half open, UTC."""
    record_id, moment = _OF[form]
    query = select(record_id).where(moment >= since, moment < until)
    if form in _ALONE:
        query = query.where(_ALONE[form])
    query = query.order_by(moment, record_id)
    return tuple(reader.execute(query).scalars())
