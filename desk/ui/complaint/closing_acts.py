"""Deeds of a case: the result told, verified, closed 銷項."""

from desk.ui.complaint.acts import Act
from desk.ui.complaint.deeds import ComplaintDeeds


def acts(_deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """None yet."""
    return ()
