"""What every paper of a case begins with: the case, its rules, and the blank one."""

from typing import Any

from desk.domain.complaint_case import Step
from desk.domain.permissions import Permission
from desk.domain.policy import Act
from desk.errors import NotFound
from desk.models.lists import complaint as complaint_list
from desk.printing.form import Form
from desk.services import complaint_case, policy
from desk.services.complaint_case import KIND, Case
from desk.services.paper_build import Gather, Rules, Subject, build, number_of
from desk.services.paper_sheet import ACTS, LATEST, Asked, Sheet
from desk.services.workplace import Workplace


def case_of(workplace: Workplace, key: int | str) -> Case:
    """A case by its id, its number, its code, or "latest"; NotFound when there is none."""
    workplace.require(Permission.PRINT)
    if key == LATEST:
        with workplace.reading() as reader:
            number = complaint_list.latest_number(reader)
        if number is None:
            raise NotFound(KIND, LATEST)
        return complaint_case.get(workplace, number)
    return complaint_case.get(workplace, number_of(key) if isinstance(key, str) else key)


def sheet_of(  # noqa: PLR0913 - all but the first three are named at the call
    workplace: Workplace,
    form: Form[Any],
    code: str,
    *,
    case: Case,
    asked: Asked,
    gather: Gather,
    before: tuple[Act, ...] = (),
) -> Sheet:
    """A paper of a case under the rules it was opened under; a title of `before` comes first."""
    workplace.require(Permission.PRINT)
    detail = case.detail
    subject = Subject(code, KIND, detail.id, detail.version, detail.number)
    rules = Rules(case.kept, (*before, *ACTS[code]), case.facts.severity)
    return build(workplace, form, subject, asked, gather=gather, rules=rules)


def blank_of(workplace: Workplace, form: Form[Any], code: str, asked: Asked) -> Sheet:
    """The paper without values, as today's policy names it and its levels."""
    workplace.require(Permission.PRINT)
    kept = policy.in_force(workplace, workplace.today())
    return build(workplace, form, Subject(code, KIND), asked, rules=Rules(kept, ACTS[code]))


# What several papers tell


def last_told(case: Case) -> Step | None:
    """R147: how and when the complainant heard the result of the work as it stands."""
    return case.facts.told[-1] if case.facts.told else None
