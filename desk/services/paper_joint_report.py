"""The written report of a joint complaint 聯名投訴 (F15, R10): who complains, and what was done."""

from functools import partial

from desk.domain.complaint import Severity
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.policy import Event, Post
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import pgettext
from desk.printing.forms.joint_report import FORM, JointName, JointReport
from desk.printing.job import Job
from desk.services import case_journal
from desk.services.complaint_case import Case
from desk.services.paper_case import blank_of, case_of, sheet_of
from desk.services.paper_sheet import Asked, Sheet
from desk.services.policy_words import post_name
from desk.services.workplace import Workplace

CODE = FormCode.JOINT_REPORT


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The report as it stands now; refused while too few complain."""
    workplace.require(Permission.PRINT)
    case = case_of(workplace, key)
    least = case.policy.switches.joint_from
    if not case.facts.is_joint(case.policy):
        told: dict[str, str | int] = {"count": case.facts.complainants, "least": least}
        raise RuleRefused([Reason("complaint.joint.too_few", None, told)])
    gather = partial(gathered, case)
    return sheet_of(workplace, FORM, CODE, case=case, asked=asked, gather=gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The report without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return blank_of(workplace, FORM, CODE, asked)


def gathered(case: Case, job: Job) -> JointReport:
    """The list of the complainants, their number, and what was done so far (R10)."""
    detail, facts = case.detail, case.facts
    reported = [*facts.steps_of(Event.JOINT_REPORTED)]
    joined = facts.joint[max(case.policy.switches.joint_from - 2, 0)]
    return JointReport(
        job=job,
        number=detail.number,
        addressee=post_name(case.policy, Post.COMPLAINT_DEPARTMENT),
        topic=case.detail.topic or detail.about,
        severity=Severity(detail.severity),
        first_at=detail.received_at,
        joint_at=joined.joined_at,
        complainants=_names(case),
        facts=detail.course,
        demands=_demands(case),
        measures=_measures(case, job),
        reported_by=reported[-1].by if reported else "",
        reported_at=reported[-1].at if reported else None,
    )


def _names(case: Case) -> tuple[JointName, ...]:
    """Everybody who complains, the first of them at the head."""
    detail = case.detail
    first = JointName(detail.complainant, detail.unit or "", detail.contact, detail.received_at)
    others = (JointName(one.name, one.room, one.contact, one.joined_at) for one in case.facts.joint)
    return (first, *others)


def _demands(case: Case) -> str:
    """What the first asked for, and what the others said."""
    words = pgettext("paper", "{name}: {words}")
    said = (words.format(name=one.name, words=one.words) for one in case.facts.joint if one.words)
    return "\n".join(filter(None, (case.detail.demand, *said)))


def _measures(case: Case, job: Job) -> str:
    """What was done before the report, in lines."""
    return "\n".join(
        "  ".join(filter(None, (job.custom.datetime(one.at), one.title, one.text)))
        for one in case_journal.measures(case, job.custom)
    )
