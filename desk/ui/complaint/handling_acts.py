"""Deeds of a case: what is done while a case is open 處理."""

from desk.ui.complaint.acts import Act
from desk.ui.complaint.deeds import ComplaintDeeds


def acts(_deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """None yet."""
    return ()
