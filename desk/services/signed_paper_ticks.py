"""What a signed paper 已簽單據 ticks in its record when it comes home, form by form."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desk.domain.paper import FormCode
from desk.domain.signed_paper import Home
from desk.models.unit_of_work import UnitOfWork
from desk.services import (
    complaint_signed,
    coordination_slip,
    custody_agreement,
    inspection_signed,
    key_count,
    key_loan,
    key_receipt,
    move_in_signed,
    release_pass_evidence,
    service_agreement,
    service_order_closing,
    supplier_agreement,
)

Tick = Callable[[UnitOfWork, int, Home], str]

# What a form ticks in its record; a form that is not here ticks nothing.
TICKS: Mapping[str, Tick] = MappingProxyType(
    {
        FormCode.COMPLAINT_SHEET: complaint_signed.sheet_home,
        FormCode.COMPLAINT_RECORD: complaint_signed.copy_home,
        FormCode.CORRECTIVE_ACTION: complaint_signed.correction_home,
        FormCode.COORDINATION_SLIP: coordination_slip.signed_home,
        FormCode.RELEASE_PASS: release_pass_evidence.signed_home,
        FormCode.KEY_LOAN: key_loan.signed_home,
        FormCode.CUSTODY_AGREEMENT: custody_agreement.signed_home,
        FormCode.KEY_RECEIPT: key_receipt.signed_home,
        FormCode.KEY_COUNT: key_count.signed_home,
        FormCode.SUPPLIER_AGREEMENT: supplier_agreement.signed_home,
        FormCode.SERVICE_AGREEMENT: service_agreement.signed_home,
        FormCode.SERVICE_ORDER: service_order_closing.signed_home,
        FormCode.REPAIR_SLIP: service_order_closing.signed_home,
        FormCode.INSPECTION: inspection_signed.signed_home,
        FormCode.OWNER_REGISTRATION: move_in_signed.registration_home,
        FormCode.MOVE_IN_AGREEMENT: move_in_signed.agreement_home,
        FormCode.MATERIALS_RECEIPT: move_in_signed.materials_home,
        FormCode.AUTHORISATION: move_in_signed.authority_home,
    }
)
