"""Deeds of a case: what attests that the work is done, and that somebody looked (R166-R172)."""

from collections.abc import Callable
from functools import partial

from desk.domain import complaint_closing as rules
from desk.domain.complaint import State
from desk.domain.complaint_closing import NoticeEntry, NoticeKind, SignedCopyEntry
from desk.services import complaint_closing as closing
from desk.services.complaint_case import Case
from desk.ui.complaint import closing_words as say
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.closing_acts import Values, is_filed, text_plan, why_not
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.text_field import TextField
from desk.wording import label


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """The signed slip or the notice, and the verification."""
    return (
        _note(deeds, "signed_copy", say.signed_copy, _signed_copy_plan, _is_on_site),
        _note(deeds, "notice", say.notice, _notice_plan, _is_elsewhere),
        Act(
            "verify",
            Group.CLOSING,
            say.verify,
            shown=_waits_to_be_verified,
            shut=partial(why_not, deeds, closing.verify_reasons),
            plan=partial(text_plan, deeds, closing.verify, say.VERIFY),
            settles=frozenset({"complaint.verified.missing", "complaint.verified.by_handler"}),
        ),
    )


def _note(
    deeds: ComplaintDeeds,
    code: str,
    said: Callable[[], str],
    plan: Callable[[ComplaintDeeds, Case], DeedPlan],
    shown: Callable[[Case], bool],
) -> Act:
    return Act(
        code,
        Group.CLOSING,
        said,
        shown=shown,
        shut=partial(why_not, deeds, closing.note_reasons),
        plan=partial(plan, deeds),
        settles=frozenset({f"complaint.{code}.missing"}),
    )


def _signed_copy_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    name = case.texts.signed_copy_by or case.detail.complainant
    line = partial(LineField, rules.NAME_LIMIT)
    return DeedPlan(
        title=say.signed_copy,
        button=say.keep,
        asked=(Asked("by", line, say.signed_by, True, 6, name), _moment(deeds)),
        do=partial(_signed_copy, deeds, case),
        lead=say.signed_copy_lead,
    )


def _signed_copy(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    entry = SignedCopyEntry(values["by"], values["at"])
    return closing.signed_copy(deeds.workplace, case.detail.id, case.detail.version, entry)


def _notice_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    texts = case.texts
    return DeedPlan(
        title=say.notice,
        button=say.keep,
        asked=(
            Asked(
                "kind",
                partial(SegmentField, _kinds),
                say.notice_kind,
                required=True,
                begins_with=case.facts.notice_kind or None,
            ),
            Asked(
                "source",
                partial(LineField, rules.NAME_LIMIT),
                say.notice_source,
                required=True,
                span=6,
                begins_with=texts.notice_from,
            ),
            _moment(deeds),
            Asked(
                "text",
                partial(TextField, rules.TEXT_LIMIT, lines=3),
                say.notice_text,
                hint=say.notice_hint,
                begins_with=texts.notice_text,
            ),
        ),
        do=partial(_notice, deeds, case),
        lead=say.notice_lead,
    )


def _notice(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    kind = NoticeKind(values["kind"]) if values["kind"] else None
    entry = NoticeEntry(kind, values["source"], values["at"], values["text"])
    return closing.notice(deeds.workplace, case.detail.id, case.detail.version, entry)


def _is_on_site(case: Case) -> bool:
    return is_filed(case) and case.facts.on_site


def _is_elsewhere(case: Case) -> bool:
    return is_filed(case) and not case.facts.on_site


def _waits_to_be_verified(case: Case) -> bool:
    return is_filed(case) and case.facts.state is State.HANDLED


def _moment(deeds: ComplaintDeeds) -> Asked:
    make = partial(MomentField, deeds.custom, deeds.now)
    return Asked("at", make, say.when, required=True, span=6, begins_with=deeds.now())


def _kinds() -> list[Choice]:
    return [Choice(one, label("notice_kind", one)) for one in NoticeKind]
