"""The calibration page 校正頁 of a paper, to be sent to a printer and measured.

It is of no record, so the print log knows nothing of it. Drawing is loaded late: the first window
needs no ReportLab.
"""

from desk.domain.permissions import Permission
from desk.services.workplace import Workplace


def page(workplace: Workplace, paper: str, language: str) -> bytes:
    """The page as a PDF."""
    from desk.printing.calibration import calibration_page  # noqa: PLC0415
    from desk.printing.job import Job  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    job = Job(
        estate=workplace.estate.name,
        custom=workplace.estate.custom,
        printed_at=workplace.now(),
        printed_by=workplace.actor.name,
    )
    return calibration_page(paper, language, job)
