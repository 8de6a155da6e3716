"""All tables in one place, so that the metadata is complete. A new register adds one line."""

from sqlalchemy import MetaData

from desk.models import (
    approval,
    attachment,
    business_calendar,
    callback,
    complaint,
    complaint_case,
    corrective_action,
    deadline,
    estate,
    history,
    policy,
    print_log,
    promise,
    reception,
    sequences,
    special_report,
    staff,
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
    attachment,
    print_log,
    history,
    sequences,
)


def metadata() -> MetaData:
    """Every table of the program."""
    return Base.metadata
