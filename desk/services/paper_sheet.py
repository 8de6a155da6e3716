"""A form that was built and not yet printed; every kind of paper, and what a policy calls it."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Any

from desk.domain.paper import FORMS, MOST_COPIES, Caption, FormCode, captions_of, usual_paper
from desk.domain.policy import Act, Policy
from desk.domain.reasons import Reason
from desk.printing.ops import Page
from desk.printing.packed import pack

LATEST = "latest"


CASE_FORMS = (
    FormCode.COMPLAINT_SHEET,
    FormCode.COMPLAINT_RECORD,
    FormCode.CORRECTIVE_ACTION,
    FormCode.SPECIAL_REPORT,
    FormCode.JOINT_REPORT,
)

# What a policy may have a title for (K11); the first that it names is the paper's.
ACTS: Mapping[str, tuple[Act, ...]] = MappingProxyType(
    {
        FormCode.COMPLAINT_SHEET: (Act.INTAKE,),
        FormCode.COMPLAINT_RECORD: (Act.RECORD,),
        FormCode.CORRECTIVE_ACTION: (Act.CORRECTIVE_ACTION,),
        FormCode.SPECIAL_REPORT: (Act.SPECIAL_REPORT,),
        FormCode.JOINT_REPORT: (Act.JOINT_REPORT,),
        FormCode.DISPOSAL_RECORD: (Act.DISPOSAL,),
        FormCode.FOLLOW_UP_REGISTER: (Act.FOLLOW_UP,),
        FormCode.MONTHLY_SUMMARY: (Act.MONTH,),
        FormCode.WORK_LOG: (),
        FormCode.SERVICE_FIGURES: (),
    }
)


def title_of(policy: Policy, acts: Iterable[Act], language: str) -> str:
    """What the policy calls the paper in that language; "" leaves it the form's own name."""
    named = (policy.title(act) for act in acts)
    labels = (one.labels.get(language, "") for one in named if one is not None)
    return next(filter(None, labels), "")


@dataclass(frozen=True)
class Asked:
    """How a paper is wanted: its language, paper and copies; "" and 0 are the form's usual ones.

    Carbonless paper prints all its copies with one strike; `separately` prints a sheet for each.
    """

    language: str
    paper: str = ""
    copies: int = 0
    separately: bool = False
    stock_id: int | None = None

    def paper_of(self, form: str) -> str:
        """The paper wanted, or the form's usual one."""
        return self.paper or usual_paper(form)

    def captions_of(self, form: str) -> tuple[Caption, ...]:
        """Whose the copies are that are wanted, or the form's usual ones."""
        return captions_of(form, self.copies or FORMS[form].copies)

    def reasons(self, form: str) -> tuple[Reason, ...]:
        """Why the form is not to be had like this."""
        return tuple(self._reasons(form))

    def _reasons(self, form: str) -> Iterator[Reason]:
        papers = FORMS[form].papers
        if self.paper and self.paper not in papers:
            told = {"paper": self.paper, "papers": ", ".join(papers)}
            yield Reason("paper.size.unfit", "paper", told)
        if not 0 <= self.copies <= MOST_COPIES:
            yield Reason("paper.copies.bounds", "copies", {"most": MOST_COPIES})


@dataclass(frozen=True)
class Period:
    """What a register is of: the estate's days, both in it; a month is any day of it.

    The follow-up register may show `open_only`, and leave names and rooms out (R90).
    """

    since: date
    until: date
    open_only: bool = False
    without_names: bool = False

    @classmethod
    def of_month(cls, day: date) -> "Period":
        """The month of a day, from its first to its last."""
        first = day.replace(day=1)
        return cls(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))

    def reasons(self) -> tuple[Reason, ...]:
        """Why there is no such period."""
        return (Reason("paper.period.reversed", "until"),) if self.until < self.since else ()


@dataclass(frozen=True)
class Sheet:
    """A form that was built and not yet printed.

    `drawn` are its pages; `painted` makes a file of them, when one is wanted. `version` is that of
    the record when it was read, of a register one of its content; `record_version` is 0 where the
    record has none. `reprint` counts the prints before this one; `captions` are the copies' codes;
    `policy_id` is the version of the rules it was built under.
    """

    drawn: Sequence[Page]
    painted: Callable[[], bytes]
    form: str
    kind: str
    record_id: int | None
    version: int
    number: str
    language: str
    template_version: str
    reprint: int
    content: Mapping[str, Any]
    paper: str
    captions: tuple[Caption, ...] = ()
    record_version: int = 0
    policy_id: int | None = None
    is_void: bool = False

    @property
    def name(self) -> str:
        """What a file of it is called: C2026-000045-complaint-record, or the day it begins."""
        begins = self.content.get("since") or self.content.get("month")
        parts = (self.number, self.form.replace("_", "-"), begins)
        return "-".join(part for part in parts if part)

    @property
    def copies(self) -> int:
        """How many copies the sheet itself has."""
        return max(1, len(self.captions))

    @cached_property
    def pdf(self) -> bytes:
        """The sheet as a file."""
        return self.painted()

    @cached_property
    def pages(self) -> bytes:
        """The pages, packed to be kept."""
        return pack(self.drawn)

    @cached_property
    def digest(self) -> str:
        """What the log keeps of the pages: their SHA-256 in hexadecimal."""
        return hashlib.sha256(self.pages).hexdigest()


@dataclass(frozen=True)
class Refused:
    """A form that could not be made: what was asked for, and every sentence why."""

    key: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class Batch:
    """What was printed in one go: its id in the log, the numbers and pages, what was left out."""

    id: str
    numbers: tuple[str, ...]
    pages: int
    refused: tuple[Refused, ...]
