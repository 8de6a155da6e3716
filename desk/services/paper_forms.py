"""Every paper by its code: what makes it of a record or a period, and what makes it blank.

A new paper is one line here. It is loaded late, by `paper` alone: the first window needs no
ReportLab.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desk.domain.paper import FormCode
from desk.services import (
    paper_authorisation,
    paper_complaint_record,
    paper_complaint_sheet,
    paper_coordination_slip,
    paper_corrective_action,
    paper_custody_agreement,
    paper_defect_list,
    paper_disposal_record,
    paper_document_list,
    paper_fee_mandate,
    paper_follow_up_register,
    paper_inspection,
    paper_joint_report,
    paper_key_count,
    paper_key_loan,
    paper_key_receipt,
    paper_key_use_log,
    paper_materials_receipt,
    paper_monthly_summary,
    paper_move_in_agreement,
    paper_move_in_notice,
    paper_owner_card,
    paper_owner_registration,
    paper_price_board,
    paper_receipt,
    paper_release_pass,
    paper_repair_slip,
    paper_service_agreement,
    paper_service_figures,
    paper_service_order,
    paper_special_report,
    paper_supplier_agreement,
    paper_work_log,
)
from desk.services.paper_sheet import Asked, Period, Sheet
from desk.services.workplace import Workplace

OfRecord = Callable[[Workplace, int | str, Asked], Sheet]
OfPeriod = Callable[[Workplace, Period, Asked], Sheet]
Blank = Callable[[Workplace, Asked], Sheet]

_RECORDS = {
    FormCode.COMPLAINT_SHEET: paper_complaint_sheet,
    FormCode.COMPLAINT_RECORD: paper_complaint_record,
    FormCode.CORRECTIVE_ACTION: paper_corrective_action,
    FormCode.SPECIAL_REPORT: paper_special_report,
    FormCode.JOINT_REPORT: paper_joint_report,
    FormCode.COORDINATION_SLIP: paper_coordination_slip,
    FormCode.RELEASE_PASS: paper_release_pass,
    FormCode.CUSTODY_AGREEMENT: paper_custody_agreement,
    FormCode.KEY_USE_LOG: paper_key_use_log,
    FormCode.KEY_LOAN: paper_key_loan,
    FormCode.KEY_RECEIPT: paper_key_receipt,
    FormCode.KEY_COUNT: paper_key_count,
    FormCode.INSPECTION: paper_inspection,
    FormCode.DEFECT_LIST: paper_defect_list,
    FormCode.PRICE_BOARD: paper_price_board,
    FormCode.SUPPLIER_AGREEMENT: paper_supplier_agreement,
    FormCode.SERVICE_AGREEMENT: paper_service_agreement,
    FormCode.SERVICE_ORDER: paper_service_order,
    FormCode.REPAIR_SLIP: paper_repair_slip,
    FormCode.RECEIPT: paper_receipt,
    FormCode.FEE_MANDATE: paper_fee_mandate,
    FormCode.OWNER_REGISTRATION: paper_owner_registration,
    FormCode.OWNER_CARD: paper_owner_card,
    FormCode.MOVE_IN_AGREEMENT: paper_move_in_agreement,
    FormCode.MATERIALS_RECEIPT: paper_materials_receipt,
    FormCode.DOCUMENT_LIST: paper_document_list,
    FormCode.MOVE_IN_NOTICE: paper_move_in_notice,
    FormCode.AUTHORISATION: paper_authorisation,
}
_PERIODS = {
    FormCode.DISPOSAL_RECORD: paper_disposal_record,
    FormCode.FOLLOW_UP_REGISTER: paper_follow_up_register,
    FormCode.MONTHLY_SUMMARY: paper_monthly_summary,
    FormCode.SERVICE_FIGURES: paper_service_figures,
    FormCode.WORK_LOG: paper_work_log,
}

OF_RECORD: Mapping[str, OfRecord] = MappingProxyType(
    {code: room.prepare for code, room in _RECORDS.items()}
)
OF_PERIOD: Mapping[str, OfPeriod] = MappingProxyType(
    {code: room.prepare for code, room in _PERIODS.items()}
)
BLANK: Mapping[str, Blank] = MappingProxyType(
    {code: room.blank for code, room in (_RECORDS | _PERIODS).items()}
)
