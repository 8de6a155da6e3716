"""Every paper by its code: what makes it of a record or a period, and what makes it blank.

A new paper is one line here. It is loaded late, by `paper` alone: the first window needs no
ReportLab.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desk.domain.paper import FormCode
from desk.services import (
    paper_complaint_record,
    paper_complaint_sheet,
    paper_coordination_slip,
    paper_corrective_action,
    paper_custody_agreement,
    paper_disposal_record,
    paper_follow_up_register,
    paper_joint_report,
    paper_key_count,
    paper_key_loan,
    paper_key_receipt,
    paper_key_use_log,
    paper_monthly_summary,
    paper_release_pass,
    paper_special_report,
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
}
_PERIODS = {
    FormCode.DISPOSAL_RECORD: paper_disposal_record,
    FormCode.FOLLOW_UP_REGISTER: paper_follow_up_register,
    FormCode.MONTHLY_SUMMARY: paper_monthly_summary,
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
