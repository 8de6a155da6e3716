"""All tables in one place, so that the metadata is complete. A new register adds one line."""

from sqlalchemy import MetaData

from desk.models import (
    attachment,
    complaint,
    estate,
    history,
    print_log,
    reception,
    sequences,
    staff,
)
from desk.models.base import Base

ROOMS = (estate, staff, reception, complaint, attachment, print_log, history, sequences)


def metadata() -> MetaData:
    """Every table of the program."""
    return Base.metadata
