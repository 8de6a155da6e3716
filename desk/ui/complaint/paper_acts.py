"""Deeds of a case: what is printed of a case."""

from desk.ui.complaint.acts import Act
from desk.ui.complaint.deeds import ComplaintDeeds


def acts(_deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """None yet."""
    return ()
