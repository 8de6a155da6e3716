"""All tables in one place, so that the metadata is complete. A new register adds one line."""

from sqlalchemy import MetaData

from desk.models import (
    approval,
    attachment,
    breach,
    business_calendar,
    callback,
    complaint,
    complaint_case,
    coordination_slip,
    corrective_action,
    custody_agreement,
    deadline,
    department,
    estate,
    faq,
    first_asked,
    handover,
    history,
    key_count,
    key_loan,
    key_loss,
    key_receipt,
    key_set,
    policy,
    print_log,
    promise,
    reception,
    reference_text,
    release_pass,
    sequences,
    special_report,
    staff,
    work_log,
)
from desk.models.base import Base

ROOMS = (
    estate,
    staff,
    policy,
    business_calendar,
    approval,
    reception,
    complaint,
    complaint_case,
    promise,
    callback,
    corrective_action,
    special_report,
    deadline,
    department,
    faq,
    reference_text,
    handover,
    first_asked,
    coordination_slip,
    breach,
    work_log,
    attachment,
    release_pass,
    custody_agreement,
    key_set,
    key_loan,
    key_loss,
    key_count,
    key_receipt,
    print_log,
    history,
    sequences,
)


def metadata() -> MetaData:
    """Every table of the program."""
    return Base.metadata
