"""A form that was built and not yet printed, and the way from any form's data to it.

Printing is imported late: the first window needs no ReportLab.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.domain import numbering
from desk.domain.clean import clean_line
from desk.domain.permissions import Permission
from desk.services.workplace import Workplace

if TYPE_CHECKING:
    from desk.printing.form import Form, FormData
    from desk.printing.job import Job

LATEST = "latest"


@dataclass(frozen=True)
class Sheet:
    """A form that was built and not yet printed.

    `version` is that of the record when it was read; `reprint` counts the prints before this one;
    `digest` is the SHA-256 of the PDF in hexadecimal.
    """

    pdf: bytes
    form: str
    kind: str
    record_id: int | None
    version: int
    number: str
    language: str
    template_version: str
    reprint: int
    prepared_at: datetime
    content: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """What the log keeps of the PDF itself."""
        return hashlib.sha256(self.pdf).hexdigest()


@dataclass(frozen=True)
class Subject:
    """The record a paper is of: its form's code, its kind, and how often it was printed before."""

    form: str
    kind: str
    id: int | None = None
    version: int = 0
    number: str = ""
    printed: int = 0


def build(
    workplace: Workplace,
    form: "Form[Any]",
    subject: Subject,
    language: str,
    gather: "Callable[[Job], FormData] | None" = None,
) -> Sheet:
    """The paper of a record, its data as `gather` makes them; without it, a blank one."""
    from desk.printing.form import plain  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    now = workplace.now()
    job = _job(workplace, now, subject.printed)
    data = None if gather is None else gather(job)
    return Sheet(
        pdf=form.blank(job, language) if data is None else form.build(data, language),
        form=subject.form,
        kind=subject.kind,
        record_id=subject.id,
        version=subject.version,
        number=subject.number,
        language=language,
        template_version=form.version,
        reprint=subject.printed,
        prepared_at=now,
        content={} if data is None else plain(data),
    )


def number_of(key: str) -> str:
    """A number as people type it, or as a scanner reads it."""
    key = clean_line(key)
    return numbering.from_scan_code(key) or str(numbering.parse_number(key) or key)


def _job(workplace: Workplace, now: datetime, reprint: int) -> "Job":
    from desk.printing.job import Job  # noqa: PLC0415

    return Job(
        estate=workplace.estate.name,
        custom=workplace.estate.custom,
        printed_at=now,
        printed_by=workplace.actor.name,
        reprint=reprint,
    )
